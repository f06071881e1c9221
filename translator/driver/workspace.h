/*
 * workspace.h - a directory for a translation and what a compiler writes beside it, which nobody else can write to.
 */
#ifndef WORKSPACE_H
#define WORKSPACE_H

#include <stdbool.h>

struct arena;

struct workspace {
    const char *directory; /* NULL: there is none */
    int lock;              /* it, open */
};

/*
 * The directory of that name, when another program that uses it has ended; or one in $TMPDIR with a made-up name, when
 * `wanted` is NULL, cannot be made, or is not one of ours that was left behind, which is emptied. False, with errno set,
 * when there is none; EINTR: a signal came.
 */
bool workspace_take(struct workspace *workspace, struct arena *arena, const char *wanted);

/* Removes it, when it is empty. */
void workspace_leave(struct workspace *workspace);

#endif
