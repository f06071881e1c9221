/*
 * test_gather.c - gather as translated code uses it: children embedded in the frame beside pooled ones. Also the
 * shape of a translated function, and the sizes that the treaty promises.
 */
#include "support.h"

#include "core/cancel.h"
#include "core/pool.h"

#include <uv.h>

/* ---- what asyncc makes of: async int fact(int n) { ... await async_sleep(1) ... } ---- */

struct asyncc_fact {
    unsigned state;
    union {
        struct {
            int n, f, i;
            struct asyncc_sleep callee;
        } await1;
    };
};
struct asyncc_fact_unit {
    struct asyncc_unit unit;
    int result;
    union {
        struct asyncc_fact frame;
        struct {
            unsigned state;
            int n;
        } start;
    };
};

static asyncc_status asyncc_fact_run(struct asyncc_fact *self, unsigned at, int n, int *result)
{
    asyncc_status s;
    switch (at) {
    case 1: goto await1;
    }
    int f = 1;
    for (int i = 2; i <= n; i++) {
        s = asyncc_sleep_start(&self->await1.callee, 1);
        if (s != ASYNCC_DONE) {
            self->await1.n = n;
            self->await1.f = f;
            self->await1.i = i;
            self->state = 1;
            return s;
        await1:
            s = asyncc_sleep_resume(&self->await1.callee);
            if (s != ASYNCC_DONE)
                return s;
            n = self->await1.n;
            f = self->await1.f;
            i = self->await1.i;
        }
        f *= i;
    }
    *result = f;
    return ASYNCC_DONE;
}

static asyncc_status asyncc_fact_step(struct asyncc_unit *unit)
{
    struct asyncc_fact_unit *u = (struct asyncc_fact_unit *)unit;
    return u->frame.state == 0 ? asyncc_fact_run(&u->frame, 0, u->start.n, &u->result)
                               : asyncc_fact_run(&u->frame, u->frame.state, 0, &u->result);
}

static const struct asyncc_function asyncc_fact_function = {
    .name = "fact",
    .file = "fact.c",
    .line = 1,
    .step = asyncc_fact_step,
    ASYNCC_UNIT_SIZE(struct asyncc_fact_unit),
    .frame = offsetof(struct asyncc_fact_unit, frame),
    .result = offsetof(struct asyncc_fact_unit, result),
};

static int fact(int n)
{
    struct asyncc_fact_unit *u = asyncc_unit_new(&asyncc_fact_function);
    if (u) {
        u->start.state = 0;
        u->start.n = n;
    }
    return 0;
}

/* ---- await gather(a = fact(2), b = (*h)(3), c = fact(4)) ---- */

FUNCTION(three, int, {
    struct asyncc_gather gather;
    struct asyncc_fact_unit first;
    struct asyncc_unit *second;
    struct asyncc_fact_unit third;
    int n, a, b, c;
});

static int three(int n)
{
    START(three);
    u->frame.n = n;
    return 0;
}

static asyncc_status start_three(struct three_frame *f)
{
    asyncc_gather_init(&f->gather);
    f->first.start.state = 0;
    f->first.start.n = f->n;
    asyncc_gather_add(&f->gather, &f->first.unit, &asyncc_fact_function);
    (void)fact(f->n + 1);
    asyncc_gather_call(&f->gather, &f->second);
    f->third.start.state = 0;
    f->third.start.n = f->n + 2;
    asyncc_gather_add(&f->gather, &f->third.unit, &asyncc_fact_function);
    return asyncc_gather_start(&f->gather);
}

BODY(three)
{
    BEGIN;
    AWAIT(1, start_three(f), asyncc_gather_resume(&f->gather));
    f->a = f->first.result;
    asyncc_gather_take(f->second, &f->b, sizeof f->b);
    f->c = f->third.result;
    u->result = f->a * 10000 + f->b * 100 + f->c;
    END;
}

static void results_of_embedded_and_pooled_children(void **state)
{
    (void)state;
    assert_int_equal(async_run(three(2)), 20624);
    assert_int_equal(async_run(three(-1)), 10101);
}

/* ---- nested, and cancelled after any time ---- */

FUNCTION(nested, int, {
    struct asyncc_gather gather;
    struct three_unit first, second;
});

static int nested(void)
{
    START(nested);
    return 0;
}

static asyncc_status start_nested(struct nested_frame *f)
{
    asyncc_gather_init(&f->gather);
    f->first.frame.state = f->second.frame.state = 0;
    f->first.frame.n = 2;
    f->second.frame.n = 4;
    asyncc_gather_add(&f->gather, &f->first.unit, &three_function);
    asyncc_gather_add(&f->gather, &f->second.unit, &three_function);
    return asyncc_gather_start(&f->gather);
}

BODY(nested)
{
    BEGIN;
    AWAIT(1, start_nested(f), asyncc_gather_resume(&f->gather));
    u->result = f->first.result + f->second.result;
    END;
}

FUNCTION(cancels, int, {
    double seconds;
    int turns;
    async_task(int) task;
    union {
        struct asyncc_sleep sleep;
        struct asyncc_yield yield;
    };
});

static int cancels(double seconds, int turns)
{
    START(cancels);
    u->frame.seconds = seconds;
    u->frame.turns = turns;
    return 0;
}

BODY(cancels)
{
    BEGIN;
    f->task = async_create_task(nested());
    AWAIT(1, asyncc_sleep_start(&f->sleep, f->seconds), asyncc_sleep_resume(&f->sleep));
    while (f->turns-- > 0)
        AWAIT(2, asyncc_yield_start(&f->yield), asyncc_yield_resume(&f->yield));
    async_task_cancel(f->task);
    AWAIT(3, asyncc_sleep_start(&f->sleep, 1e-3), asyncc_sleep_resume(&f->sleep));
    u->result = async_task_status(f->task);
    async_task_unref(f->task);
    END;
}

static void nested_gathers_can_be_cancelled_at_any_moment(void **state)
{
    for (int half_seconds = 0; half_seconds < 14; half_seconds++) {
        for (int turns = 0; turns < 12; turns++) {
            int status = async_run(cancels(half_seconds * 0.5, turns));
            assert_true(status == UV_ECANCELED || (status == 0 && half_seconds >= 10));
            end_test(state);
        }
    }
}

static void a_gather_without_memory_for_a_child_cancels_the_others(void **state)
{
    for (unsigned long n = 1; n < 12; n++) {
        fail_allocation(n, 0);
        int value = async_run(three(2));
        assert_true(value == 0 || value == 20624);
        end_test(state);
    }
    fail_allocation(0, 0);
}

/* ---- the treaty's sizes ---- */

static void sizes(void **state)
{
    (void)state;
    assert_true(sizeof(struct asyncc_unit) <= 32);
    assert_true(sizeof(struct asyncc_unit) + 8 + sizeof(struct asyncc_sleep) <= 96);
    assert_true(offsetof(struct asyncc_timeout, timer) == 0 && offsetof(struct asyncc_sleep, timer) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(results_of_embedded_and_pooled_children),
        TEST(nested_gathers_can_be_cancelled_at_any_moment),
        TEST(a_gather_without_memory_for_a_child_cancels_the_others),
        TEST(sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
