/* Macros that get the names of others; what those mention lives in the frame. */
#include <asyncc.h>
#include <stdio.h>

static int v0, v1;

#define STORE(x) *y++ = &x; *y++ = &x;
#define CHECK(x) printf("%d", await same(*z++, &x)); z++;
#define EACH(macro, x) macro(x##0) macro(x##1)
#define TWICE(macro, x) EACH(macro, x) EACH(macro, x)

static async int same(int *a, int *b)
{
    await async_yield();
    return a == b;
}

static async void fill(int *volatile *y)
{
    await async_yield();
    TWICE(STORE, v)
}

async int main(void)
{
    int *volatile places[8], *volatile *z = places;
    await fill(places);
    TWICE(CHECK, v)
    printf("\n");
    return 0;
}
