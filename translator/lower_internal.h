/*
 * lower_internal.h - shared by lower.c (statements) and lower_expression.c.
 */
#ifndef LOWER_INTERNAL_H
#define LOWER_INTERNAL_H

#include "tree.h"

struct lower {
    struct unit *unit;
    struct function *function;
    struct node *list; /* statements that run before the rest of the expression go to its end */
};

/* A node of the pass, with a first part, or none. */
struct node *lower_make(struct lower *l, enum node_kind kind, struct node *part);
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
