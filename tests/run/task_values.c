/* no elision */
/* order of tasks */
/* Task-local values are taken over when a task is created, and are its own from then on; names. */
#include <asyncc.h>
#include <asyncc/group.h>
#include <asyncc/local.h>
#include <stdio.h>

static struct async_local user, depth;

static const char *value(void)
{
    const char *text = async_local_get(&user);
    return text ? text : "none";
}

static async int shows(const char *who, char *sets)
{
    printf("%s:%s ", who, value());
    if (sets)
        async_local_set(&user, sets);
    await async_yield();
    printf("%s:%s ", who, value());
    return 0;
}

async void pooled(const char *who, char *sets)
{
    await shows(who, sets);
}

static async void creates(void)
{
    async_local_set(&user, "parent");
    task(int) t = create_task(shows("child", "child's own"));
    async_local_set(&user, "changed later"); /* after the child was created: not seen by it */
    await join(t);
    printf("parent:%s\n", value());
    struct async_group group = ASYNC_GROUP_INIT(1);
    async_group_spawn(&group, shows("first", NULL));
    async_local_set(&user, "changed again");
    async_group_spawn(&group, shows("second", NULL));
    await async_group_join(&group);
    printf("\n");
    await gather(shows("one", "from one"), pooled("two", NULL)); /* they share it */
    printf("parent:%s\n", value());
    await pooled("callee", "from the callee");
    printf("parent:%s\n", value());
}

enum { MANY = 500 };

static async int many(int i)
{
    static int numbers[MANY];
    numbers[i] = i;
    async_local_set(&depth, &numbers[i]);
    await async_sleep(i % 7);
    return async_local_get(&depth) == &numbers[i] && async_local_get(&user) == NULL;
}

async int main(void)
{
    printf("%s %d\n", value(), async_set_name("main"));
    await join(create_task(creates()));
    printf("main:%s\n", value());
    task(int) t[MANY];
    int right = 0;
    for (int i = 0; i < MANY; i++) {
        char name[20];
        snprintf(name, sizeof name, "number %d", i);
        t[i] = create_task(many(i));
        async_task_set_name(t[i], name);
    }
    printf("%s %s\n", async_task_name(t[0]), async_task_name(t[MANY - 1]));
    async_task_set_name(t[1], "renamed");
    await async_yield();
    printf("%s %d\n", async_task_name(t[1]), async_task_name(t[0]) == NULL || !task_done(t[0]));
    for (int i = 0; i < MANY; i++)
        right += await join(t[i]);
    printf("%d\n", right);
    return 0;
}
