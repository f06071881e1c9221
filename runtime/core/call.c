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

/* Bytes of stack, from the scheduler's frame on, past which a callee is left to the scheduler. */
#define DEEP (64 * 1024)

/* The callee has ended: takes its result, releases it. */
static inline asyncc_status take(struct asyncc_unit *owner, struct asyncc_unit *unit, asyncc_status status,
                                 void *result, size_t size)
{
    if (__builtin_expect(unit->flags & ASYNCC_CANCEL, 0))
        owner->flags |= ASYNCC_CANCEL; /* asked for while it ran, and not yet delivered */
    if (status == ASYNCC_DONE)
        asyncc_unit_copy_result(unit, result, size);
    asyncc_pool_free(unit);
    return status;
}

/*
 * Until the callee waits, its owner looks as if it ran itself: most callees never do. See innermost() in
 * cancel.c.
 */
asyncc_status asyncc_call_start(struct asyncc_call *self, void *result, size_t size)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *owner = thread->current, *unit = asyncc_take_pending(thread);
    if (__builtin_expect(!unit, 0))
        return ASYNCC_CANCELLED;
    uint32_t flags = owner->flags;
    unit->owner = owner;
    unit->flags = ASYNCC_CALLEE | ASYNCC_BEGUN | (flags & ASYNCC_CANCEL);
    if (__builtin_expect(flags & ASYNCC_CANCEL, 0))
        owner->flags = flags & ~(uint32_t)ASYNCC_CANCEL; /* one still to be delivered goes along with what runs */
    self->unit = unit;
    asyncc_status status = ASYNCC_PENDING;
    char here; /* where the stack is now; asking for the frame's address would cost a frame pointer */
    ptrdiff_t depth = thread->stack - &here;
    if (__builtin_expect(depth > DEEP || depth < -DEEP, 0)) {
        thread->trampoline = unit;
    } else {
        thread->current = unit;
        status = unit->function->step(unit);
        thread->current = owner;
    }
    if (status != ASYNCC_PENDING)
        return take(owner, unit, status, result, size);
    asyncc_unit_wait(owner, ASYNCC_IN_CALL, self);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_call_resume(struct asyncc_call *self, void *result, size_t size)
{
    struct asyncc_unit *unit = self->unit;
    if (__builtin_expect(!(unit->flags & ASYNCC_ENDED), 0))
        asyncc_fatal("'%s' was resumed while the call of '%s' that it awaits has not ended",
                     asyncc_thread.current->function->name, unit->function->name);
    return take(unit->owner, unit, unit->flags & ASYNCC_WAS_CANCELLED ? ASYNCC_CANCELLED : ASYNCC_DONE, result,
                size);
}
