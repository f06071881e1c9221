/*
 * unit.c - making units: what the natural functions of translated code call.
 */
#include "unit.h"

#include "fatal.h"
#include "mismatch.h"
#include "pool.h"
#include "thread.h"

void *asyncc_unit_new_slow(const struct asyncc_function *function)
{
    struct asyncc_thread *thread = &asyncc_thread;
    if (__builtin_expect(asyncc_context.pending != NULL, 0))
        asyncc_never_started(asyncc_context.pending);
    struct asyncc_unit *unit = asyncc_pool_new(function);
    if (__builtin_expect(!unit, 0))
        thread->refused = 1;
    if (__builtin_expect(!thread->loop || thread->debug, 0))
        asyncc_mismatch_note(unit);
    return asyncc_context.pending = unit;
}

void asyncc_nothing_pending(const void *operation, const char *where)
{
    struct asyncc_thread *thread = &asyncc_thread;
    if (!thread->refused)
        asyncc_no_unit(asyncc_context.callee, operation, where);
    thread->refused = 0;
    thread->no_memory = 1;
}

void *volatile asyncc_no_argument;
