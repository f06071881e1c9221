/*
 * run.c - async_run, attaching and detaching, and the program's main.
 *
 * The end of a run is asyncio.run's. When the main task has ended, what is ready runs once more: the main task
 * is in the ready queue then as a callback, which stops the loop at the end of its turn. Then every task is
 * cancelled and runs to its end, until there are none.
 */
#include "run.h"

#include "aborts.h"
#include "handles.h"
#include "remote.h"
#include "signals.h"

#include "../core/cancel.h"
#include "../core/fatal.h"
#include "../core/pool.h"
#include "../core/task.h"
#include "../core/tasks.h"

#include <asyncc.h>
#include <asyncc/debug.h>

#include <signal.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum outcome { RETURNED, CANCELLED, DEADLOCKED, NOT_RUN };

/* Those that were cancelled have ended, and what they queued is done unless there are new tasks to cancel. */
static int none_left(const struct asyncc_thread *thread)
{
    return thread->left == 0 && (!asyncc_ready(thread) || asyncc_tasks_count() != 0);
}

static void report_deadlock(void)
{
    fflush(stdout);
    fprintf(stderr, "asyncc: deadlock: %u task(s) can never be woken\n", asyncc_tasks_count());
    async_dump_tasks(stderr);
}

/* After a cancel something is ready, or libuv will say when. */
static void check_progress(struct asyncc_loop *loop)
{
    if (!asyncc_ready(&asyncc_thread) && !uv_loop_alive(loop->uv))
        asyncc_fatal("%u task(s) cannot be cancelled", asyncc_tasks_count());
}

/* Cancels all tasks and runs them to their end, those that are made meanwhile too. */
static void finish_tasks(struct asyncc_loop *loop, int reported)
{
    struct asyncc_thread *thread = &asyncc_thread;
    while (asyncc_ready(thread) || asyncc_tasks_count()) {
        thread->stopping = 0;
        asyncc_tasks_cancel();
        check_progress(loop);
        if (!asyncc_loop_drive(loop, none_left) && !reported++)
            report_deadlock();
    }
    thread->stopping = 0;
}

/* Who sent a task was told that it runs: it has one turn, and is then cancelled as all others are. */
static void begin_last_tasks(struct asyncc_loop *loop)
{
    if (!asyncc_remote_end(loop))
        return;
    asyncc_stop(&asyncc_thread);
    do
        asyncc_drain(ASYNCC_STEPS);
    while (!asyncc_stopped(&asyncc_thread));
}

static void finish_run(struct asyncc_loop *loop, int reported)
{
    begin_last_tasks(loop);
    finish_tasks(loop, reported);
    if (asyncc_context.pending)
        asyncc_never_started(asyncc_context.pending);
}

static enum outcome take_outcome(struct asyncc_unit *main_task, int deadlocked, void *result, size_t size)
{
    enum outcome outcome = RETURNED;
    if (deadlocked)
        outcome = DEADLOCKED;
    else if (main_task->flags & ASYNCC_WAS_CANCELLED)
        outcome = CANCELLED;
    else if (size)
        memcpy(result, asyncc_unit_result(main_task), size);
    asyncc_task_release(main_task);
    return outcome;
}

/* Drives the loop until the main task has ended, if need be by cancelling it. 1 if there was a deadlock. */
static int drive_main(struct asyncc_loop *loop, struct asyncc_unit *main_task)
{
    int reported = 0;
    while (!asyncc_loop_drive(loop, asyncc_stopped)) {
        if (!reported++)
            report_deadlock();
        asyncc_cancel(main_task, main_task);
        check_progress(loop);
    }
    return reported;
}

static struct asyncc_unit *begin_main(struct asyncc_thread *thread)
{
    struct asyncc_unit *unit = asyncc_take_pending(NULL, NULL);
    thread->stopping = 0;
    thread->no_memory = 0;
    if (!unit)
        return NULL;
    asyncc_task_begin(unit, 1);
    unit->flags |= ASYNCC_MAIN;
    return unit;
}

/* In debug mode: the tasks that are about to be cancelled. */
static void report_pending(const struct asyncc_thread *thread)
{
    unsigned tasks = thread->debug ? asyncc_tasks_count() : 0;
    if (tasks == 0)
        return;
    fflush(stdout);
    fprintf(stderr, "asyncc: %u task(s) are still pending at the end\n", tasks);
    async_dump_tasks(stderr);
}

/* SIGINT has cancelled the main task: the program ends by it, as asyncio's does by KeyboardInterrupt. */
static void end_by_interrupt(void)
{
    fflush(NULL);
    raise(SIGINT);
}

