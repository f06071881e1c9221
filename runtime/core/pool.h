/*
 * pool.h - the memory of units.
 *
 * Units of up to 1 KiB come from slabs of the thread, one kind of slab for each multiple of 8 bytes; what is
 * released is used again first. Larger ones, and those aligned to more than 16 bytes, are allocated one by
 * one and linked, and so is everything under AddressSanitizer or with ASYNCC_POOL_MALLOC defined, so that
 * tools see their end.
 *
 * Every live unit can be found: a slab's objects are units, and memory for other purposes is wrapped in a
 * unit too (asyncc_block_new). `function` is NULL in released ones.
 */
#ifndef ASYNCC_CORE_POOL_H
#define ASYNCC_CORE_POOL_H

#include "unit.h"

/*
 * A unit for the function: only `function`, `serial` and `flags` (0) are set. NULL when there is no memory.
 * What follows the header is not cleared.
 */
void *asyncc_pool_new(const struct asyncc_function *function);

/* Releases a unit; its function says where it came from. */
void asyncc_pool_free(struct asyncc_unit *unit);

/* Memory for another purpose, of any size, aligned to 8. */
void *asyncc_block_new(size_t size);
void asyncc_block_free(void *block);

/* Calls visit for each live unit, in no particular order. visit must not make or release units. */
void asyncc_pool_each(void (*visit)(struct asyncc_unit *unit, void *context), void *context);

/* Gives the slabs back to the system if no unit is live. */
void asyncc_pool_release(void);

#endif
