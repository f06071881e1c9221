/*
 * leaving.h - directives that say what a macro is, amid a statement or in a head that is taken apart. They would go where
 * that text goes, which may be nowhere. The function has no need of them, since what it defines, undefines, pushes and pops
 * is expanded in it; the text behind has. So they leave, and with them all that the function says of such a macro, and
 * are said again behind it, in their order.
 */
#ifndef LEAVING_H
#define LEAVING_H

#include <stdbool.h>

struct diagnostics;
struct directive;
struct function;
struct unit;

/* Makes function->leaving, with edits that take them from their places. Pragmas that cannot leave are refused. Requires: mark. */
void leaving_find(struct unit *unit, struct diagnostics *diagnostics);

/* Whether the directive, a condition in the function, mentions a macro whose directives leave. */
bool leaving_mentions(const struct unit *unit, const struct function *function, const struct directive *directive);

#endif
