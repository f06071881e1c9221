/* Tasks and calls whose frames have ROOM bytes more than they need. */
#include <asyncc.h>

static async int counts(int n)
{
    char seen[ROOM] = { 0 };
    for (int i = 0; i < n; i++) {
        seen[i % ROOM] = 1;
        await async_yield();
    }
    int count = 0;
    for (int i = 0; i < ROOM; i++)
        count += seen[i];
    return count;
}

static async int (*volatile pointer)(int) = counts;

/* 0 + 1 + 2, and the same again. */
async int plugin_run(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        sum += await pointer(i);
        task(int) t = create_task(counts(i)); /* the last thing that is released */
        sum += await join(t);
    }
    return sum;
}
