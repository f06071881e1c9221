/*
 * A broadcast: every listener gets every message that is sent while it listens; one that is too slow is told how many
 * it has missed.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <stdio.h>
#include <uv.h>

static async void listen_to(struct async_broadcast *news, const char *who, double pause)
{
    struct async_receiver receiver;
    int message, status;
    async_broadcast_subscribe(news, &receiver);
    while ((status = await async_broadcast_receive(&receiver, &message)) != UV_EOF) {
        if (status == UV_ENOBUFS)
            printf("%s has missed %d\n", who, (int)receiver.missed);
        else
            printf("%s hears %d\n", who, message);
        await async_sleep(pause);
    }
}

async int main(void)
{
    struct async_broadcast news;
    if (async_broadcast_init(&news, sizeof(int), 2) != 0)
        return 1;
    defer async_broadcast_deinit(&news);
    task(void) quick = create_task(listen_to(&news, "the quick one", 0));
    task(void) slow = create_task(listen_to(&news, "the slow one", 3.5));
    for (int message = 1; message <= 6; message++) {
        await async_sleep(1);
        async_broadcast_send(&news, &message);
    }
    async_broadcast_close(&news);
    await join(quick);
    await join(slow);
    return 0;
}
