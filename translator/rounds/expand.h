/*
 * expand.h - macros whose expansion has to change.
 *
 * Most invocations stay as they are. When something that is edited comes out of one, that invocation is
 * replaced by its expansion, as the real preprocessor gives it, and the file is parsed again.
 */
#ifndef EXPAND_H
#define EXPAND_H

#include <stdbool.h>
#include <stddef.h>

struct clang_input;
struct diagnostics;
struct text;
struct unit;

/* Marks the invocations that cannot stay; the number of them. Requires: mark. */
size_t expand_find(struct unit *unit);

/*
 * The file's text with those invocations expanded, in the arena; lines keep their numbers. NULL when an expansion
 * could not be had, which is said.
 */
const char *expand_text(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics, size_t *length);

/*
 * The names that the lines have at the offsets of a text which is preprocessed only; the keywords of the dialect are left
 * alone in it.
 */
const char **expand_ask(struct unit *unit, const struct clang_input *input, const struct text *text, const unsigned *offsets,
                        size_t count);

#endif
