/*
 * call.c - awaiting a unit: calls through pointers, into other files, and of recursions.
 *
 * The callee runs right away on the stack of its caller, as long as that is not deep. Otherwise the whole
 * stack is left, as if everybody waited, and the scheduler steps the callee. When a callee ends that was
 * stepped by the scheduler, that steps its owner.
 */
#include "fatal.h"
#include "pool.h"
#include "thread.h"

/* The callee has ended: takes its result, releases it. */
static inline asyncc_status take(struct asyncc_unit *owner, struct asyncc_unit *unit, asyncc_status status, void *result,
                                 size_t size)
{
    if (__builtin_expect(unit->flags & ASYNCC_CANCEL, 0))
        owner->flags |= ASYNCC_CANCEL; /* asked for while it ran, and not yet delivered */
    if (status == ASYNCC_DONE)
        asyncc_unit_copy_result(unit, result, size);
    asyncc_pool_free(unit);
    return status;
}

/* ---- in the callee ---- */

/* Stands in `callee` for one that was entered and has not come to its end. */
static void entered(void)
{
}

void asyncc_call_hand_over(struct asyncc_unit *unit, asyncc_status status)
{
    if (status == ASYNCC_CANCELLED)
        unit->flags |= ASYNCC_ENDED | ASYNCC_WAS_CANCELLED;
    asyncc_context.callee = entered;
    asyncc_context.pending = unit;
}

/* ---- in the caller ---- */

static inline asyncc_status status_of(const struct asyncc_unit *unit)
{
    if (!(unit->flags & ASYNCC_ENDED))
        return ASYNCC_PENDING;
    return unit->flags & ASYNCC_WAS_CANCELLED ? ASYNCC_CANCELLED : ASYNCC_DONE;
}

/*
 * Until the callee waits, its owner looks as if it ran itself: most callees never do. See innermost() in
 * cancel.c.
 */
static asyncc_status begin(struct asyncc_thread *thread, struct asyncc_unit *owner, struct asyncc_unit *unit)
{
    uint32_t flags = owner->flags;
    unit->owner = owner;
    unit->flags = ASYNCC_CALLEE | (flags & ASYNCC_CANCEL);
    if (__builtin_expect(flags & ASYNCC_CANCEL, 0))
        owner->flags = flags & ~(uint32_t)ASYNCC_CANCEL; /* one still to be delivered goes along with what runs */
    char here; /* where the stack is now; asking for the frame's address would cost a frame pointer */
    if (__builtin_expect((size_t)&here - asyncc_context.stack > ASYNCC_STACK, 0)) {
        thread->trampoline = unit;
        return ASYNCC_PENDING;
    }
    asyncc_context.current = unit;
    asyncc_status status = unit->function->step(unit);
    asyncc_context.current = owner;
    return status;
}

asyncc_status asyncc_call_start(struct asyncc_call *self, void *result, size_t size)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *owner = asyncc_context.current, *unit = asyncc_take_pending(self, NULL);
    int was_entered = asyncc_context.callee == entered;
    asyncc_context.callee = NULL;
    if (__builtin_expect(!unit, 0))
        return ASYNCC_CANCELLED;
    self->unit = unit;
    asyncc_status status = was_entered ? status_of(unit) : begin(thread, owner, unit);
    if (status != ASYNCC_PENDING)
        return take(owner, unit, status, result, size);
    unit->serial = 0;
    asyncc_unit_wait(owner, ASYNCC_IN_CALL, self);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_call_resume(struct asyncc_call *self, void *result, size_t size)
{
    struct asyncc_unit *unit = self->unit;
    if (__builtin_expect(!(unit->flags & ASYNCC_ENDED), 0))
        asyncc_fatal("'%s' was resumed while the call of '%s' that it awaits has not ended",
                     asyncc_context.current->function->name, unit->function->name);
    return take(unit->owner, unit, status_of(unit), result, size);
}
