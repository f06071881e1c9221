/* no elision */
/* pitfalls: 87, 93 */
/* Cancellation through recursion, pointers and residents: every frame's defers, innermost first. */
#include <asyncc.h>
#include <stdio.h>

static async void down(int depth, char *parent)
{
    char mine[8] = {(char)('a' + depth)};
    defer printf("%c<%c ", mine[0], parent[0]);
    if (depth == 0)
        await async_sleep(100);
    else
        await down(depth - 1, mine);
    printf("never ");
}

static async void through_pointer(async void (*f)(int, char *), int depth)
{
    defer {
        await async_yield();
        printf("pointer ");
    }
    await f(depth, "top");
}

static async int in_expression(int v)
{
    int kept[2] = {v, 2};
    defer printf("kept %d ", kept[0] + kept[1]);
    int x = kept[0] + (v && await timeout(50, through_pointer(down, v)) == 0 ? 1 : 2);
    printf("x %d ", x);
    return x;
}

static async void many(void)
{
    defer printf("many\n");
    int a = 0, b = 0;
    for (int i = 1;; i++) {
        defer printf("turn %d ", i);
        await gather(a = in_expression(i), b = in_expression(0));
        printf("= %d ", a + b);
    }
}

async int main(void)
{
    task(void) t = create_task(many());
    await async_sleep(75);
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    task_unref(t);
    return 0;
}
