/*
 * process.h - runs other programs.
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdbool.h>

struct arena;

/* Where the program would be found: a path as it is, a name in $PATH; NULL when it is not there or no program. */
const char *process_find(struct arena *arena, const char *name);

/* Runs the command, whose list ends with NULL, and takes what it writes to both outputs; its input is empty.
 * NULL when it cannot be started or fails. */
const char *process_output(struct arena *arena, const char *const *command);

/* The same, also when it fails: *status is as a shell has it. NULL when it cannot be started. */
const char *process_answer(struct arena *arena, const char *const *command, int *status);

/* From here on signals that would end this program are left to the child that runs, and kept for it to end by. */
void process_hold(void);

/* The signal that came since; 0: none. */
int process_received(void);

/*
 * Runs the body in a child process, to its end: what it returns, or 128 and the number of the signal that ended it, or came
 * meanwhile or before, which `*signal` then is as well. -1, with errno set, when there can be no child. It is terminated when
 * this program is killed: nothing is written behind the back of whoever sees that. Only for a program with one thread, after
 * process_hold.
 */
int process_run(int (*body)(void *data), void *data, int *signal);

/* Becomes the command, whose list ends with NULL. Returns only if that fails, which is said: the exit status. */
int process_become(const char *const *command);

#endif
