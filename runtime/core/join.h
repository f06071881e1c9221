/*
 * join.h - what a cancel knows of joins.
 */
#ifndef ASYNCC_CORE_JOIN_H
#define ASYNCC_CORE_JOIN_H

#include <asyncc/abi.h>

/* The join waits no longer; its unit is not woken by it. */
void asyncc_join_unhook(struct asyncc_join *join);

/*
 * The end of a join of the task: takes its result unless it was cancelled or the join was; releases the handle.
 */
asyncc_status asyncc_join_take(struct asyncc_unit *task, int cancelled, void *result, size_t size);

#endif
