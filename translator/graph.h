/*
 * graph.h - which async functions of the file await which.
 *
 * Requires: a checked tree. Ensures: each function knows its callees, whether it lies in a cycle and
 * whether it can suspend; awaits of functions that cannot have become AWAIT_PLAIN, those whose frame can be
 * embedded AWAIT_FRAME; unit->functions is in the order of the file, graph_order callees first.
 */
#ifndef GRAPH_H
#define GRAPH_H

#include <stdbool.h>

struct unit;
struct function;

/* With `always`, every function can suspend (--suspend-points). The result has unit->function_count items. */
struct function **graph_order(struct unit *unit, bool always);

#endif
