/*
 * visible.h - from where on in the file what the output makes of a function can be declared.
 *
 * A caller may stand above what its callee's frame and prototype mention: types, headers, directives that define or undefine
 * one of the names. These are offsets of the text: from there on, up to the function, its text means what it means in its
 * place; 0 for what can stand anywhere. An await by a caller further up is a call by name, for which the user's own
 * declaration is enough.
 */
#ifndef VISIBLE_H
#define VISIBLE_H

#include <stdbool.h>

struct decl;
struct function;
struct type;
struct unit;

/* The declaration outside of functions. `whole`: its members, size or constants are needed, too. */
unsigned visible_decl(const struct decl *decl, bool whole);
/* All words of the text, as macros. */
unsigned visible_words(const struct unit *unit, const struct function *function, const char *text);
unsigned visible_type(const struct unit *unit, const struct function *function, struct type *type, bool whole);

/* Its code's prototype, by the types of its definition, or of its first declaration; parameters have no names there. */
unsigned visible_prototype(const struct unit *unit, const struct function *function, bool first);
/* The unit around its frame holds result and arguments. */
unsigned visible_arguments(const struct unit *unit, const struct function *function);

/* What an await of the function, which is laid out, needs in front of the caller: with `unit`, as an item of a gather. */
unsigned visible_callee(const struct function *function, bool unit);

static inline unsigned visible_later(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

#endif
