/*
 * array.c - the memory of variable-length arrays that live across awaits, which no stack can hold.
 */
#include "pool.h"

#include <asyncc/abi.h>
#include <stdint.h>

/* The block begins with room to align the array in, the last pointer of which says where the block is. */
void *asyncc_array_new(size_t size, size_t alignment)
{
    size_t extra = sizeof(void *) + alignment - 1;
    char *block = size > SIZE_MAX / 2 ? NULL : asyncc_block_new(size + extra);
    if (!block)
        return NULL;
    char *array = block + sizeof(void *);
    array += -(uintptr_t)array & (alignment - 1);
    ((void **)(void *)array)[-1] = block;
    return array;
}

void asyncc_array_free(void *array)
{
    if (array)
        asyncc_block_free(((void **)array)[-1]);
}
