/*
 * gather.h - what the scheduler and cancels know of gathers.
 */
#ifndef ASYNCC_CORE_GATHER_H
#define ASYNCC_CORE_GATHER_H

#include <asyncc/abi.h>

/* struct asyncc_gather's flags. */
enum {
    ASYNCC_GATHER_CANCELLED = 1, /* asked for, or a child was cancelled, or could not be made */
    ASYNCC_GATHER_NO_MEMORY = 2,
    ASYNCC_GATHER_WALKING = 4, /* a cancel is on its way through the children; see cancel.c */
    ASYNCC_GATHER_RACE = 8,    /* it is a struct asyncc_race's */
    ASYNCC_GATHER_ITEM = 16    /* a struct asyncc_item's, which waits in it */
};

/* The unit becomes the newest child; it is not queued. */
void asyncc_gather_link(struct asyncc_gather *gather, struct asyncc_unit *child, unsigned flags);

/* Gives back what the children have, who have ended and whose results nobody takes. */
void asyncc_gather_release(struct asyncc_gather *gather);

/* The unit that waits until the child, and those beside it, have ended. */
struct asyncc_unit *asyncc_gather_waiter(const struct asyncc_unit *child);

/* The ended child comes out of the ready queue. */
void asyncc_gather_callback(struct asyncc_unit *child);

/* Begins to cancel: 1, or 0 if all children have ended, so that there is nothing to ask. */
int asyncc_gather_ask(struct asyncc_gather *gather);

/* The next child that a cancel which began is to go to, NULL at the end. */
struct asyncc_unit *asyncc_gather_next(struct asyncc_gather *gather);

#endif
