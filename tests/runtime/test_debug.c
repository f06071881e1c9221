/*
 * test_debug.c - debug mode, async_dump_tasks, SIGQUIT and SIGINT. Each in a process of its own.
 */
#include "support.h"

#include <asyncc/debug.h>
#include <asyncc/local.h>

#include <uv.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void assert_says(const char *output, const char *part)
{
    if (!strstr(output, part))
        fail_msg("'%s' is not in: %s", part, output);
}

static void assert_silent_about(const char *output, const char *part)
{
    if (strstr(output, part))
        fail_msg("'%s' is in: %s", part, output);
}

/* ---- a main task that does what a test wants ---- */

enum { SLOW, LEAVES, DUMPS, QUITS, INTERRUPTED, INTERRUPTED_TWICE, IGNORES_INTERRUPT, OUTLIVES_INTERRUPT };

static uv_timer_t timer, closed_timer;

FUNCTION(acts, int, {
    int kind;
    struct asyncc_sleep sleep;
    struct asyncc_yield yield;
});

static int acts(int kind)
{
    START(acts);
    u->frame.kind = kind;
    u->result = 0;
    return 0;
}

static void leave_things(void)
{
    async_task(void) task = async_create_task(async_sleep(1e6));
    async_task_set_name(task, "sleeper");
    async_task_unref(task);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_init(uv_default_loop(), &closed_timer);
    uv_close((uv_handle_t *)&closed_timer, NULL);
}

BODY(acts)
{
    BEGIN;
    AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    switch (f->kind) {
    case SLOW: async_clock_advance(0.25); break;
    case LEAVES: leave_things(); break;
    case DUMPS:
        leave_things();
        async_dump_tasks(stderr);
        break;
    case QUITS:
        async_dump_tasks_on_quit(1);
        raise(SIGQUIT);
        break;
    case INTERRUPTED_TWICE: raise(SIGINT); /* fall through */
    case IGNORES_INTERRUPT:
    case INTERRUPTED:
    case OUTLIVES_INTERRUPT: raise(SIGINT); break;
    }
    AWAIT_STATUS(2, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    fprintf(stderr, "main %s\n", s == ASYNCC_DONE ? "goes on" : "is cancelled");
    if (s != ASYNCC_DONE && f->kind != OUTLIVES_INTERRUPT)
        return s;
    AWAIT(3, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    u->result = 5;
    END;
}

static void run_kind(int kind)
{
    fprintf(stderr, "value %d\n", async_run(acts(kind)));
}

static void slow(void) { run_kind(SLOW); }
static void leaves(void) { run_kind(LEAVES); }
static void dumps(void) { run_kind(DUMPS); }
static void quits(void) { run_kind(QUITS); }
static void interrupted(void) { run_kind(INTERRUPTED); }
static void interrupted_twice(void) { run_kind(INTERRUPTED_TWICE); }
static void outlives(void) { run_kind(OUTLIVES_INTERRUPT); }

static void ignores(void)
{
    signal(SIGINT, SIG_IGN);
    run_kind(IGNORES_INTERRUPT);
    fprintf(stderr, "ignored still: %d\n", signal(SIGINT, SIG_DFL) == SIG_IGN);
}

static const char *in_debug_mode(void (*act)(void), int *signal)
{
    setenv("ASYNCC_DEBUG", "1", 1);
    const char *output = stderr_of(act, signal);
    unsetenv("ASYNCC_DEBUG");
    return output;
}

/* ---- tests ---- */

static void a_slow_step_is_reported(void **state)
{
    (void)state;
    int signal;
    const char *output = in_debug_mode(slow, &signal);
    assert_says(output, "asyncc: a step of task 'acts' took 0.250 seconds, from acts test.c:");
    assert_int_equal(signal, 0);
    assert_silent_about(output, "still");
    output = stderr_of(slow, &signal);
    assert_string_equal(output, "main goes on\nvalue 5\n");
}

static void what_is_left_at_the_end_is_listed(void **state)
{
    (void)state;
    int signal;
    const char *output = in_debug_mode(leaves, &signal);
    char task[200];
    snprintf(task, sizeof task, "  task 'async_sleep' (asyncc.h:0), named \"sleeper\", created at %s:", __FILE__);
    assert_says(output, "asyncc: 1 task(s) are still pending at the end\n");
    assert_says(output, task);
    assert_says(output, "asyncc: a handle (timer) is still open at the end; task 'acts' opened it, after acts test.c:");
    char *first = strstr(output, "a handle");
    assert_null(strstr(first + 1, "a handle"));
    output = stderr_of(leaves, &signal);
    assert_string_equal(output, "main goes on\nvalue 5\n");
}

static void tasks_are_dumped(void **state)
{
    (void)state;
    int signal;
    const char *output = stderr_of(dumps, &signal);
    assert_says(output, "  task 'acts' (test.c:");
    assert_says(output, ", running\n");
    assert_says(output, "  task 'async_sleep' (asyncc.h:0), not begun, named \"sleeper\"\n");
}

static void quit_dumps_tasks_when_asked_for(void **state)
{
    (void)state;
    int signal;
    const char *output = stderr_of(quits, &signal);
    assert_says(output, "  task 'acts' (test.c:");
    assert_says(output, "value 5\n");
    assert_int_equal(signal, 0);
}

static void an_interrupt_cancels_main_and_the_second_one_kills(void **state)
{
    (void)state;
    int signal;
    const char *output = stderr_of(interrupted, &signal);
    assert_string_equal(output, "main is cancelled\n");
    assert_int_equal(signal, SIGINT);
    output = stderr_of(interrupted_twice, &signal);
    assert_string_equal(output, "");
    assert_int_equal(signal, SIGINT);
    output = stderr_of(outlives, &signal); /* a main task that returns all the same: its value counts */
    assert_string_equal(output, "main is cancelled\nvalue 5\n");
    assert_int_equal(signal, 0);
    output = stderr_of(ignores, &signal); /* the program's own handling stays */
    assert_string_equal(output, "main goes on\nvalue 5\nignored still: 1\n");
    assert_int_equal(signal, 0);
}

static void signals_are_as_before_afterwards(void **state)
{
    (void)state;
    struct sigaction now;
    async_run(acts(SLOW));
    sigaction(SIGINT, NULL, &now);
    assert_true(now.sa_handler == SIG_DFL);
    sigaction(SIGQUIT, NULL, &now);
    assert_true(now.sa_handler == SIG_DFL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_slow_step_is_reported),
        TEST(what_is_left_at_the_end_is_listed),
        TEST(tasks_are_dumped),
        TEST(quit_dumps_tasks_when_asked_for),
        TEST(an_interrupt_cancels_main_and_the_second_one_kills),
        TEST(signals_are_as_before_afterwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
