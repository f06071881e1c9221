/*
 * udp.c - UDP sockets.
 *
 * Receiving is started with the first receive and stays so. What comes then is received into the loop's scratch
 * memory and given to the first who waits; if nobody does it is kept, and with one datagram kept receiving stops:
 * the rest waits in the system.
 */
#include "leaf.h"
#include "address.h"
#include "handle.h"
#include "waiters.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/udp.h>

struct datagram {
    struct datagram *next;
    union asyncc_address from;
    int error; /* instead of a datagram */
    int truncated;
    size_t size;
    char data[];
};

struct async_udp {
    struct asyncc_handle base;
    struct asyncc_io_waiters receivers;
    struct datagram *first, **last; /* kept: one for each receiver that was woken, and at most one more */
    unsigned count;
    int receiving;
    union {
        uv_handle_t handle;
        uv_udp_t udp;
    };
};

static void close_udp(void *udp)
{
    async_udp_close(udp);
}

static const struct asyncc_handle_kind udp_kind = ASYNCC_HANDLE_KIND(struct async_udp, "UDP socket", close_udp);

/* ---- sockets ---- */

int async_udp_new(struct async_udp **result)
{
    struct async_udp *udp = asyncc_handle_new(&udp_kind);
    *result = NULL;
    if (!udp)
        return asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    int error = uv_udp_init(asyncc_handle_loop(&udp->base), &udp->udp);
    if (error) {
        asyncc_handle_free(udp);
        return error;
    }
    udp->last = &udp->first;
    asyncc_handle_made(udp, &udp->handle);
    *result = udp;
    return 0;
}

static int keep_or_close(struct async_udp **udp, int error)
{
    if (error) {
        async_udp_close(*udp);
        *udp = NULL;
    }
    return error;
}

int async_udp_bind(const char *host, int port, int flags, struct async_udp **result)
{
    union asyncc_address address;
    int error = async_udp_new(result);
    if (error)
        return error;
    error = asyncc_address_parse(&address, host, port);
    if (error == 0)
        error = uv_udp_bind(&(*result)->udp, &address.any,
                            (flags & ASYNC_UDP_REUSEADDR ? UV_UDP_REUSEADDR : 0) |
                                (flags & ASYNC_UDP_IPV6ONLY ? UV_UDP_IPV6ONLY : 0));
    return keep_or_close(result, error);
}

int async_udp_connect(struct async_udp *udp, const struct sockaddr *address)
{
    return uv_udp_connect(&udp->udp, address);
}

void async_udp_close(struct async_udp *udp)
{
    if (!udp)
        return;
    asyncc_handle_check(udp, &udp_kind, "async_udp_close");
    asyncc_io_wake_closed(&udp->receivers);
    while (udp->first) {
        struct datagram *datagram = udp->first;
        udp->first = datagram->next;
        asyncc_block_free(datagram);
    }
    asyncc_handle_close(udp, &udp->handle);
}

int async_udp_port(const struct async_udp *udp)
{
    union asyncc_address address;
    int length = sizeof address;
    int error = uv_udp_getsockname(&udp->udp, &address.any, &length);
    return error ? error : asyncc_address_port(&address);
}

int async_udp_fileno(const struct async_udp *udp)
{
    uv_os_fd_t file;
    int error = uv_fileno(&udp->handle, &file);
    return error ? error : file;
}

int async_udp_broadcast(struct async_udp *udp, int on)
{
    return uv_udp_set_broadcast(&udp->udp, on);
}

int async_udp_ttl(struct async_udp *udp, int ttl)
{
    return uv_udp_set_ttl(&udp->udp, ttl);
}

int async_udp_membership(struct async_udp *udp, const char *group, const char *interface, int join)
{
    return uv_udp_set_membership(&udp->udp, group, interface, join ? UV_JOIN_GROUP : UV_LEAVE_GROUP);
}

int async_udp_multicast_loop(struct async_udp *udp, int on)
{
    return uv_udp_set_multicast_loop(&udp->udp, on);
}

int async_udp_multicast_ttl(struct async_udp *udp, int ttl)
{
    return uv_udp_set_multicast_ttl(&udp->udp, ttl);
}

int async_udp_multicast_interface(struct async_udp *udp, const char *interface)
{
    return uv_udp_set_multicast_interface(&udp->udp, interface);
}

/* ---- receiving ---- */

static void stop(struct async_udp *udp)
{
    uv_udp_recv_stop(&udp->udp);
    udp->receiving = 0;
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    struct async_udp *udp = handle->data;
    (void)suggested;
    /* One more than receivers will take is kept; without room libuv leaves it to the system, and says ENOBUFS. */
    int room = udp->count <= udp->receivers.woken;
    *buffer = room ? uv_buf_init(asyncc_handles_of(&udp->base)->scratch, ASYNCC_SCRATCH) : uv_buf_init(NULL, 0);
}

static void keep(struct async_udp *udp, int error, const char *data, size_t size, const struct sockaddr *from, int truncated)
{
    struct datagram *datagram = asyncc_block_new(sizeof *datagram + size);
    if (!datagram) /* as any datagram may be lost */
        return;
    *datagram = (struct datagram){ .error = error, .size = size, .truncated = truncated };
    if (size)
        memcpy(datagram->data, data, size);
    if (from)
        memcpy(&datagram->from, from, from->sa_family == AF_INET6 ? sizeof datagram->from.v6 : sizeof datagram->from.v4);
    *udp->last = datagram;
    udp->last = &datagram->next;
    udp->count++;
    asyncc_io_wake(&udp->receivers);
}

