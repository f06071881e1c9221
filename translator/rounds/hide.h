/*
 * hide.h - macros that are none in an async function, since its text is written again: those that come back to themselves,
 * which the preprocessor leaves alone in their own expansion and would not leave alone in the text that has it; and those
 * that are called as a keyword which the output uses. Such a function stands between a #pragma push_macro and a
 * pop_macro, and what uses the macro in it is expanded before.
 */
#ifndef HIDE_H
#define HIDE_H

#include <stdbool.h>
#include <stddef.h>

struct function;
struct text;
struct unit;

/* Lists the macros called as keywords for the functions where they are still macros; whether there are any. */
bool hide_keywords(struct unit *unit);

/* Lists those that the expansion of an invocation in the function leaves; whether one is new. */
bool hide_left(struct unit *unit, struct function *function, const char *expansion);

/* Marks what uses the macros listed for functions, to be expanded. */
void hide_mark(struct unit *unit);

/* The directives in front of the function, and behind it. */
void hide_begin(struct text *text, const struct unit *unit, const struct function *function);
void hide_end(struct text *text, const struct unit *unit, const struct function *function);

#endif
