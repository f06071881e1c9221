#include <asyncc.h>

async int value(int x);

async int choose(int x)
{
    switch (await value(x)) {
    case 0:
        return 1;
    case 1:
        x = await value(2);
        /* fall through */
    default:
        x++;
        break;
    }
    return x;
}
