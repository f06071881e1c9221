/* options: -Wunused-macros */
/* Macros that nothing uses, and one that is used only where the translation has its expansion. */
#define ABOVE 1
#include <asyncc.h>
#include <stdio.h>

#define SAY(text) do { int said = puts(text); if (said < 0) return await failed(said); } while (0)
#define BELOW 2

static async int failed(int n) { await async_yield(); return n; }
async int main(void)
{
    SAY("x");
    await async_yield();
    SAY("y");
    return 0;
}
