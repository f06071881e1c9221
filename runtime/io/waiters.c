/*
 * waiters.c - see waiters.h.
 */
#include "waiters.h"

#include "../core/list.h"
#include "../core/operation.h"

static int is_woken(const struct asyncc_waiting *waiting)
{
    return waiting->state == ASYNCC_GRANTED;
}

static struct asyncc_io_waiters *list_of(const struct asyncc_waiting *waiting)
{
    return ASYNCC_WAITING_OBJECT(waiting, struct asyncc_io_waiters, waiters);
}

static void drop(struct asyncc_waiting *waiting)
{
    asyncc_waiting_remove(waiting);
    list_of(waiting)->woken -= (unsigned)is_woken(waiting);
    waiting->list = NULL;
}

static void cancel(struct asyncc_operation *operation)
{
    drop((struct asyncc_waiting *)operation);
    asyncc_operation_wake(operation);
}

static asyncc_status begin(struct asyncc_waiting *waiting, struct asyncc_io_waiters *list)
{
    waiting->list = &list->waiters;
    waiting->state = ASYNCC_WAITS;
    return asyncc_operation_begin(&waiting->operation, cancel);
}

asyncc_status asyncc_io_wait(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list)
{
    struct asyncc_waiting *waiting = &waiter->waiting;
    waiting->list = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&waiting->operation);
    ASYNCC_LIST_APPEND(list->waiters.first, waiting);
    return begin(waiting, list);
}

asyncc_status asyncc_io_wait_again(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list)
{
    struct asyncc_waiting *waiting = &waiter->waiting;
    ASYNCC_LIST_PREPEND(list->waiters.first, waiting);
    return begin(waiting, list);
}

static void wake(struct asyncc_waiting *waiting)
{
    list_of(waiting)->woken++;
    asyncc_waiting_grant(waiting);
}

int asyncc_io_wake(struct asyncc_io_waiters *list)
{
    struct asyncc_waiting *waiting = list->waiters.first;
    while (waiting && is_woken(waiting))
        waiting = waiting->next;
    if (waiting)
        wake(waiting);
    return waiting != NULL;
}

void asyncc_io_wake_all(struct asyncc_io_waiters *list)
{
    for (struct asyncc_waiting *waiting = list->waiters.first; waiting; waiting = waiting->next) {
        if (!is_woken(waiting))
            wake(waiting);
    }
}

void asyncc_io_wake_closed(struct asyncc_io_waiters *list)
{
    asyncc_io_wake_all(list);
    while (list->waiters.first)
        drop(list->waiters.first);
}

enum asyncc_io_resumed asyncc_io_resume(struct asyncc_io_waiter *waiter)
{
    struct asyncc_waiting *waiting = &waiter->waiting;
    struct asyncc_io_waiters *list = waiting->list ? list_of(waiting) : NULL;
    int cancelled = asyncc_operation_cancelled(&waiting->operation);
    if (list)
        drop(waiting);
    if (!cancelled)
        return list ? ASYNCC_IO_READY : ASYNCC_IO_CLOSED;
    if (list) /* it was woken for something that the next one can have */
        asyncc_io_wake(list);
    return ASYNCC_IO_CANCELLED;
}
