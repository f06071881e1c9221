/* Labels declared for a block, which macros use to have one of their own each time: alike, but not the same. */
#include <asyncc.h>
#include <stdio.h>

static async int id(int x)
{
    await async_yield();
    return x;
}

#define FIND(array, count, x)                         \
    ({                                                \
        __label__ found;                              \
        int i_;                                       \
        for (i_ = 0; i_ < (count); i_++)              \
            if (await id((array)[i_]) == (x))         \
                goto found;                           \
        i_ = -1;                                      \
    found:                                            \
        i_;                                           \
    })

async int in_function(int x)
{
    __label__ out;
    __label__ in, unused;
    if (await id(x))
        goto out;
in:
    return 1;
out:
    if (x == 1)
        goto in;
    if (x == 100)
        goto unused;
unused:
    return 2;
}

async int alike(int x)
{
    int total = 0;
    for (int k = 0; k < 2; k++) {
        __label__ again, done;
        int m = 0, before = total;
again:
        total += await id(k + x);
        if (++m < 3)
            goto again;
        goto done;
done:
        total += before;
    }
    {
        __label__ again;
        void *p = &&again;
        int m = 0;
again:
        total += await id(x);
        if (++m < 2)
            goto *p;
    }
    return total;
}

async int main(void)
{
    int a[] = {3, 1, 4, 1, 5};
    printf("%d %d %d\n", FIND(a, 5, 4), FIND(a, 5, 9), FIND(a, 5, 5));
    printf("%d %d %d\n", await in_function(0), await in_function(1), await in_function(2));
    printf("%d\n", await alike(7));
    return 0;
}
