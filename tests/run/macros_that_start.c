/* A macro of the user's says create_task, async_run and the like: what the call mentions is kept over the awaits before it. */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>

#define START(v) create_task(same(v))
#define START_LOCAL create_task(same(late))
#define DECLARE(name) task(int) name = create_task(same(late))
#define SAME(...) __VA_ARGS__
#define IN_GROUP(group, v) async_group_create_task(group, same(v))

static async int same(int v) { await async_yield(); return v; }

static async int argument(int late) { await async_yield(); task(int) t = START(late); return await join(t); }
static async int mentioned(int late) { await async_yield(); task(int) t = START_LOCAL; return await join(t); }
static async int declared(int late) { await async_yield(); DECLARE(t); return await join(t); }
static async int passed(int late) { await async_yield(); return await join(SAME(create_task(same(late)))); }
static async int awaits(int late) { await async_yield(); return await join(START(await same(late) + late)); }
static async int in_group(int late)
{
    struct async_group group = ASYNC_GROUP_INIT(0);
    await async_yield();
    task(int) t = IN_GROUP(&group, late);
    int value = await join(t);
    return await async_group_join(&group) + value;
}

async int main(void)
{
    printf("%d %d %d\n", await argument(3), await mentioned(4), await declared(5));
    printf("%d %d %d\n", await passed(6), await awaits(7), await in_group(8));
    return 0;
}
