/* return, break, continue and goto out of a defer. */
#include <asyncc.h>

static async int f(int x)
{
    for (int i = 0; i < x; i++) {
        defer {
            if (x == 1)
                return 1;
        }
        defer {
            if (x == 2)
                break;
            if (x == 3)
                continue;
        }
        defer {
            if (x == 4)
                goto out;
            for (;;)
                break;
        }
        await async_yield();
    }
    switch (x) {
    case 1: {
        defer break;
    }
    }
out:
    return 0;
}
