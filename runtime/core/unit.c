/*
 * unit.c - making units: what the natural functions of translated code call.
 */
#include "unit.h"

#include "fatal.h"
#include "pool.h"
#include "thread.h"

void *asyncc_unit_new_slow(const struct asyncc_function *function)
{
    if (__builtin_expect(asyncc_context.pending != NULL, 0))
        asyncc_never_started(asyncc_context.pending);
    return asyncc_context.pending = asyncc_pool_new(function);
}

void *volatile asyncc_no_argument;
