/*
 * asyncc/group.h - tasks that belong together: started one by one and ended as one; and taking the results of many
 * tasks in the order in which they come.
 */
#ifndef ASYNCC_GROUP_H
#define ASYNCC_GROUP_H

#include <asyncc/sync.h>

#include <asyncc/abi/group.h>

#ifdef ASYNCC_SERIAL
#include <errno.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- groups. asyncio.TaskGroup ---- */

/*
 * A group has tasks that nobody outlives: join waits until all have ended. A call of type int that returns a negative
 * value has failed; the first failure cancels the others. A task that is cancelled by itself is no failure.
 *
 *     struct async_group group = ASYNC_GROUP_INIT(8);
 *     defer await async_group_close(&group);
 *     for (int i = 0; i < count; i++)
 *         async_group_spawn(&group, fetch(urls[i]));
 *     int error = await async_group_join(&group);
 *
 * Unlike asyncio's, a failure does not cancel the one that owns the group: that learns of it from join. It stays where
 * it is as long as it has tasks, which the close in a defer sees to whatever happens.
 */
struct async_group {
    struct async_waiters joiners, roomless;
    struct asyncc_watch *first, *held; /* the tasks, the oldest first; from `held` on they wait to begin */
    size_t count, running;             /* tasks, and those that have begun */
    size_t limit;                      /* the most that run at once; 0: no limit */
    int status;                        /* the first failure */
    int is_cancelled;
};
#define ASYNC_GROUP_INIT(limit) { { NULL }, { NULL }, NULL, NULL, 0, 0, (limit), 0, 0 }

#ifndef ASYNCC_PROBE /* see asyncc.h */

/*
 * Starts the call as a task of the group: 0; UV_ECANCELED, and the call never runs, if the group was cancelled;
 * or UV_ENOMEM, which is a failure of the group. When as many run as may, the task begins when others have ended, in
 * the order of creation. TaskGroup.create_task.
 */
#define async_group_spawn(group, call) ASYNCC_GROUP_SPAWN(__typeof__(call), group, call)

/* The same, with a handle, as of create_task; NULL if it was not started. */
#define async_group_create_task(group, call) ASYNCC_GROUP_TASK(ASYNCC_HANDLE(call), group, call)

#endif

/*
 * Cancels all of its tasks, once: asked for again, it does nothing, so that their defers may wait. Those that have not begun
 * never will. Nothing can be started until join has returned.
 */
void async_group_cancel(struct async_group *group);

/*
 * Waits until all tasks have ended: 0, or the value of the first that failed. The group is then as new. Cancelling it
 * cancels the tasks, and it ends when they have. One task joins a group, not several.
 */
_Async int async_group_join(struct async_group *group) ASYNCC_LEAF;

/* Cancels the tasks and waits until they have ended; nothing happens if there are none. For defers. */
_Async void async_group_close(struct async_group *group) ASYNCC_LEAF;

/* Waits until a task that is started now would begin at once, so that not all calls of a long list are made at once. */
_Async void async_group_room(struct async_group *group) ASYNCC_LEAF;

/* ---- one after the other, as they end. asyncio.as_completed ---- */

/*
 *     struct async_completions completions;
 *     async_completions_init(&completions, tasks, count);
 *     defer async_completions_deinit(&completions);
 *     for (int i; (i = await async_completions_next(&completions)) >= 0;)
 *         use(await join(tasks[i]));
 */
struct async_completions {
    struct async_semaphore ended;
    struct asyncc_watch *first; /* of those that have ended, in that order */
    struct asyncc_watch *running;
    size_t left; /* not yet asked for */
};

/*
 * For an array of `count` handles of tasks: 0 or UV_ENOMEM. The handles stay the caller's, and may be released; the
 * array need not stay.
 */
int async_completions_init(struct async_completions *completions, const void *tasks, size_t count);

/* Releases what init made; the tasks run on. Nobody may be waiting. */
void async_completions_deinit(struct async_completions *completions);

/*
 * Waits until one more task has ended: its index in the array; UV_EOF when all have been told. Cancelled: nothing is
 * lost, the next call tells.
 */
_Async int async_completions_next(struct async_completions *completions) ASYNCC_LEAF;

/* ---- what the macros above call ---- */

#ifdef __ASYNCC__ /* see ASYNCC_TASK */
#define ASYNCC_GROUP_TASK(type, group, call) \
    ((ASYNCC_HANDLE(call))asyncc_group_create_task(group, 0, 0, ASYNCC_HERE))
#define ASYNCC_GROUP_SPAWN(type, group, call) \
    (*(int *)(__typeof__(call) *)asyncc_group_spawn(group, 0, 0, ASYNCC_HERE))
void *asyncc_group_spawn(struct async_group *group, int called, int is_int, const char *where);
#else
#define ASYNCC_GROUP_TASK(type, group, call)                                                  \
    (__extension__(type)asyncc_group_create_task((group), ASYNCC_STARTED(call), ASYNCC_GIVES_INT(type), ASYNCC_HERE))
#define ASYNCC_GROUP_SPAWN(type, group, call) \
    asyncc_group_spawn((group), ASYNCC_STARTED(call), ASYNCC_IS_INT(type), ASYNCC_HERE)
#define ASYNCC_GIVES_INT(type) _Generic((type)0, async_task(int): 1, default: 0)
#define ASYNCC_IS_INT(type) _Generic((type *)0, int *: 1, default: 0)
int asyncc_group_spawn(struct async_group *group, int called, int is_int, const char *where);
#endif
void *asyncc_group_create_task(struct async_group *group, int called, int is_int, const char *where);

#if defined(ASYNCC_SERIAL) && !defined(ASYNCC_PROBE) /* see asyncc/serial.h */
ASYNCC_SERIAL_FUNCTION int asyncc_serial_group_failed(struct async_group *group, int status)
{
    if (status < 0) {
        group->is_cancelled = 1;
        if (group->status == 0)
            group->status = status;
    }
    return 0;
}

#undef async_group_spawn
#define async_group_spawn(group, call)                                                          \
    ((group)->is_cancelled                                                                      \
         ? -ECANCELED /* UV_ECANCELED */                                                              \
         : asyncc_serial_group_failed((group), __builtin_choose_expr(ASYNCC_IS_INT(__typeof__(call)), \
                                                                     call, ((void)(call), 0))))
#undef async_group_create_task
#define async_group_create_task(group, call)                                                     \
    (__extension__(ASYNCC_HANDLE(call))((group)->is_cancelled                                    \
                               ? (void *)0                                                       \
                               : asyncc_serial_group_task((group), (void *)async_create_task(call), \
                                                          ASYNCC_IS_INT(__typeof__(call)))))

ASYNCC_SERIAL_FUNCTION void *asyncc_serial_group_task(struct async_group *group, void *task, int is_int)
{
    if (is_int && task)
        asyncc_serial_group_failed(group, *(const int *)((struct asyncc_serial_task *)task + 1));
    return task;
}

/* Of the struct only `left` is used, and the count in the place of `running`. */
#define async_completions_init(completions, tasks, count)                                       \
    ((void)(tasks), (completions)->left = (count),                                              \
     (completions)->running = (struct asyncc_watch *)(completions)->left, asyncc_serial_0())
#define async_completions_deinit(completions) ((void)(completions))
#define async_completions_next(completions) asyncc_serial_completion(completions)
ASYNCC_SERIAL_FUNCTION int asyncc_serial_completion(struct async_completions *completions)
{
    return completions->left ? (int)((size_t)completions->running - completions->left--) : -4095 /* UV_EOF */;
}
#endif

#ifdef __cplusplus
}
#endif
#endif
