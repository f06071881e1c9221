/*
 * flow.h - the control flow of a function as a graph of small steps, with what each reads and writes of the locals.
 *
 * Requires: the function after lower and scope. Ensures: local->index numbers the locals that are tracked: those outside
 * the frame that statements declare, parameters and temporaries.
 */
#ifndef FLOW_H
#define FLOW_H

#include <stdbool.h>
#include <stddef.h>

struct decl;
struct function;
struct node;
struct unit;

struct locals {
    int *items; /* their indices */
    size_t count;
};

struct step {
    size_t *next; /* successors */
    size_t next_count;
    struct locals use, define, undefine; /* read before written; written; left without a value */
    struct node *await;                  /* that can suspend, or NULL */
};

struct flow {
    struct step *steps; /* the first is where control begins */
    size_t step_count;
    struct decl **tracked;
    size_t tracked_count;
};

struct flow flow_of(struct unit *unit, struct function *function);

#endif
