/*
 * shape.h - what libclang leaves out of its tree, found from tokens, spans and types: operators, implicit
 * nodes, which parts of a statement are absent. The same in all versions of libclang, since none is asked.
 *
 * Each takes a node whose children are complete.
 */
#ifndef SHAPE_H
#define SHAPE_H

#include "tree/tree.h"

void shape_unary(const struct unit *unit, struct node *node);
void shape_binary(const struct unit *unit, struct node *node); /* becomes NODE_ASSIGN for = */
void shape_unexposed(const struct unit *unit, struct node *node);
void shape_parts(const struct unit *unit, struct node *node);

/* A variable or a typedef: the sizes of a variably modified type become its first children, in order. */
void shape_variable(struct unit *unit, struct node *node, struct node *init);
void shape_call(struct node *node); /* some builtins do not evaluate their arguments */
void shape_sizeof(const struct unit *unit, struct node *node);
void shape_generic(struct unit *unit, struct node *node);
/* A cast or a compound literal; create_task, async_run and the like have the call that they start as an argument. */
void shape_cast(struct unit *unit, struct node *node);
/* Of the children only `keep` is evaluated: others are in types; what macros of the dialect repeat is dropped. */
void shape_unevaluate(struct unit *unit, struct node *node, struct node *keep);
/* Of a function, `scope`, and what is below it: libclang shows some expressions several times, and their locals and labels are
 * those of the copy that is left. */
void shape_link(struct node *node, struct node *scope);

#endif
