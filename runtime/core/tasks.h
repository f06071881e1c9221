/*
 * tasks.h - all tasks of the thread at once.
 */
#ifndef ASYNCC_CORE_TASKS_H
#define ASYNCC_CORE_TASKS_H

#include "thread.h"

#include <stdio.h>

/*
 * Cancels every task that has not ended, in the order of their creation; `left` of the thread then counts
 * down to 0 as they end.
 */
void asyncc_tasks_cancel(void);

/* Prints every task that has not ended, with its chain of awaits: `function (file:line)`. */
void asyncc_tasks_dump(FILE *stream);

#endif
