/* Brackets of a pair that come from different macros: the whole statement is expanded. */
#include <asyncc.h>
#include <stdio.h>

#define SPLIT(x) await same(x
#define OPEN {
#define CLOSE }
#define LEFT (
#define RIGHT )
#define CALL same LEFT
#define ARRAY_AND_INDEX { 5, 6 }, 1

static async int same(int v)
{
    await async_yield();
    return v;
}

static async int split(int n)
OPEN
    int x = SPLIT(n));
    if (x) OPEN x += await same(x); CLOSE
    return x;
CLOSE

static async int pairs(int n)
{
    int x = LEFT n + await same(1) RIGHT * 2;
    x += await same LEFT x RIGHT;
    x += await same(LEFT await same(x) RIGHT); /* one line,
        two */
    x += await CALL n RIGHT;
    return x;
}

static int *element(int *array, int index)
{
    return array + index;
}

async int main(void)
{
    int *kept = element((int[2])ARRAY_AND_INDEX);
    printf("%d\n", await split(3));
    printf("%d %d\n", await pairs(4), __LINE__);
    printf("%d\n", *kept);
    return 0;
}
