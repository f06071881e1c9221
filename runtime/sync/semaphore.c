/*
 * semaphore.c - async_semaphore, by the algorithm of asyncio.Semaphore.
 *
 * The list has those that were neither granted nor cancelled. What is granted is taken from the value at once; a
 * task that is cancelled before it goes on gives it back. Who comes has to wait while anybody else does.
 */
#include "semaphore.h"

#include "../core/errors.h"

static int wake_next(struct async_semaphore *semaphore)
{
    if (!asyncc_waiters_grant_first(&semaphore->waiters))
        return 0;
    semaphore->value--;
    semaphore->granted++;
    return 1;
}

int async_semaphore_tryacquire(struct async_semaphore *semaphore)
{
    if (semaphore->value == 0 || semaphore->waiters.first || semaphore->granted)
        return ASYNCC_EAGAIN;
    semaphore->value--;
    return 0;
}

void async_semaphore_release(struct async_semaphore *semaphore)
{
    semaphore->value++;
    wake_next(semaphore);
}

void asyncc_semaphore_dismiss(struct async_semaphore *semaphore)
{
    while (semaphore->waiters.first) {
        struct asyncc_waiting *first = semaphore->waiters.first;
        first->detail = 1;
        asyncc_waiting_remove(first);
        asyncc_waiting_leave(first);
    }
}

asyncc_status asyncc_semaphore_pause(struct async_semaphore *semaphore, struct asyncc_waiting *waiting)
{
    waiting->detail = 0;
    semaphore->granted++;
    return asyncc_waiting_pause(&semaphore->waiters, waiting);
}

asyncc_status asyncc_semaphore_begin(struct async_semaphore *semaphore, struct asyncc_waiting *waiting)
{
    if (async_semaphore_tryacquire(semaphore) == 0)
        return asyncc_budget_spend(1) ? ASYNCC_DONE : asyncc_semaphore_pause(semaphore, waiting);
    waiting->detail = 0;
    return asyncc_waiting_begin(&semaphore->waiters, waiting, asyncc_waiting_cancel);
}

asyncc_status asyncc_semaphore_end(struct asyncc_waiting *waiting)
{
    struct async_semaphore *semaphore = ASYNCC_WAITING_OBJECT(waiting, struct async_semaphore, waiters);
    asyncc_status status = asyncc_waiting_end(waiting);
    if (waiting->state == ASYNCC_GRANTED) {
        semaphore->granted--;
        semaphore->value += status == ASYNCC_CANCELLED;
    }
    while (semaphore->value > 0 && wake_next(semaphore)) {
    }
    return status;
}

asyncc_status asyncc_semaphore_acquire_start(struct asyncc_semaphore_acquire *self, struct async_semaphore *semaphore)
{
    return asyncc_semaphore_begin(semaphore, &self->waiting);
}

asyncc_status asyncc_semaphore_acquire_resume(struct asyncc_semaphore_acquire *self)
{
    return asyncc_semaphore_end(&self->waiting);
}

/* clang-format off */
ASYNCC_NATURAL_VOID(semaphore_acquire, (struct async_semaphore *semaphore),
                    ({ struct async_semaphore *semaphore; }), (semaphore), (a->semaphore));
/* clang-format on */
