/* pitfalls: 26, 36, 35 */
/* The user's names that a translator might have chosen for itself. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int names(int self, int at, int result, int frame)
{
    int state = await f(1), s = await f(2), callee = await f(3), unit = await f(4), data = await f(5);
    int t1 = await f(6), t2 = await f(7) + await f(8), await1 = await f(9), call = await f(10), start = 11;
    int run = await f(12), init = await f(13), step = await f(14), function = await f(15);
    await async_yield();
    return self + at + result + frame + state + s + callee + unit + data + t1 + t2 + await1 + call + start + run +
           init + step + function;
}

static async int labels(void)
{
    int n = 0;
await1:
    n += await f(1);
    if (n < 3)
        goto await1;
await2:
    n += await f(10);
    if (n < 30)
        goto await2;
done:
    if (n < 40) {
        n += await f(100);
        goto done;
    }
    return n;
}

static async int run(int size)
{
    struct task { int self; } status = {await f(size)};
    union { int state; } self = {.state = await f(4)};
    typedef int frame;
    frame at = (frame)await f(5);
    enum { asyncc = 7 };
    return status.self + self.state + at + asyncc + await f(0);
}

static async int say(int say)
{
    say += await f(1);
    {
        int f = 5;
        say += f;
    }
    return say;
}

static async int say_run(int main)
{
    return await say(main) + 100;
}

static async int asyncc2_like(int asyncc2_x)
{
    int asyncc = asyncc2_x + await f(1);
    return asyncc * await f(2) + asyncc2_x;
}

async int main(void)
{
    printf("%d\n", await names(100, 200, 300, 400));
    printf("%d\n", await labels());
    printf("%d\n", await run(3));
    printf("%d %d\n", await say(1), await say_run(2));
    printf("%d\n", await asyncc2_like(5));
    return 0;
}
