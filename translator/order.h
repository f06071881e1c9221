/*
 * order.h - which operands can stay in the text while others are evaluated, and which expressions have to be
 * taken apart to keep the order that design.md gives.
 */
#ifndef ORDER_H
#define ORDER_H

#include "tree.h"

struct operands {
    struct node **items;
    size_t count;
};

/* Whether evaluating the node may do more than give a value. */
bool order_has_effect(const struct node *node);

/* Whether evaluating the node may run code of other functions. */
bool order_may_call(const struct node *node);

/* Whether evaluating the node may suspend the function. */
bool order_may_suspend(const struct node *node);

/* Whether the value is the same whenever it is computed while the operands from `from` on are evaluated. */
bool order_is_stable(const struct node *node, const struct operands *later, size_t from);

/* Whether the object that the node designates stays the same one meanwhile, whatever becomes of its value. */
bool order_is_stable_place(const struct node *node, const struct operands *later, size_t from);

/* Marks, in all expressions that await below the node, what has to be taken apart as if it awaited itself. */
void order_mark(struct node *node);

#endif
