#include <numbers.h>
#include "local.h" /* the one beside this file */

async int other_number(void)
{
    int own[] = { OWN };
    await async_yield();
    return LOCAL + own[0];
}
