/*
 * debug.h - debug mode: how long steps take, and whose step it is.
 */
#ifndef ASYNCC_CORE_DEBUG_H
#define ASYNCC_CORE_DEBUG_H

#include "dump.h"

/* Whether the environment asks for it: ASYNCC_DEBUG is set, and not to 0. */
int asyncc_debug_is_wanted(void);

/* Around the step of an entry of the ready queue. The end reports the step if it took long. */
void asyncc_debug_begin(const struct asyncc_unit *unit);
void asyncc_debug_end(void);

/*
 * Of the step that runs or has just ended: the task, and the place that it went on from. The task's function is NULL
 * when it was none of a task.
 */
struct asyncc_step {
    const struct asyncc_function *task;
    struct asyncc_place from;
};
const struct asyncc_step *asyncc_debug_step(void);

#endif
