#include <numbers.h>
#include <shared/tripled.h>
#include "local.h" /* the one beside this file */

async int other_number(void)
{
    int own[] = { OWN };
    await async_yield();
    return LOCAL + own[0] + await tripled(own[0]) / 3;
}
