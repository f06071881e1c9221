/*
 * test_run.c - async_run, main, the clock, and a loop of the user's own.
 */
/* pitfalls: 97 */
#include "support.h"

#include "script.h"

#include "core/tasks.h"
#include "core/thread.h"
#include "loop/loop.h"

#include <asyncc/future.h>

#include <pthread.h>
#include <stdlib.h>
#include <uv.h>

/* ---- async_run ---- */

struct pair {
    double a, b;
};
FUNCTION(gives_pair, struct pair, { struct asyncc_yield yield; });

static struct pair gives_pair(void)
{
    struct gives_pair_unit *u = asyncc_unit_new(&gives_pair_function);
    u->frame.state = 0;
    return (struct pair){ 0, 0 };
}

BODY(gives_pair)
{
    BEGIN;
    AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    u->result = (struct pair){ 1, 2 };
    END;
}

static void the_value_of_a_run_is_the_calls(void **state)
{
    (void)state;
    struct pair pair = async_run(gives_pair());
    assert_true(pair.a == 1 && pair.b == 2);
    async_run(async_sleep(1));
}

static void a_cancelled_main_gives_zero(void **state)
{
    (void)state;
    script_begin("X y");
    assert_int_equal(async_run(script_call(0)), 0);
    script_begin("X y");
    script_call(0);
    assert_int_equal(asyncc_main(), EXIT_FAILURE);
}

FUNCTION(returns, int, { int value; });

static int returns(int value)
{
    START(returns);
    u->frame.value = value;
    return 0;
}

BODY(returns)
{
    BEGIN;
    u->result = f->value;
    END;
}

static void main_returns_its_status(void **state)
{
    (void)state;
    returns(3);
    assert_int_equal(asyncc_main(), 3);
    async_sleep(1);
    assert_int_equal(asyncc_main(), 0);
}

static void a_main_without_memory_fails(void **state)
{
    (void)state;
    fail_allocation(1, 1);
    returns(3);
    assert_int_equal(asyncc_main(), EXIT_FAILURE);
    assert_int_equal(async_run(returns(3)), 0);
    fail_allocation(2, 1);
    assert_int_equal(async_run(returns(3)), 0);
}

static void handles_may_outlive_the_run(void **state)
{
    (void)state;
    script_begin("n1:0 s1;pa");
    async_run(script_call(0));
    assert_true(asyncc_thread.live > 0);
    script_end();
    assert_said("a");
}

static void tasks_may_be_made_before_the_run(void **state)
{
    (void)state;
    script_begin("pm y pn;pa");
    async_task(int) task = async_create_task(script_call(1));
    async_run(script_call(0));
    assert_said("a m n");
    assert_int_equal(async_task_status(task), 0);
    async_task_unref(task);
}

static void *run_in_thread(void *result)
{
    *(int *)result = async_run(returns(5));
    return NULL;
}

static void every_thread_has_its_own_loop(void **state)
{
    (void)state;
    pthread_t threads[4];
    int results[4];
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, run_in_thread, &results[i]), 0);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(results[i], 5);
    }
}

/* ---- the clock ---- */

FUNCTION(clock_watcher, int, {
    double began;
    struct asyncc_sleep sleep;
});

static int clock_watcher(void)
{
    START(clock_watcher);
    return 0;
}

BODY(clock_watcher)
{
    BEGIN;
    f->began = async_time();
    assert_true(async_time() == f->began);
    AWAIT(1, asyncc_sleep_start(&f->sleep, 1000), asyncc_sleep_resume(&f->sleep));
    assert_true(async_time() - f->began >= 1000 && async_time() - f->began < 1000.001);
    async_clock_advance(3);
    assert_true(async_time() - f->began >= 1003 && async_time() - f->began < 1003.001);
    AWAIT(2, asyncc_sleep_start(&f->sleep, 1e-9), asyncc_sleep_resume(&f->sleep));
    AWAIT(3, asyncc_sleep_start(&f->sleep, -1), asyncc_sleep_resume(&f->sleep));
    AWAIT(4, asyncc_sleep_start(&f->sleep, __builtin_nan("")), asyncc_sleep_resume(&f->sleep));
    u->result = 1;
    END;
}

static void the_virtual_clock_stands_still_and_jumps(void **state)
{
    (void)state;
    assert_int_equal(async_run(clock_watcher()), 1);
}

static void the_last_round_comes_before_what_is_due_at_the_same_time(void **state)
{
    (void)state;
    run_script("n1:0 n2:1 j0;s2;p0 s0.5 p1 s0.5 p2 s0.5 p3 s0.5 p4");
    assert_said("0 1 2 3 ~2");
}

FUNCTION(blocks, int, {
    double seconds;
    struct asyncc_yield yield;
});

static int blocks(double seconds)
{
    START(blocks);
    u->frame.seconds = seconds;
    return 0;
}

