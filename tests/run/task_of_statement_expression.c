/* no elision */
/* create_task as the value of a statement expression gives its handle; one whose value is dropped is a spawn. */
#include <asyncc.h>
#include <stdio.h>

static async int same(int x)
{
    await async_yield();
    return x;
}

static async void say(int x)
{
    printf("say %d\n", x);
}

static task(int) start(int x)
{
    return ({ printf("start\n"); create_task(same(x)); });
}

async int main(void)
{
    task(int) t = ({ create_task(same(3)); });
    printf("%d\n", t != NULL);
    task(int) u = start(4);
    printf("%d %d\n", u ? await join(u) : 0, await join(t));
    printf("%d\n", await join(({ int n = 7; goto out; out: create_task(same(n)); })));
    ({ create_task(say(1)); });
    await async_sleep(1);
    (void)({ await async_yield(); create_task(say(2)); });
    await async_sleep(1);
    create_task(say(3));
    await async_yield();
    return 0;
}
