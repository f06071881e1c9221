/* Results are copied from residents of a frame, which the unit has beside them. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
struct big { int pad; char text[300]; };
static struct big *shown;
static async struct big make(int n)
{
    struct big b;
    shown = &b;
    for (int i = 0; i < 300; i++) b.text[i] = (char)('a' + i % 26);
    b.pad = n;
    await async_sleep(0.001);
    return b;
}
async int main(void)
{
    struct big x, y;
    task(struct big) t = create_task(make(5));
    x = await join(t);
    await gather(y = make(6));
    int bad = 0;
    for (int i = 0; i < 300; i++) bad += x.text[i] != 'a' + i % 26 || y.text[i] != 'a' + i % 26;
    printf("%d %d %d\n", x.pad, y.pad, bad);
    return 0;
}
