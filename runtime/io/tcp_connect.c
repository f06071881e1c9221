/*
 * tcp_connect.c - connecting, by name or number: a race of attempts, by RFC 8305.
 *
 * A race has memory of its own: neither a name lookup nor a connection that is being made can be stopped at once,
 * but the one that waits can go on at once. Such a race has no leaf any more and ends when libuv lets it. The next
 * attempt begins when the timer wakes the unit, which then waits again.
 */
#include "leaf.h"
#include "libuv_threads.h"
#include "stream.h"

#include "address.h"

#include "../core/clock.h"
#include "../core/due.h"
#include "../core/list.h"
#include "../core/operation.h"
#include "../core/pool.h"

#include <asyncc/tcp.h>

#include <stdio.h>

static const double DELAY = 0.25; /* between attempts; what RFC 8305 recommends */

struct asyncc_tcp_race {
    uv_getaddrinfo_t lookup;
    struct asyncc_loop *loop;
    struct asyncc_tcp_connect *leaf; /* NULL when nobody waits any more */
    struct addrinfo *addresses;      /* of the lookup */
    size_t tried;                    /* how many of them */
    struct attempt *attempts;        /* under way */
    int looking_up;
    int error; /* of the last attempt that failed */
};

struct attempt {
    uv_connect_t connect;
    struct asyncc_tcp_race *race;
    struct async_stream *stream; /* NULL when the race is over: then it is being closed */
    struct attempt *next, *previous;
};

/* ---- the end ---- */

static void release_unused(struct asyncc_tcp_race *race)
{
    if (race->leaf || race->attempts || race->looking_up)
        return;
    race->loop->handles--;
    uv_freeaddrinfo(race->addresses);
    asyncc_block_free(race);
}

/* Nobody waits any more. The streams of attempts are closed, and the loop waits for the rest. */
static void abandon(struct asyncc_tcp_connect *leaf)
{
    struct asyncc_tcp_race *race = leaf->race;
    asyncc_timer_disarm(&leaf->timer);
    if (!race)
        return;
    leaf->race = NULL;
    race->leaf = NULL;
    race->loop->handles++;
    for (struct attempt *attempt = race->attempts; attempt; attempt = attempt->next) {
        async_stream_close(attempt->stream);
        attempt->stream = NULL;
    }
    if (race->looking_up)
        uv_cancel((uv_req_t *)&race->lookup);
    release_unused(race);
}

static void finish(struct asyncc_tcp_race *race, struct async_stream *connected, int value)
{
    struct asyncc_tcp_connect *leaf = race->leaf;
    leaf->connected = connected;
    leaf->value = value;
    abandon(leaf);
}

/* The unit goes on, unless its timer has queued it already. */
static void wake(struct asyncc_tcp_connect *leaf)
{
    if (asyncc_unit_kind(leaf->operation.unit) == ASYNCC_IN_OPERATION)
        asyncc_operation_wake(&leaf->operation);
}

/* ---- attempts ---- */

/* Of the addresses that have the first one's family, or of those that do not, the one at the index; or NULL. */
static const struct addrinfo *find(const struct addrinfo *addresses, int of_first, size_t index)
{
    const struct addrinfo *address = addresses;
    while (address && ((address->ai_family == addresses->ai_family) != of_first || index--))
        address = address->ai_next;
    return address;
}

/* The next address: families take turns, until one has no more. NULL if all were tried. */
static const struct addrinfo *next_address(const struct asyncc_tcp_race *race)
{
    size_t first = 0, other = 0;
    for (size_t i = 0; i <= race->tried; i++) {
        int of_first = i % 2 == 0 ? find(race->addresses, 1, first) != NULL : !find(race->addresses, 0, other);
        if (i == race->tried)
            return of_first ? find(race->addresses, 1, first) : find(race->addresses, 0, other);
        first += of_first;
        other += !of_first;
    }
    return NULL;
}

static void drop(struct attempt *attempt)
{
    ASYNCC_LIST_REMOVE(attempt->race->attempts, attempt);
    asyncc_block_free(attempt);
}

static void on_connected(uv_connect_t *connect, int status);

/* 0 if an attempt is under way. */
static int try_address(struct asyncc_tcp_race *race, const struct sockaddr *address)
{
    int error;
    struct attempt *attempt = asyncc_block_new(sizeof *attempt);
    if (!attempt)
        return UV_ENOMEM;
    *attempt = (struct attempt){ .race = race };
    ASYNCC_LIST_PREPEND(race->attempts, attempt);
    attempt->stream = asyncc_stream_new_tcp(&error);
    if (attempt->stream)
        error = uv_tcp_connect(&attempt->connect, &attempt->stream->tcp, address, on_connected);
    if (error) {
        async_stream_close(attempt->stream);
        drop(attempt);
    }
    return error;
}

/* Begins the next attempt: 0; or the last error, if there is none and none is under way. */
static int try_next(struct asyncc_tcp_race *race)
{
    const struct addrinfo *address;
    while ((address = next_address(race)) != NULL) {
        race->tried++;
        race->error = try_address(race, address->ai_addr);
        if (race->error == 0) {
            asyncc_timer_disarm(&race->leaf->timer);
            if (next_address(race))
                asyncc_timer_arm(&race->leaf->timer, asyncc_clock_after(&asyncc_thread, DELAY));
            return 0;
        }
    }
    return race->attempts ? 0 : race->error;
}

