/*
 * A group of tasks: never more than two at once. The first failure, a negative value, cancels those that are under
 * way, and those that have not begun never will. Join tells the failure.
 */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>

static async int load(int page)
{
    printf("page %d begins\n", page);
    defer printf("page %d ends\n", page);
    await async_sleep(page == 3 ? 0.5 : 1);
    return page == 3 ? -404 : 0;
}

async int main(void)
{
    struct async_group group = ASYNC_GROUP_INIT(2);
    defer await async_group_close(&group);
    for (int page = 1; page <= 6; page++)
        async_group_spawn(&group, load(page));
    printf("the group ends with %d\n", await async_group_join(&group));
    return 0;
}
