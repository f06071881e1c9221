/* no elision */
/* After a peak, whatever sizes its frames had and however its tasks ended, no more than a quarter of it or 1 MiB stays. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern void *(*asyncc_memory)(void *old, size_t size);

enum { COUNT = 20000, HEAD = 16, MIB = 1 << 20 };

static size_t in_use, most;

/* The default, which counts the bytes. */
static void *counting(void *old, size_t size)
{
    char *block = old ? (char *)old - HEAD : NULL;
    if (block)
        in_use -= *(size_t *)(void *)block;
    if (!size) {
        free(block);
        return NULL;
    }
    block = realloc(block, size + HEAD);
    if (!block)
        return NULL;
    *(size_t *)(void *)block = size;
    in_use += size;
    most = in_use > most ? in_use : most;
    return block + HEAD;
}

#define SIZED(size)                                    \
    static async int sized_##size(int v, double pause) \
    {                                                  \
        char kept[size];                               \
        memset(kept, v, sizeof kept);                  \
        await async_sleep(pause);                      \
        return kept[v % size];                         \
    }
SIZED(16)
SIZED(100)
SIZED(200)
SIZED(450)
SIZED(800)

static void report(const char *what)
{
    size_t bound = most / 4 > MIB ? most / 4 : MIB;
    if (in_use > bound)
        printf("%s: %zu KiB of %zu stay\n", what, in_use >> 10, most >> 10);
    else
        printf("%s: little stays\n", what);
    most = in_use;
}

#define PHASE(size, pause)                                        \
    do {                                                          \
        for (int k = 0; k < COUNT; k++)                           \
            spawn(sized_##size(k, pause));                        \
        await async_sleep(100);                                   \
        report(#size " bytes, " #pause);                          \
    } while (0)

/* One in a hundred lives on, so that it is among those that end: of each slab some may stay. */
static async void few_stay(void)
{
    for (int k = 0; k < COUNT; k++)
        spawn(sized_100(k, k / 100 == COUNT / 200 ? 1000.0 : 1.0));
    await async_sleep(100);
    report("few stay");
}

static async void all(void)
{
    PHASE(16, 1);
    PHASE(100, 1);
    PHASE(200, k % 50);
    PHASE(450, k / (double)COUNT);
    PHASE(800, rand() % 90);
    PHASE(16, rand() % 90);
    await few_stay();
}

int main(void)
{
    asyncc_memory = counting;
    async_clock_set_virtual(1);
    async_run(all());
    printf("%zu bytes in the end\n", in_use);
    return 0;
}
