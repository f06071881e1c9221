/* abort in the depth. */
#include <stdlib.h>

static void die(int n)
{
    if (n == 0)
        abort();
    die(n - 1);
}

int main(void)
{
    die(3);
    return 0;
}
