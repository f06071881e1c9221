/* Structs that end in a flexible array, alive beside others over an await: they stand amid the members of frames, of which clang
 * would remark. */
#include <asyncc.h>
#include <stdio.h>

struct event {
    int size;
    char name[];
};

struct record {
    long at;
    struct event event;
};

static async int f(int x)
{
    await async_sleep(0);
    return x;
}

static async int events(void)
{
    struct event first = { 1 }, second = { 2 };
    first.size += await f(1);
    second.size += await f(2);
    return first.size + second.size;
}

static async int of_header(const struct record *all)
{
    struct record record = *all;
    record.at += await f(record.event.size);
    return (int)record.at + await f(record.event.size);
}

async int main(void)
{
    int n = 0, m = 0;
    struct record record = { 1, { 2 } };
    await gather(n = events(), m = of_header(&record));
    printf("%d %d\n", n, m);
    return 0;
}
