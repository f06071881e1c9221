/* no elision */
/* order of tasks */
/* pitfalls: 88, 100 */
/* Tasks that go on when the function that started them has ended, and nobody joins: their frames are their own, what
 * they return is dropped. */
#include <asyncc.h>
#include <stdio.h>

struct large { int values[64]; };

static int running;

static async struct large fill(int from)
{
    struct large l;
    running++;
    for (int i = 0; i < 64; i++)
        l.values[i] = from + i;
    await async_sleep(from);
    running--;
    printf("%d: %d\n", from, l.values[63]);
    return l;
}

static async int start(int from)
{
    int over[32];
    for (int i = 0; i < 32; i++)
        over[i] = -1;
    spawn(fill(from));
    task(struct large) dropped = create_task(fill(from + 1));
    task_unref(dropped);
    await async_yield();
    return over[31];
}

static async int overwrite(void)
{
    int over[128];
    for (int i = 0; i < 128; i++)
        over[i] = -2;
    await async_yield();
    return over[127];
}

async int main(void)
{
    int first = await start(3), second = await start(1);
    printf("%d %d, %d running\n", first, second, running);
    printf("%d\n", await overwrite());
    await async_sleep(10);
    printf("%d running\n", running);
    return 0;
}
