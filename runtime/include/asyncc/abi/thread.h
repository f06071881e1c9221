/*
 * asyncc/abi/thread.h - the leaf of asyncc/thread.h, for translated code.
 */
#ifndef ASYNCC_ABI_THREAD_H
#define ASYNCC_ABI_THREAD_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct asyncc_to_thread {
    struct asyncc_operation operation;
    void (*fn)(void *arg);
    void *arg;
    struct asyncc_done_jobs *done;             /* where it goes when fn has returned */
    struct asyncc_to_thread *next, *previous;  /* waiting for a thread; or only next, done */
    int state;
};
asyncc_status asyncc_to_thread_start(struct asyncc_to_thread *self, void (*fn)(void *arg), void *arg, int *value);
asyncc_status asyncc_to_thread_resume(struct asyncc_to_thread *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
