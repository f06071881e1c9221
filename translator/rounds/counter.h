/*
 * counter.h - __COUNTER__ in async functions, whose text does not stay where it is.
 *
 * What counts in one is expanded before all else, to what it is in the user's text; a directive in front of the function
 * counts in its stead, so that what is counted behind it is what it was, and fails for a compiler that has counted
 * otherwise.
 */
#ifndef COUNTER_H
#define COUNTER_H

#include <stdbool.h>

struct clang_input;
struct diagnostics;
struct function;
struct text;
struct unit;

/* Marks the invocations that count, to be expanded; whether there are any. */
bool counter_find(struct unit *unit);

/* Finds how far has been counted at each function that has any. Something else in one may count, which is said. */
bool counter_read(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics);

/* The directive in front of the function. */
void counter_put(struct text *text, const struct function *function);

#endif
