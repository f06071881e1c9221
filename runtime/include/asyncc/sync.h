/*
 * asyncc/sync.h - events, mutexes, locks for readers and writers, conditions, semaphores, barriers and latches.
 *
 * They belong to one thread: what they order is the tasks of its loop. All are begun by their initialiser or by
 * setting every byte to zero (a semaphore then has nothing to give), need no memory and no end, and must stay
 * where they are while tasks wait. Those that wait are served in the order in which they came.
 *
 * A wait that is cancelled changes nothing: what was already meant for it goes to the next one. So each may be
 * cancelled at any moment, also by a timeout around it. The semantics, down to the turn in which a task goes on,
 * are asyncio's, of Python 3.13.
 */
#ifndef ASYNCC_SYNC_H
#define ASYNCC_SYNC_H

#include <asyncc.h>

#include <asyncc/abi/sync.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- event: a flag to wait for. asyncio.Event ---- */

struct async_event {
    struct async_waiters waiters;
    int is_set;
};
#define ASYNC_EVENT_INIT { { NULL }, 0 }

/* Sets the flag. Everybody who waits goes on, even if it is cleared again before their turn. */
void async_event_set(struct async_event *event);

void async_event_clear(struct async_event *event);
int async_event_is_set(const struct async_event *event);

/* Waits until the flag is set; does not suspend if it is. */
_Async void async_event_wait(struct async_event *event) ASYNCC_LEAF;

/* ---- mutex. asyncio.Lock ---- */

struct async_mutex {
    struct async_waiters waiters;
    unsigned waiting; /* those of them that were not cancelled */
    int is_locked;
};
#define ASYNC_MUTEX_INIT { { NULL }, 0, 0 }

/*
 * Waits until nobody holds the mutex, and takes it; does not suspend if it is free and nobody waits. It is not
 * recursive: who holds it and locks it again waits for ever. `defer async_mutex_unlock(&m);` gives it back.
 */
_Async void async_mutex_lock(struct async_mutex *mutex) ASYNCC_LEAF;

/* Takes it at once: 0, or UV_EBUSY if it is held or others wait for it. */
int async_mutex_trylock(struct async_mutex *mutex);

/* Gives it back, to whoever waits longest. Any task may do so; that nobody holds it is a fatal error. */
void async_mutex_unlock(struct async_mutex *mutex);

int async_mutex_is_locked(const struct async_mutex *mutex);

/* ---- many readers or one writer. pthread_rwlock_t, in order ---- */

struct async_rwlock {
    struct async_waiters waiters;
    unsigned readers; /* that hold it */
    int is_written;   /* a writer holds it */
};
#define ASYNC_RWLOCK_INIT { { NULL }, 0, 0 }

/* Waits until it can be read. Who comes after a writer that waits, waits behind it: nobody starves. */
_Async void async_rwlock_read(struct async_rwlock *lock) ASYNCC_LEAF;

/* Waits until nobody else holds it. */
_Async void async_rwlock_write(struct async_rwlock *lock) ASYNCC_LEAF;

/* The same at once: 0, or UV_EBUSY if it would have to wait. */
int async_rwlock_tryread(struct async_rwlock *lock);
int async_rwlock_trywrite(struct async_rwlock *lock);

/* Gives back what one read or write took; a fatal error if nobody holds it. */
void async_rwlock_unlock(struct async_rwlock *lock);

/* ---- condition. asyncio.Condition ---- */

struct async_condition {
    struct async_waiters waiters;
};
#define ASYNC_CONDITION_INIT { { NULL } }

/*
 * Unlocks the mutex, which the caller holds, waits to be notified, and locks it again; that, too, when it is
 * cancelled. Wake-ups can be for nothing: `while (!ready) await async_condition_wait(&c, &m);`. One that was
 * notified and is cancelled before it goes on notifies the next one.
 */
_Async void async_condition_wait(struct async_condition *condition, struct async_mutex *mutex) ASYNCC_LEAF;

/* Wakes the one that waits longest, or `count` of them. */
void async_condition_notify(struct async_condition *condition, unsigned count);
void async_condition_notify_all(struct async_condition *condition);

/* ---- semaphore. asyncio.Semaphore ---- */

struct async_semaphore {
    struct async_waiters waiters;
    unsigned value;   /* what it has to give */
    unsigned granted; /* given to tasks that have not gone on so far */
};
#define ASYNC_SEMAPHORE_INIT(value) { { NULL }, (value), 0 }

/* Waits until the value is above 0 and nobody came before, and takes 1 from it. */
_Async void async_semaphore_acquire(struct async_semaphore *semaphore) ASYNCC_LEAF;

/* The same at once: 0, or UV_EAGAIN if it would have to wait. */
int async_semaphore_tryacquire(struct async_semaphore *semaphore);

/* Adds 1, and wakes who waits longest. */
void async_semaphore_release(struct async_semaphore *semaphore);

/* ---- barrier. asyncio.Barrier ---- */

struct async_barrier {
    struct async_waiters waiters;
    unsigned parties, count; /* how many are to come, and how many have and are not gone */
    unsigned state;          /* the runtime's: it fills, is left, is reset, or broken */
};
#define ASYNC_BARRIER_INIT(parties) { { NULL }, (parties), 0, 0 }

/*
 * Waits until as many tasks wait here as there are parties; then all go on, and when they have the barrier can be used
 * again: who comes meanwhile waits until then. The value is how many were here when it came; or UV_ECONNABORTED if the
 * barrier is broken, or was broken or reset before it went on. Who is cancelled while it waits does not count any more.
 */
_Async int async_barrier_wait(struct async_barrier *barrier) ASYNCC_LEAF;

/* Breaks it: who waits and who comes gets UV_ECONNABORTED, until it is reset. */
void async_barrier_abort(struct async_barrier *barrier);

/* As at the beginning; who waits gets UV_ECONNABORTED, also who has been let through and has not gone on yet. */
void async_barrier_reset(struct async_barrier *barrier);

int async_barrier_is_broken(const struct async_barrier *barrier);
unsigned async_barrier_count(const struct async_barrier *barrier); /* how many wait for more to come: Barrier.n_waiting */

/* ---- latch: a count that goes down to 0, once. C++20's std::latch ---- */

struct async_latch {
    struct async_waiters waiters;
    unsigned count; /* what is still to come */
};
#define ASYNC_LATCH_INIT(count) { { NULL }, (count) }

/* Takes `count` from what is to come; at 0 all who wait go on. More than is to come is a fatal error. Any task may do so. */
void async_latch_count_down(struct async_latch *latch, unsigned count);

/* Waits until the count is 0; does not suspend if it is. A cancel costs nothing: the count stays what it is. */
_Async void async_latch_wait(struct async_latch *latch) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
