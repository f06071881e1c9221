/* options: -Wall -Werror=return-type -Wshadow -Werror=shadow -Wno-error=shadow */
/* What the translator says in the place of a compiler is an error where it would be one. */
#include <asyncc.h>

static async int without_end(int n)
{
    int k = n;
    if (k) {
        int k = 2;
        await async_sleep(k);
        return k;
    }
}

async int main(void)
{
    return await without_end(1);
}
