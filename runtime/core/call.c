/*
 * call.c - awaiting a unit: calls through pointers, into other files, and of recursions.
 *
 * The callee runs right away on the stack of its caller, as long as that is not deep. Otherwise the whole
 * stack is left, as if everybody waited, and the scheduler steps the callee. When a callee ends that was
 * stepped by the scheduler, that steps its owner.
 */
#include "fatal.h"
#include "pool.h"
#include "schedule.h"
#include "thread.h"

#include <string.h>

/* Bytes of stack, from the scheduler's frame on, past which a callee is left to the scheduler. */
#define DEEP (64 * 1024)

/* The callee has ended: takes its result, releases it. */
static inline asyncc_status take(struct asyncc_unit *owner, struct asyncc_unit *unit, asyncc_status status,
                                 void *result, size_t size)
{
    owner->flags |= unit->flags & ASYNCC_CANCEL; /* asked for while it ran, and not yet delivered */
    if (size && status == ASYNCC_DONE)
        memcpy(result, asyncc_unit_result(unit), size);
    asyncc_pool_free(unit);
    return status;
}

asyncc_status asyncc_call_start(struct asyncc_call *self, void *result, size_t size)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_unit *owner = thread->current, *unit = asyncc_take_pending(thread);
    if (__builtin_expect(!unit, 0))
        return ASYNCC_CANCELLED;
    unit->owner = owner;
    /* A cancel that is still to be delivered goes along with what runs. */
    uint32_t flags = owner->flags;
    unit->flags = ASYNCC_CALLEE | ASYNCC_BEGUN | (flags & ASYNCC_CANCEL);
    owner->flags = (flags & ~(uint32_t)(ASYNCC_CANCEL | ASYNCC_KIND)) | ASYNCC_IN_CALL;
    owner->wait.leaf = self;
    self->unit = unit;
    ptrdiff_t depth = thread->stack - (char *)__builtin_frame_address(0);
    if (__builtin_expect(depth > DEEP || depth < -DEEP, 0)) {
        thread->trampoline = unit;
        return ASYNCC_PENDING;
    }
    thread->current = unit;
    asyncc_status status = unit->function->step(unit);
    thread->current = owner;
    if (status == ASYNCC_PENDING)
        return ASYNCC_PENDING;
    owner->flags &= ~(uint32_t)ASYNCC_KIND;
    return take(owner, unit, status, result, size);
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
