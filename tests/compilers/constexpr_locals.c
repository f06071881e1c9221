/* not for all */
/* options: -std=gnu2x */
/* C23's constexpr: a local constant stays one behind an await. */
#include <asyncc.h>
#include <stdio.h>

struct point { int x, y; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int locals(int n)
{
    constexpr int k = 3;
    int sum = await f(n);
    static_assert(k == 3);
    constexpr int a = k + 1, b = a * 2;
    const constexpr struct point p = { a, b };
    int list[b] = { 0 };
    for (int i = 0; i < b; i++) {
        constexpr double half = .5;
        list[i] = await f(i) + p.x;
        static int last[] = { k, b };
        const double *kept = &half;
        await f(last[1]);
        sum += list[i] + (int)(*kept * 2) + last[0];
    }
    switch (await f(k)) {
    case k:
        sum += 1000;
    }
    return sum + p.y + (int)(sizeof list / sizeof *list);
}

async int main(void)
{
    printf("%d\n", await locals(1));
    return 0;
}
