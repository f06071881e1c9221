/*
 * test_diagnostics.c - what the runtime says when a program breaks a rule. Each in a process of its own.
 */
/* pitfalls: 75, 95, 96, 97 */
#include "support.h"

#include "core/thread.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_says(void (*act)(void), int expected_signal, const char *part)
{
    int signal;
    const char *output = stderr_of(act, &signal);
    if (!strstr(output, part))
        fail_msg("said: %s", output);
    assert_int_equal(signal, expected_signal);
}

/* ---- functions with tables, as asyncc writes them ---- */

struct deaf_frame {
    unsigned state;
    union {
        struct asyncc_join join;
        struct asyncc_call call;
        struct asyncc_gather gather;
        struct asyncc_sleep sleep;
    };
    struct asyncc_unit *child;
    int kind;
    async_task(void) *task;
};
struct deaf_unit {
    struct asyncc_unit unit;
    struct deaf_frame frame;
};

static const struct asyncc_site deaf_sites[] = {
    { 11, ASYNCC_SITE_JOIN, offsetof(struct deaf_frame, join), NULL },
    { 12, ASYNCC_SITE_CALL, offsetof(struct deaf_frame, call), NULL },
    { 13, ASYNCC_SITE_GATHER, offsetof(struct deaf_frame, gather), NULL },
    { 14, ASYNCC_SITE_LEAF, offsetof(struct deaf_frame, sleep), "async_sleep" },
};
static asyncc_status deaf_step(struct asyncc_unit *unit);
static const struct asyncc_function deaf_function = {
    .name = "deaf", .file = "deaf.c", .line = 10, .site_count = 4, .sites = deaf_sites, .step = deaf_step,
    ASYNCC_UNIT_SIZE(struct deaf_unit), .frame = offsetof(struct deaf_unit, frame),
};

/* Joins what `task` points to, after `kind` calls and gathers. */
static void deaf(int kind, async_task(void) *task)
{
    struct deaf_unit *u = asyncc_unit_new(&deaf_function);
    u->frame.state = 0;
    u->frame.kind = kind;
    u->frame.task = task;
}

static asyncc_status deaf_body(struct deaf_frame *f)
{
    BEGIN;
    if (f->kind == 0)
        AWAIT(1, asyncc_join_start(&f->join, asyncc_task_ref((void *)*f->task), NULL, 0),
              asyncc_join_resume(&f->join, NULL, 0));
    if (f->kind == 1)
        AWAIT(2, (deaf(0, f->task), asyncc_call_start(&f->call, NULL, 0)), asyncc_call_resume(&f->call, NULL, 0));
    if (f->kind == 2)
        AWAIT(3, (asyncc_gather_init(&f->gather), deaf(1, f->task), asyncc_gather_call(&f->gather, &f->child), asyncc_gather_start(&f->gather)),
              asyncc_gather_resume(&f->gather));
    if (f->kind == 3)
        AWAIT(4, asyncc_sleep_start(&f->sleep, __builtin_inf()), asyncc_sleep_resume(&f->sleep));
    END;
}

static asyncc_status deaf_step(struct asyncc_unit *unit)
{
    return deaf_body(&((struct deaf_unit *)unit)->frame);
}

/* ---- deadlocks ---- */

static async_task(void) first, second;

FUNCTION(deadlocked, int, { struct asyncc_call call; });

static int deadlocked(void)
{
    START(deadlocked);
    return 0;
}

/* Two tasks that join each other, and main waits for one of them. */
BODY(deadlocked)
{
    BEGIN;
    first = async_create_task(deaf(1, &second));
    second = async_create_task(deaf(2, &first));
    AWAIT_STATUS(1, (deaf(0, &first), asyncc_call_start(&f->call, NULL, 0)),
                 asyncc_call_resume(&f->call, NULL, 0));
    fprintf(stderr, "main is cancelled: %d\n", s == ASYNCC_CANCELLED);
    async_task_unref(first);
    async_task_unref(second);
    return s;
    END;
}

static void run_deadlocked(void)
{
    fprintf(stderr, "value %d\n", async_run(deadlocked()));
}

static void main_deadlocked(void)
{
    deadlocked();
    fprintf(stderr, "status %d\n", asyncc_main());
}

static void a_deadlock_names_tasks_and_awaits(void **state)
{
    (void)state;
    assert_says(run_deadlocked, 0,
                "asyncc: deadlock: 3 task(s) can never be woken\n"
                "  task 'deadlocked' (test.c:");
    assert_says(run_deadlocked, 0,
                "  task 'deaf' (deaf.c:10)\n"
                "    deaf deaf.c:12\n"
                "    deaf deaf.c:11\n"
                "    join of 'deaf' (deaf.c:10)\n"
                "  task 'deaf' (deaf.c:10)\n"
                "    deaf deaf.c:13\n"
                "    gather of 'deaf' (deaf.c:10)\n"
                "      deaf deaf.c:12\n"
                "      deaf deaf.c:11\n"
                "      join of 'deaf' (deaf.c:10)\n");
    assert_says(run_deadlocked, 0, "main is cancelled: 1\nvalue 0\n");
    assert_says(main_deadlocked, 0, "status 1\n");
}

static void sleep_for_ever(void)
{
    async_run(deaf(3, NULL));
}

