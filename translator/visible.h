/*
 * visible.h - from where on in the file a type, or what the output makes of a function, can be declared.
 *
 * Types of the file are declared where the user did, and what mentions them comes behind: these are offsets of the
 * text, 0 for what can stand anywhere.
 */
#ifndef VISIBLE_H
#define VISIBLE_H

#include <stdbool.h>

struct function;
struct type;

/* `whole`: its members or size are needed, too. */
unsigned visible_from(struct type *type, bool whole);

/* The function's frame, which is laid out; with `unit`, the unit around it, which holds result and arguments. */
unsigned visible_frame(const struct function *function, bool unit);

static inline unsigned visible_later(unsigned a, unsigned b)
{
    return a > b ? a : b;
}

#endif
