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
    SCAN_USER,    /* nor these, but <asyncc.h> */
    SCAN_PERHAPS, /* such words, as in libuv's `uv_async_t async`; whether it includes <asyncc.h> was not seen */
    SCAN_ASYNC,   /* such words and <asyncc.h> */
};

/* How the compiler finds headers, in its order: directories, and files that the command line includes. */
struct scan_options {
    const char **directories;
    size_t directory_count;
    const char **files;
    size_t file_count;
};

/*
 * What stands in the file, and in those that it includes: as "..." beside the one that includes them, and in the directories.
 * Headers count when they await: declarations need no translation. A file that cannot be read is plain, and so is a
 * translation. "-" is standard input.
 */
enum scan scan_file(struct arena *arena, const char *path, const struct scan_options *options);

/* Whether the text is an output of ours. */
bool scan_is_translation(const char *text);

#endif
