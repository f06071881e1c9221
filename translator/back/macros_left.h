/*
 * macros_left.h - what directives amid the statements of an async function leave of macros to the text behind it.
 */
#ifndef MACROS_LEFT_H
#define MACROS_LEFT_H

struct diagnostics;
struct function;
struct unit;
struct writer;

/* Requires the writer to be behind the function. */
void macros_left_emit(struct writer *w, const struct unit *unit, const struct function *function);

/* Tells of each push_macro and pop_macro whose order among those directives would be lost. */
void macros_left_check(const struct unit *unit, struct diagnostics *diagnostics);

#endif
