/*
 * tcp_connect.c - connecting by name or number.
 *
 * An attempt has memory of its own: neither a name lookup nor a connection that is being made can be stopped at
 * once, but the one that waits can go on at once. Such an attempt has no leaf any more and ends when libuv lets it.
 */
#include "leaf.h"
#include "stream.h"

#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/tcp.h>

#include <stdio.h>

struct asyncc_tcp_attempt {
    uv_getaddrinfo_t lookup;
    uv_connect_t connect;
    struct asyncc_loop *loop;
    struct asyncc_tcp_connect *leaf; /* NULL when it was cancelled */
    struct addrinfo *addresses, *next;
    struct async_stream *stream; /* being connected */
};

static void release(struct asyncc_tcp_attempt *attempt)
{
    if (!attempt->leaf)
        attempt->loop->handles--;
    uv_freeaddrinfo(attempt->addresses);
    asyncc_block_free(attempt);
}

static void finish(struct asyncc_tcp_attempt *attempt, int value)
{
    struct asyncc_tcp_connect *leaf = attempt->leaf;
    leaf->value = value;
    leaf->connected = attempt->stream;
    leaf->attempt = NULL;
    release(attempt);
    asyncc_operation_wake(&leaf->operation);
}

/* ---- connecting ---- */

static void on_connected(uv_connect_t *connect, int status);

static int connect_to(struct asyncc_tcp_attempt *attempt, const struct sockaddr *address)
{
    int error;
    attempt->stream = asyncc_stream_new(&error);
    if (!attempt->stream)
        return error;
    error = uv_tcp_connect(&attempt->connect, &attempt->stream->tcp, address, on_connected);
    if (error) {
        async_stream_close(attempt->stream);
        attempt->stream = NULL;
    }
    return error;
}

/* Tries the addresses that are left: 0 when one is being tried, or the last error, which was `error` so far. */
static int try_next(struct asyncc_tcp_attempt *attempt, int error)
{
    while (attempt->next) {
        struct addrinfo *address = attempt->next;
        attempt->next = address->ai_next;
        error = connect_to(attempt, address->ai_addr);
        if (error == 0)
            return 0;
    }
    return error;
}

static void on_connected(uv_connect_t *connect, int status)
{
    struct asyncc_tcp_attempt *attempt =
        (void *)((char *)connect - offsetof(struct asyncc_tcp_attempt, connect));
    if (!attempt->leaf) { /* its stream is being closed */
        release(attempt);
        return;
    }
    if (status == 0) {
        uv_tcp_nodelay(&attempt->stream->tcp, 1);
        finish(attempt, 0);
        return;
    }
    async_stream_close(attempt->stream);
    attempt->stream = NULL;
    int error = try_next(attempt, status);
    if (error)
        finish(attempt, error);
}

static void on_looked_up(uv_getaddrinfo_t *lookup, int status, struct addrinfo *addresses)
{
    struct asyncc_tcp_attempt *attempt = (struct asyncc_tcp_attempt *)lookup;
    attempt->loop->working--;
    attempt->addresses = attempt->next = addresses;
    if (!attempt->leaf) {
        release(attempt);
        return;
    }
    int error = status < 0 ? status : try_next(attempt, UV_EAI_NONAME);
    if (error)
        finish(attempt, error);
}

/* ---- the leaf ---- */

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_tcp_connect *self = (struct asyncc_tcp_connect *)operation;
    struct asyncc_tcp_attempt *attempt = self->attempt;
    self->attempt = NULL;
    attempt->leaf = NULL;
    attempt->loop->handles++; /* the loop waits for it */
    if (attempt->stream)
        async_stream_close(attempt->stream);
    else
        uv_cancel((uv_req_t *)&attempt->lookup);
    asyncc_operation_wake(operation);
}

static int begin_lookup(struct asyncc_tcp_attempt *attempt, const char *host, int port)
{
    char service[16];
    struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };
    snprintf(service, sizeof service, "%d", port);
    int error = uv_getaddrinfo(attempt->loop->uv, &attempt->lookup, on_looked_up, host, service, &hints);
    if (error == 0)
        attempt->loop->working++;
    return error;
}

static int begin(struct asyncc_tcp_attempt *attempt, const char *host, int port)
{
    struct sockaddr_storage address;
    if (uv_ip4_addr(host, port, (struct sockaddr_in *)&address) == 0 ||
        uv_ip6_addr(host, port, (struct sockaddr_in6 *)&address) == 0)
        return connect_to(attempt, (struct sockaddr *)&address);
    return begin_lookup(attempt, host, port);
}

asyncc_status asyncc_tcp_connect_start(struct asyncc_tcp_connect *self, const char *host, int port,
                                       struct async_stream **stream, int *value)
{
    *self = (struct asyncc_tcp_connect){ .stream = stream };
    *stream = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    struct asyncc_tcp_attempt *attempt = asyncc_block_new(sizeof *attempt);
    *value = UV_ENOMEM;
    if (!attempt)
        return ASYNCC_DONE;
    *attempt = (struct asyncc_tcp_attempt){ .loop = asyncc_thread.loop, .leaf = self };
    *value = begin(attempt, host, port);
    if (*value != 0) {
        release(attempt);
        return ASYNCC_DONE;
    }
    self->attempt = attempt;
    return asyncc_operation_begin(&self->operation, cancel);
}

asyncc_status asyncc_tcp_connect_resume(struct asyncc_tcp_connect *self, int *value)
{
    int cancelled = asyncc_operation_cancelled(&self->operation);
    *value = self->value;
    if (cancelled)
        async_stream_close(self->connected);
    else
        *self->stream = self->connected;
    return cancelled ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

ASYNCC_NATURAL(tcp_connect, int, (const char *host, int port, struct async_stream **stream),
               ({ const char *host; int port; struct async_stream **stream; }), (host, port, stream),
               (a->host, a->port, a->stream));
