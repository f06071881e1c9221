/*
 * waiters.h - the tasks that wait for an object, in the order in which they came.
 *
 * What they wait for stays with the object. One of them is woken when something is there, and takes it in its own
 * step: so nothing is lost when it is cancelled meanwhile, and the next one is woken instead.
 */
#ifndef ASYNCC_IO_WAITERS_H
#define ASYNCC_IO_WAITERS_H

#include "../sync/waiting.h"

#include <asyncc/abi/waiter.h>

struct asyncc_io_waiters {
    struct async_waiters waiters;
    unsigned woken; /* that have not gone on */
};

/* The current unit waits at the end of the list, or does not because of a cancel. */
asyncc_status asyncc_io_wait(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list);

/* In the leaf's resume, if what was there is gone: waits in front of all. */
asyncc_status asyncc_io_wait_again(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list);

/* Wakes the first that was not woken: 0 if there is none. */
int asyncc_io_wake(struct asyncc_io_waiters *list);
void asyncc_io_wake_all(struct asyncc_io_waiters *list);

/* The object is being closed: wakes all, and they leave the list. */
void asyncc_io_wake_closed(struct asyncc_io_waiters *list);

enum asyncc_io_resumed { ASYNCC_IO_READY, ASYNCC_IO_CLOSED, ASYNCC_IO_CANCELLED };

/* In the leaf's resume: takes the waiter out of the list. The object must not be touched if it is closed. */
enum asyncc_io_resumed asyncc_io_resume(struct asyncc_io_waiter *waiter);

#endif
