/*
 * extra.h - what only some tasks, and children of gathers, have: a name, values, in debug mode where they were created, many
 * requests to cancel. It stands in a table beside them; ASYNCC_EXTRA marks those that have some, until they end.
 */
#ifndef ASYNCC_CORE_EXTRA_H
#define ASYNCC_CORE_EXTRA_H

#include "thread.h"

struct asyncc_value {
    const void *local;
    void *value;
};

struct asyncc_extra {
    struct asyncc_extra *next; /* of the same bucket */
    struct asyncc_unit *task;
    char *name;
    const char *where; /* "file:line" */
    struct asyncc_value *values;
    size_t value_count;
    uint32_t requests; /* to cancel, beyond those that its flags have room for */
};

/* The task's; NULL if it has none. */
struct asyncc_extra *asyncc_extra_find(const struct asyncc_unit *task);

/* The same, made if it has none; NULL when there is no memory. */
struct asyncc_extra *asyncc_extra_need(struct asyncc_unit *task);

/* The thread's `extras`. */
enum {
    ASYNCC_EXTRA_VALUES = 1, /* some task has values */
    ASYNCC_EXTRA_WHERE = 2   /* debug mode: places of creation are kept */
};

/* For a new task while `extras` is set: it takes over the current one's values. 0 or UV_ENOMEM. */
int asyncc_extra_begin(struct asyncc_unit *task, const char *where);

/* One with ASYNCC_EXTRA has ended. */
void asyncc_extra_end(struct asyncc_unit *task);

#endif
