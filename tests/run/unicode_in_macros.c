/* What is not ASCII keeps its bytes in a macro that is expanded because an await stands in it. */
#include <asyncc.h>
#include <stdio.h>

#define SHOW(größe)                                                                                                    \
    do {                                                                                                               \
        int länge = (größe);                                                                                           \
        printf("%s = %d: ä\t\"é\" \\ \u00fc %%\n", #größe, länge);                                                     \
    } while (0)

static async int breite(int v)
{
    await async_yield();
    return v;
}

async int main(void)
{
    SHOW(await breite(3));
    SHOW(await breite((int)sizeof "ß€𝄞"));
    return 0;
}
