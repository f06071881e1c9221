/*
 * asyncc/abi/thread.h - the leaf of asyncc/thread.h, for translated code.
 */
#ifndef ASYNCC_ABI_THREAD_H
#define ASYNCC_ABI_THREAD_H

#include <asyncc/abi/future.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_remote;

struct asyncc_to_thread {
    struct asyncc_operation operation;
    void (*fn)(void *arg);
    void *arg;
    struct async_remote *remote; /* where it goes when fn has returned */
    struct asyncc_message message;
    struct asyncc_to_thread *next, *previous; /* waiting for a thread */
    int state;
};
asyncc_status asyncc_to_thread_start(struct asyncc_to_thread *self, void (*fn)(void *arg), void *arg, int *value);
asyncc_status asyncc_to_thread_resume(struct asyncc_to_thread *self, int *value);

struct asyncc_remote_call {
    struct asyncc_operation operation;
    struct async_remote *there, *home;
    void (*fn)(void); /* an async int (*)(void *) */
    void *arg;
    struct asyncc_message call, cancel; /* each goes there and comes back */
    struct asyncc_watch *watch;         /* of the task; used there only */
    int value;
    unsigned out; /* messages that have not come back */
};
asyncc_status asyncc_remote_call_start(struct asyncc_remote_call *self, struct async_remote *there, int (*fn)(void *arg),
                                       void *arg, int *value);
asyncc_status asyncc_remote_call_resume(struct asyncc_remote_call *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
