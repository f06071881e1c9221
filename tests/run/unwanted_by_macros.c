/* Values that nobody wants, made by macros: what they do is done, what does nothing may go. */
#include <asyncc.h>
#include <stdio.h>

#define ID(...) __VA_ARGS__
#define NOTHING
#define SECOND(a, b, ...) b
#define CAST(e) ((int)(e))
#define CALL ((int)h(x))
#define NUMBER 7

static int calls;

static int h(int v)
{
    calls += v;
    return v;
}

static async int f(int v)
{
    await async_yield();
    calls += v;
    return v;
}

static async int arms(int x)
{
    (void)(x ? (int)await f(1) : ID(ID((int)spawn(f(10)))));
    (void)(x ? await f(1) : (int)ID(spawn(f(20))));
    (void)(x ? await f(1) : CAST(ID(spawn(f(40)))));
    (void)(x ? await f(1) : CALL);
    (void)(x ? await f(1) : CAST(h(x + 1)));
    (void)(x ? await f(1) : ID((int)h(x + 2)));
    await async_sleep(0.01); /* what was spawned has ended then */
    return calls;
}

static async int commas(int x)
{
    x += ((ID(h(0)), h(0)), await f(0)) + ((h(0), ID(ID(h(0)))), await f(0)) + (((ID(h(0)), h(0), ID(h(0)))), ID(2), await f(0));
    return (NUMBER, SECOND(NOTHING, 255, 2), await f(x), ID(x), CAST(h(3)), ID(ID(x + 1)), SECOND(1, x = await f(4), 2), NUMBER, x);
}

async int main(void)
{
    printf("%d\n", await arms(0));
    printf("%d\n", await arms(1));
    printf("%d\n", await commas(5));
    return 0;
}
