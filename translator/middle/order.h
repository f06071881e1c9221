/*
 * order.h - which operands can stay in the text while others are evaluated, and which expressions have to be
 * taken apart to keep the order that docs/language.md gives.
 *
 * C leaves the order of most operands to the compiler. It matters where one of them changes what another one reads or changes:
 * of an expression that awaits, such operands are evaluated in statements, one behind the other. What an operand *accesses* are the
 * objects that it names, and all those that a pointer or another function may reach. Locals whose address nobody has are apart
 * from these. An await, and a jump, may end the function, so that what was changed before must have been changed.
 *
 * Requires: is_address_taken, see locals_take_addresses.
 */
#ifndef ORDER_H
#define ORDER_H

#include "tree/tree.h"

struct operands {
    struct node **items;
    size_t count;
};

/* What operands access, in the order in which they are evaluated; of the first one, which none precedes, nothing. */
struct accesses {
    struct arena *arena;
    struct access *items;
    size_t count, writes;
    size_t last_writer; /* the last operand that writes */
};
struct accesses order_accesses(struct arena *arena, const struct operands *operands);

/* Whether the node gives and does the same behind the operands, from `from` on, as in front of them. */
bool order_can_wait(const struct node *node, const struct accesses *operands, size_t from);

/* Whether the object that the node designates stays the same one, whatever becomes of its value, while they are evaluated and awaited. */
bool order_is_stable_place(struct arena *arena, const struct node *node, const struct operands *later);

/* Whether evaluating the node may run code of other functions. */
bool order_may_call(const struct node *node);

/* Whether evaluating the node may suspend the function. */
bool order_may_suspend(const struct node *node);

/* Whether the order of some operands in the expression matters. */
bool order_matters(struct arena *arena, const struct node *node);

/* Marks, in all expressions that must be seen below the node, what has to be taken apart as if it awaited itself. */
void order_mark(struct arena *arena, struct node *node);

#endif
