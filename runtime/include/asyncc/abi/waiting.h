/*
 * asyncc/abi/waiting.h - what the leaves of asyncc/sync.h and asyncc/channel.h have in common.
 */
#ifndef ASYNCC_ABI_WAITING_H
#define ASYNCC_ABI_WAITING_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_waiters;

/* One that waits, in the list of the object that it waits for. */
struct asyncc_waiting {
    struct asyncc_operation operation;
    struct asyncc_waiting *next, *previous; /* while it is in the list */
    struct async_waiters *list;             /* the object's; NULL when it was closed meanwhile */
    unsigned state;                         /* the runtime's: it waits, was granted what it waits for, was cancelled */
    unsigned detail;                        /* the object's: what it waits for, or how that ended */
};

/* Those that wait, the oldest first. All zero: nobody. */
struct async_waiters {
    struct asyncc_waiting *first;
};

#ifdef __cplusplus
}
#endif
#endif
