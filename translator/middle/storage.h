/*
 * storage.h - locals that need code where they begin and where they end: variable-length arrays, pointers to such,
 * and variables with a cleanup attribute.
 *
 *     int a[n][m];                           self->a_size1 = n;
 *                                            self->a_size2 = m;
 *                                            self->a = asyncc_array_new(sizeof(int[self->a_size1][self->a_size2]), ...);
 *                                            defer asyncc_array_free(self->a);
 *     __attribute__((cleanup(f))) T v = x;   self->v = x;
 *                                            defer f(&self->v);
 *
 * C allows no jump into the scope of a variably modified type, which every resumption would be. So no such type is
 * declared in the output: the variable's uses are written (*(int (*)[self->a_size1][self->a_size2])self->a). A
 * typedef of one is written out where it is used.
 *
 * Requires: locals. Ensures: the types of these locals name the locals that keep their sizes; blocks end them by
 * NODE_DEFERs with a NODE_X_RELEASE.
 */
#ifndef STORAGE_H
#define STORAGE_H

#include "tree/tree.h"

struct diagnostics;

/* A local of these kinds. */
bool storage_is_special(const struct decl *decl);
/* One that cannot be left to C in a function that suspends, whatever is awaited while it is alive. */
bool storage_is_managed(const struct decl *decl);
/* Whether the node makes its function one with a frame, even if it cannot suspend. */
bool storage_needs_frame(const struct node *node);
void storage_settle(struct unit *unit, struct function *function, struct diagnostics *diagnostics);

/* The type of an expression's value; a variably modified one with the locals that keep its sizes. */
struct type *storage_value_type(struct unit *unit, struct node *node);
/* How a parameter of a variably modified type is passed on. */
struct type *storage_passed_type(struct unit *unit, struct type *type);
/* What a local of a variably modified type is in the frame: pointers, which is all that it can be but for arrays, whose
 * memory is elsewhere. */
struct type *storage_slot_type(struct unit *unit, struct type *type);
/* Whether all its sizes are known. */
bool storage_is_sized(struct type *type);

#endif
