/*
 * shared_future.c - futures that another thread sets.
 */
#include "remote.h"

#include "../core/fatal.h"
#include "../core/serial.h"

#include <asyncc/future.h>

static void deliver(struct asyncc_message *message, int is_open)
{
    struct async_future *future = (void *)((char *)message - offsetof(struct async_future, message));
    struct async_remote *remote = future->remote;
    (void)is_open;
    future->remote = NULL;
    async_future_set(future, future->sent);
    asyncc_remote_relax(remote);
    asyncc_remote_unref(remote);
}

int async_future_share(struct async_future *future)
{
    asyncc_serial_begin();
    struct asyncc_loop *loop = asyncc_thread.loop;
    if (!loop)
        asyncc_fatal("async_future_share: this thread has no loop");
    int error = asyncc_remote_find(loop, &future->remote);
    if (error) {
        future->remote = NULL;
        return error;
    }
    future->message.deliver = deliver;
    asyncc_remote_ref(future->remote);
    asyncc_remote_expect(future->remote);
    return 0;
}

void async_future_set_from_thread(struct async_future *future, int status)
{
    if (!future->remote)
        asyncc_fatal("async_future_set_from_thread: the future is not shared");
    struct async_remote *remote = future->remote;
    future->sent = status;
    if (asyncc_remote_post(remote, &future->message) != 0)
        asyncc_remote_unref(remote); /* the loop has ended, and so has who might have waited */
}
