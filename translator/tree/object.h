/*
 * object.h - which objects an expression points into.
 *
 * An address may be taken by &, by the decay of an array, by an operand of asm and by the destination of a result that comes
 * later. Whoever asks is told the bases: the variables (NODE_REFERENCE), the compound literals, and the expressions that give a
 * struct whose array is meant, which is an object to the end of the full expression (C17 6.2.4p8). What a pointer points
 * to and strings are not told: they are no objects of the function's, or their address was taken where the pointer comes from.
 */
#ifndef OBJECT_H
#define OBJECT_H

#include "tree.h"

typedef void object_found(void *data, struct node *base);

/* The bases of what the place is a part of. */
void object_bases(struct node *place, object_found *found, void *data);

/* The bases of what the node itself, and not what is below it, takes the address of. */
void object_pointed_into(struct node *node, object_found *found, void *data);

/* An array becomes a pointer to its first element; `selected`: only to select an element, and nobody keeps it. */
bool object_decays(const struct node *node, bool *selected);

/* Whether the place has a name: the same object whatever happens, and its address need not be taken to come back to it. */
bool object_is_named(const struct node *place);

/* Whether the subscript selects an element of a vector; whether the expression designates an object and is not just its value. */
bool object_is_element(const struct node *subscript);
bool object_is_place(const struct node *node);

/* Whether the place, a member of a struct that is packed, may stand where no object of its type would. */
bool object_is_unaligned(struct node *place);

/* The expression that is part of no other one. */
struct node *object_full_expression(struct node *node);

#endif
