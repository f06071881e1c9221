/*
 * signals.c - see signals.h.
 *
 * The handler notes the signal and wakes the loop, which is what a handler may do. It also is what kills: the second
 * SIGINT ends a program that does not come back to its loop. One main task of the process has the signals; `taken` hands
 * them from its thread to the next one's. Any thread may run the handler, and ask whether a signal came or whether it is
 * its loop that has them: what those look at is atomic.
 */
#define _GNU_SOURCE
#include "signals.h"

#include "former.h"

#include "../core/cancel.h"
#include "../core/tasks.h"

#include <asyncc/debug.h>

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

static struct {
    atomic_flag taken;
    _Atomic(struct asyncc_loop *) loop; /* whose main task has SIGINT; NULL when there is none */
    struct asyncc_unit *main_task;
    uv_async_t wakeup;
    struct sigaction before, before_quit;
    int has_interrupt, has_quit;
} signals = { .taken = ATOMIC_FLAG_INIT };

static atomic_int interrupts, quits, came;
static atomic_int handlers; /* that are running */
static atomic_int can_wake;
static atomic_int wants_dumps;

/* Another thread may have handlers of signals to run yet when this one has uninstalled them: see forbid_wakeups. */
static void wake(void)
{
    atomic_fetch_add(&handlers, 1);
    if (atomic_load(&can_wake))
        uv_async_send(&signals.wakeup);
    atomic_fetch_sub(&handlers, 1);
}

static void forbid_wakeups(void)
{
    atomic_store(&can_wake, 0);
    while (atomic_load(&handlers))
        uv_sleep(0);
}

static void on_signal(int number)
{
    if (number == SIGINT && atomic_fetch_add(&interrupts, 1) > 0) {
        signal(SIGINT, SIG_DFL);
        raise(SIGINT);
        return;
    }
    atomic_fetch_add(&quits, number == SIGQUIT);
    atomic_store(&came, 1);
    wake();
}

/* Unless the program has a handler of its own: whether ours stands there now. */
static int install(int number, struct sigaction *before)
{
    struct sigaction ours = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
    if (sigaction(number, NULL, before) != 0 || before->sa_handler != SIG_DFL)
        return 0;
    sigemptyset(&ours.sa_mask);
    return sigaction(number, &ours, NULL) == 0;
}

static void uninstall(int number, const struct sigaction *before)
{
    struct sigaction now;
    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == on_signal)
        sigaction(number, before, NULL);
    else
        asyncc_former_replace(number, on_signal, before);
}

static void on_wakeup(uv_async_t *handle)
{
    (void)handle;
    asyncc_signals_handle();
}

void asyncc_signals_begin(struct asyncc_loop *loop, struct asyncc_unit *main_task)
{
    if (atomic_flag_test_and_set(&signals.taken))
        return;
    if (uv_async_init(loop->uv, &signals.wakeup, on_wakeup) != 0) {
        atomic_flag_clear(&signals.taken);
        return;
    }
    uv_handle_set_data((uv_handle_t *)&signals.wakeup, loop);
    uv_unref((uv_handle_t *)&signals.wakeup);
    loop->handles++;
    atomic_store(&interrupts, 0);
    atomic_store(&quits, 0);
    atomic_store(&came, 0);
    atomic_store(&can_wake, 1);
    atomic_store(&signals.loop, loop);
    signals.main_task = main_task;
    signals.has_interrupt = install(SIGINT, &signals.before);
    signals.has_quit = (asyncc_thread.debug || atomic_load(&wants_dumps)) && install(SIGQUIT, &signals.before_quit);
}

static void on_closed(uv_handle_t *handle)
{
    (void)handle;
    asyncc_thread.loop->handles--;
    atomic_store(&signals.loop, NULL);
    atomic_flag_clear(&signals.taken);
}

/* Only this thread sets it to its own loop. */
static int has_signals(const struct asyncc_loop *loop)
{
    return loop && atomic_load_explicit(&signals.loop, memory_order_relaxed) == loop;
}

int asyncc_signals_end(struct asyncc_loop *loop)
{
    if (!has_signals(loop))
        return 0;
    if (signals.has_interrupt)
        uninstall(SIGINT, &signals.before);
    if (signals.has_quit)
        uninstall(SIGQUIT, &signals.before_quit);
    forbid_wakeups();
    uv_close((uv_handle_t *)&signals.wakeup, on_closed);
    return atomic_load(&interrupts) > 0;
}

int asyncc_signals_came(void)
{
    return atomic_load_explicit(&came, memory_order_relaxed);
}

void asyncc_signals_handle(void)
{
    if (!has_signals(asyncc_thread.loop) || !atomic_exchange(&came, 0))
        return;
    for (int dumps = atomic_exchange(&quits, 0); dumps > 0; dumps--)
        async_dump_tasks(stderr);
    if (atomic_load(&interrupts) && signals.main_task) {
        struct asyncc_unit *main_task = signals.main_task;
        signals.main_task = NULL;
        if (!(main_task->flags & ASYNCC_ENDED))
            asyncc_cancel(main_task, main_task);
    }
}

void async_dump_tasks_on_quit(int on)
{
    atomic_store(&wants_dumps, on != 0);
    if (!has_signals(asyncc_thread.loop))
        return;
    if (on && !signals.has_quit)
        signals.has_quit = install(SIGQUIT, &signals.before_quit);
    if (!on && signals.has_quit)
        uninstall(SIGQUIT, &signals.before_quit);
    signals.has_quit = on && signals.has_quit;
}
