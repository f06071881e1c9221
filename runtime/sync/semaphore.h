/*
 * semaphore.h - semaphores that other objects are made of.
 */
#ifndef ASYNCC_SYNC_SEMAPHORE_H
#define ASYNCC_SYNC_SEMAPHORE_H

#include "waiting.h"

#include <asyncc/sync.h>

/* The parts of acquiring: the resume's `waiting` may have been granted nothing by asyncc_semaphore_dismiss. */
asyncc_status asyncc_semaphore_begin(struct async_semaphore *semaphore, struct asyncc_waiting *waiting);
asyncc_status asyncc_semaphore_pause(struct async_semaphore *semaphore,
                                     struct asyncc_waiting *waiting); /* it was acquired */
asyncc_status asyncc_semaphore_end(struct asyncc_waiting *waiting);

/* Everybody who waits goes on without having got anything; their waiting's detail is 1 then. */
void asyncc_semaphore_dismiss(struct async_semaphore *semaphore);

#endif
