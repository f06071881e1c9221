/*
 * watch.h - being told, in a turn of its own, that a task has ended: asyncio's Task.add_done_callback.
 *
 * A watch is a unit, so that it can stand in the ready queue itself. In its task's list of waiters it has no
 * join.unit, which tells it from a join.
 */
#ifndef ASYNCC_CORE_WATCH_H
#define ASYNCC_CORE_WATCH_H

#include "unit.h"

struct asyncc_watch {
    struct asyncc_unit unit;              /* owner: whose it is, NULL when it was dropped before its turn */
    struct asyncc_join join;              /* in the task's list exactly while the task has not ended */
    struct asyncc_watch *next, *previous; /* the owner's */
    void (*ended)(struct asyncc_watch *watch);
    size_t detail; /* the owner's */
};

/*
 * Watches the task, which stays in memory until the watch is dropped: `ended` is called in the turn after the one in
 * which it ends; when it has ended already, in the next one. NULL when there is no memory.
 */
struct asyncc_watch *asyncc_watch_new(struct asyncc_unit *task, void *owner, void (*ended)(struct asyncc_watch *));

/* Ends it; `ended` may do that. The value is whether the task has ended. */
int asyncc_watch_drop(struct asyncc_watch *watch);

/* The watched task has ended, and has forgotten the watch. */
void asyncc_watch_note(struct asyncc_join *join);

#endif
