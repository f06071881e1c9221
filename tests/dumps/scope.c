/* No defers: each way out says where it goes on. */
#include <asyncc.h>

void close_it(int n);

async int leave(int n)
{
    while (n) {
        defer close_it(n);
        if (n == 2)
            break;
        await async_sleep(n--);
    }
    return n;
}
