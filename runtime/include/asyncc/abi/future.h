/*
 * asyncc/abi/future.h - the leaf of asyncc/future.h, for translated code.
 */
#ifndef ASYNCC_ABI_FUTURE_H
#define ASYNCC_ABI_FUTURE_H

#include <asyncc/abi/waiting.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_future;

/* What is sent to another thread's loop, where `deliver` is called, with 0 if that loop is ending. */
struct asyncc_message {
    struct asyncc_message *next;
    void (*deliver)(struct asyncc_message *self, int is_open);
};

struct asyncc_future_wait {
    struct asyncc_waiting waiting;
    int cancelled;
};
asyncc_status asyncc_future_wait_start(struct asyncc_future_wait *self, struct async_future *future, int *value);
asyncc_status asyncc_future_wait_resume(struct asyncc_future_wait *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
