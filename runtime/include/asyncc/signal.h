/*
 * asyncc/signal.h - signals, awaited.
 */
#ifndef ASYNCC_SIGNAL_H
#define ASYNCC_SIGNAL_H

#include <asyncc.h>
#include <asyncc/abi/signal.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_signal;

/*
 * Catches a signal from now on: 0 and *signal, which the caller closes; or an error, as UV_EINVAL for one that cannot
 * be caught. What the process did at this signal, it does not do while it is caught, and does again when the last of
 * those who catch it is closed: a handler of its own, or nothing. Several may catch the same, in several threads too.
 * Does not wait. uv_signal_start.
 */
int async_signal_open(int number, struct async_signal **signal);

/*
 * Waits until it has come: how often since the last time, at least once; or UV_ECANCELED if it was closed meanwhile.
 * A signal that comes while nobody waits is not lost, nor by a cancel. Several tasks may wait; each time one goes on.
 */
_Async int async_signal_wait(struct async_signal *signal) ASYNCC_LEAF;

/* Does not catch it any longer; NULL does nothing. Those who wait for it get UV_ECANCELED. */
void async_signal_close(struct async_signal *signal);

#ifdef __cplusplus
}
#endif
#endif