static void on_connected(uv_connect_t *connect, int status)
{
    struct attempt *attempt = (struct attempt *)connect;
    struct asyncc_tcp_race *race = attempt->race;
    struct asyncc_tcp_connect *leaf = race->leaf;
    struct async_stream *stream = attempt->stream;
    drop(attempt);
    if (!leaf) {
        release_unused(race);
        return;
    }
    if (status == 0) {
        uv_tcp_nodelay(&stream->tcp, 1);
        finish(race, stream, 0);
        wake(leaf);
        return;
    }
    async_stream_close(stream);
    race->error = status;
    int error = try_next(race);
    if (error) {
        finish(race, NULL, error);
        wake(leaf);
    }
}

/* ---- addresses ---- */

static void on_looked_up(uv_getaddrinfo_t *lookup, int status, struct addrinfo *addresses)
{
    struct asyncc_tcp_race *race = (struct asyncc_tcp_race *)lookup;
    struct asyncc_tcp_connect *leaf = race->leaf;
    race->loop->working--;
    race->looking_up = 0;
    race->addresses = addresses;
    if (!leaf) {
        release_unused(race);
        return;
    }
    race->error = status < 0 ? status : UV_EAI_NONAME;
    int error = try_next(race);
    if (error) {
        finish(race, NULL, error);
        wake(leaf);
    }
}

static int look_up(struct asyncc_tcp_race *race, const char *host, int port)
{
    char service[16];
    struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };
    snprintf(service, sizeof service, "%d", port);
    int error = asyncc_libuv_threads();
    if (error == 0)
        error = uv_getaddrinfo(race->loop->uv, &race->lookup, on_looked_up, host, service, &hints);
    if (error)
        return error;
    race->loop->working++;
    race->looking_up = 1;
    return 0;
}

/* ---- the leaves ---- */

static void cancel(struct asyncc_operation *operation)
{
    abandon((struct asyncc_tcp_connect *)operation);
    asyncc_operation_wake(operation);
}

/* To the address, or to a host if that is NULL. */
static asyncc_status start(struct asyncc_tcp_connect *self, const struct sockaddr *address, const char *host, int port,
                           struct async_stream **stream, int *value)
{
    *self = (struct asyncc_tcp_connect){ .stream = stream, .value = UV_ECANCELED };
    *stream = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&self->operation);
    struct asyncc_tcp_race *race = asyncc_block_new(sizeof *race);
    *value = UV_ENOMEM;
    if (!race)
        return ASYNCC_DONE;
    *race = (struct asyncc_tcp_race){ .loop = asyncc_thread.loop, .leaf = self };
    self->race = race;
    self->timer.unit = asyncc_context.current;
    *value = address ? try_address(race, address) : look_up(race, host, port);
    if (*value != 0) {
        abandon(self);
        return ASYNCC_DONE;
    }
    return asyncc_operation_begin(&self->operation, cancel);
}

static asyncc_status resume(struct asyncc_tcp_connect *self, int *value)
{
    if (asyncc_operation_cancelled(&self->operation)) {
        abandon(self);
        async_stream_close(self->connected);
        return ASYNCC_CANCELLED;
    }
    if (self->race) { /* it was the timer */
        int error = try_next(self->race);
        if (error == 0)
            return asyncc_operation_begin(&self->operation, cancel);
        finish(self->race, NULL, error);
    }
    *value = self->value;
    *self->stream = self->connected;
    return ASYNCC_DONE;
}

asyncc_status asyncc_tcp_connect_start(struct asyncc_tcp_connect *self, const char *host, int port,
                                       struct async_stream **stream, int *value)
{
    union asyncc_address address;
    int is_number = asyncc_address_parse(&address, host, port) == 0;
    return start(self, is_number ? &address.any : NULL, host, port, stream, value);
}

asyncc_status asyncc_tcp_connect_resume(struct asyncc_tcp_connect *self, int *value)
{
    return resume(self, value);
}

asyncc_status asyncc_tcp_connect_to_start(struct asyncc_tcp_connect_to *self, const struct sockaddr *address,
                                          struct async_stream **stream, int *value)
{
    return start(&self->connect, address, NULL, 0, stream, value);
}

asyncc_status asyncc_tcp_connect_to_resume(struct asyncc_tcp_connect_to *self, int *value)
{
    return resume(&self->connect, value);
}

/* clang-format off */
ASYNCC_NATURAL(tcp_connect, int, (const char *host, int port, struct async_stream **stream),
               ({ const char *host; int port; struct async_stream **stream; }), (host, port, stream),
               (a->host, a->port, a->stream));
ASYNCC_NATURAL(tcp_connect_to, int, (const struct sockaddr *address, struct async_stream **stream),
               ({ const struct sockaddr *address; struct async_stream **stream; }), (address, stream),
               (a->address, a->stream));
/* clang-format on */
