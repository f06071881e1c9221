/*
 * resolve.h - which declaration each name means that is spelled in an async function.
 *
 * Clang's words say it where clang shows them (see clang_names.c). What it does not show (__label__, arguments of
 * attributes, _Alignas, some types of _Generic, the list of an old-style head) follows from the scopes. Members, the words
 * of attributes and the operands' names of asm are no names.
 *
 * Requires: the parse. It changes nothing, and can be asked before any pass and behind it.
 */
#ifndef RESOLVE_H
#define RESOLVE_H

#include <stdbool.h>
#include <stddef.h>

struct decl;
struct extent;
struct function;
struct unit;

enum name_space { SPACE_ORDINARY, SPACE_TAG, SPACE_LABEL };

/* One declaration of a name in the function, or the one outside that is meant there. */
struct name {
    enum name_space space;
    const char *text;
    struct decl *decl;
    unsigned at;         /* of the first declaring identifier, or of the macro that makes it; outside: 0 */
    struct name *outer;  /* the innermost one of its name that can be seen where this one begins, or NULL */
    unsigned begin, end; /* where it can be seen: from the end of its declarator to the end of its scope */
    bool is_outside;
    bool is_prototype;   /* a parameter or tag in the parentheses of a declarator */
    bool is_made;        /* a macro's body declares it */
    bool is_mentioned;   /* what has this name outside will be; see resolve_mention */
    struct extent *uses; /* the tokens that mean it, the declaring ones included, in order */
    size_t use_count;
    unsigned *others; /* the invocations whose macros mention it, or may; in order */
    size_t other_count;
};

struct names {
    struct name **all; /* by space, text and begin */
    size_t count;
    struct meaning *meanings; /* of the tokens, in order */
    size_t meaning_count;
};

struct names *resolve_function(struct unit *unit, const struct function *function);

/* What the token at the offset means; NULL: it is no name, or not spelled. */
struct name *resolve_at(const struct names *names, unsigned offset);

/* The innermost declaration of the name that can be seen at the offset, or the one outside that is meant anywhere in the
 * function; NULL. */
struct name *resolve_visible(const struct names *names, enum name_space space, const char *text, unsigned offset);

/* The translation will mention what is declared outside under that name. */
void resolve_mention(const struct names *names, enum name_space space, const char *text);

/* Whether the object or function is one of the whole program or file: a declaration in a block cannot rename it. */
bool name_has_linkage(const struct name *name);

#endif
