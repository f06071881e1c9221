/*
 * asyncc/abi/sync.h - the leaves of asyncc/sync.h, for translated code.
 */
#ifndef ASYNCC_ABI_SYNC_H
#define ASYNCC_ABI_SYNC_H

#include <asyncc/abi/waiting.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_event;
struct async_mutex;
struct async_rwlock;
struct async_condition;
struct async_semaphore;
struct async_barrier;
struct async_latch;

struct asyncc_event_wait {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_event_wait_start(struct asyncc_event_wait *self, struct async_event *event);
asyncc_status asyncc_event_wait_resume(struct asyncc_event_wait *self);

struct asyncc_mutex_lock {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_mutex_lock_start(struct asyncc_mutex_lock *self, struct async_mutex *mutex);
asyncc_status asyncc_mutex_lock_resume(struct asyncc_mutex_lock *self);

struct asyncc_rwlock_read {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_rwlock_read_start(struct asyncc_rwlock_read *self, struct async_rwlock *lock);
asyncc_status asyncc_rwlock_read_resume(struct asyncc_rwlock_read *self);

struct asyncc_rwlock_write {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_rwlock_write_start(struct asyncc_rwlock_write *self, struct async_rwlock *lock);
asyncc_status asyncc_rwlock_write_resume(struct asyncc_rwlock_write *self);

struct asyncc_condition_wait {
    union {
        struct asyncc_waiting waiting;
        struct asyncc_mutex_lock lock;
    } leaf;
    struct async_condition *condition;
    struct async_mutex *mutex;
    unsigned char locking, notified, cancelled;
};
asyncc_status asyncc_condition_wait_start(struct asyncc_condition_wait *self, struct async_condition *condition,
                                          struct async_mutex *mutex);
asyncc_status asyncc_condition_wait_resume(struct asyncc_condition_wait *self);

struct asyncc_semaphore_acquire {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_semaphore_acquire_start(struct asyncc_semaphore_acquire *self, struct async_semaphore *semaphore);
asyncc_status asyncc_semaphore_acquire_resume(struct asyncc_semaphore_acquire *self);

struct asyncc_barrier_wait {
    struct asyncc_waiting waiting;
    unsigned is_inside; /* not in front of it */
};
asyncc_status asyncc_barrier_wait_start(struct asyncc_barrier_wait *self, struct async_barrier *barrier, int *value);
asyncc_status asyncc_barrier_wait_resume(struct asyncc_barrier_wait *self, int *value);

struct asyncc_latch_wait {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_latch_wait_start(struct asyncc_latch_wait *self, struct async_latch *latch);
asyncc_status asyncc_latch_wait_resume(struct asyncc_latch_wait *self);

#ifdef __cplusplus
}
#endif
#endif
