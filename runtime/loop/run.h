/*
 * run.h - running one call on a loop that stays.
 */
#ifndef ASYNCC_LOOP_RUN_H
#define ASYNCC_LOOP_RUN_H

#include "loop.h"

/*
 * Runs the call that has left its unit as a task until that has ended: 1, and its result; or 0, after a report, if it
 * was cancelled, since nothing could wake it, or could not be made.
 */
int asyncc_run_call(struct asyncc_loop *loop, void *result, size_t size);

#endif
