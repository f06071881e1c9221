/*
 * unique.h - names mean what they meant, wherever text is moved (law 1): where two declarations of one name can be seen in
 * nested scopes of an async function, the inner one gets a name of its own, `i_2` for `i`.
 *
 * File scope counts as the outermost one if the function mentions its declaration, or if the translation will: the types
 * of temporaries, functions of cleanup attributes. What shadows nothing keeps its name. The declarations of macros are
 * renamed as well: such an invocation is expanded before, unless what it declares ends with it.
 *
 * Requires: the parse, and the functions that dialect finds. The text is parsed again, so all that comes behind sees the
 * new names only. Ensures, of a file that needed nothing: in no async function does a declaration hide another one that
 * is mentioned there.
 */
#ifndef UNIQUE_H
#define UNIQUE_H

#include <stddef.h>

struct clang_input;
struct diagnostics;
struct unit;

/*
 * The file's text with new names, or with the macros expanded that are in the way of them, in the arena; lines keep their
 * numbers. NULL when all names are unique, or an expansion could not be had, which is said.
 */
const char *unique_text(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics, size_t *length);

#endif
