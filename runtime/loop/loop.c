/*
 * loop.c - opening, closing and hooking a thread's loop. See loop.h.
 */
#include "alarm.h"
#include "handles.h"
#include "loop.h"

#include "../core/clock.h"
#include "../core/debug.h"
#include "../core/due.h"
#include "../core/errors.h"
#include "../core/extra.h"
#include "../core/memory.h"
#include "../core/pool.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(ASYNCC_EAGAIN == UV_EAGAIN && ASYNCC_EBUSY == UV_EBUSY && ASYNCC_ECANCELED == UV_ECANCELED &&
                   ASYNCC_EINVAL == UV_EINVAL && ASYNCC_ENOMEM == UV_ENOMEM && ASYNCC_ETIMEDOUT == UV_ETIMEDOUT &&
                   ASYNCC_ECONNABORTED == UV_ECONNABORTED && ASYNCC_EOF == UV_EOF && ASYNCC_EPIPE == UV_EPIPE &&
                   ASYNCC_ENOBUFS == UV_ENOBUFS,
               "core/errors.h differs from uv.h");

static atomic_flag default_loop_taken = ATOMIC_FLAG_INIT;

enum { PATIENCE = 1000 }; /* milliseconds, at least, from one look at the memory to the next */

/* ---- opening ---- */

/* The default loop, unless another thread runs on it. If it cannot be made, one of our own says why not. */
static int choose_loop(struct asyncc_loop *loop)
{
    if (!atomic_flag_test_and_set(&default_loop_taken)) {
        loop->uv = uv_default_loop();
        loop->is_default = loop->uv != NULL;
        if (loop->uv)
            return 0;
        atomic_flag_clear(&default_loop_taken);
    }
    loop->uv = &loop->own;
    return uv_loop_init(loop->uv);
}

static void add(struct asyncc_loop *loop, void *handle)
{
    uv_handle_set_data(handle, loop);
    uv_unref(handle);
    loop->handles++;
}

static void add_handles(struct asyncc_loop *loop)
{
    uv_timer_init(loop->uv, &loop->timer);
    add(loop, &loop->timer);
    uv_idle_init(loop->uv, &loop->idle);
    add(loop, &loop->idle);
    uv_ref((uv_handle_t *)&loop->idle);
    uv_timer_init(loop->uv, &loop->settling);
    add(loop, &loop->settling);
    loop->patience = PATIENCE;
    uv_check_init(loop->uv, &loop->check);
    add(loop, &loop->check);
    if (!loop->attached)
        return;
    uv_prepare_init(loop->uv, &loop->prepare);
    add(loop, &loop->prepare);
}

int asyncc_loop_open(uv_loop_t *uv)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_loop *loop = asyncc_memory(NULL, sizeof *loop);
    if (!loop)
        return UV_ENOMEM;
    *loop = (struct asyncc_loop){ .uv = uv, .attached = uv != NULL };
    int error = uv ? 0 : choose_loop(loop);
    if (error) {
        asyncc_memory(loop, 0);
        return error;
    }
    add_handles(loop);
    asyncc_clock_begin(thread);
    asyncc_thread_measure_stack(thread);
    thread->loop = loop;
    thread->debug = (unsigned char)asyncc_debug_is_wanted();
    thread->extras = thread->debug ? ASYNCC_EXTRA_WHERE : 0;
    if (thread->debug && !loop->attached)
        asyncc_handles_begin(loop);
    return 0;
}

/* ---- closing ---- */

static void on_closed(uv_handle_t *handle)
{
    ((struct asyncc_loop *)handle->data)->handles--;
}

struct asyncc_part *asyncc_part_find(const struct asyncc_loop *loop, void (*close)(struct asyncc_part *part))
{
    struct asyncc_part *part = loop->parts;
    while (part && part->close != close)
        part = part->next;
    return part;
}

void asyncc_part_add(struct asyncc_loop *loop, struct asyncc_part *part, void (*close)(struct asyncc_part *part))
{
    part->loop = loop;
    part->close = close;
    part->next = loop->parts;
    loop->parts = part;
}

static void close_handles(struct asyncc_loop *loop)
{
    while (loop->parts) {
        struct asyncc_part *part = loop->parts;
        loop->parts = part->next;
        part->close(part);
    }
    uv_close((uv_handle_t *)&loop->timer, on_closed);
    uv_close((uv_handle_t *)&loop->settling, on_closed);
    uv_close((uv_handle_t *)&loop->idle, on_closed);
    uv_close((uv_handle_t *)&loop->check, on_closed);
    if (loop->attached)
        uv_close((uv_handle_t *)&loop->prepare, on_closed);
    while (loop->handles)
        uv_run(loop->uv, UV_RUN_ONCE);
}

void asyncc_loop_close(void)
{
    struct asyncc_thread *thread = &asyncc_thread;
    struct asyncc_loop *loop = thread->loop;
    close_handles(loop);
    /* If the user has handles in the default loop, it cannot be closed, and stays as it is. */
    if (!loop->attached)
        uv_loop_close(loop->uv);
    if (loop->is_default)
        atomic_flag_clear(&default_loop_taken);
    asyncc_handles_end();
    thread->loop = NULL;
    thread->debug = 0;
    asyncc_memory(loop, 0);
    asyncc_pool_rest();
}