/* Work that takes its time: what is due meanwhile enters the next turn. */
BODY(blocks)
{
    BEGIN;
    async_clock_advance(f->seconds);
    AWAIT(1, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    say("blocked");
    END;
}

static void what_is_due_after_blocking_work_enters_the_next_turn(void **state)
{
    (void)state;
    script_begin("s1 pa");
    async_task(int) task = async_create_task(script_call(0));
    async_run(blocks(5));
    assert_said("blocked a");
    async_task_unref(task);
}

static void a_real_clock_keeps_real_time(void **state)
{
    (void)state;
    async_clock_set_virtual(0);
    double began = async_time();
    run_script("pa s0.01 pb c1 pc;s0.01");
    assert_said("a b c");
    assert_true(async_time() - began >= 0.02);
    async_clock_set_virtual(1);
}

/* ---- a loop of the user's ---- */

static uv_loop_t loop;

static int attach(void **state)
{
    begin_test(state);
    assert_int_equal(uv_loop_init(&loop), 0);
    assert_int_equal(async_attach(&loop), 0);
    return 0;
}

static int detach(void **state)
{
    assert_int_equal(async_detach(&loop), 0);
    assert_int_equal(uv_loop_close(&loop), 0);
    return end_test(state);
}

#define ATTACHED(function) cmocka_unit_test_setup_teardown(function, attach, detach)

static void tasks_run_inside_uv_run(void **state)
{
    (void)state;
    script_begin("pa s1 pb n1:0 j0 pc;y s2 pd");
    async_spawn(script_call(0));
    assert_said("");
    assert_int_equal(uv_run(&loop, UV_RUN_DEFAULT), 0);
    assert_said("a b d c");
    script_end();
}

static void on_timeout(uv_timer_t *timer)
{
    say("timer");
    async_spawn(script_call(0));
    uv_close((uv_handle_t *)timer, NULL);
}

static void a_callback_of_libuv_starts_tasks(void **state)
{
    (void)state;
    uv_timer_t timer;
    script_begin("pa y pb s1 pc");
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_timeout, 1, 0);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_said("timer a b c");
}

static uv_async_t wakeup;
static async_task(int) victim;

static void on_cancel(uv_async_t *handle)
{
    async_task_cancel(victim);
    uv_close((uv_handle_t *)handle, NULL);
}

static void a_callback_of_libuv_cancels_tasks(void **state)
{
    (void)state;
    script_begin("n1:0 j0;s1000000 / pc s1 pd");
    victim = async_create_task(script_call(0));
    uv_async_init(&loop, &wakeup, on_cancel);
    uv_async_send(&wakeup);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_said("~1 c d ~0");
    assert_int_equal(async_task_status(victim), UV_ECANCELED);
    async_task_unref(victim);
    script_end();
}

static void run_until_complete_leaves_the_others(void **state)
{
    (void)state;
    script_begin("N1 s1 pa;s2 pb s2 pc");
    async_run_until_complete(&loop, script_call(0));
    assert_said("a");
    assert_int_equal(async_run_until_complete(&loop, returns(4)), 4);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_said("b c");
}

static void detach_cancels_what_is_left(void **state)
{
    (void)state;
    script_begin("N1 N1;s2 / pb s2 pc");
    async_spawn(script_call(0));
    async_run_until_complete(&loop, async_yield());
    assert_said("");
    assert_int_equal(async_detach(&loop), 0);
    assert_said("~1 b ~1 b c c");
    assert_int_equal(async_attach(&loop), 0);
}

static void attaching_twice(void **state)
{
    (void)state;
    uv_loop_t other;
    assert_int_equal(async_attach(&loop), UV_EBUSY);
    uv_loop_init(&other);
    assert_int_equal(async_attach(&other), UV_EBUSY);
    assert_int_equal(async_detach(&other), UV_EINVAL);
    uv_loop_close(&other);
}

static void many_steps_leave_libuv_its_turns(void **state)
{
    (void)state;
    uv_timer_t timer;
    script_begin("pt;y y y y y y y y y y");
    for (int i = 0; i < 1000; i++)
        async_spawn(script_call(1));
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_timeout, 0, 0);
    uv_run(&loop, UV_RUN_NOWAIT);
    assert_true(asyncc_tasks_count() > 1);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_said("timer t");
}

static void a_real_clock_in_uv_run(void **state)
{
    (void)state;
    async_detach(&loop);
    async_clock_set_virtual(0);
    async_attach(&loop);
    script_begin("pa s0.01 pb n1:0 j0 pc;y s0.01 pd");
    async_spawn(script_call(0));
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_said("a b d c");
    script_end();
    async_clock_set_virtual(1);
}

/* ---- forced suspensions ---- */

FUNCTION(suspends, int, {
    int i;
    struct asyncc_suspend suspend;
});

static int suspends(void)
{
    START(suspends);
    u->result = 0;
    return 0;
}

BODY(suspends)
{
    BEGIN;
    for (f->i = 0; f->i < 100; f->i++)
        AWAIT(1, asyncc_suspend_start(&f->suspend), (u->result++, asyncc_suspend_resume(&f->suspend)));
    END;
}

