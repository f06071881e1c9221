/*
 * asyncc/interval.h - ticks at regular times, which do not drift.
 */
#ifndef ASYNCC_INTERVAL_H
#define ASYNCC_INTERVAL_H

#include <stdint.h>

#include <asyncc.h>
#include <asyncc/abi/interval.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What happens to ticks whose time went by while nobody waited. tokio's MissedTickBehavior. */
enum {
    ASYNC_MISSED_BURST, /* they come at once, one after the other, until none is late: as many as there should be */
    ASYNC_MISSED_DELAY, /* they do not come; the next one is a period after the late one */
    ASYNC_MISSED_SKIP   /* they do not come; the next one is at its regular time */
};

/* Holds no resources; its members are the runtime's. */
struct async_interval {
    uint64_t period, next; /* nanoseconds */
    int missed;
};

/* The first tick is `seconds` from now (at least a nanosecond), by the clock of this thread's loop. */
void async_interval_init(struct async_interval *interval, double seconds, int missed);

/*
 * Waits for the next tick: how many of the following ones are due already as well; what becomes of them is as was
 * said to init. Always lets others run. A cancel loses no tick.
 */
_Async int64_t async_interval_next(struct async_interval *interval) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
