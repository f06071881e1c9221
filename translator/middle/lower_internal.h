/*
 * lower_internal.h - shared by lower.c (statements), lower_expression.c and lower_await.c.
 */
#ifndef LOWER_INTERNAL_H
#define LOWER_INTERNAL_H

#include "order.h"
#include "tree/tree.h"

struct lower {
    struct unit *unit;
    struct function *function;
    struct node *list; /* statements that run before the rest of the expression go to its end */
};

/* A node of the pass, with a first part, or none. */
struct node *lower_make(struct lower *l, enum node_kind kind, struct node *part);
/* A local of the pass; its name; the type of conditions. */
struct decl *lower_temporary(struct lower *l, struct type *type);
struct node *lower_name(struct lower *l, struct decl *decl);
struct type *lower_int_type(struct lower *l);
/* !!value, or !value. */
struct node *lower_truth(struct lower *l, struct node *value, bool negated);
/* The address of a place that hangs nowhere. */
struct node *lower_address(struct lower *l, struct node *place);
/* The value goes into a temporary now, and the temporary's name stands in its place; of an operand, also among them. */
void lower_save(struct lower *l, struct node *node);
void lower_save_operand(struct lower *l, struct operands *operands, size_t index);
/*
 * Operands that are evaluated in this order: those are kept in temporaries that would not be the same, or not do the same,
 * behind what follows.
 */
void lower_operands(struct lower *l, struct operands *operands);
/* A NODE_X_IF whose branches, parts 1 and 2, are empty, to the end of the list. */
struct node *lower_branch(struct lower *l, struct node *condition);
/* An await that stands in an expression becomes an operation in the list; what it gives stands in its place. */
void lower_await(struct lower *l, struct node *node);
/* To the end of the list of statements. */
struct node *lower_add(struct lower *l, struct node *node);
/* Declares the local, with a value or without. */
struct node *lower_declare(struct lower *l, struct decl *decl, struct node *value);
/* Gives the local a value. */
struct node *lower_store_in(struct lower *l, struct decl *decl, struct node *value);
/* Takes the child out of its parent, so that it can be put elsewhere; a stand-in keeps its place. */
struct node *lower_detach(struct lower *l, struct node *child);
/* Lowers an expression that hangs nowhere; the value is what is left of it. */
struct node *lower_held(struct lower *l, struct node *value);
/* Lowers an expression whose value is dropped. */
void lower_evaluate(struct lower *l, struct node *value);
/* Lowers an expression in its place: statements for what it awaits go to the list, the rest stays. */
void lower_expression(struct lower *l, struct node *node);
/* The statement that a statement expression's value is of, whatever labels stand in front of it. */
struct node *lower_last(const struct node *body);
/* The await gets its number, and goes to the list. */
void lower_add_await(struct lower *l, struct node *node);
/* Lowers a statement in its place. */
void lower_statement(struct lower *l, struct node *node);

#endif
