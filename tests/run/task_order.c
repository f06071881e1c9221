/* order of tasks */
/* no elision */
/* exit: 3 */
/* Tasks take their first step when the one that created them suspends, in the order of creation. */
#include <asyncc.h>
#include <stdio.h>

static async int step(const char *name, int value)
{
    printf("%s begins\n", name);
    await async_sleep(value);
    printf("%s ends\n", name);
    return value;
}

async int main(void)
{
    task(int) a = create_task(step("a", 2));
    task(int) b = create_task(step("b", 1));
    puts("created");
    int sum = await join(a);
    return sum + await join(b);
}
