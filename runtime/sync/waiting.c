/*
 * waiting.c - see waiting.h.
 */
#include "waiting.h"

void asyncc_waiting_cancel(struct asyncc_operation *operation)
{
    struct asyncc_waiting *self = (struct asyncc_waiting *)operation;
    asyncc_waiting_remove(self);
    asyncc_waiting_leave(self);
}

asyncc_status asyncc_waiting_spent(struct async_waiters *list, struct asyncc_waiting *self)
{
    return asyncc_budget_renew() ? ASYNCC_DONE : asyncc_waiting_pause(list, self);
}
