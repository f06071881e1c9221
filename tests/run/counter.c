/* __COUNTER__ is what it is in the source, wherever the translation puts the text, and behind it. */
#include <asyncc.h>
#include <stdio.h>

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define UNIQUE PASTE(unique_, __COUNTER__)
#define HOLD(x) static const int UNIQUE __attribute__((unused)) = x;
#define VALUE(e) ({ int v_ = e; v_; })
#define TWICE(e) VALUE((e) + __COUNTER__ * 100)

static const int before = __COUNTER__;

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int expanded(void)
{
    int a = __COUNTER__, b = VALUE(await f(__COUNTER__)), c = VALUE(__COUNTER__ + await f(3));
    return a * 10000 + b * 100 + c;
}

HOLD(9)

static async int moved(int n)
{
    int UNIQUE = await f(1); HOLD(7)
    int UNIQUE = await f(2); HOLD(8)
    int order = __COUNTER__ * 10 + await f(__COUNTER__) * 100 + __COUNTER__;
    n += unique_5 + unique_7;
    n += TWICE(await f(__COUNTER__)) + TWICE(n);
    switch (n) {
    case __COUNTER__:
        break;
    default:
        n += __COUNTER__;
    }
    return order * 1000 + n;
}

static int last(void) { return __COUNTER__; } static async int one(void) { return __COUNTER__ + await f(__COUNTER__); } static int behind = __COUNTER__;

static async int plain(int n)
{
    int list[] = { [__COUNTER__ % 2] = n, __COUNTER__ };
    return list[0] + list[1] + __COUNTER__;
}

async int main(void)
{
    printf("%d %d %d %d\n", before, await expanded(), await moved(1), last());
    printf("%d %d %d %d\n", await one(), behind, await plain(3), __COUNTER__);
    printf("%d %d\n", VALUE(await f(__COUNTER__)), __COUNTER__);
    return 0;
}

int after(void) { return __COUNTER__; }
