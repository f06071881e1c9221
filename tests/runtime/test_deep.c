/*
 * test_deep.c - chains a million long: nothing may recurse on the C stack.
 */
/* pitfalls: 94 */
#include "support.h"

#include "core/thread.h"

enum { DEEP = 1000000 };

/* ---- recursion: down, up, and cancelled at the bottom ---- */

FUNCTION(descend, int, {
    int n, below;
    union {
        struct asyncc_call call;
        struct asyncc_sleep sleep;
    };
});

static int descend(int n)
{
    START(descend);
    u->frame.n = n;
    return 0;
}

static int unwound;

static asyncc_status call_descend(struct descend_frame *f)
{
    (void)descend(f->n - 1);
    return asyncc_call_start(&f->call, &f->below, sizeof f->below);
}

BODY(descend)
{
    BEGIN;
    if (f->n == 0) {
        AWAIT(1, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
        u->result = 0;
        return ASYNCC_DONE;
    }
    AWAIT_STATUS(2, call_descend(f), asyncc_call_resume(&f->call, &f->below, sizeof f->below));
    if (s != ASYNCC_DONE) {
        unwound++;
        return s;
    }
    u->result = f->below + 1;
    END;
}

static void recursion_goes_down_and_up(void **state)
{
    (void)state;
    assert_int_equal(async_run(descend(DEEP)), DEEP);
}

FUNCTION(cancel_deep, int, {
    async_task(int) task;
    struct asyncc_sleep sleep;
});

BODY(cancel_deep)
{
    BEGIN;
    f->task = async_create_task(descend(DEEP));
    AWAIT(1, asyncc_sleep_start(&f->sleep, 0.5), asyncc_sleep_resume(&f->sleep));
    async_task_cancel(f->task);
    AWAIT(2, asyncc_yield_start(0), asyncc_yield_resume(0));
    u->result = async_task_status(f->task);
    async_task_unref(f->task);
    END;
}

static int cancel_deep(void)
{
    START(cancel_deep);
    return 0;
}

static void cancel_of_a_deep_recursion_unwinds_all_of_it(void **state)
{
    (void)state;
    unwound = 0;
    int status = async_run(cancel_deep());
    assert_int_not_equal(status, asyncc_task_running());
    assert_int_not_equal(status, 0);
    assert_int_equal(unwound, DEEP);
}

/* ---- gathers in gathers, and tasks that join tasks ---- */

FUNCTION(nest, int, {
    int n, join;
    async_task(int) task;
    struct asyncc_unit *child;
    union {
        struct asyncc_gather gather;
        struct asyncc_join joining;
        struct asyncc_sleep sleep;
    };
});

static int nest(int n, int join)
{
    START(nest);
    u->frame.n = n;
    u->frame.join = join;
    return 0;
}

static asyncc_status gather_nest(struct nest_frame *f)
{
    asyncc_gather_init(&f->gather);
    (void)nest(f->n - 1, f->join);
    asyncc_gather_call(&f->gather, &f->child);
    return asyncc_gather_start(&f->gather);
}

static asyncc_status join_nest(struct nest_frame *f)
{
    f->task = async_create_task(nest(f->n - 1, f->join));
    return asyncc_join_start(&f->joining, (struct asyncc_unit *)f->task, &f->join, sizeof f->join);
}

BODY(nest)
{
    BEGIN;
    if (f->n == 0) {
        AWAIT(1, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    } else if (f->join) {
        AWAIT_STATUS(2, join_nest(f), asyncc_join_resume(&f->joining, &f->join, sizeof f->join));
    } else {
        AWAIT_STATUS(3, gather_nest(f), asyncc_gather_resume(&f->gather));
        if (s == ASYNCC_DONE)
            asyncc_gather_take(f->child, &f->join, sizeof f->join);
    }
    unwound++;
    u->result = 0;
    return s;
    END;
}

FUNCTION(cancel_nest, int, {
    int join;
    double seconds;
    async_task(int) task;
    struct asyncc_sleep sleep;
});

BODY(cancel_nest)
{
    BEGIN;
    f->task = async_create_task(nest(DEEP, f->join));
    AWAIT(1, asyncc_sleep_start(&f->sleep, f->seconds), asyncc_sleep_resume(&f->sleep));
    async_task_cancel(f->task);
    AWAIT(2, asyncc_sleep_start(&f->sleep, 1), asyncc_sleep_resume(&f->sleep));
    u->result = async_task_status(f->task);
    async_task_unref(f->task);
    END;
}

static int cancel_nest(int join, double seconds)
{
    START(cancel_nest);
    u->frame.join = join;
    u->frame.seconds = seconds;
    return 0;
}

static void nested_gathers(void **state)
{
    (void)state;
    unwound = 0;
    assert_int_equal(async_run(cancel_nest(0, 2)), 0);
    assert_int_equal(unwound, DEEP + 1);
}

static void cancel_of_nested_gathers(void **state)
{
    (void)state;
    unwound = 0;
    assert_int_not_equal(async_run(cancel_nest(0, 0.5)), 0);
    assert_int_equal(unwound, DEEP);
}

static void cancel_of_a_chain_of_joins(void **state)
{
    (void)state;
    unwound = 0;
    assert_int_not_equal(async_run(cancel_nest(1, 0.5)), 0);
    assert_int_equal(unwound, DEEP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(recursion_goes_down_and_up), TEST(cancel_of_a_deep_recursion_unwinds_all_of_it),
        TEST(nested_gathers),             TEST(cancel_of_nested_gathers),
        TEST(cancel_of_a_chain_of_joins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
