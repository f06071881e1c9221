/* pitfalls: 102 */
/* Lines that end as on Windows. */
#include <asyncc.h>
#include <stdio.h>

#define SUM(a, b) \
    ((a) +        \
     (b))

static async int f(int v)
{
    int x = v, *p = &x;
    await async_yield();
    return *p;
}

async int main(void)
{
    printf("%d\n", SUM(await f(1),
                       await f(2)));
    for (int i = 0; i < 2; i++) {
        // a comment
        printf("%d\n", await f(i));
    }
    return 0;
}
