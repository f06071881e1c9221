/* An argument for a parameter that is a transparent union is kept, over the awaits behind it, as what it is. */
#include <asyncc.h>
#include <stdio.h>

typedef union {
    int *number;
    const char *text;
} either __attribute__((transparent_union));

static async int id(int v)
{
    await async_yield();
    return v;
}

static async int first(either e, int v)
{
    await async_yield();
    return *e.number + v;
}

static int plain(int v, either e, int w)
{
    return v + e.text[0] + w;
}

static int calls;

static int *next(int *list)
{
    return &list[calls++];
}

#define FIRST(p, v) first(p, v)

async int main(void)
{
    int list[] = { 1, 2, 3 }, *p = list;
    printf("%d ", await first(&list[1], await id(10)));
    printf("%d ", await first(next(list), await id(20)));
    printf("%d ", await FIRST(p++, await id(calls)));
    printf("%d ", await first(p, 0));
    printf("%d ", await first((either){ .number = p }, await id(30)));
    printf("%d\n", plain(await id(1), calls ? "A" : "B", await id(2)));
    return 0;
}
