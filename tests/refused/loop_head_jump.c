/* break and continue in the head of a loop; not in a function that is copied as it is. */
#include <asyncc.h>

static async int next(int x)
{
    await async_yield();
    return x;
}

static async int f(int x)
{
    int n = 0;
    for (;;) {
        while (({ if (await next(x) > 3) break; n++ < 2; }))
            n++;
        do
            n++;
        while (({ if (n > 3) continue; n < 2; }));
        for (int i = 0; ({ if (n > 4) break; n < 2; }); i += ({ if (n > 3) continue; 1; }))
            n++;
        for (int i = ({ if (n > 4) break; n; }); i < 3; i++) /* fine */
            n++;
        switch (({ if (n > 4) break; n; })) { /* fine */
        case 1:
            break;
        }
        while (({ int k = 0; for (;; k++) if (k > 3) break; else continue; k < n; })) /* fine */
            n--;
    }
    return n;
}

static async int copied(int x)
{
    while (x) {
        while (({ if (x > 3) break; x-- > 0; }))
            x--;
    }
    return x;
}

async int g(int x)
{
    defer x++;
    while (({ if (x > 3) break; x-- > 0; }))
        x--;
    return await copied(x) + await f(x);
}
