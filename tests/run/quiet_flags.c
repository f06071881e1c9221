/* What is silent for the serial program is silent for its translation: functions are entered in their middle, handles are
 * pointers to functions. */
/* options: -Wno-unknown-warning-option -Wpedantic -Wshadow -Wjump-misses-init -Wdeclaration-after-statement -Wcast-align */
#include <asyncc.h>
#include <stdio.h>

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int sum(int n)
{
    int all = 0;
    for (int i = 0; i < n; i++) {
        int value = await f(i);
        all += value * await f(2) + await f(1);
    }
    if (all > 2) {
        int other = await f(all);
        return other;
    }
    return all;
}

async int main(void)
{
    task(int) t = create_task(f(3));
    int before = task_done(t), last = await join(t);
    printf("%d %d %d\n", await sum(4), before * 0, last);
    return 0;
}
