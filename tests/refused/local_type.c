/* What a local type mentions cannot stand in front of its function. */
#include <asyncc.h>
#include <stdio.h>

async int block(int n)
{
    struct s {
        int plain;
        char bytes[sizeof(({ int first = n; first; }))];
    } s = { 1, { 1 } };
    await async_yield();
    return s.bytes[0];
}

async int value(int n)
{
    struct s { char bytes[__builtin_constant_p(n) ? 1 : 2]; } s = { { 1 } };
    await async_yield();
    return s.bytes[0];
}

/* Of these only typedefs are written out. */
async int written_out(int n)
{
    typedef __typeof__(({ int first = n; first; })) number;
    number v = n, *p = &v;
    await async_yield();
    return *p;
}

/* The sizes of a type that it mentions. */
async int mentions_sizes(int n, int (*call)(int (*)[3]))
{
    typedef int row[n];
    struct with_sizes {
        int (*call)(row *);
    } calls = { call };
    await async_yield();
    return calls.call(NULL);
}
