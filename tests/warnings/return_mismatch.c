/* What a return statement lacks or has too much: gcc warns, without any -W option, and to clang it is an error. */
#include <asyncc.h>

static async int f(int n) { await async_yield(); return n; }
static async int lacks(int n)
{
    if (await f(n))
        return;
    return 1;
}
async int lacks_in_plain(int n)
{
    if (n)
        return;
    return 1;
}
static async void has(void)
{
    await f(1);
    return 1;
}
static async void awaits(void)
{
    return await f(1);
}
async int main(void)
{
    await has();
    await awaits();
    return await lacks(0);
}
