/* exit in the depth. */
#include <stdlib.h>
#include <stdio.h>

static void done(int n)
{
    printf("done %d\n", n);
    exit(n);
}

static int loop(int n)
{
    if (n == 0)
        done(7);
    return loop(n - 1) + 1;
}

int main(void)
{
    printf("start\n");
    return loop(5);
}
