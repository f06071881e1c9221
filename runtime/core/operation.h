/*
 * operation.h - leaves that wait for something outside: see struct asyncc_operation.
 */
#ifndef ASYNCC_CORE_OPERATION_H
#define ASYNCC_CORE_OPERATION_H

#include "budget.h"

typedef void asyncc_operation_canceller(struct asyncc_operation *operation);

/*
 * The current unit now waits in the operation. When it is cancelled, `cancel` is called, once; the unit must
 * be woken then, at once or later, but not go on before nothing outside uses memory of the operation.
 */
static inline asyncc_status asyncc_operation_begin(struct asyncc_operation *operation, asyncc_operation_canceller *cancel)
{
    operation->unit = asyncc_context.current;
    operation->cancel = cancel;
    asyncc_unit_wait(operation->unit, ASYNCC_IN_OPERATION, operation);
    return ASYNCC_PENDING;
}

/* Whether the current unit has a cancel to deliver, so that nothing is to be begun. */
static inline int asyncc_operation_refused(void)
{
    return (asyncc_context.current->flags & ASYNCC_CANCEL) != 0;
}

/* Instead of beginning: the current unit goes on in its turn, and finds the cancel; or what has come already. */
static inline asyncc_status asyncc_operation_refuse(struct asyncc_operation *operation)
{
    operation->unit = asyncc_context.current;
    asyncc_push(&asyncc_thread, operation->unit);
    return ASYNCC_PENDING;
}

/* A call of the system's has done it: to go on at once, or in the next turn. */
static inline asyncc_status asyncc_operation_ready(struct asyncc_operation *operation)
{
    return asyncc_budget_spend(ASYNCC_SPEND_CALL) ? ASYNCC_DONE : asyncc_operation_refuse(operation);
}

/* What the operation waited for has come, or it was cancelled. */
static inline void asyncc_operation_wake(struct asyncc_operation *operation)
{
    asyncc_wake(&asyncc_thread, operation->unit);
}

/* In the leaf's resume: 1 if it ends cancelled. */
static inline int asyncc_operation_cancelled(struct asyncc_operation *operation)
{
    return asyncc_unit_take_cancel(operation->unit);
}

#endif
