/* no elision */
/*
 * create_task, async_group_create_task, async_group_spawn, async_run and async_run_until_complete need the type of
 * their call as well as the call: it is there once for all that, with its labels, its tags, its tasks inside of tasks.
 */
#include <asyncc.h>
#include <asyncc/group.h>
#include <stdio.h>

struct pair {
    int a, b;
};

#define COUNT(n) COUNT_TO(n, again_##n)
#define COUNT_TO(n, label) ({ int i = 0; label: if (++i < n) goto label; i; })

static async int same(int v)
{
    await async_yield();
    return v;
}

static async struct pair pair(int a)
{
    await async_yield();
    return (struct pair){ a, a + 1 };
}

static async void say(int v)
{
    await async_yield();
    printf("say %d\n", v);
}

static async int labels(void)
{
    task(struct pair) t = create_task(pair(({ int n = 0; again: if (++n < 3) goto again; n; })));
    task(void) u = create_task(say(COUNT(4)));
    task(int) v = (create_task(same(COUNT(5) + await same(1))));
    create_task(say(COUNT(6)));
    spawn(say(COUNT(7)));
    await join(u);
    return (await join(t)).b * 10 + await join(v);
}

static async int groups(void)
{
    struct async_group group = ASYNC_GROUP_INIT(0);
    task(int) t = async_group_create_task(&group, same(COUNT(3)));
    task(struct pair) u = async_group_create_task(&group, pair(sizeof(struct of_chars { char a, b, c, d; })));
    task(int) v = async_group_create_task(&group, same(await same(5) + COUNT(2)));
    int status = async_group_spawn(&group, same(COUNT(8) - await same(8)));
    int r = await join(t) * 100 + (await join(u)).a * 10 + await join(v);
    return r + status + await async_group_join(&group);
}

static async int nested(void)
{
    return await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1 + await join(create_task(same(1)))))))))))))))))))))))))))))))))))))));
}

static async int of_tags(void)
{
    task(int) t = create_task(same(sizeof(struct of_ints { char a, b; }) + sizeof(enum of_names { ONE, TWO }) * TWO));
    return await join(t);
}

int main(void)
{
    async_run(say(COUNT(2)));
    printf("%d\n", async_run(labels()));
    printf("%d\n", async_run(groups()));
    printf("%d %d\n", async_run(nested()), async_run(of_tags()));
    printf("%d\n", async_run(pair(({ int n = 0; again: if (++n < 9) goto again; n; }))).b);
    return 0;
}
