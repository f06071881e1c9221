/*
 * asyncc/local.h - names and values of tasks.
 */
#ifndef ASYNCC_LOCAL_H
#define ASYNCC_LOCAL_H

#include <asyncc.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- names; `t` is an async_task(T) ---- */

/* Names a task, for async_dump_tasks and reports: 0 or UV_ENOMEM. The name is copied. Task.set_name. */
#define async_task_set_name(t, name) asyncc_task_set_name(ASYNCC_UNIT_OF(t), (name))

/* Its name; NULL if it has none, or has ended. Valid until it is changed or the task ends. Task.get_name. */
#define async_task_name(t) asyncc_task_name(ASYNCC_UNIT_OF(t))

/* Names the current task. 0, UV_ENOMEM, or UV_EINVAL outside of tasks. */
int async_set_name(const char *name);

/* ---- values. contextvars.ContextVar ---- */

/*
 * A key, known by its address: static struct async_local request_id; Each task has a value of its own for it. A task
 * that is created begins with the values that the current task has then; what either sets later is its own. The calls
 * of a gather or race, and all functions a task awaits, share its values.
 */
struct async_local {
    char unused;
};

/* The current task's value; NULL if there is none, or outside of tasks. */
void *async_local_get(const struct async_local *local);

/* Sets it: 0, UV_ENOMEM, or UV_EINVAL outside of tasks. What it points to stays the caller's. */
int async_local_set(const struct async_local *local, void *value);

/* ---- what the macros above call ---- */

int asyncc_task_set_name(struct asyncc_unit *task, const char *name);
const char *asyncc_task_name(const struct asyncc_unit *task);

#ifdef ASYNCC_SERIAL /* as of tasks that have ended */
#undef async_task_set_name
#define async_task_set_name(t, name) ((void)(t), (void)(name), asyncc_serial_0())
#undef async_task_name
#define async_task_name(t) ((void)(t), (const char *)(size_t)asyncc_serial_0())
#endif

#ifdef __cplusplus
}
#endif
#endif
