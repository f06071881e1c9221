/*
 * scenario.c - see scenario.h.
 */
#include "scenario.h"

#include "loop/loop.h"

#include <dirent.h>
#include <stdio.h>
#include <uv.h>

int count_descriptors(void)
{
    int count = 0;
    DIR *directory = opendir("/proc/self/fd");
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count;
}

/* ---- moments ---- */

static struct {
    uv_prepare_t prepare;
    uv_check_t check;
    unsigned long until; /* the cancel; 0: none, or it was sent */
    struct async_task *task;
} moments;

static void moment(void)
{
    if (moments.until && moments.task && --moments.until == 0)
        asyncc_task_cancel((void *)moments.task);
}

static void on_prepare(uv_prepare_t *handle)
{
    (void)handle;
    moment();
}

static void on_check(uv_check_t *handle)
{
    (void)handle;
    moment();
}

static void watch_moments(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_prepare_init(loop, &moments.prepare);
    uv_check_init(loop, &moments.check);
    uv_prepare_start(&moments.prepare, on_prepare);
    uv_check_start(&moments.check, on_check);
    uv_unref((uv_handle_t *)&moments.prepare);
    uv_unref((uv_handle_t *)&moments.check);
}

static void forget_moments(void)
{
    uv_close((uv_handle_t *)&moments.prepare, NULL);
    uv_close((uv_handle_t *)&moments.check, NULL);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(uv_default_loop()), 0);
}

/* ---- a run ---- */

/* A scenario in which something failed may wait for what never comes. */
static const double patience = 20;

FUNCTION(run_scenario, int, {
    int (*scenario)(void);
    async_task(int) task;
    struct asyncc_timeout timeout;
    struct asyncc_wait wait;
    int count, late;
});

static int run_scenario(int (*scenario)(void))
{
    START(run_scenario);
    u->frame.scenario = scenario;
    u->result = UV_ENOMEM;
    return 0;
}

BODY(run_scenario)
{
    BEGIN;
    f->task = async_create_task(f->scenario());
    if (!f->task)
        return ASYNCC_DONE;
    moments.task = (void *)f->task;
    asyncc_timeout_start(&f->timeout, patience);
    AWAIT_STATUS(1, asyncc_timeout_end(&f->timeout,
                                       asyncc_wait_start(&f->wait, &f->task, 1, ASYNC_ALL_COMPLETED, &f->count),
                                       &f->late),
                 asyncc_timeout_end(&f->timeout, asyncc_wait_resume(&f->wait, &f->count), &f->late));
    moments.task = NULL;
    async_task_cancel(f->task);
    if (s == ASYNCC_DONE)
        AWAIT_STATUS(2, asyncc_wait_start(&f->wait, &f->task, 1, ASYNC_ALL_COMPLETED, &f->count),
                     asyncc_wait_resume(&f->wait, &f->count));
    if (s == ASYNCC_DONE && f->count == 1)
        u->result = f->late                          ? f->late
                    : async_task_status(f->task) ? UV_ECANCELED
                                                 : *(int *)asyncc_unit_result((void *)f->task);
    async_task_unref(f->task);
    return s;
    END;
}

static int descriptors; /* before */

static int run(int (*scenario)(void), unsigned long cancel_at)
{
    void *state = NULL;
    moments.until = cancel_at;
    moments.task = NULL;
    watch_moments();
    int value = async_run(run_scenario(scenario));
    forget_moments();
    end_test(&state);
    if (!descriptors) /* the first run: libuv keeps some */
        descriptors = count_descriptors();
    assert_int_equal(count_descriptors(), descriptors);
    return value;
}

/* ---- all of them ---- */

static void check_cancels(int (*scenario)(void))
{
    unsigned long k = 0;
    do {
        k += 1 + k / 30;
        int value = run(scenario, k);
        if (value != 0 && value != UV_ECANCELED)
            fail_msg("cancelled at moment %lu: %d", k, value);
    } while (!moments.until);
}

static void check_memory(int (*scenario)(void), int rest)
{
    int to_fail;
    unsigned long n = 0;
    do {
        fail_allocation(++n, rest);
        run(scenario, 0);
        to_fail = allocation_is_to_fail();
        fail_allocation(0, 0);
    } while (!to_fail);
}

static void check_libuv(int (*scenario)(void))
{
    int to_fail;
    unsigned long n = 0;
    do {
        fail_libuv(++n, UV_EMFILE);
        run(scenario, 0);
        to_fail = libuv_is_to_fail();
        fail_libuv(0, 0);
    } while (!to_fail);
}

static unsigned milliseconds = 1;

void wait_for_others(unsigned wanted)
{
    milliseconds = wanted;
}

void check_scenario(int (*scenario)(void))
{
    descriptors = 0;
    asyncc_loop_milliseconds = milliseconds;
    run(scenario, 0);
    int value = run(scenario, 0);
    if (value != 0)
        fail_msg("undisturbed: %d", value);
    check_cancels(scenario);
    check_memory(scenario, 0);
    check_memory(scenario, 1);
    check_libuv(scenario);
}
