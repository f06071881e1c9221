/* no elision */
/* order of tasks */
/* Functions in other files that cancel their own task: it ends where it next waits, in whichever of them. */
#include "calls.h"

#include <stdio.h>

static async int outer(task(int) *self, int how)
{
    int value = await cancels(self, how);
    printf("had %d ", value);
    await async_yield();
    printf("never ");
    return value;
}

static async void cancelled(void)
{
    for (int how = 0; how < 4; how++) {
        task(int) self = create_task(outer(&self, how));
        (void)await async_wait(&self, 1, ASYNC_ALL_COMPLETED);
        printf("%d: %s\n", how, task_status(self) == 0 ? "done" : "cancelled");
        task_unref(self);
    }
}

async int main(void)
{
    await cancelled();
    return 0;
}
