/*
 * An event loop of one's own: an ordinary main attaches it, runs one call on it, and closes it.
 * Takes no time.
 */
#include <asyncc.h>
#include <stdio.h>
#include <uv.h>

static async void greeter(const char *name)
{
    printf("Hi, %s you're in a coroutine.\n", name);
}

int main(void)
{
    uv_loop_t loop;
    if (uv_loop_init(&loop) != 0 || async_attach(&loop) != 0)
        return 1;
    puts("starting coroutine");
    puts("entering event loop");
    async_run_until_complete(&loop, greeter("LP"));
    puts("closing event loop");
    async_detach(&loop);
    return uv_loop_close(&loop) == 0 ? 0 : 1;
}
