/*
 * search.h - where compilers look for a header that is not beside the file that includes it: in the command line's directories.
 */
#ifndef SEARCH_H
#define SEARCH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct clang_input;

/* Directories for "..." alone, for <...>, and all. */
enum search { SEARCH_QUOTED, SEARCH_ANGLED, SEARCH_ALL };

/* The name in the Kth of the command line's directories, in the order in which compilers look; NULL: there are no more. */
const char *search_path(struct arena *arena, const struct clang_input *input, enum search search, size_t k,
                        const char *name);
/* Whether the file is in one of those that -isystem names. */
bool search_is_system(const struct clang_input *input, const char *path);

#endif
