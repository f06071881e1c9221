/*
 * locals.h - the locals of an async function, and which of them live in its frame from their declaration on:
 * those that cannot be copied out of the way while an await suspends. Large ones whose address nobody has do so
 * only if their value is alive over an await, which live finds out.
 *
 * Requires: awaits settled. Ensures: function->locals, is_address_taken, is_resident, is_big, is_passed; declarations of
 * residents, and of what may become one, are marked to be lowered.
 */
#ifndef LOCALS_H
#define LOCALS_H

#include "tree.h"

/* With `suspend_point`, the parameters live over an await in front of the body. */
void locals_find(struct unit *unit, struct function *function, bool suspend_point);

#endif
