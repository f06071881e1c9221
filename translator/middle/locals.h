/*
 * locals.h - the locals of an async function, and which of them live in its frame from their declaration on:
 * those that cannot be copied out of the way while an await suspends. Large ones whose address nobody has do so
 * only if their value is alive over an await, which live finds out.
 *
 * Requires: awaits settled, addresses taken. Ensures: function->locals, each with its home; declarations of
 * residents, and of what may become one, are marked to be lowered.
 */
#ifndef LOCALS_H
#define LOCALS_H

#include "tree/tree.h"

/* Sets is_address_taken of what a body takes addresses of: before the middle, as which operands have to be apart depends on it. */
void locals_take_addresses(struct node *body);

/* With `suspend_point`, the parameters live over an await in front of the body. */
void locals_find(struct unit *unit, struct function *function, bool suspend_point);

#endif
