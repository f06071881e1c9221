/* Macros that await, or only name what they would, in the brackets of subscripts and of arrays. */
#include <asyncc.h>
#include <stdio.h>

static int calls;

static async int f(int n)
{
    calls++;
    await async_yield();
    return n;
}

#define AWAITED(n) await f(n)
#define ASKED(n) sizeof(await f(n))
#define SELECTED(n) _Generic(await f(n), int: 2, default: 1)
#define BOTH(n) (AWAITED(n) + (int)ASKED(n) - 4)

async int main(void)
{
    int t[8] = { 10, 11, 12, 13, 14, 15, 16, 17 };
    int asked[ASKED(1)], selected[SELECTED(1) + 1], awaited[(AWAITED(3))], pairs[2][((AWAITED(2)))];
    printf("%zu %zu %zu %zu\n", sizeof asked / sizeof *asked, sizeof selected / sizeof *selected,
           sizeof awaited / sizeof *awaited, sizeof pairs / sizeof **pairs);
    printf("%d %d %d %d %c\n", t[AWAITED(1)], t[ASKED(1)], t[SELECTED(1)], t[BOTH(5)], "abc"[(AWAITED(7)) % 3]);
    void *labels[] = { &&first, &&second };
    goto *labels[(AWAITED(3)) % 2];
first:
    puts("first");
second:
    printf("second, %d calls\n", calls);
    return 0;
}
