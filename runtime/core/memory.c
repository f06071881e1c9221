/*
 * memory.c - the default of memory.h: the C library's.
 */
#include "memory.h"

#include <stdlib.h>

static void *from_libc(void *old, size_t size)
{
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

void *(*asyncc_memory)(void *old, size_t size) = from_libc;
