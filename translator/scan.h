/*
 * scan.h - whether a source can have async code at all, from its text alone: cheap enough for every file of a build.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum scan {
    SCAN_PLAIN,   /* none of the words of async code */
    SCAN_PERHAPS, /* such words, as in libuv's `uv_async_t async`; whether it includes <asyncc.h> was not seen */
    SCAN_ASYNC,   /* such words and <asyncc.h> */
};

/*
 * What stands in the file, and in those that it includes as "...", which are looked for beside the one that includes
 * them and in the directories. Headers count when they await: declarations need no translation. A file that cannot be
 * read is plain.
 */
enum scan scan_file(struct arena *arena, const char *path, const char *const *directories, size_t count);

#endif
