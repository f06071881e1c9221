/* options: -Wall -Werror=return-type -Wshadow -Werror=shadow -Wno-error=shadow -Werror=unused */
/* What the translator says in the place of a compiler is an error where it would be one; no notes lead into asyncc.h. */
#include <asyncc.h>
#include <stdio.h>

static async int without_end(int n)
{
    int k = n;
    if (k) {
        int k = 2;
        await async_sleep(k);
        k, await without_end(1);
        return k;
    }
}

async int main(void)
{
    return printf("%d\n", 1, await without_end(1));
}
