/* Arrays that live in the frame, with bounds by the command line and by who compiles. */
/* flags: | -DSIZE=8 */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#ifndef SIZE
#define SIZE 4
#endif
#ifdef __clang__
enum { COUNT = SIZE * 2 };
#else
enum { COUNT = SIZE * 3 };
#endif

static async void look(const void *at)
{
    await async_yield();
    (void)at;
}

static async int sized(void)
{
    char before[4] = "abc", by_macro[SIZE], by_enumerator[2][COUNT], by_type[sizeof(char[SIZE])], after[4] = "def";
    char (*pointer)[COUNT] = by_enumerator;
    await look(before);
    await look(by_type);
    memset(by_macro, 'x', SIZE);
    memset(by_enumerator, 'y', 2 * COUNT);
    await look(pointer);
    printf("%s %s %c %c\n", before, after, by_macro[SIZE - 1], (*++pointer)[COUNT - 1]);
    return (int)sizeof by_macro;
}

async int main(void)
{
    printf("%d\n", await sized());
    return 0;
}
