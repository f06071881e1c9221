/*
 * kinds.h - what each await of a function is: a frame inside the function's own, a plain call, a call through the pool.
 *
 * Requires: the callees' frames, but for those of functions in a circle with this one. Ensures: await->kind is final;
 * function->suspends says whether one of them may.
 */
#ifndef KINDS_H
#define KINDS_H

#include <stdbool.h>

struct function;

/* With `always`, the function can suspend whatever it awaits. */
void kinds_settle(struct function *function, bool always);

#endif
