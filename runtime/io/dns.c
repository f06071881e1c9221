/*
 * dns.c - names to addresses, and back.
 *
 * A lookup has memory of its own: one that a thread has begun cannot be stopped, but the one that waits can go on
 * at once. Its result is dropped then.
 */
#include "leaf.h"
#include "libuv_threads.h"

#include "../core/operation.h"
#include "../core/pool.h"
#include "../loop/loop.h"

#include <asyncc/dns.h>

#include <stdio.h>

struct asyncc_lookup {
    union {
        uv_req_t request;
        uv_getaddrinfo_t addresses;
        uv_getnameinfo_t names;
    };
    struct asyncc_loop *loop;
    struct asyncc_dns *leaf; /* NULL when it was cancelled */
};

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_dns *self = (struct asyncc_dns *)operation;
    struct asyncc_lookup *lookup = self->lookup;
    self->lookup = NULL;
    lookup->leaf = NULL;
    lookup->loop->handles++; /* the loop waits for it */
    uv_cancel(&lookup->request);
    asyncc_operation_wake(operation);
}

/* A lookup to begin; NULL, and what start is to return, if it cannot. */
static struct asyncc_lookup *new_lookup(struct asyncc_dns *self, int *value, asyncc_status *status)
{
    self->lookup = NULL;
    *value = UV_ENOMEM;
    *status = ASYNCC_DONE;
    if (asyncc_operation_refused()) {
        *status = asyncc_operation_refuse(&self->operation);
        return NULL;
    }
    struct asyncc_lookup *lookup = asyncc_block_new(sizeof *lookup);
    if (lookup) {
        lookup->leaf = self;
        lookup->loop = asyncc_thread.loop;
    }
    return lookup;
}

/* libuv said `error`. */
static asyncc_status begin(struct asyncc_lookup *lookup, int error)
{
    if (error) {
        asyncc_block_free(lookup);
        return ASYNCC_DONE;
    }
    lookup->leaf->lookup = lookup;
    lookup->loop->working++;
    return asyncc_operation_begin(&lookup->leaf->operation, cancel);
}

/* The leaf that is to have the result, NULL if it was cancelled. The lookup is released. */
static struct asyncc_dns *end(struct asyncc_lookup *lookup, int status)
{
    struct asyncc_dns *self = lookup->leaf;
    lookup->loop->working--;
    if (self) {
        self->lookup = NULL;
        self->value = status;
        asyncc_operation_wake(&self->operation);
    } else {
        lookup->loop->handles--;
    }
    asyncc_block_free(lookup);
    return self;
}

/* ---- names to addresses ---- */

static void on_addresses(uv_getaddrinfo_t *request, int status, struct addrinfo *addresses)
{
    struct asyncc_getaddrinfo *self = (struct asyncc_getaddrinfo *)end((struct asyncc_lookup *)request, status);
    if (self)
        self->found = addresses;
    else
        uv_freeaddrinfo(addresses);
}

asyncc_status asyncc_getaddrinfo_start(struct asyncc_getaddrinfo *self, const char *node, const char *service,
                                       const struct addrinfo *hints, struct addrinfo **result, int *value)
{
    asyncc_status status;
    *result = NULL;
    self->found = NULL;
    self->result = result;
    struct asyncc_lookup *lookup = new_lookup(&self->dns, value, &status);
    if (!lookup)
        return status;
    *value = asyncc_libuv_threads();
    if (*value == 0)
        *value = uv_getaddrinfo(lookup->loop->uv, &lookup->addresses, on_addresses, node, service, hints);
    return begin(lookup, *value);
}

asyncc_status asyncc_getaddrinfo_resume(struct asyncc_getaddrinfo *self, int *value)
{
    *value = self->dns.value;
    if (asyncc_operation_cancelled(&self->dns.operation)) {
        uv_freeaddrinfo(self->found);
        return ASYNCC_CANCELLED;
    }
    *self->result = self->found;
    return ASYNCC_DONE;
}

void async_freeaddrinfo(struct addrinfo *addresses)
{
    uv_freeaddrinfo(addresses);
}

/* ---- addresses to names ---- */

static void on_names(uv_getnameinfo_t *request, int status, const char *host, const char *service)
{
    struct asyncc_getnameinfo *self = (struct asyncc_getnameinfo *)((struct asyncc_lookup *)request)->leaf;
    if (self && status == 0) {
        if (self->host && (size_t)snprintf(self->host, self->host_size, "%s", host) >= self->host_size)
            status = UV_ENOBUFS;
        if (self->service && (size_t)snprintf(self->service, self->service_size, "%s", service) >= self->service_size)
            status = UV_ENOBUFS;
    }
    end((struct asyncc_lookup *)request, status);
}

asyncc_status asyncc_getnameinfo_start(struct asyncc_getnameinfo *self, const struct sockaddr *address, int flags,
                                       char *host, size_t host_size, char *service, size_t service_size, int *value)
{
    asyncc_status status;
    self->host = host;
    self->host_size = host_size;
    self->service = service;
    self->service_size = service_size;
    struct asyncc_lookup *lookup = new_lookup(&self->dns, value, &status);
    if (!lookup)
        return status;
    *value = asyncc_libuv_threads();
    if (*value == 0)
        *value = uv_getnameinfo(lookup->loop->uv, &lookup->names, on_names, address, flags);
    return begin(lookup, *value);
}

asyncc_status asyncc_getnameinfo_resume(struct asyncc_getnameinfo *self, int *value)
{
    *value = self->dns.value;
    return asyncc_operation_cancelled(&self->dns.operation) ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/* clang-format off */
ASYNCC_NATURAL(getaddrinfo, int,
               (const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result),
               ({ const char *node, *service; const struct addrinfo *hints; struct addrinfo **result; }),
               (node, service, hints, result), (a->node, a->service, a->hints, a->result));
ASYNCC_NATURAL(getnameinfo, int,
               (const struct sockaddr *address, int flags, char *host, size_t host_size, char *service,
                size_t service_size),
               ({ const struct sockaddr *address; int flags; char *host; size_t host_size; char *service;
                  size_t service_size; }),
               (address, flags, host, host_size, service, service_size),
               (a->address, a->flags, a->host, a->host_size, a->service, a->service_size));
/* clang-format on */
