/* no elision */
/* options: -D_GNU_SOURCE */
/* A group is cancelled once: by the failure of a task, by its owner, by a close; the good-byes of its tasks may wait. */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>
#include <uv.h>

static double began;

static async int polite(void)
{
    defer {
        await async_sleep(3);
        printf("said good-bye after %.1f\n", async_time() - began);
    }
    await async_sleep(100);
    return 0;
}

static async int fails(void)
{
    await async_sleep(0.1);
    return UV_EIO;
}

static async int owner(int cancels)
{
    struct async_group group = ASYNC_GROUP_INIT(0);
    defer await async_group_close(&group);
    async_group_spawn(&group, polite());
    async_group_spawn(&group, fails());
    await async_sleep(0.2);
    for (int i = 0; i < cancels; i++) {
        await async_yield();
        async_group_cancel(&group);
    }
    return await async_group_join(&group);
}

async int main(void)
{
    for (int cancels = 0; cancels < 3; cancels += 2) {
        int e = 0;
        began = async_time();
        int late = await timeout(1, e = owner(cancels));
        printf("%s after %.1f\n", late ? "timeout" : uv_err_name(e), async_time() - began);
    }
    return 0;
}
