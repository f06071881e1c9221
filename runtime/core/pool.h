/*
 * pool.h - the memory of units.
 *
 * Units of up to 1 KiB come from slabs of the thread, one kind of slab for each multiple of 8 bytes; what is
 * released is used again first, and slabs that are empty go back: after a peak, whatever sizes its units had, 3/4 MiB stays. Larger ones, and those aligned to more than 16 bytes, are allocated one by
 * one and linked, and so is everything under AddressSanitizer or with ASYNCC_POOL_MALLOC defined, so that
 * tools see their end.
 *
 * Every live unit can be found: a slab's objects are units, and memory for other purposes is wrapped in a unit too
 * (asyncc_block_new). Released ones have no function, but for the spare one and some callees: see is_live in pool.c.
 */
#ifndef ASYNCC_CORE_POOL_H
#define ASYNCC_CORE_POOL_H

#include "thread.h"

#if defined(__SANITIZE_ADDRESS__)
#define ASYNCC_POOL_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASYNCC_POOL_MALLOC 1
#endif
#endif

/*
 * The class of the function's units; 0 if each is allocated alone. As any size in C the units' is a multiple of the
 * alignment, and so is then the place in a slab.
 */
static inline size_t asyncc_pool_class(const struct asyncc_function *function)
{
#ifdef ASYNCC_POOL_MALLOC
    (void)function;
    return 0;
#else
    return function->pool;
#endif
}

void *asyncc_pool_new_slow(const struct asyncc_function *function);
void asyncc_pool_free_alone(struct asyncc_unit *unit);

/* A unit for the function: only that is set, and the flags are 0. NULL when there is no memory. */
static inline void *asyncc_pool_new(const struct asyncc_function *function)
{
    struct asyncc_unit *unit = asyncc_unit_take(function);
    if (__builtin_expect(!unit, 0))
        return asyncc_pool_new_slow(function);
    unit->flags = 0;
    return unit;
}

static inline void asyncc_pool_shelve(struct asyncc_unit *unit, size_t class)
{
    unit->function = NULL;
    unit->wait.next = asyncc_context.released[class];
    asyncc_context.released[class] = unit;
}

/* Releases a unit; its function says where it came from. */
static inline void asyncc_pool_free(struct asyncc_unit *unit)
{
    size_t class = asyncc_pool_class(unit->function);
    if (__builtin_expect(class == 0, 0))
        asyncc_pool_free_alone(unit);
    else
        asyncc_pool_shelve(unit, class);
}

/*
 * The same for a task. Who waited for it often goes on to make the next one: it is kept as the spare unit, and the one
 * that was is released like any other. That takes two stores less, of which processors do little more than one in
 * each cycle.
 */
static inline void asyncc_pool_free_task(struct asyncc_unit *task)
{
    size_t class = asyncc_pool_class(task->function);
    if (__builtin_expect(class == 0, 0)) {
        asyncc_pool_free_alone(task);
        return;
    }
    if (asyncc_context.spare)
        asyncc_pool_shelve(asyncc_context.spare, asyncc_context.spare_class);
    asyncc_context.spare = task;
    asyncc_context.spare_class = class;
}

/* Memory for another purpose, of any size, aligned to 8. */
void *asyncc_block_new(size_t size);
void asyncc_block_free(void *block);

/*
 * Looks through what was released and gives empty slabs back, if half of all memory is free. That takes as long as there
 * are released units, some nanoseconds for each: it is done when so many steps were taken that it costs nothing beside them.
 */
void asyncc_pool_look(struct asyncc_thread *thread);
static inline void asyncc_pool_tidy(struct asyncc_thread *thread)
{
    if (__builtin_expect(thread->steps >= thread->tidy_at, 0))
        asyncc_pool_look(thread);
}

/* The same for less, when nothing has been going on for a while: how many units were visited. */
uint64_t asyncc_pool_settle(void);
/* Whether there is so much that it may be worth it; and whether before a jump of the virtual clock. */
int asyncc_pool_is_large(const struct asyncc_thread *thread);
int asyncc_pool_may_settle(const struct asyncc_thread *thread);

/* Calls visit for each live unit, in no particular order. visit must not make or release units. */
void asyncc_pool_each(void (*visit)(struct asyncc_unit *unit, void *context), void *context);

/* The thread has no loop any longer: counts the live units, and gives the slabs back when there are none. */
void asyncc_pool_rest(void);

/* The same after a unit was released while there is no loop. */
void asyncc_pool_rested(void);

#endif
