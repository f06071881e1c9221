/*
 * Task-local values: what a task sets, everything that it calls and every task that it creates can see.
 */
#include <asyncc.h>
#include <asyncc/local.h>
#include <stdio.h>

static struct async_local request;

static void log_line(const char *text)
{
    const char *id = async_local_get(&request);
    printf("[%s] %s\n", id ? id : "-", text);
}

static async void query(void)
{
    await async_sleep(1);
    log_line("has queried");
}

static async void handle(char *id)
{
    async_local_set(&request, id);
    log_line("begins");
    task(void) querying = create_task(query());
    await async_sleep(0.5);
    await join(querying);
    log_line("ends");
}

async int main(void)
{
    task(void) first = create_task(handle("first")), second = create_task(handle("second"));
    await join(first);
    await join(second);
    log_line("all is done");
    return 0;
}
