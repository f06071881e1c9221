/*
 * suspend.c - awaits that do suspend, switches, tasks.
 *
 * Ten deep: each function awaits the next and needs its own argument afterwards; the tenth yields. The floor,
 * in callbacks.c, is the same in continuation-passing style.
 */
#include "bench.h"
#include "callbacks.h"
#include "plain_call.h"

/* The unit that switches and tasks are measured in; the value is theirs. */
static long calls(long count)
{
    return plain_calls(count) + (count + 1) / 2;
}

/* ---- ten deep ---- */

#define LEVEL(attributes, name, next)       \
    static async attributes int name(int x) \
    {                                       \
        int below = await next(x + 1);      \
        return below + x;                   \
    }
#define BOTTOM(attributes, name)            \
    static async attributes int name(int x) \
    {                                       \
        await async_yield();                \
        return x;                           \
    }

BOTTOM(NOINLINE, level10)
LEVEL(NOINLINE, level9, level10)
LEVEL(NOINLINE, level8, level9)
LEVEL(NOINLINE, level7, level8)
LEVEL(NOINLINE, level6, level7)
LEVEL(NOINLINE, level5, level6)
LEVEL(NOINLINE, level4, level5)
LEVEL(NOINLINE, level3, level4)
LEVEL(NOINLINE, level2, level3)
LEVEL(NOINLINE, level1, level2)

BOTTOM(, inner10)
LEVEL(, inner9, inner10)
LEVEL(, inner8, inner9)
LEVEL(, inner7, inner8)
LEVEL(, inner6, inner7)
LEVEL(, inner5, inner6)
LEVEL(, inner4, inner5)
LEVEL(, inner3, inner4)
LEVEL(, inner2, inner3)
LEVEL(, inner1, inner2)

static async long deep(long count)
{
    long sum = 0;
    for (long i = 0; i < count; i++)
        sum += await level1((int)i & 1);
    return sum;
}

static async long deep_inlinable(long count)
{
    long sum = 0;
    for (long i = 0; i < count; i++)
        sum += await inner1((int)i & 1);
    return sum;
}

/* ---- two tasks that yield to each other ---- */

static async void yielder(long count)
{
    for (long i = 0; i < count; i++)
        await async_yield();
}

static async long switches(long count)
{
    task(void) one = create_task(yielder(count / 2));
    task(void) other = create_task(yielder(count / 2));
    await join(one);
    await join(other);
    return count;
}

/* ---- tasks ---- */

static async int add_one(int x)
{
    return x + 1;
}

static async long tasks(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++) {
        task(int) t = create_task(add_one(sum));
        sum = await join(t);
    }
    return sum;
}

static const struct bench benches[] = {
    { "ten deep, one suspension / callbacks, free list", "1.5x", 50000, deep, callbacks_deep },
    { "ten deep, one suspension / callbacks, malloc", NULL, 50000, deep, callbacks_deep_malloc },
    { "ten deep, one suspension / callbacks, all in one structure", NULL, 50000, deep, callbacks_deep_embedded },
    { "ten deep, inlinable / callbacks, free list, inlinable", "1.5x", 50000, deep_inlinable,
      callbacks_deep_inlinable },
    { "a switch / plain call", "5x", 200000, switches, calls },
    { "a switch / push, pop and indirect call", NULL, 200000, switches, callbacks_switches },
    { "create_task and join / plain call", "15x", 100000, tasks, calls },
};

async int main(int argc, char **argv)
{
    return await bench_all(benches, sizeof benches / sizeof *benches, argc, argv);
}
