/*
 * await.c - an await that does not suspend, beside a plain call of a function with the same body.
 *
 * The functions do as little as a function can that might suspend; see plain_call.c. A real body makes every ratio
 * smaller.
 */
#include "bench.h"
#include "other.h"
#include "plain_call.h"

/* ---- not inlined ---- */

static async NOINLINE int step(int x, int y)
{
    if (x < 0)
        await async_yield();
    return x + y;
}

/* As C functions are written that can fail: the status is the value, the result goes through a pointer. */
static NOINLINE int status_step(int x, int y, int *result)
{
    int status;
    if (x < 0 && (status = other_status()) != 0)
        return status;
    *result = x + y;
    return 0;
}

static async long await_steps(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = await step(sum, (int)i & 1);
    return sum;
}

static long status_steps(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++) {
        int next;
        if (status_step(sum, (int)i & 1, &next) != 0)
            return -1;
        sum = next;
    }
    return sum;
}

/* ---- no result ---- */

static int counted;

static async NOINLINE void count_one(int x)
{
    if (x < 0)
        await async_yield();
    counted += x;
}

static NOINLINE void plain_count_one(int x)
{
    if (x < 0)
        other_rare();
    counted += x;
}

static async long await_counts(long count)
{
    counted = 0;
    for (long i = 0; i < count; i++)
        await count_one((int)i & 1);
    return counted;
}

static long plain_counts(long count)
{
    counted = 0;
    for (long i = 0; i < count; i++)
        plain_count_one((int)i & 1);
    return counted;
}

/* ---- inlined, where the compiler thinks so ---- */

static async int small(int x, int y)
{
    if (x < 0)
        await async_yield();
    return x + y;
}

static int plain_small(int x, int y)
{
    if (x < 0)
        other_rare();
    return x + y;
}

static async long await_smalls(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = await small(sum, (int)i & 1);
    return sum;
}

static long plain_smalls(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = plain_small(sum, (int)i & 1);
    return sum;
}

/* ---- in another file ---- */

static async long await_others(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = await other_async(sum, (int)i & 1);
    return sum;
}

static long plain_others(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = other_plain(sum, (int)i & 1);
    return sum;
}

/* ---- through a pointer ---- */

static async int (*volatile async_pointer)(int, int) = other_async;
static int (*volatile plain_pointer)(int, int) = other_plain;

static async long await_pointers(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = await async_pointer(sum, (int)i & 1);
    return sum;
}

static long plain_pointers(long count)
{
    int sum = 0;
    for (long i = 0; i < count; i++)
        sum = plain_pointer(sum, (int)i & 1);
    return sum;
}

static const struct bench benches[] = {
    { "await, not inlined / plain call", "1.3x", 1000000, await_steps, plain_calls },
    { "await, not inlined / call with status and result pointer", "1.3x", 1000000, await_steps, status_steps },
    { "await of a void function, not inlined / plain call", "1.3x", 1000000, await_counts, plain_counts },
    { "await, inlinable / inlinable call", NULL, 1000000, await_smalls, plain_smalls },
    { "await, another file / plain call of another file", "6x", 1000000, await_others, plain_others },
    { "await through a pointer / plain call through a pointer", NULL, 1000000, await_pointers, plain_pointers },
};

async int main(int argc, char **argv)
{
    return await bench_all(benches, sizeof benches / sizeof *benches, argc, argv);
}
