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

/* Nobody has told of those that have not waited so far. Under 64 bits some may be too far away to be told. */
static struct asyncc_unit *told_root(const struct asyncc_unit *callee)
{
    const struct asyncc_unit *owner = callee->owner;
    if (asyncc_unit_kind(owner) != ASYNCC_IN_CALL || callee->serial == 0)
        return NULL;
    return (struct asyncc_unit *)((intptr_t)callee + (intptr_t)(int32_t)callee->serial * (intptr_t)sizeof(void *));
}

static void tell_root(struct asyncc_unit *callee, const struct asyncc_unit *root)
{
    intptr_t words = ((intptr_t)root - (intptr_t)callee) / (intptr_t)sizeof(void *);
    if (words == (int32_t)words)
        callee->serial = (uint32_t)words;
}

struct asyncc_unit *asyncc_callee_root(struct asyncc_unit *callee)
{
    struct asyncc_unit *root = callee, *told;
    while (asyncc_unit_role(root) == ASYNCC_CALLEE)
        root = (told = told_root(root)) ? told : root->owner;
    for (; asyncc_unit_role(callee) == ASYNCC_CALLEE && !told_root(callee); callee = callee->owner)
        tell_root(callee, root);
    return root;
}

void *volatile asyncc_no_argument;
