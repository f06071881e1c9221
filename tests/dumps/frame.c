/* What lies where: what is alive at one await only lies over what is alive at another. */
#include <asyncc.h>

void use(int *p);

static async int leaf(int n)
{
    await async_sleep(0);
    return n;
}

async int lay_out(int n)
{
    int all = 1;
    char small = 'a';
    use(&all);
    if (n) {
        double inside[4] = { n };
        await leaf(1);
        n += (int)inside[0];
    } else {
        long other = n;
        await leaf(2);
        n += (int)other;
    }
    return all + n + small;
}
