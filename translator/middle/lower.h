/*
 * lower.h - takes expressions apart until each await stands alone in a statement.
 *
 * Requires: awaits settled by graph, residents known. Ensures: no NODE_AWAIT is left where it is evaluated; each has become
 * a NODE_X_AWAIT in a list of statements, in the order that C's operators and design.md give: operands left
 * to right, in an assignment the right side first. What stood left of an await and could change meanwhile
 * is in a temporary of its exact type, as is the integer that several make, over further awaits; what stands right
 * of it is still where the user wrote it. Loops whose heads await are written out. function->awaits lists the awaits.
 */
#ifndef LOWER_H
#define LOWER_H

struct unit;
struct function;

/* With `suspend_point`, the function begins with an await that suspends when the test asks for it. */
void lower_function(struct unit *unit, struct function *function, int suspend_point);

#endif
