/*
 * asyncc/abi/signal.h - the leaf of asyncc/signal.h, for translated code.
 */
#ifndef ASYNCC_ABI_SIGNAL_H
#define ASYNCC_ABI_SIGNAL_H

#include <asyncc/abi/waiter.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_signal;

struct asyncc_signal_wait {
    struct asyncc_io_waiter waiter;
    struct async_signal *signal;
};
asyncc_status asyncc_signal_wait_start(struct asyncc_signal_wait *self, struct async_signal *signal, int *value);
asyncc_status asyncc_signal_wait_resume(struct asyncc_signal_wait *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