/* ---- memory ---- */

/* Not more often than is one in a hundred of the time: a visit takes some ten nanoseconds. */
static void on_settling(uv_timer_t *handle)
{
    struct asyncc_loop *loop = handle->data;
    uint64_t visits = asyncc_pool_is_large(&asyncc_thread) ? asyncc_pool_settle() : 0;
    loop->patience = visits / 1000 > PATIENCE ? visits / 1000 : PATIENCE;
    loop->settled_at = asyncc_thread.steps;
}

void asyncc_loop_settle(struct asyncc_loop *loop)
{
    const struct asyncc_thread *thread = &asyncc_thread;
    if (__builtin_expect(!asyncc_pool_is_large(thread), 1) || thread->steps == loop->settled_at ||
        uv_is_active((uv_handle_t *)&loop->settling))
        return;
    uv_timer_start(&loop->settling, on_settling, loop->patience, 0);
    uv_unref((uv_handle_t *)&loop->settling);
}

/* ---- hooks ---- */

static void on_idle(uv_idle_t *handle)
{
    (void)handle;
}

static void on_timer(uv_timer_t *handle)
{
    struct asyncc_thread *thread = &asyncc_thread;
    ((struct asyncc_loop *)handle->data)->armed = 0;
    if (thread->clock_virtual && !asyncc_ready(thread))
        asyncc_clock_jump(thread);
    /* uv_run looks for timers before it polls: what is due by then is as good as ready. */
    if (thread->on_ready && asyncc_timers_any(&asyncc_thread_timers))
        thread->on_ready();
}

/* Something is ready: the next poll must not wait. */
static void on_ready(void)
{
    uv_idle_start(&asyncc_thread.loop->idle, on_idle);
}

enum { NEAR = 3 }; /* milliseconds: libuv's timers are late by less than two, its clock and its sleep being whole ones */

/* First to a time before the deadline, and near that by the alarm; the timer keeps the loop alive in both. */
void asyncc_loop_arm(struct asyncc_loop *loop, uint64_t deadline)
{
    uv_ref((uv_handle_t *)&loop->timer);
    if (loop->armed == deadline)
        return;
    uv_update_time(loop->uv);
    uint64_t due = deadline / 1000000 + (deadline % 1000000 != 0), now = uv_now(loop->uv);
    uint64_t left = due > now ? due - now : 0;
    if (left > NEAR && asyncc_alarm_is_likely(loop))
        left -= NEAR;
    else if (left)
        asyncc_alarm_set(loop, deadline);
    uv_timer_start(&loop->timer, on_timer, left, 0);
    loop->armed = deadline;
}

static void disarm(struct asyncc_loop *loop)
{
    uv_timer_stop(&loop->timer);
    uv_unref((uv_handle_t *)&loop->timer);
    loop->armed = 0;
}

uint64_t asyncc_loop_milliseconds = 10;

int asyncc_loop_patience(const struct asyncc_loop *loop, uint64_t *milliseconds)
{
    int endless = loop->working || !asyncc_thread_timers.levels;
    *milliseconds = 0;
    if (!uv_loop_alive(loop->uv))
        return endless;
    if (!endless)
        *milliseconds = asyncc_loop_milliseconds;
    return 1;
}

/* The virtual clock jumps when the timer fires, which is as soon as libuv has had its chance. */
static void arm_virtual(struct asyncc_loop *loop)
{
    uint64_t milliseconds;
    disarm(loop);
    if (asyncc_loop_patience(loop, &milliseconds) && milliseconds == 0)
        return;
    uv_ref((uv_handle_t *)&loop->timer);
    uv_update_time(loop->uv);
    uv_timer_start(&loop->timer, on_timer, milliseconds, 0);
}

/* What the loop is to wait for. */
static void set_hooks(struct asyncc_thread *thread, struct asyncc_loop *loop)
{
    if (asyncc_ready(thread)) {
        on_ready();
        return;
    }
    uv_idle_stop(&loop->idle);
    if (!thread->clock_virtual)
        asyncc_loop_settle(loop);
    if (!asyncc_timers_any(&asyncc_thread_timers))
        disarm(loop);
    else if (thread->clock_virtual)
        arm_virtual(loop);
    else
        asyncc_loop_arm(loop, thread->next_deadline);
}

static void run_hook(void)
{
    asyncc_drain(ASYNCC_STEPS);
    set_hooks(&asyncc_thread, asyncc_thread.loop);
}

static void on_prepare(uv_prepare_t *handle)
{
    (void)handle;
    run_hook();
}

static void on_check(uv_check_t *handle)
{
    (void)handle;
    run_hook();
}

void asyncc_loop_hook(struct asyncc_loop *loop)
{
    uv_prepare_start(&loop->prepare, on_prepare);
    uv_check_start(&loop->check, on_check);
    asyncc_thread.on_ready = on_ready;
    set_hooks(&asyncc_thread, loop);
}

void asyncc_loop_unhook(struct asyncc_loop *loop)
{
    uv_prepare_stop(&loop->prepare);
    uv_check_stop(&loop->check);
    uv_idle_stop(&loop->idle);
    disarm(loop);
    asyncc_thread.on_ready = NULL;
}
