/*
 * tasks.h - all tasks of the thread at once.
 */
#ifndef ASYNCC_CORE_TASKS_H
#define ASYNCC_CORE_TASKS_H

#include "thread.h"

/* How many tasks have not ended. */
unsigned asyncc_tasks_count(void);

/*
 * Cancels every task that has not ended, in the order of their creation; `left` of the thread then counts
 * down to 0 as they end.
 */
void asyncc_tasks_cancel(void);

#endif
