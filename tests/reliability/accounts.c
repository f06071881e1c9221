/*
 * accounts.c - see accounts.h.
 */
#include "accounts.h"

#include "core/memory.h"
#include "core/pool.h"

#include <dirent.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int accounts_descriptors(void)
{
    int count = 0;
    DIR *directory = opendir("/proc/self/fd");
    while (directory && readdir(directory))
        count++;
    closedir(directory);
    return count;
}

static atomic_long blocks; /* of the runtime's memory */

static void *counting(void *old, size_t size)
{
    blocks += (size != 0) - (old != NULL);
    if (size)
        return realloc(old, size);
    free(old);
    return NULL;
}

static long resident(void)
{
    long total = 0, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &total, &pages) != 2)
        pages = 0;
    if (file)
        fclose(file);
    return pages * 4;
}

void accounts_begin(void)
{
    asyncc_memory = counting;
}

int accounts_check(const char *who, int before)
{
    int after = accounts_descriptors();
    asyncc_pool_rest();
    printf("%s: descriptors: %d before, %d after; blocks of the runtime's left: %ld; resident: %ld KiB\n", who, before,
           after, blocks, resident());
    fflush(stdout);
    return before != after || blocks;
}
