/*
 * waiters.c - see waiters.h.
 */
#include "waiters.h"

#include "../core/operation.h"

static void drop(struct asyncc_io_waiter *waiter)
{
    struct asyncc_io_waiters *list = waiter->list;
    if (waiter->previous)
        waiter->previous->next = waiter->next;
    else
        list->first = waiter->next;
    if (waiter->next)
        waiter->next->previous = waiter->previous;
    else
        list->last = waiter->previous;
    list->woken -= (unsigned)waiter->woken;
    waiter->list = NULL;
}

static void cancel(struct asyncc_operation *operation)
{
    struct asyncc_io_waiter *waiter = (struct asyncc_io_waiter *)operation;
    drop(waiter);
    asyncc_operation_wake(operation);
}

static asyncc_status begin(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list)
{
    waiter->list = list;
    waiter->woken = 0;
    return asyncc_operation_begin(&waiter->operation, cancel);
}

asyncc_status asyncc_io_wait(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list)
{
    waiter->list = NULL;
    if (asyncc_operation_refused())
        return asyncc_operation_refuse(&waiter->operation);
    waiter->next = NULL;
    waiter->previous = list->last;
    if (list->last)
        list->last->next = waiter;
    else
        list->first = waiter;
    list->last = waiter;
    return begin(waiter, list);
}

asyncc_status asyncc_io_wait_again(struct asyncc_io_waiter *waiter, struct asyncc_io_waiters *list)
{
    waiter->previous = NULL;
    waiter->next = list->first;
    if (list->first)
        list->first->previous = waiter;
    else
        list->last = waiter;
    list->first = waiter;
    return begin(waiter, list);
}

static void wake(struct asyncc_io_waiter *waiter)
{
    waiter->woken = 1;
    waiter->list->woken++;
    asyncc_operation_wake(&waiter->operation);
}

int asyncc_io_wake(struct asyncc_io_waiters *list)
{
    struct asyncc_io_waiter *waiter = list->first;
    while (waiter && waiter->woken)
        waiter = waiter->next;
    if (waiter)
        wake(waiter);
    return waiter != NULL;
}

void asyncc_io_wake_all(struct asyncc_io_waiters *list)
{
    for (struct asyncc_io_waiter *waiter = list->first; waiter; waiter = waiter->next) {
        if (!waiter->woken)
            wake(waiter);
    }
}

void asyncc_io_wake_closed(struct asyncc_io_waiters *list)
{
    asyncc_io_wake_all(list);
    while (list->first)
        drop(list->first);
}

enum asyncc_io_resumed asyncc_io_resume(struct asyncc_io_waiter *waiter)
{
    struct asyncc_io_waiters *list = waiter->list;
    int cancelled = asyncc_operation_cancelled(&waiter->operation);
    if (list)
        drop(waiter);
    if (!cancelled)
        return list ? ASYNCC_IO_READY : ASYNCC_IO_CLOSED;
    if (list) /* it was woken for something that the next one can have */
        asyncc_io_wake(list);
    return ASYNCC_IO_CANCELLED;
}
