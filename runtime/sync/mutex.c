/*
 * mutex.c - async_mutex, by the algorithm of asyncio.Lock.
 *
 * Unlocking wakes the first waiter, which takes the mutex in its turn; meanwhile nobody else can, since there is
 * one who waits. Waiters stay in the list until that turn, cancelled ones too: an unlock that finds one of those
 * first leaves it to wake the next.
 */
#include "waiting.h"

#include "../core/errors.h"
#include "../core/fatal.h"

#include <asyncc/sync.h>

static void wake_first(struct async_mutex *mutex)
{
    struct asyncc_waiting *first = mutex->waiters.first;
    if (first && first->state == ASYNCC_WAITS)
        asyncc_waiting_grant(first);
}

int async_mutex_trylock(struct async_mutex *mutex)
{
    if (mutex->is_locked || mutex->waiting)
        return ASYNCC_EBUSY;
    mutex->is_locked = 1;
    return 0;
}

void async_mutex_unlock(struct async_mutex *mutex)
{
    if (!mutex->is_locked)
        asyncc_fatal("async_mutex_unlock: the mutex is not locked");
    mutex->is_locked = 0;
    wake_first(mutex);
}

int async_mutex_is_locked(const struct async_mutex *mutex)
{
    return mutex->is_locked;
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    ASYNCC_WAITING_OBJECT(self, struct async_mutex, waiters)->waiting--;
    asyncc_waiting_leave(self);
}

asyncc_status asyncc_mutex_lock_start(struct asyncc_mutex_lock *self, struct async_mutex *mutex)
{
    int is_free = !mutex->is_locked && !mutex->waiting;
    if (is_free && asyncc_budget_spend(1)) {
        mutex->is_locked = 1;
        return ASYNCC_DONE;
    }
    mutex->waiting++;
    if (is_free) { /* it is held when it goes on; nobody who comes meanwhile is before it */
        ASYNCC_LIST_APPEND(mutex->waiters.first, &self->waiting);
        return asyncc_waiting_pause(&mutex->waiters, &self->waiting);
    }
    return asyncc_waiting_begin(&mutex->waiters, &self->waiting, cancel);
}

asyncc_status asyncc_mutex_lock_resume(struct asyncc_mutex_lock *self)
{
    struct async_mutex *mutex = ASYNCC_WAITING_OBJECT(&self->waiting, struct async_mutex, waiters);
    asyncc_waiting_remove(&self->waiting);
    mutex->waiting -= self->waiting.state == ASYNCC_GRANTED;
    asyncc_status status = asyncc_waiting_end(&self->waiting);
    if (status == ASYNCC_DONE)
        mutex->is_locked = 1;
    else if (!mutex->is_locked)
        wake_first(mutex);
    return status;
}

/* clang-format off */
ASYNCC_NATURAL_VOID(mutex_lock, (struct async_mutex *mutex), ({ struct async_mutex *mutex; }), (mutex), (a->mutex));
/* clang-format on */
