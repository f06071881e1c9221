/*
 * kinds.h - what each await of a function is: a frame inside the function's own, a plain call, a call through the pool.
 *
 * Requires: the callees' frames, but for those of functions in a circle with this one. Ensures: await->kind is final, and so is
 * function->suspends; has_await is taken back where a call is all that is left of an await.
 */
#ifndef KINDS_H
#define KINDS_H

#include <stdbool.h>

struct function;

/* With `always`, the function can suspend whatever it awaits. */
void kinds_settle(struct function *function, bool always);

#endif
