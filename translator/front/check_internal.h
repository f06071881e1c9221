/*
 * check_internal.h - shared by check.c (the walk, and most rules), check_jumps.c (where control may go) and check_names.c.
 */
#ifndef CHECK_INTERNAL_H
#define CHECK_INTERNAL_H

#include "base/diag.h"
#include "base/set.h"
#include "tree/tree.h"

struct check {
    const struct unit *unit;
    struct diagnostics *diagnostics;
    struct decl *function; /* being walked, or NULL */
    bool is_async, awaits; /* of that function */
    int unevaluated;
    struct node *defer;  /* the innermost one around */
    struct set *defined; /* names of async functions: generated code has names for one of each only */
};

struct place check_place(const struct check *c, const struct node *node);

/* Which names files may give. */
void check_names(const struct check *c);

/* The rules for jumps, labels, asm, OpenMP and defers, if the node is one of them. */
void check_jumps(struct check *c, const struct node *node);

#endif
