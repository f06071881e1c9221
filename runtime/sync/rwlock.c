/*
 * rwlock.c - async_rwlock. What becomes free is handed to the first in the list, and to all readers behind a
 * reader, at once; a task that is cancelled before it goes on gives it back.
 */
#include "waiting.h"

#include "../core/errors.h"
#include "../core/fatal.h"

#include <asyncc/sync.h>

enum { READ, WRITE };

static int can_take(const struct async_rwlock *lock, uint32_t how)
{
    return !lock->is_written && (how == READ || lock->readers == 0);
}

static void take(struct async_rwlock *lock, uint32_t how)
{
    if (how == READ)
        lock->readers++;
    else
        lock->is_written = 1;
}

static void hand_on(struct async_rwlock *lock)
{
    struct asyncc_waiting *first;
    while ((first = lock->waiters.first) && can_take(lock, first->detail)) {
        take(lock, first->detail);
        asyncc_waiters_grant_first(&lock->waiters);
    }
}

static int try_take(struct async_rwlock *lock, uint32_t how)
{
    if (lock->waiters.first || !can_take(lock, how))
        return ASYNCC_EBUSY;
    take(lock, how);
    return 0;
}

int async_rwlock_tryread(struct async_rwlock *lock)
{
    return try_take(lock, READ);
}

int async_rwlock_trywrite(struct async_rwlock *lock)
{
    return try_take(lock, WRITE);
}

void async_rwlock_unlock(struct async_rwlock *lock)
{
    if (lock->is_written)
        lock->is_written = 0;
    else if (lock->readers)
        lock->readers--;
    else
        asyncc_fatal("async_rwlock_unlock: the lock is not held");
    hand_on(lock);
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    struct async_rwlock *lock = ASYNCC_WAITING_OBJECT(self, struct async_rwlock, waiters);
    asyncc_waiting_remove(self);
    asyncc_waiting_leave(self);
    hand_on(lock); /* readers behind a writer that gives up */
}

static asyncc_status start(struct asyncc_waiting *self, struct async_rwlock *lock, uint32_t how)
{
    if (try_take(lock, how) == 0)
        return asyncc_waiting_ready(&lock->waiters, self);
    self->detail = how;
    return asyncc_waiting_begin(&lock->waiters, self, cancel);
}

static asyncc_status resume(struct asyncc_waiting *self)
{
    asyncc_status status = asyncc_waiting_end(self);
    if (status == ASYNCC_CANCELLED && self->state == ASYNCC_GRANTED)
        async_rwlock_unlock(ASYNCC_WAITING_OBJECT(self, struct async_rwlock, waiters));
    return status;
}

asyncc_status asyncc_rwlock_read_start(struct asyncc_rwlock_read *self, struct async_rwlock *lock)
{
    return start(&self->waiting, lock, READ);
}

asyncc_status asyncc_rwlock_read_resume(struct asyncc_rwlock_read *self)
{
    return resume(&self->waiting);
}

asyncc_status asyncc_rwlock_write_start(struct asyncc_rwlock_write *self, struct async_rwlock *lock)
{
    return start(&self->waiting, lock, WRITE);
}

asyncc_status asyncc_rwlock_write_resume(struct asyncc_rwlock_write *self)
{
    return resume(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL_VOID(rwlock_read, (struct async_rwlock *lock), ({ struct async_rwlock *lock; }), (lock), (a->lock));
ASYNCC_NATURAL_VOID(rwlock_write, (struct async_rwlock *lock), ({ struct async_rwlock *lock; }), (lock), (a->lock));
/* clang-format on */
