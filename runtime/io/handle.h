/*
 * handle.h - objects of the user's that hold a handle of libuv's: streams, listeners, sockets, processes...
 *
 * An object comes from the pool, begins with a struct asyncc_handle and has its uv_..._t somewhere inside; its
 * memory is released when libuv has closed that. Those that are still open when their loop ends are closed then.
 */
#ifndef ASYNCC_IO_HANDLE_H
#define ASYNCC_IO_HANDLE_H

#include "../core/unit.h"
#include "../loop/loop.h"

/* What objects of a kind share. */
struct asyncc_handle_kind {
    struct asyncc_function function; /* a unit's, with name, size and alignment */
    void (*close)(void *object);     /* the public function that closes one */
};
#define ASYNCC_HANDLE_KIND(type, text, closer)                                                   \
    { .function = { .name = text, ASYNCC_UNIT_SIZE(type) }, .close = closer }

/* What those of one loop share. */
struct asyncc_handles {
    struct asyncc_part part;
    struct asyncc_handle *first; /* all that are open */
    char *scratch;               /* ASYNCC_SCRATCH bytes, where input goes whose size is not known; NULL at first */
};
enum { ASYNCC_SCRATCH = 64 * 1024 };

struct asyncc_handle {
    struct asyncc_unit unit; /* its owner: the struct asyncc_handles; NULL when it was closed */
    struct asyncc_handle *next, *previous;
};

static inline struct asyncc_handles *asyncc_handles_of(const struct asyncc_handle *object)
{
    return object->unit.owner;
}

/* A new object of the thread's loop, all zero besides its asyncc_handle: NULL if there is no memory. */
void *asyncc_handle_new(const struct asyncc_handle_kind *kind);

/* Releases one whose handle libuv did not make. */
void asyncc_handle_free(void *object);

/* The handle is made: it and the object know each other, and it is closed at the latest with the loop. */
void asyncc_handle_made(void *object, void *handle);

/* The loop of an object that is open. */
static inline uv_loop_t *asyncc_handle_loop(const struct asyncc_handle *object)
{
    return asyncc_handles_of(object)->part.loop->uv;
}

/* Aborts if the object is not open. */
void asyncc_handle_check(const void *object, const struct asyncc_handle_kind *kind, const char *use);

/* The object is not the user's any longer. Its handle must still be closed, by asyncc_handle_close or otherwise. */
void asyncc_handle_leave(void *object);

/* Leaves and closes. */
void asyncc_handle_close(void *object, void *handle);

/* For uv_close: releases the object. */
void asyncc_handle_closed(uv_handle_t *handle);

/* The loop's scratch memory, NULL if there is none to be had. It is good until the callback that uses it returns. */
char *asyncc_handle_scratch(struct asyncc_handle *object);

#endif
