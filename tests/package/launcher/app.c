#include "part.h"

#include <stdio.h>

int plain(int x);

async int main(void)
{
    printf("%d\n", plain(await part(20)));
    return 0;
}
