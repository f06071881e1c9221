/*
 * spans.h - which text of the user's each operand is that will be written apart from what stands around it.
 *
 * Requires: awaits found. Ensures: the operands of expressions that await, and those of awaited calls and combinators,
 * have the text between their separators, an invocation of a macro being one token of it; or there are invocations that
 * must be expanded first, since a separator comes out of one, or a part of an operand, or parts of several.
 */
#ifndef SPANS_H
#define SPANS_H

#include <stdbool.h>

struct unit;

/* Whether all is settled; if not, the marked invocations are to be expanded and the file is to be read again. */
bool spans_settle(struct unit *unit);

#endif
