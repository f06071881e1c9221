/* Arrays whose values give their size, by the command line and by who compiles. */
/* flags: | -DLIST=5,6,7 | -DTEXT="twelve" | -finput-charset=utf-8 */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

#ifndef LIST
#define LIST 1, 2, 3, 4
#endif
#ifndef TEXT
#define TEXT "ten"
#endif
#ifdef __clang__
#define ROWS { LIST }, { 2 }
#else
#define ROWS { LIST }, { 3 }, { 4 }
#endif

static async int sized(int n)
{
    int plain[] = { LIST }, kept[] = { n, LIST };
    const char text[] = TEXT;
    volatile int watched[] = { LIST, n };
    char rows[][8] = { ROWS };
    int before = (int)(sizeof plain / sizeof *plain) + plain[2];
    await async_yield();
    printf("%d %d %d %s\n", before, (int)sizeof kept, kept[1], text);
    printf("%d %d %d\n", (int)sizeof watched, watched[1], (int)sizeof text);
    char letters[] = "\u00e9\u00e8";
    await async_yield();
    printf("%d\n", (int)sizeof letters + (letters[0] == letters[1]));
    return (int)sizeof rows + rows[1][0];
}

async int main(void)
{
    printf("%d\n", await sized(7));
    return 0;
}
