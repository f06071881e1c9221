/* pitfalls: 49 */
/* static locals are shared between calls and initialised once. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int counter(int step)
{
    static int count = 10;
    static int *const pointer = &count;
    static const char *const names[] = {"zero", "one"};
    count += await f(step);
    await async_yield();
    *pointer += 1;
    printf("%s ", names[count % 2]);
    return count;
}

static async int same_names(void)
{
    int sum = 0;
    {
        static int n;
        n += await f(1);
        sum += n;
    }
    {
        static int n = 100;
        n += await f(1);
        sum += n;
    }
    return sum;
}

static async int *address(void)
{
    static int kept[3] = {1, 2, 3};
    await async_yield();
    kept[1]++;
    return kept;
}

static async int local_types(void)
{
    static struct state { int a; struct state *self; } state = {5, &state};
    static enum { OFF, ON } on;
    on = on == ON ? OFF : ON;
    await async_yield();
    state.self->a += on;
    return state.a * 10 + on;
}

static async int depth(int n)
{
    static int deepest;
    if (n > deepest)
        deepest = n;
    if (n < 5)
        await depth(n + 1);
    await async_yield();
    return deepest;
}

async int main(void)
{
    await counter(1);
    await counter(5);
    printf("%d\n", await counter(0));
    await same_names();
    printf("%d\n", await same_names());
    await address();
    printf("%d\n", (await address())[1]);
    printf("%d ", await local_types());
    printf("%d\n", await local_types());
    printf("%d\n", await depth(0));
    return 0;
}
