/* pitfalls: 26, 102 */
#include <asyncc.h>
#include <stdio.h>

static async int größe(int länge)
{
    int x = länge, *zeiger = &x;
    await async_yield();
    *zeiger += länge;
    return x;
}

async int main(void)
{
    const char *text = "größer → größte";
    int π = await größe(3) /* ← */ + await größe(4);
    printf("%s %d\n", text, π);
    return 0;
}
