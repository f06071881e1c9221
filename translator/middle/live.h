/*
 * live.h - what is live across each await.
 *
 * Requires: the function after lower and scope. Ensures: await->live lists, for every await that can
 * suspend, the locals outside the frame whose value is still wanted afterwards; needs_zero is set on those
 * that may reach a suspension without a value, so that copying them is no use of an indeterminate one. Those of
 * them that are too large to be spilled, or temporaries over many awaits, have become residents of the frame.
 */
#ifndef LIVE_H
#define LIVE_H

struct unit;
struct function;

void live_solve(struct unit *unit, struct function *function);

#endif
