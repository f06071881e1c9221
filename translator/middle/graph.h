/*
 * graph.h - which async functions of the file await which.
 *
 * Requires: a checked tree. Ensures: each function knows its callees, whether it lies in a cycle, and what it holds that
 * matters to all of it (has_defer, has_label_address); unit->functions is in the order of the file,
 * graph_order callees first.
 */
#ifndef GRAPH_H
#define GRAPH_H

struct await;
struct function;
struct unit;

/* The result has unit->function_count items. */
struct function **graph_order(struct unit *unit);

/* The function of this file that certainly is the one awaited, or NULL. */
struct function *graph_callee(const struct await *await);

#endif
