/*
 * debug.c - see debug.h. What is reported is taken before the step, since the unit may be gone afterwards.
 */
#include "debug.h"

#include "clock.h"
#include "gather.h"

#include <stdlib.h>
#include <string.h>

#define SLOW 100000000u /* nanoseconds: asyncio's slow_callback_duration */

static _Thread_local struct {
    struct asyncc_step step;
    uint64_t began;
} now;

int asyncc_debug_is_wanted(void)
{
    const char *value = getenv("ASYNCC_DEBUG");
    return value && *value && strcmp(value, "0") != 0;
}

/* A child of a gather is part of the task that gathers. */
static const struct asyncc_unit *task_of(struct asyncc_unit *unit)
{
    unit = asyncc_unit_root(unit);
    while (asyncc_unit_role(unit) == ASYNCC_CHILD)
        unit = asyncc_unit_root(asyncc_gather_waiter(unit));
    return unit;
}

void asyncc_debug_begin(const struct asyncc_unit *unit)
{
    asyncc_context.current = NULL; /* the one before is over */
    now.step.task = NULL;
    if (!(unit->flags & ASYNCC_CALLBACK)) {
        now.step.task = task_of((struct asyncc_unit *)unit)->function;
        asyncc_dump_innermost(unit, &now.step.from);
    }
    now.began = asyncc_clock_now(&asyncc_thread);
}

void asyncc_debug_end(void)
{
    uint64_t took = asyncc_clock_now(&asyncc_thread) - now.began;
    const struct asyncc_place *from = &now.step.from;
    if (took > SLOW && now.step.task) {
        fflush(stdout);
        fprintf(stderr, "asyncc: a step of task '%s' took %.3f seconds, from %s %s:%u on\n", now.step.task->name,
                (double)took / 1e9, from->function->name, from->function->file, from->line);
    }
    if (asyncc_thread.on_step)
        asyncc_thread.on_step();
}

const struct asyncc_step *asyncc_debug_step(void)
{
    return &now.step;
}
