/*
 * remote.c - see remote.h. A list under a mutex, and a uv_async_t that tells the loop of it.
 */
#include "remote.h"

#include "../core/memory.h"

struct async_remote {
    struct asyncc_part part;
    uv_async_t wakeup;
    uv_mutex_t mutex; /* of all that follows */
    struct asyncc_message *first, **last;
    unsigned references, expected;
    int is_open;
    int is_ending; /* no more tasks; what others answer is still wanted */
};

/* ---- references ---- */

static void unlock_and_free(struct async_remote *remote)
{
    unsigned left = remote->references;
    uv_mutex_unlock(&remote->mutex);
    if (left)
        return;
    uv_mutex_destroy(&remote->mutex);
    asyncc_memory(remote, 0);
}

void asyncc_remote_ref(struct async_remote *remote)
{
    uv_mutex_lock(&remote->mutex);
    remote->references++;
    uv_mutex_unlock(&remote->mutex);
}

void asyncc_remote_unref(struct async_remote *remote)
{
    uv_mutex_lock(&remote->mutex);
    remote->references--;
    unlock_and_free(remote);
}

/* ---- in the loop's thread ---- */

static struct asyncc_message *take_messages(struct async_remote *remote)
{
    struct asyncc_message *first = remote->first;
    remote->first = NULL;
    remote->last = &remote->first;
    return first;
}

static void deliver(struct asyncc_message *message, int is_open)
{
    for (struct asyncc_message *next; message; message = next) {
        next = message->next;
        message->deliver(message, is_open);
    }
}

static void keep_alive(struct async_remote *remote)
{
    uv_mutex_lock(&remote->mutex);
    unsigned expected = remote->expected;
    uv_mutex_unlock(&remote->mutex);
    if (expected)
        uv_ref((uv_handle_t *)&remote->wakeup);
    else
        uv_unref((uv_handle_t *)&remote->wakeup);
}

static void on_wakeup(uv_async_t *handle)
{
    struct async_remote *remote = (void *)((char *)handle - offsetof(struct async_remote, wakeup));
    uv_mutex_lock(&remote->mutex);
    struct asyncc_message *messages = take_messages(remote);
    uv_mutex_unlock(&remote->mutex);
    deliver(messages, 1);
    if (remote->is_open) /* only this thread changes it */
        keep_alive(remote);
}

static void close_part(struct asyncc_part *part);

static void on_closed(uv_handle_t *handle)
{
    struct async_remote *remote = (void *)((char *)handle - offsetof(struct async_remote, wakeup));
    remote->part.loop->handles--;
    asyncc_remote_unref(remote);
}

void asyncc_remote_forked(struct asyncc_loop *loop)
{
    struct async_remote *remote = (struct async_remote *)asyncc_part_find(loop, close_part);
    if (!remote)
        return;
    uv_mutex_init(&remote->mutex);
    remote->wakeup.pending = 0;
}

int asyncc_remote_end(struct asyncc_loop *loop)
{
    struct async_remote *remote = (struct async_remote *)asyncc_part_find(loop, close_part);
    if (!remote)
        return 0;
    uv_mutex_lock(&remote->mutex);
    remote->is_ending = 1;
    struct asyncc_message *messages = take_messages(remote);
    uv_mutex_unlock(&remote->mutex);
    deliver(messages, 1);
    return messages != NULL;
}

static void close_part(struct asyncc_part *part)
{
    struct async_remote *remote = (struct async_remote *)part;
    uv_mutex_lock(&remote->mutex);
    remote->is_open = 0;
    struct asyncc_message *messages = take_messages(remote);
    uv_mutex_unlock(&remote->mutex);
    deliver(messages, 0);
    uv_close((uv_handle_t *)&remote->wakeup, on_closed);
}

static int init(struct async_remote *remote, uv_loop_t *uv)
{
    int error = uv_mutex_init(&remote->mutex);
    if (error)
        return error;
    error = uv_async_init(uv, &remote->wakeup, on_wakeup);
    if (error)
        uv_mutex_destroy(&remote->mutex);
    return error;
}

int asyncc_remote_find(struct asyncc_loop *loop, struct async_remote **found)
{
    *found = (struct async_remote *)asyncc_part_find(loop, close_part);
    if (*found)
        return 0;
    struct async_remote *remote = asyncc_memory(NULL, sizeof *remote);
    if (!remote)
        return UV_ENOMEM;
    *remote = (struct async_remote){ .references = 1, .is_open = 1 };
    remote->last = &remote->first;
    int error = init(remote, loop->uv);
    if (error) {
        asyncc_memory(remote, 0);
        return error;
    }
    uv_handle_set_data((uv_handle_t *)&remote->wakeup, loop);
    uv_unref((uv_handle_t *)&remote->wakeup);
    loop->handles++;
    asyncc_part_add(loop, &remote->part, close_part);
    *found = remote;
    return 0;
}

/* ---- in any thread ---- */

static int is_own(const struct async_remote *remote)
{
    return asyncc_thread.loop && asyncc_thread.loop == remote->part.loop;
}

/* What keeps the loop alive is changed in its own thread. */
static void change_expected(struct async_remote *remote, unsigned by)
{
    uv_mutex_lock(&remote->mutex);
    remote->expected += by;
    int is_open = remote->is_open;
    if (is_open && !is_own(remote))
        uv_async_send(&remote->wakeup);
    uv_mutex_unlock(&remote->mutex);
    if (is_open && is_own(remote))
        keep_alive(remote);
}

void asyncc_remote_expect(struct async_remote *remote)
{
    change_expected(remote, 1);
}

void asyncc_remote_relax(struct async_remote *remote)
{
    change_expected(remote, -1u);
}

static int post(struct async_remote *remote, struct asyncc_message *message, int for_a_task)
{
    uv_mutex_lock(&remote->mutex);
    int is_open = remote->is_open && !(for_a_task && remote->is_ending);
    if (is_open) {
        message->next = NULL;
        *remote->last = message;
        remote->last = &message->next;
        uv_async_send(&remote->wakeup);
    }
    uv_mutex_unlock(&remote->mutex);
    return is_open ? 0 : UV_ESRCH;
}

int asyncc_remote_post(struct async_remote *remote, struct asyncc_message *message)
{
    return post(remote, message, 0);
}

int asyncc_remote_post_task(struct async_remote *remote, struct asyncc_message *message)
{
    return post(remote, message, 1);
}
