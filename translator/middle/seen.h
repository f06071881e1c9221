/*
 * seen.h - which nodes must be seen: lower takes them apart, so that what they do stands in statements that the passes
 * behind it walk. All others stay the user's text, and nothing looks into them.
 *
 * A node must be seen that awaits, unless a plain call is all that is left of it, whatever comes first; that holds a defer; that is a statement
 * expression with a jump out of it, where ways out have something to do or liveness asks for them; and whatever such a
 * one stands in. Other passes add what they declare otherwise than the user did.
 *
 * Requires: kinds settled. Ensures: to_lower on every node; function->suspends is set also where a frame is needed
 * although nothing is awaited, see storage.h.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>

struct function;
struct node;
struct unit;

void seen_find(struct unit *unit, struct function *function);

/* The node must be seen, and all that it stands in. */
void seen_add(struct node *node);

/* Whether a jump in the statement expression leads out of it. */
bool seen_leaves(const struct node *expression);

#endif
