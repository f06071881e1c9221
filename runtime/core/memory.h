/*
 * memory.h - the one way by which the runtime gets memory from the system.
 */
#ifndef ASYNCC_CORE_MEMORY_H
#define ASYNCC_CORE_MEMORY_H

#include <stddef.h>

/*
 * Like realloc: `old` NULL makes, `size` 0 releases. It can be replaced, before the runtime is first used in
 * any thread, by one that fails at will.
 */
extern void *(*asyncc_memory)(void *old, size_t size);

/*
 * The same for much at once, of a size that is a multiple of 64 KiB: by itself where the system has that, so that it is gone
 * when it is given back, whatever else is in use.
 */
void *asyncc_memory_region(size_t size);
void asyncc_memory_region_end(void *region, size_t size);

#endif
