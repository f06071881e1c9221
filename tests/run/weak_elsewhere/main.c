/* A weak function is not awaited past the one that replaces it, wherever it is said to be weak. */
#include "hooks.h"
#include <stdio.h>

async int main(void)
{
    int sum = await twice(1);
    printf("%d %d\n", sum, await twice_other(1));
    return 0;
}