static void suspensions_are_as_the_environment_says(void **state)
{
    (void)state;
    const char *mode = getenv("ASYNCC_SUSPEND");
    int count = async_run(suspends());
    if (!mode || mode[0] == 'n')
        assert_int_equal(count, 0);
    else if (mode[0] == 'a')
        assert_int_equal(count, 100);
    else
        assert_in_range(count, 20, 80);
}

/*
 * A timer that is due before libuv polls must not let it wait for another handle: here each is, since so much time
 * passes after it was started. The linker puts the function in the place of libuv's.
 */
static int slow_timers;

int __real_uv_timer_start(uv_timer_t *timer, uv_timer_cb callback, uint64_t timeout, uint64_t repeat);
int __wrap_uv_timer_start(uv_timer_t *timer, uv_timer_cb callback, uint64_t timeout, uint64_t repeat);
int __wrap_uv_timer_start(uv_timer_t *timer, uv_timer_cb callback, uint64_t timeout, uint64_t repeat)
{
    int error = __real_uv_timer_start(timer, callback, timeout, repeat);
    if (slow_timers)
        uv_sleep((unsigned)timeout + 1);
    return error;
}

FUNCTION(sleeps_beside_a_handle, int, {
    uv_async_t never;
    struct asyncc_sleep sleep;
    int left;
});

static int sleeps_beside_a_handle(void)
{
    START(sleeps_beside_a_handle);
    u->frame.left = 5;
    return 0;
}

BODY(sleeps_beside_a_handle)
{
    BEGIN;
    uv_async_init(asyncc_thread.loop->uv, &f->never, NULL);
    while (f->left--)
        AWAIT(1, asyncc_sleep_start(&f->sleep, 1e-3), asyncc_sleep_resume(&f->sleep));
    uv_close((uv_handle_t *)&f->never, NULL);
    u->result = 1;
    END;
}

static void deadlines_beside_a_handle(void **state)
{
    (void)state;
    slow_timers = 1;
    assert_int_equal(async_run(sleeps_beside_a_handle()), 1);
    async_clock_set_virtual(0);
    assert_int_equal(async_run(sleeps_beside_a_handle()), 1);
    slow_timers = 0;
}

static uv_timer_t user_timer;
static struct async_future user_future;

static void on_user_timer(uv_timer_t *timer)
{
    (void)timer;
    async_future_set(&user_future, 7);
}

FUNCTION(waits_for_a_callback, int, {
    uv_async_t never;
    struct asyncc_future_wait wait;
});

static int waits_for_a_callback(void)
{
    START(waits_for_a_callback);
    return 0;
}

BODY(waits_for_a_callback)
{
    BEGIN;
    uv_async_init(asyncc_thread.loop->uv, &f->never, NULL);
    uv_timer_init(asyncc_thread.loop->uv, &user_timer);
    uv_timer_start(&user_timer, on_user_timer, 1, 0);
    AWAIT(1, asyncc_future_wait_start(&f->wait, &user_future, &u->result),
          asyncc_future_wait_resume(&f->wait, &u->result));
    uv_close((uv_handle_t *)&user_timer, NULL);
    uv_close((uv_handle_t *)&f->never, NULL);
    END;
}

/* Likewise a timer of the program's, whose callback wakes a task. */
static void a_callback_before_the_poll(void **state)
{
    (void)state;
    slow_timers = 1;
    async_clock_set_virtual(0);
    user_future = (struct async_future)ASYNC_FUTURE_INIT;
    assert_int_equal(async_run(waits_for_a_callback()), 7);
    slow_timers = 0;
    async_clock_set_virtual(1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_value_of_a_run_is_the_calls),
        TEST(a_cancelled_main_gives_zero),
        TEST(main_returns_its_status),
        TEST(a_main_without_memory_fails),
        TEST(handles_may_outlive_the_run),
        TEST(tasks_may_be_made_before_the_run),
        TEST(every_thread_has_its_own_loop),
        TEST(the_virtual_clock_stands_still_and_jumps),
        TEST(the_last_round_comes_before_what_is_due_at_the_same_time),
        TEST(what_is_due_after_blocking_work_enters_the_next_turn),
        TEST(a_real_clock_keeps_real_time),
        TEST(deadlines_beside_a_handle),
        TEST(a_callback_before_the_poll),
        ATTACHED(tasks_run_inside_uv_run),
        ATTACHED(a_callback_of_libuv_starts_tasks),
        ATTACHED(a_callback_of_libuv_cancels_tasks),
        ATTACHED(run_until_complete_leaves_the_others),
        ATTACHED(detach_cancels_what_is_left),
        ATTACHED(attaching_twice),
        ATTACHED(many_steps_leave_libuv_its_turns),
        ATTACHED(a_real_clock_in_uv_run),
        TEST(suspensions_are_as_the_environment_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
