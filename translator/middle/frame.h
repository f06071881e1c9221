/*
 * frame.h - what a frame holds and where.
 *
 * A frame is its state, a union of what only one await at a time needs - the locals spilled over that await and
 * the frame of what is awaited - and the locals that live in it from their declaration on. Scopes that have such
 * locals are members of that union, and built in the same way: those that are never alive together lie over each
 * other. Where that makes it smaller, the parts of the awaits begin over the state, with a member of their own for
 * it, so that small locals stand right behind it; otherwise small residents may. See pack.h.
 *
 * Requires: live. Ensures: every local that lives in the frame or changes its spelling knows it; callees that
 * cannot be embedded here have become AWAIT_CALL; function->frame is complete, and packed.
 */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>

struct diagnostics;
struct function;
struct node;
struct unit;

struct layout {
    struct node *scope;
    struct layout *parent;
    struct decl **residents;
    size_t resident_count;
    struct node **awaits;
    size_t await_count;
    struct layout **children;
    size_t child_count;
};

struct frame {
    struct layout *root;
    struct layout **layouts;
    size_t layout_count;
    bool is_over_state;    /* parts of awaits begin with the state */
    size_t front_count;    /* the root's residents that stand in front of the union; not when over the state */
    long long size, align; /* as far as the translator knows */
    unsigned visible_from; /* where the frame can be declared, with those that it embeds: see visible.h */
    unsigned prototype_from, arguments_from; /* its code's prototype; the unit */
    unsigned definition_from;                /* that prototype by the definition's types and names */
};

/* Call it callees first. */
void frame_lay_out(struct unit *unit, struct function *function, struct diagnostics *diagnostics);

#endif
