/*
 * scan.h - whether a source can have async code at all, from its text alone: cheap enough for every file of a build.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Whether the file, or one that it includes as "...", has the words of async code. Such files are looked for beside the
 * one that includes them and in the directories. Headers count when they await: declarations need no translation.
 * A file that cannot be read has none.
 */
bool scan_is_async(struct arena *arena, const char *path, const char *const *directories, size_t count);

#endif
