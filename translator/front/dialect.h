/*
 * dialect.h - finds async, await, defer, gather and the rest in the tree.
 *
 * Requires: a tree as clang built it. Ensures: each await is a NODE_AWAIT with what it awaits, each defer a
 * NODE_DEFER, async calls that stand where one may are marked consumed, unit->functions lists the async
 * functions with bodies, and awaits is right on every node. It refuses nothing: what it could not make
 * sense of is left for check, as AWAIT_WRONG or a problem.
 */
#ifndef DIALECT_H
#define DIALECT_H

#include "tree/tree.h"

void dialect_find(struct unit *unit);

/* Whether the function or pointer that the expression designates is async: 1, 0, or -1 when nothing tells. */
int dialect_is_async(struct node *expression);

/* The function that the call names, or NULL. */
struct decl *dialect_callee(struct node *call);

/* Whether the call of a task handle, which is a join, stands for a shield. */
bool dialect_is_shield(const struct node *call);

/* The operand of create_task, spawn and the like below a call of a runtime function; NULL for others. */
struct node *dialect_started(struct node *call, const char **word);

#endif
