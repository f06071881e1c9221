/*
 * memory.c - the defaults of memory.h: the C library's and the system's.
 */
#define _GNU_SOURCE
#include "memory.h"

#include <stdlib.h>
#include <unistd.h>
#if defined(_POSIX_MAPPED_FILES) && _POSIX_MAPPED_FILES > 0
#include <sys/mman.h>
#endif

static void *from_libc(void *old, size_t size)
{
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

void *(*asyncc_memory)(void *old, size_t size) = from_libc;

#ifdef MAP_ANONYMOUS
void *asyncc_memory_region(size_t size)
{
    if (asyncc_memory != from_libc)
        return asyncc_memory(NULL, size);
    void *region = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return region == MAP_FAILED ? NULL : region;
}

void asyncc_memory_region_end(void *region, size_t size)
{
    if (asyncc_memory != from_libc)
        asyncc_memory(region, 0);
    else
        munmap(region, size);
}
#else
void *asyncc_memory_region(size_t size)
{
    return asyncc_memory(NULL, size);
}

void asyncc_memory_region_end(void *region, size_t size)
{
    (void)size;
    asyncc_memory(region, 0);
}
#endif
