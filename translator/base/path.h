/*
 * path.h - what is asked of the names of files and of options: how they begin and end, and their parts.
 */
#ifndef PATH_H
#define PATH_H

#include <stdbool.h>

struct arena;

bool has_prefix(const char *text, const char *prefix);
bool has_suffix(const char *text, const char *suffix);

/* Without the directory. */
const char *path_base(const char *path);
/* Without the suffix of the base name: "out/x.c" is "out/x". */
const char *path_stem(struct arena *arena, const char *path);

/* The name as one beside the file, unless it is absolute. */
const char *path_beside(struct arena *arena, const char *file, const char *name);

/* Whether there is a file of that name, of whatever kind. */
bool path_exists(const char *path);

/* Where this program is, behind links; NULL when the system does not say. */
const char *path_own_directory(struct arena *arena);

#endif
