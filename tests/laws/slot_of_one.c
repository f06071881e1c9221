/* What is an array of pointers has the room of one in the frame. */
#include <asyncc.h>

async int use(int n, int list[2][n])
{
    int (*rows[2])[n]; /* law: frame */
    rows[0] = rows[1] = list;
    await async_yield();
    return **rows[1];
}
