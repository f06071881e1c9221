/*
 * frame.h - what a frame holds and where.
 *
 * A frame is its state, then for each scope the locals that live in it from their declaration on, then a
 * union of what only one await at a time needs: the locals spilled over that await and the frame of what is
 * awaited. Scopes that are never alive together lie over each other in the same union.
 *
 * Requires: live. Ensures: every local that lives in the frame or changes its spelling knows it; callees that
 * cannot be embedded here have become AWAIT_CALL; function->frame is complete.
 */
#ifndef FRAME_H
#define FRAME_H

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
    unsigned visible_from; /* offset behind the last type of the file that it mentions */
    struct decl **records; /* local types to be declared in front of it */
    size_t record_count;
};

/* Call it callees first. */
void frame_lay_out(struct unit *unit, struct function *function, struct diagnostics *diagnostics);

#endif
