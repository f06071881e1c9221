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

#endif
