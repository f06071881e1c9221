/*
 * scope.h - what runs on the way out of a block.
 *
 * Requires: the lowered function. Ensures: no NODE_DEFER is left. The statements of a block's defers stand
 * once, at its end, in reverse order, each behind a label; whatever leaves the block sets the block's exit
 * variable and jumps to the label of the innermost defer it has passed, and behind the last one the exit
 * goes on from there. Each await knows where cancellation leaves to.
 */
#ifndef SCOPE_H
#define SCOPE_H

struct diagnostics;
struct function;
struct unit;

/* A computed goto of which it cannot be said what it leaves is refused. */
void scope_function(struct unit *unit, struct function *function, struct diagnostics *diagnostics);

#endif