static void only_an_endless_sleep_is_a_deadlock_of_the_virtual_clock(void **state)
{
    (void)state;
    assert_says(sleep_for_ever, 0, "    deaf deaf.c:14\n    async_sleep\n");
}

FUNCTION(joins_itself, int, { struct asyncc_join join; });

static int joins_itself(void)
{
    START(joins_itself);
    return 0;
}

BODY(joins_itself)
{
    BEGIN;
    AWAIT(1, asyncc_join_start(&f->join, asyncc_task_ref(&u->unit), NULL, 0), asyncc_join_resume(&f->join, NULL, 0));
    END;
}

static void run_joins_itself(void)
{
    async_run(joins_itself());
    fprintf(stderr, "over\n");
}

static void a_task_that_joins_itself_is_deadlocked(void **state)
{
    (void)state;
    assert_says(run_joins_itself, 0, "deadlock: 1 task(s)");
    assert_says(run_joins_itself, 0, "over\n");
}

/* ---- never started ---- */

static void make_two(void)
{
    async_yield();
    async_sleep(1);
}

FUNCTION(forgets, int, { int unused; });

static int forgets(void)
{
    START(forgets);
    return 0;
}

BODY(forgets)
{
    BEGIN;
    async_sleep(1);
    END;
}

static void run_forgets(void)
{
    async_run(forgets());
}

static void a_call_that_is_never_started(void **state)
{
    (void)state;
    assert_says(make_two, SIGABRT, "asyncc: a call of the async function 'async_yield'");
    assert_says(run_forgets, SIGABRT, "asyncc: a call of the async function 'async_sleep'");
}

/* ---- handles ---- */

static void *kept;

FUNCTION(misuses, int, {
    async_task(void) task;
    struct asyncc_yield yield;
});

static int misuses(void)
{
    START(misuses);
    return 0;
}

BODY(misuses)
{
    BEGIN;
    f->task = async_create_task(async_yield());
    kept = async_create_task(async_yield()); /* so that memory is not given back */
    async_task_unref(f->task);
    AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    AWAIT(2, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    async_task_cancel(f->task);
    END;
}

static void run_misuses(void)
{
    async_run(misuses());
}

/* AddressSanitizer sees it first. */
static void assert_says_or_sanitizer_does(void (*run)(void), const char *message)
{
    int signal;
    const char *output = stderr_of(run, &signal);
    assert_true(strstr(output, message) || strstr(output, "heap-use-after-free"));
}

static void use_of_a_released_handle(void **state)
{
    (void)state;
    assert_says_or_sanitizer_does(run_misuses, "asyncc: task_cancel: the task's handle was released before");
}

/* Two that join one handle: the first one has released it when the second one goes on. */
FUNCTION(joins_kept, int, { struct asyncc_join join; });

static int joins_kept(void)
{
    START(joins_kept);
    return 0;
}

BODY(joins_kept)
{
    BEGIN;
    AWAIT(1, asyncc_join_start(&f->join, kept, NULL, 0), asyncc_join_resume(&f->join, NULL, 0));
    END;
}

FUNCTION(joins_twice, int, { struct asyncc_sleep sleep; });

static int joins_twice(void)
{
    START(joins_twice);
    return 0;
}

BODY(joins_twice)
{
    BEGIN;
    kept = async_create_task(async_sleep(1));
    async_spawn(joins_kept());
    async_spawn(joins_kept());
    AWAIT(1, asyncc_sleep_start(&f->sleep, 2), asyncc_sleep_resume(&f->sleep));
    END;
}

static void run_joins_twice(void)
{
    async_run(joins_twice());
}

static void two_joins_of_one_handle(void **state)
{
    (void)state;
    assert_says_or_sanitizer_does(run_joins_twice, "asyncc: join: the task's handle was released before");
}

/* ---- the rest ---- */

static void call_defer_marker(void)
{
    int (*volatile marker)(void) = asyncc_defer_marker; /* compilers refuse a call */
    marker();
}

static void call_gather_marker(void)
{
    void (*volatile marker)(void) = asyncc_gather_marker;
    marker();
}

static void call_bad_state(void)
{
    asyncc_bad_state("f", 77);
}

FUNCTION(runs_inside, int, { int unused; });

static int runs_inside(void)
{
    START(runs_inside);
    return 0;
}

BODY(runs_inside)
{
    BEGIN;
    async_run(async_yield());
    END;
}

static void run_inside(void)
{
    async_run(runs_inside());
}

static void other_messages(void **state)
{
    (void)state;
    assert_says(call_defer_marker, SIGABRT, "asyncc: 'defer' is in a file that was not translated");
    assert_says(call_gather_marker, SIGABRT, "asyncc: 'gather' is in a file that was not translated");
    assert_says(call_bad_state, SIGABRT, "asyncc: the frame of 'f' was overwritten: it has no state 77");
    assert_says(run_inside, SIGABRT, "asyncc: async_run was called inside a task");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_deadlock_names_tasks_and_awaits),
        TEST(only_an_endless_sleep_is_a_deadlock_of_the_virtual_clock),
        TEST(a_task_that_joins_itself_is_deadlocked),
        TEST(a_call_that_is_never_started),
        TEST(use_of_a_released_handle),
        TEST(two_joins_of_one_handle),
        TEST(other_messages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
