/* Where locals live, before it is known what is alive. */
#include <asyncc.h>

void use(int *p);

async int homes(int n)
{
    int plain = n, big[64] = { 0 }, taken = 1;
    volatile int stays = 2;
    use(&taken);
    if (n)
        goto behind;
    await async_sleep(0);
    int passed = 3;
behind:
    passed = n;
    await async_sleep(0);
    int never = big[n];
    return plain + taken + stays + passed + never;
}
