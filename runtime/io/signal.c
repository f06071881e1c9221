/*
 * signal.c - signals. Those that came and nobody took are counted.
 */
#include "leaf.h"
#include "handle.h"
#include "waiters.h"

#include "../loop/former.h"

#include <asyncc/signal.h>

struct async_signal {
    struct asyncc_handle base;
    struct asyncc_io_waiters waiters;
    int number;
    int count; /* that came */
    union {
        uv_handle_t handle;
        uv_signal_t signal;
    };
};

static void close_signal(void *signal)
{
    async_signal_close(signal);
}

static const struct asyncc_handle_kind signal_kind = ASYNCC_HANDLE_KIND(struct async_signal, "signal", close_signal);

static void on_signal(uv_signal_t *handle, int number)
{
    struct async_signal *signal = handle->data;
    (void)number;
    signal->count++;
    asyncc_io_wake(&signal->waiters);
}

int async_signal_open(int number, struct async_signal **result)
{
    struct async_signal *signal = asyncc_handle_new(&signal_kind);
    *result = NULL;
    if (!signal)
        return asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    int error = uv_signal_init(asyncc_handle_loop(&signal->base), &signal->signal);
    if (error) {
        asyncc_handle_free(signal);
        return error;
    }
    asyncc_handle_made(signal, &signal->handle);
    signal->number = number;
    asyncc_former_keep(number);
    error = uv_signal_start(&signal->signal, on_signal, number);
    if (error)
        async_signal_close(signal);
    else
        *result = signal;
    return error;
}

void async_signal_close(struct async_signal *signal)
{
    if (!signal)
        return;
    asyncc_handle_check(signal, &signal_kind, "async_signal_close");
    asyncc_io_wake_closed(&signal->waiters);
    asyncc_handle_leave(signal);
    asyncc_former_put_back(signal->number, &signal->handle, asyncc_handle_closed);
}

static int take(struct async_signal *signal)
{
    int count = signal->count;
    signal->count = 0;
    return count;
}

asyncc_status asyncc_signal_wait_start(struct asyncc_signal_wait *self, struct async_signal *signal, int *value)
{
    self->signal = signal;
    if (signal->count && !signal->waiters.waiters.first) {
        *value = take(signal);
        return ASYNCC_DONE;
    }
    return asyncc_io_wait(&self->waiter, &signal->waiters);
}

asyncc_status asyncc_signal_wait_resume(struct asyncc_signal_wait *self, int *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: break;
    }
    if (!self->signal->count) /* another one took it along with its own */
        return asyncc_io_wait_again(&self->waiter, &self->signal->waiters);
    *value = take(self->signal);
    return ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(signal_wait, int, (struct async_signal *signal), ({ struct async_signal *signal; }), (signal),
               (a->signal));
/* clang-format on */
