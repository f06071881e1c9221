/*
 * splice.h - async code that does not stand in the translated file itself, but in files that it includes.
 *
 * An #include through which such code comes is replaced by the text of the included file, between line markers, and
 * the file is parsed again; what those files include in turn, likewise. Every other #include stays as it is.
 */
#ifndef SPLICE_H
#define SPLICE_H

#include <stdbool.h>
#include <stddef.h>

struct clang_input;
struct diagnostics;
struct unit;

/*
 * Finds the files whose text must become a part of this one; false when there are none. Requires: the parse alone.
 * What cannot be spliced is said.
 */
bool splice_find(struct unit *unit, struct diagnostics *diagnostics);

/* The text with those files in it, in the arena, named as gcc or clang names them; NULL when one cannot be read, which is
 * said. */
const char *splice_text(struct unit *unit, const struct clang_input *input, bool is_clang, struct diagnostics *diagnostics,
                        size_t *length);

#endif
