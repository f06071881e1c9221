/*
 * specifier.h - where definitions of types stand in a text, by its tokens.
 */
#ifndef SPECIFIER_H
#define SPECIFIER_H

#include "tree.h"

/* struct, union or enum with braces; an invocation of a macro counts as a part of it where attributes may stand. */
struct specifier {
    struct extent all; /* from the keyword to the end of the attributes behind the brace */
    const struct token *keyword, *open, *close;
    const struct token *tag; /* or NULL */
    bool has_macro;          /* beside its braces, where only the preprocessor knows what it is */
};

/* The specifier that the token begins; false when it defines nothing. */
bool specifier_read(const struct unit *unit, const struct token *keyword, struct specifier *specifier);

struct declaration {
    struct extent all; /* with its semicolon */
    bool is_typedef;
};

/*
 * The declaration around the offset, which no specifier around it may have in its braces: from the end of the statement
 * before. Of what is an expression, the statement.
 */
struct declaration specifier_declaration(const struct unit *unit, unsigned offset);

#endif
