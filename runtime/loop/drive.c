/*
 * drive.c - running a loop from outside: tasks while there are any ready, otherwise libuv.
 *
 * With the virtual clock, when nothing is ready: libuv is polled. If nothing comes of it and operations are
 * under way that end by themselves (files, threads, name lookups), they are waited for, and time stands still.
 * Otherwise, if libuv waits for anything else, such as a connection, that gets some milliseconds of real
 * time; what the program does to itself needs none. Then time jumps to the next deadline. Without a deadline
 * libuv is waited for as usual.
 */
#include "loop.h"
#include "signals.h"

#include "../core/clock.h"
#include "../core/due.h"

/* What got ready before libuv polls must not wait for the poll. */
static void on_idle(uv_idle_t *handle)
{
    (void)handle;
}

static void on_ready(void)
{
    uv_idle_start(&asyncc_thread.loop->idle, on_idle);
}

static void run_libuv(struct asyncc_loop *loop, uv_run_mode mode)
{
    asyncc_thread.on_ready = on_ready;
    uv_run(loop->uv, mode);
    asyncc_thread.on_ready = NULL;
    uv_idle_stop(&loop->idle);
    uv_unref((uv_handle_t *)&loop->timer);
}

static void on_patience_over(uv_timer_t *handle)
{
    uv_stop(handle->loop); /* see on_timer in loop.c */
}

static int wait_virtual(struct asyncc_thread *thread, struct asyncc_loop *loop)
{
    uint64_t milliseconds;
    if (uv_loop_alive(loop->uv))
        uv_run(loop->uv, UV_RUN_NOWAIT);
    if (asyncc_ready(thread))
        return 1;
    if (uv_loop_alive(loop->uv) && asyncc_loop_patience(loop, &milliseconds)) {
        if (milliseconds) {
            uv_update_time(loop->uv);
            uv_timer_start(&loop->timer, on_patience_over, milliseconds, 0);
            uv_ref((uv_handle_t *)&loop->timer);
        }
        run_libuv(loop, UV_RUN_ONCE);
        int over = milliseconds && !uv_is_active((uv_handle_t *)&loop->timer);
        uv_timer_stop(&loop->timer);
        if (!over || asyncc_ready(thread))
            return 1;
    }
    return asyncc_clock_jump(thread);
}

/* The timer is armed for the next deadline, and keeps libuv alive for it. */
static void arm(struct asyncc_loop *loop)
{
    if (asyncc_timers_any(&asyncc_thread_timers))
        asyncc_loop_arm(loop, asyncc_thread.next_deadline);
    else
        uv_unref((uv_handle_t *)&loop->timer);
}

/* libuv has polled. As long as that is all there is to do, it does so again without leaving uv_run. */
static void on_check(uv_check_t *handle)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_loop *loop = handle->data;
    if (!asyncc_ready(thread) && thread->next_deadline == ASYNCC_NEVER && !asyncc_signals_came() && !loop->finished(thread))
        return; /* callbacks have dealt with all that came, as those of a copy do */
    uv_idle_stop(&loop->idle);
    asyncc_drain(ASYNCC_STEPS);
    if (asyncc_ready(thread) || asyncc_signals_came() || loop->finished(thread))
        uv_stop(loop->uv);
    else
        arm(loop);
}

/* Nothing is ready: waits until something may be. 0 if nothing can be any more. */
static int wait(struct asyncc_thread *thread, struct asyncc_loop *loop)
{
    if (thread->clock_virtual)
        return wait_virtual(thread, loop);
    arm(loop);
    asyncc_loop_settle(loop);
    if (!uv_loop_alive(loop->uv))
        return 0;
    uv_check_start(&loop->check, on_check);
    run_libuv(loop, UV_RUN_DEFAULT);
    uv_check_stop(&loop->check);
    return 1;
}

int asyncc_loop_drive(struct asyncc_loop *loop, int (*finished)(const struct asyncc_thread *thread))
{
    struct asyncc_thread *thread = &asyncc_thread;
    loop->finished = finished;
    for (;;) {
        asyncc_drain(ASYNCC_STEPS);
        if (__builtin_expect(asyncc_signals_came(), 0))
            asyncc_signals_handle();
        if (finished(thread))
            return 1;
        if (!asyncc_ready(thread)) {
            if (!wait(thread, loop))
                return 0;
        } else if (uv_loop_alive(loop->uv)) {
            uv_run(loop->uv, UV_RUN_NOWAIT);
        }
    }
}