static void on_received(uv_udp_t *handle, ssize_t n, const uv_buf_t *buffer, const struct sockaddr *from, unsigned flags)
{
    struct async_udp *udp = handle->data;
    if (n == UV_ENOBUFS && !buffer->base)
        stop(udp);
    else if (n < 0)
        keep(udp, (int)n, NULL, 0, NULL, 0);
    else if (n > 0 || from)
        keep(udp, 0, buffer->base, (size_t)n, from, (flags & UV_UDP_PARTIAL) != 0);
}

/* Gives the first datagram that is kept. */
static ssize_t take(struct async_udp *udp, void *buffer, size_t size, struct sockaddr_storage *from)
{
    struct datagram *datagram = udp->first;
    udp->first = datagram->next;
    if (!udp->first)
        udp->last = &udp->first;
    udp->count--;
    size_t n = datagram->size < size ? datagram->size : size;
    if (n)
        memcpy(buffer, datagram->data, n);
    if (from)
        *from = datagram->from.storage;
    ssize_t value = datagram->error                                ? datagram->error
                    : datagram->size > size || datagram->truncated ? UV_EMSGSIZE
                                                                   : (ssize_t)n;
    asyncc_block_free(datagram);
    return value;
}

asyncc_status asyncc_udp_receive_start(struct asyncc_udp_receive *self, struct async_udp *udp, void *buffer, size_t size,
                                       struct sockaddr_storage *from, ssize_t *value)
{
    self->udp = udp;
    self->buffer = buffer;
    self->size = size;
    self->from = from;
    if (udp->count > udp->receivers.woken && !udp->receivers.waiters.first) {
        *value = take(udp, buffer, size, from);
        return ASYNCC_DONE;
    }
    if (!udp->receiving) {
        int error = asyncc_handle_scratch(&udp->base) ? 0 : UV_ENOMEM;
        if (error == 0)
            error = uv_udp_recv_start(&udp->udp, on_alloc, on_received);
        if (error) {
            *value = error;
            return ASYNCC_DONE;
        }
        udp->receiving = 1;
    }
    asyncc_status status = asyncc_io_wait(&self->waiter, &udp->receivers);
    if (udp->count > udp->receivers.woken)
        asyncc_io_wake(&udp->receivers);
    return status;
}

asyncc_status asyncc_udp_receive_resume(struct asyncc_udp_receive *self, ssize_t *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: break;
    }
    if (!self->udp->first)
        return asyncc_io_wait_again(&self->waiter, &self->udp->receivers);
    *value = take(self->udp, self->buffer, self->size, self->from);
    return ASYNCC_DONE;
}

/* ---- sending ---- */

struct asyncc_udp_request {
    uv_udp_send_t send;
    struct asyncc_udp_send *leaf; /* NULL when it was cancelled */
    char data[];
};

static void on_sent(uv_udp_send_t *send, int status)
{
    struct asyncc_udp_request *request = (struct asyncc_udp_request *)send;
    struct asyncc_udp_send *leaf = request->leaf;
    asyncc_block_free(request);
    if (!leaf)
        return;
    leaf->request = NULL;
    leaf->value = status;
    asyncc_operation_wake(&leaf->operation);
}

static void cancel_send(struct asyncc_operation *operation)
{
    struct asyncc_udp_send *self = (struct asyncc_udp_send *)operation;
    self->request->leaf = NULL;
    self->request = NULL;
    asyncc_operation_wake(operation);
}

int async_udp_try_send(struct async_udp *udp, const void *data, size_t size, const struct sockaddr *to)
{
    uv_buf_t buffer = uv_buf_init((char *)(uintptr_t)data, (unsigned)size);
    int n = uv_udp_try_send(&udp->udp, &buffer, 1, to);
    return n < 0 ? n : 0;
}

asyncc_status asyncc_udp_send_start(struct asyncc_udp_send *self, struct async_udp *udp, const void *data, size_t size,
                                    const struct sockaddr *to, int *value)
{
    self->request = NULL;
    self->value = UV_ECANCELED;
    *value = async_udp_try_send(udp, data, size, to);
    if (*value != UV_EAGAIN) {
        self->value = *value;
        return asyncc_operation_ready(&self->operation);
    }
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    struct asyncc_udp_request *request = asyncc_block_new(sizeof *request + size);
    *value = UV_ENOMEM;
    if (!request)
        return ASYNCC_DONE;
    if (size)
        memcpy(request->data, data, size);
    request->leaf = self;
    uv_buf_t buffer = uv_buf_init(request->data, (unsigned)size);
    *value = uv_udp_send(&request->send, &udp->udp, &buffer, 1, to, on_sent);
    if (*value != 0) {
        asyncc_block_free(request);
        return ASYNCC_DONE;
    }
    self->request = request;
    return asyncc_operation_begin(&self->operation, cancel_send);
}

asyncc_status asyncc_udp_send_resume(struct asyncc_udp_send *self, int *value)
{
    *value = self->value;
    return asyncc_operation_cancelled(&self->operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(udp_receive, ssize_t,
               (struct async_udp *udp, void *buffer, size_t size, struct sockaddr_storage *from),
               ({ struct async_udp *udp; void *buffer; size_t size; struct sockaddr_storage *from; }),
               (udp, buffer, size, from), (a->udp, a->buffer, a->size, a->from));
ASYNCC_NATURAL(udp_send, int, (struct async_udp *udp, const void *data, size_t size, const struct sockaddr *to),
               ({ struct async_udp *udp; const void *data; size_t size; const struct sockaddr *to; }),
               (udp, data, size, to), (a->udp, a->data, a->size, a->to));
/* clang-format on */
