/*
 * async_dump_tasks: what every task waits for, through all the calls. ASYNCC_DEBUG=1 in the environment also tells
 * where each was created, and prints it on ^\ (SIGQUIT). Printed to stderr here.
 */
#include <asyncc.h>
#include <asyncc/debug.h>
#include <asyncc/local.h>
#include <asyncc/sync.h>
#include <stdio.h>

static struct async_event never = ASYNC_EVENT_INIT;

static async void inner(void)
{
    await async_event_wait(&never);
}

static async void outer(void)
{
    await inner();
}

async int main(void)
{
    task(void) waiting = create_task(outer()), sleeping = create_task(async_sleep(100));
    async_task_set_name(waiting, "the one that waits");
    await async_yield();
    async_dump_tasks(stderr);
    printf("%s waits for an event\n", async_task_name(waiting));
    task_unref(waiting);
    task_unref(sleeping);
    return 0;
}
