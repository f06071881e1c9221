/* pitfalls: 75 */
/* The end of main without a return gives 0, as C has it. */
#include <asyncc.h>
#include <stdio.h>

async int main(void)
{
    for (int i = 0; i < 3; i++) {
        await async_yield();
        printf("%d\n", i);
    }
}
