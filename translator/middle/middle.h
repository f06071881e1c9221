/*
 * middle.h - the passes that a function goes through, from the checked tree to one that is ready to be written.
 *
 * Each function goes down all of them alone, behind those that it awaits, whose frames are known by then; only functions
 * that await each other in a circle know less of one another. One with an error goes no further, the others do. What a
 * pass ensures, passes.def says and verify.c checks after each of them.
 */
#ifndef MIDDLE_H
#define MIDDLE_H

#include <stdbool.h>

struct diagnostics;
struct unit;

struct middle {
    struct unit *unit;
    struct diagnostics *diagnostics;
    bool suspend_points; /* --suspend-points */
    const char *last;    /* the pass to stop after, or NULL */
};

void middle_run(const struct middle *middle);

#endif
