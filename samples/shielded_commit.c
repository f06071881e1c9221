/*
 * shield: who asked for it may be cancelled, but what was begun is brought to its end.
 */
#include <asyncc.h>
#include <stdio.h>

static async int commit(void)
{
    printf("the commit begins\n");
    await async_sleep(2);
    printf("the commit is written\n");
    return 1;
}

static async void request(task(int) commit)
{
    defer printf("the request ends\n");
    if (await shield(commit))
        printf("never: the request was cancelled\n");
}

async int main(void)
{
    task(int) committing = create_task(commit());
    int status = await timeout(1, request(task_ref(committing)));
    printf("%s\n", status ? "the client is gone" : "answered");
    printf("committed: %d\n", await join(committing));
    return 0;
}
