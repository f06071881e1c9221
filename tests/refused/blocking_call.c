/* options: -Werror=blocking-call */
/* pitfalls: 109 */
#include <asyncc.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

static void plain(void)
{
    sleep(1);
}

static async void f(uv_loop_t *loop)
{
    sleep(2);
    usleep(3);
    struct timespec time = {1, 0};
    nanosleep(&time, NULL);
    char text[10];
    if (read(0, text, sizeof text) > 0)
        puts(text);
    uv_run(loop, UV_RUN_DEFAULT);
    plain();
    await async_yield();
}
