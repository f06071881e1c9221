/*
 * tcp_listen.c - listening, and accepting connections.
 *
 * libuv accepts one connection in advance and says so; it takes the next one when that was taken over. A connection
 * that was taken over for somebody who was cancelled then goes back to the listener's own list.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/tcp.h>

/* A listener is a stream, which is never read from. */
struct async_tcp_listener {
    struct async_stream *stream;
    struct asyncc_tcp_accept *first, *last; /* who waits, or has a connection but has not gone on */
    struct async_stream *returned;          /* connections whose acceptor was cancelled; linked by `kept` */
    int waiting;                            /* libuv has a connection */
};

/* ---- who waits ---- */

static void append(struct async_tcp_listener *listener, struct asyncc_tcp_accept *accept)
{
    accept->next = NULL;
    accept->previous = listener->last;
    if (listener->last)
        listener->last->next = accept;
    else
        listener->first = accept;
    listener->last = accept;
}

static void drop(struct asyncc_tcp_accept *accept)
{
    struct async_tcp_listener *listener = accept->listener;
    if (accept->previous)
        accept->previous->next = accept->next;
    else
        listener->first = accept->next;
    if (accept->next)
        accept->next->previous = accept->previous;
    else
        listener->last = accept->previous;
    accept->listener = NULL;
}

static struct asyncc_tcp_accept *first_waiting(const struct async_tcp_listener *listener)
{
    struct asyncc_tcp_accept *accept = listener->first;
    while (accept && accept->ended)
        accept = accept->next;
    return accept;
}

/* ---- connections ---- */

/* Takes over a connection: a returned one, or the one that libuv has. */
static int take_over(struct async_tcp_listener *listener, struct async_stream **accepted)
{
    int error = 0;
    if (listener->returned) {
        *accepted = listener->returned;
        listener->returned = (struct async_stream *)(void *)(*accepted)->kept;
        (*accepted)->kept = NULL;
        return 0;
    }
    *accepted = asyncc_stream_new(&error);
    if (!*accepted)
        return error;
    listener->waiting = 0; /* before uv_accept, in which libuv may find the next one */
    error = uv_accept(&listener->stream->stream, &(*accepted)->stream);
    if (error) {
        async_stream_close(*accepted);
        *accepted = NULL;
        return error;
    }
    uv_tcp_nodelay(&(*accepted)->tcp, 1);
    return 0;
}

static void finish(struct asyncc_tcp_accept *accept, int value)
{
    accept->value = value;
    accept->ended = 1;
    asyncc_operation_wake(&accept->operation);
}

static void on_connection(uv_stream_t *handle, int status)
{
    struct async_tcp_listener *listener = handle->data;
    struct asyncc_tcp_accept *accept = first_waiting(listener);
    if (status == 0)
        listener->waiting = 1;
    if (!accept)
        return;
    finish(accept, status < 0 ? status : take_over(listener, &accept->accepted));
}

static void give_back(struct async_tcp_listener *listener, struct async_stream *stream)
{
    stream->kept = (char *)listener->returned;
    listener->returned = stream;
}

/* ---- listeners ---- */

static int parse(const char *host, int port, struct sockaddr_storage *address)
{
    if (!host)
        return uv_ip4_addr("0.0.0.0", port, (struct sockaddr_in *)address);
    if (uv_ip4_addr(host, port, (struct sockaddr_in *)address) == 0)
        return 0;
    return uv_ip6_addr(host, port, (struct sockaddr_in6 *)address);
}

static int begin(struct async_tcp_listener *listener, const char *host, int port, int backlog)
{
    struct sockaddr_storage address;
    int error = parse(host, port, &address);
    if (error == 0)
        error = uv_tcp_bind(&listener->stream->tcp, (struct sockaddr *)&address, 0);
    if (error == 0)
        error = uv_listen(&listener->stream->stream, backlog, on_connection);
    return error;
}

static void close_owner(void *owner)
{
    async_tcp_listener_close(owner);
}

int async_tcp_listen(const char *host, int port, int backlog, struct async_tcp_listener **result)
{
    int error = UV_ENOMEM;
    *result = NULL;
    if (!asyncc_thread.loop)
        return UV_EINVAL;
    struct async_tcp_listener *listener = asyncc_block_new(sizeof *listener);
    if (!listener)
        return UV_ENOMEM;
    *listener = (struct async_tcp_listener){ .stream = asyncc_stream_new(&error) };
    if (!listener->stream) {
        asyncc_block_free(listener);
        return error;
    }
    listener->stream->handle.data = listener;
    listener->stream->owner = listener;
    listener->stream->close_owner = close_owner;
    error = begin(listener, host, port, backlog);
    if (error) {
        async_tcp_listener_close(listener);
        return error;
    }
    *result = listener;
    return 0;
}

int async_tcp_listener_port(const struct async_tcp_listener *listener)
{
    struct sockaddr_storage address;
    int length = sizeof address;
    int error = uv_tcp_getsockname(&listener->stream->tcp, (struct sockaddr *)&address, &length);
    if (error)
        return error;
    if (address.ss_family == AF_INET6)
        return ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
    return ntohs(((struct sockaddr_in *)&address)->sin_port);
}

void async_tcp_listener_close(struct async_tcp_listener *listener)
{
    if (!listener)
        return;
    while (listener->first) {
        struct asyncc_tcp_accept *accept = listener->first;
        drop(accept);
        if (!accept->ended)
            finish(accept, UV_ECANCELED);
    }
    while (listener->returned) {
        struct async_stream *stream = NULL;
        take_over(listener, &stream);
        async_stream_close(stream);
    }
    async_stream_close(listener->stream);
    asyncc_block_free(listener);
}

/* ---- the leaf ---- */

static void cancel(struct asyncc_operation *operation)
{
    drop((struct asyncc_tcp_accept *)operation);
    asyncc_operation_wake(operation);
}

asyncc_status asyncc_tcp_accept_start(struct asyncc_tcp_accept *self, struct async_tcp_listener *listener,
                                      struct async_stream **stream, int *value)
{
    *self = (struct asyncc_tcp_accept){ .stream = stream };
    *stream = NULL;
    if (listener->returned || listener->waiting) {
        *value = take_over(listener, stream);
        return ASYNCC_DONE;
    }
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    self->listener = listener;
    append(listener, self);
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_tcp_accept_resume(struct asyncc_tcp_accept *self, int *value)
{
    struct async_tcp_listener *listener = self->listener;
    int cancelled = asyncc_operation_cancelled(&self->operation);
    if (listener)
        drop(self);
    *value = self->value;
    if (!cancelled)
        *self->stream = self->accepted;
    else if (self->accepted && listener)
        give_back(listener, self->accepted);
    else
        async_stream_close(self->accepted);
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

ASYNCC_NATURAL(tcp_accept, int, (struct async_tcp_listener *listener, struct async_stream **stream),
               ({ struct async_tcp_listener *listener; struct async_stream **stream; }), (listener, stream),
               (a->listener, a->stream));
