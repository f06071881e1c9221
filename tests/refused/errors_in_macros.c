/* Errors in the arguments and in the bodies of macros. */
#include <asyncc.h>
#include <stdlib.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

#define BODY(x) (f(x) + 1)
#define ARGUMENT(x) ((x) + 1)
#define NESTED(x) ARGUMENT(BODY(x))
#define AWAIT_PLAIN(x) await abs(x)
#define FUNCTION(name)                                                                                                 \
    static int name(void)                                                                                              \
    {                                                                                                                  \
        return await f(1);                                                                                             \
    }
FUNCTION(generated)

async int main(void)
{
    int a = BODY(1);
    a += ARGUMENT(f(2));
    a += NESTED(3);
    a += AWAIT_PLAIN(4);
    a += AWAIT_PLAIN(await f(5));
    return a + generated();
}
