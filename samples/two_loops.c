/*
 * Two threads, each with a loop of its own: the main one sends tasks to the other and waits for their values.
 */
#include <asyncc.h>
#include <asyncc/future.h>
#include <asyncc/thread.h>
#include <stdio.h>
#include <uv.h>

static struct async_future ready = ASYNC_FUTURE_INIT, stop = ASYNC_FUTURE_INIT;
static struct async_remote *other;

/* ---- in the other thread ---- */

static async int serve(void)
{
    other = async_remote_self();
    async_future_set_from_thread(&ready, 0);
    return await async_future_wait(&stop);
}

static void run_loop(void *unused)
{
    (void)unused;
    async_run(serve());
}

static async int twice(void *number)
{
    await async_yield();
    return *(int *)number * 2;
}

static async void end_serving(void *unused)
{
    (void)unused;
    async_future_set(&stop, 0);
}

/* ---- in the main thread ---- */

static async int ask(int number)
{
    return await async_remote_call(other, twice, &number);
}

static void join_thread(void *thread)
{
    uv_thread_join(thread);
}

async int main(void)
{
    uv_thread_t thread;
    int a, b, c;
    if (async_future_share(&ready) != 0 || uv_thread_create(&thread, run_loop, NULL) != 0)
        return 1;
    await async_future_wait(&ready);
    await gather(a = ask(1), b = ask(20), c = ask(300));
    printf("%d %d %d\n", a, b, c);
    async_remote_spawn(other, end_serving, NULL);
    await async_to_thread(join_thread, &thread);
    async_remote_release(other);
    printf("the other thread has ended\n");
    return 0;
}
