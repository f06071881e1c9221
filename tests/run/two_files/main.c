/* An async function of another file, declared in a header. */
#include "count.h"
#include <stdio.h>

async int main(void)
{
    int sum = 0;
    for (int i = 0; i < 5; i++)
        sum += await count_to(i);
    printf("%d\n", sum);
    return 0;
}