/* The call never runs: a value alone does not tell. */
static enum outcome report_not_run(int error)
{
    fflush(stdout);
    if (error == UV_ENOMEM)
        fprintf(stderr, "asyncc: out of memory\n");
    else
        fprintf(stderr, "asyncc: the loop cannot be made, nothing was run: %s (%s)\n", uv_strerror(error),
                uv_err_name(error));
    return NOT_RUN;
}

static enum outcome run(void *result, size_t size)
{
    struct asyncc_thread *thread = &asyncc_thread;
    if (thread->draining)
        asyncc_fatal("async_run was called inside a task: await the call, or make a task of it");
    if (thread->loop)
        asyncc_fatal("async_run was called in a thread with an attached loop: use async_run_until_complete");
    memset(result, 0, size);
    if (!asyncc_context.pending) {
        asyncc_nothing_pending(NULL, NULL);
        return report_not_run(UV_ENOMEM);
    }
    asyncc_aborts_begin();
    int error = asyncc_loop_open(NULL);
    if (error) {
        asyncc_aborts_end();
        asyncc_pool_free(asyncc_take_pending(NULL, NULL));
        asyncc_pool_rest();
        return report_not_run(error);
    }
    struct asyncc_loop *loop = thread->loop;
    struct asyncc_unit *main_task = begin_main(thread);
    asyncc_signals_begin(loop, main_task);
    int deadlocked = drive_main(loop, main_task);
    report_pending(thread);
    finish_run(loop, deadlocked);
    asyncc_handles_report(loop);
    enum outcome outcome = take_outcome(main_task, deadlocked, result, size);
    int interrupted = asyncc_signals_end(loop);
    asyncc_loop_close();
    asyncc_aborts_end();
    if (interrupted && outcome == CANCELLED)
        end_by_interrupt();
    return outcome;
}

void asyncc_run(int called, void *result, size_t size)
{
    (void)called;
    run(result, size);
}

/* ---- a loop of the user's ---- */

int async_attach(uv_loop_t *uv)
{
    struct asyncc_thread *thread = &asyncc_thread;
    if (thread->loop)
        return UV_EBUSY;
    int error = asyncc_loop_open(uv);
    if (error == 0)
        asyncc_loop_hook(thread->loop);
    return error;
}

static struct asyncc_loop *attached_loop(uv_loop_t *uv)
{
    struct asyncc_loop *loop = asyncc_thread.loop;
    return loop && loop->attached && loop->uv == uv ? loop : NULL;
}

int asyncc_run_call(struct asyncc_loop *loop, void *result, size_t size)
{
    struct asyncc_thread *thread = &asyncc_thread;
    if (size)
        memset(result, 0, size);
    struct asyncc_unit *main_task = begin_main(thread);
    if (!main_task)
        return 0;
    if (loop->attached)
        asyncc_loop_unhook(loop);
    int deadlocked = drive_main(loop, main_task);
    thread->stopping = 0;
    enum outcome outcome = take_outcome(main_task, deadlocked, result, size);
    if (loop->attached)
        asyncc_loop_hook(loop);
    return outcome == RETURNED;
}

void asyncc_run_until_complete(uv_loop_t *uv, int called, void *result, size_t size)
{
    (void)called;
    struct asyncc_loop *loop = attached_loop(uv);
    if (!loop)
        asyncc_fatal("async_run_until_complete: the loop is not attached to this thread");
    if (asyncc_thread.draining)
        asyncc_fatal("async_run_until_complete was called inside a task: await the call");
    asyncc_run_call(loop, result, size);
}

int async_detach(uv_loop_t *uv)
{
    struct asyncc_loop *loop = attached_loop(uv);
    if (!loop)
        return UV_EINVAL;
    if (asyncc_thread.draining)
        asyncc_fatal("async_detach was called inside a task");
    asyncc_loop_unhook(loop);
    finish_run(loop, 0);
    asyncc_loop_close();
    return 0;
}

/* ---- main ---- */

int asyncc_main(void)
{
    struct asyncc_unit *pending = asyncc_context.pending;
    size_t size = pending && pending->function->result ? sizeof(int) : 0;
    int status = 0;
    switch (run(&status, size)) {
    case RETURNED: return status;
    case CANCELLED:
        fprintf(stderr, asyncc_thread.no_memory ? "asyncc: out of memory\n" : "asyncc: main was cancelled\n");
        break;
    case DEADLOCKED:
    case NOT_RUN: break;
    }
    return EXIT_FAILURE;
}
