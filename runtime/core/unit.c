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

/* The call that the callee was made by, if its owner waits in it. */
static struct asyncc_call *call_of(const struct asyncc_unit *callee)
{
    const struct asyncc_unit *owner = callee->owner;
    return asyncc_unit_kind(owner) == ASYNCC_IN_CALL ? owner->wait.leaf : NULL;
}

struct asyncc_unit *asyncc_callee_root(struct asyncc_unit *callee)
{
    struct asyncc_unit *root = callee;
    while (asyncc_unit_role(root) == ASYNCC_CALLEE) {
        struct asyncc_call *call = call_of(root);
        root = call && call->root ? call->root : root->owner;
    }
    while (asyncc_unit_role(callee) == ASYNCC_CALLEE) {
        struct asyncc_call *call = call_of(callee);
        if (call && call->root)
            break;
        if (call)
            call->root = root;
        callee = callee->owner;
    }
    return root;
}

void *volatile asyncc_no_argument;
