/*
 * request.c - awaiting raw requests of libuv. The request's data leads its callback to the leaf.
 */
#include "leaf.h"
#include "libuv_threads.h"

#include "../core/operation.h"
#include "../loop/loop.h"

#include <asyncc/uv.h>

uv_loop_t *async_uv_loop(void)
{
    asyncc_serial_begin();
    return asyncc_thread.loop ? asyncc_thread.loop->uv : NULL;
}

/* Whether it ends by itself, however long that takes: see `working` of the loop. */
static int is_work(const uv_req_t *request)
{
    switch (uv_req_get_type(request)) {
    case UV_FS:
    case UV_WORK:
    case UV_GETADDRINFO:
    case UV_GETNAMEINFO:
    case UV_RANDOM: return 1;
    default: return 0;
    }
}

static void end(void *request, ssize_t status)
{
    struct asyncc_request *self = uv_req_get_data(request);
    self->status = (int)status;
    asyncc_thread.loop->working -= (unsigned)is_work(request);
    asyncc_operation_wake(&self->operation);
}

void async_fs_cb(uv_fs_t *request)
{
    end(request, uv_fs_get_result(request));
}

void async_connect_cb(uv_connect_t *request, int status)
{
    end(request, status);
}

void async_write_cb(uv_write_t *request, int status)
{
    end(request, status);
}

void async_shutdown_cb(uv_shutdown_t *request, int status)
{
    end(request, status);
}

void async_udp_send_cb(uv_udp_send_t *request, int status)
{
    end(request, status);
}

void async_getaddrinfo_cb(uv_getaddrinfo_t *request, int status, struct addrinfo *result)
{
    (void)result;
    end(request, status);
}

void async_getnameinfo_cb(uv_getnameinfo_t *request, int status, const char *host, const char *service)
{
    (void)host;
    (void)service;
    end(request, status);
}

void async_after_work_cb(uv_work_t *request, int status)
{
    end(request, status);
}

void async_random_cb(uv_random_t *request, int status, void *buffer, size_t size)
{
    (void)buffer;
    (void)size;
    end(request, status);
}

static void cancel(struct asyncc_operation *operation)
{
    uv_cancel(((struct asyncc_request *)operation)->request);
}

/* It is under way: a cancel that is to be delivered is for it. */
asyncc_status asyncc_request_start(struct asyncc_request *self, void *request, int *value)
{
    (void)value;
    self->request = request;
    uv_req_set_data(request, self);
    if (is_work(request)) {
        asyncc_thread.loop->working++;
        atomic_store_explicit(&asyncc_libuv_has_threads, 1, memory_order_relaxed);
    }
    asyncc_operation_begin(&self->operation, cancel);
    if (self->operation.unit->flags & ASYNCC_CANCEL)
        uv_cancel(request);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_request_resume(struct asyncc_request *self, int *value)
{
    *value = self->status;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(request, int, (void *request), ({ void *request; }), (request), (a->request));
/* clang-format on */
