/*
 * local_types_internal.h - shared by local_types.c, which finds what moves, and local_types_edit.c, which edits the text.
 */
#ifndef LOCAL_TYPES_INTERNAL_H
#define LOCAL_TYPES_INTERNAL_H

#include "local_types.h"
#include "front/resolve.h"
#include "tree/specifier.h"

struct diagnostics;
struct name_index;

/* A local variable in text that moves. */
struct stranger {
    const struct name *name;
    struct extent use, text;
};

struct move {
    struct unit *unit;
    struct function *function;
    struct diagnostics *diagnostics;
    const struct names *names;
    const struct name_index *index; /* of them */
    struct local_types *types;
    struct specifier *specifiers; /* of the function, without those inside others */
    size_t specifier_count;
    const struct name **renamed; /* types and enumerators; decl->written has the new spelling */
    size_t renamed_count;
    struct stranger *strangers;
    size_t stranger_count;
    struct extent *literals; /* what gives compound literals values that are computed, with its braces: the outermost ones */
    size_t literal_count;
    bool waits; /* for an invocation's expansion */
};

/* The invocation is expanded, and the file read again; false when the offset is not in one. */
bool local_types_wait(struct move *m, unsigned offset);

/* A specifier without a tag gets one. */
void local_types_tag(struct move *m, struct decl *decl);

/* The text where the types stood, and where they are mentioned; alignments in the frame. */
void local_types_edit(struct move *m);

#endif
