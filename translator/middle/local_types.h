/*
 * local_types.h - types that are declared inside an async function and have to stand in front of it, since its frame,
 * or what the output declares elsewhere than the user did, mentions them.
 *
 *     struct record { char kind; int value; } __attribute__((packed)) r;
 *
 * becomes `struct asyncc_f_record_type r;`, and the text of the definition stands in front of the frame under that name.
 * So does a typedef's whole declaration, and what such text mentions in turn: other local types, and the enumerators of
 * local enums. References are edited by declaration, as resolve.h has them; what a macro's body makes of them, or of
 * the text's ends, is expanded first, and the file read again. A local variable that the text mentions in an operand that
 * is not evaluated becomes an object of its type.
 *
 * Requires: live. Ensures: each of these types is_moved and has the name that it gets in `written`; the edits where the
 * text stood and where it is mentioned; function->types, for emit_types.c. Or there are invocations that must_expand.
 */
#ifndef LOCAL_TYPES_H
#define LOCAL_TYPES_H

#include "tree/tree.h"

struct diagnostics;

/* A specifier with its attributes, or a declaration of typedefs with its semicolon. */
struct moved_text {
    struct extent text;
    bool is_declaration;
};

struct local_types {
    struct moved_text *texts; /* in their order in the file */
    size_t text_count;
    struct decl **decls; /* the types that got names */
    size_t decl_count;
    unsigned visible_from; /* offset behind what of the file their text mentions */
    struct decl **ahead;   /* tags of them that are mentioned before they are defined, if they are */
    size_t ahead_count;
};

void local_types_move(struct unit *unit, struct function *function, struct diagnostics *diagnostics);

/* The text that the byte at the offset goes with; NULL if it stays. */
const struct moved_text *local_types_at(const struct function *function, unsigned offset);

#endif
