/*
 * name_index.h - the names of a function by what they declare, and by where they stand: found without looking at all of
 * them. Requires: resolve. It is of the names as they were when it was made.
 */
#ifndef NAME_INDEX_H
#define NAME_INDEX_H

#include <stddef.h>

struct arena;
struct decl;
struct extent;
struct name;
struct name_index;
struct names;

struct name_index *name_index_new(struct arena *arena, const struct names *names);

/* The first name of the declaration among all, or NULL. */
const struct name *name_index_of(const struct name_index *index, const struct decl *decl);

/* Those that are declared, used or mentioned in the text, in the order of all. */
const struct name **name_index_within(const struct name_index *index, const struct extent *text, size_t *count);

#endif
