/*
 * test_memory.c - what happens when there is no memory: nothing crashes, nothing leaks, the rest goes on.
 */
/* pitfalls: 91 */
#include "support.h"

#include "script.h"

#include "core/memory.h"
#include "core/pool.h"
#include "core/thread.h"

#include <string.h>
#include <uv.h>

static const char *const scripts[] = {
    "n1:0 n2:1 s1 j0 j1 pm;pa s1 pb;y pc",
    "g1,2,1 pm;c2 pa;s1 y pb",
    "n1:0 n1:1 wA0,1 pm;s1 pa",
    "t1,1 t0,1 pm;g2,2 / c3 pa;s5 / pb;y pc",
    "n1:0 N1 s1 x0 pm;g2,2 / c2 pa;c3 / pb;s5 / s1 pc",
};

static void each_allocation_may_fail(void **state)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        for (int rest = 0; rest < 2; rest++) {
            for (unsigned long n = 1; n < 60; n++) {
                fail_allocation(n, rest);
                run_script(scripts[i]);
                end_test(state);
                said();
            }
        }
    }
    fail_allocation(0, 0);
    run_script(scripts[0]);
    assert_said("a c b m");
}

/* ---- one by one ---- */

FUNCTION(starved, int, {
    struct asyncc_unit *child;
    async_task(void) task;
    struct asyncc_wait wait;
    struct asyncc_call call;
    struct asyncc_gather gather;
    struct asyncc_join join;
    int value;
});

static int starved(void)
{
    START(starved);
    return 0;
}

/* As an async function that gets no memory for its unit. */
static int refused(void)
{
    asyncc_thread.refused = 1;
    return 0;
}

static asyncc_status gather_without_memory(struct starved_frame *f)
{
    asyncc_gather_init(&f->gather);
    f->child = (struct asyncc_unit *)f; /* anything but NULL */
    refused();
    asyncc_gather_call(&f->gather, &f->child);
    return asyncc_gather_start(&f->gather);
}

static void fill_the_pool(void)
{
    fail_allocation(1, 1);
}

BODY(starved)
{
    BEGIN;
    f->task = async_create_task(async_yield());
    fill_the_pool();
    /* 4 KiB cannot be had; what is in the pool already may be. */
    assert_null(asyncc_block_new(4096));
    assert_null(asyncc_create_task(refused(), NULL));
    assert_int_equal(asyncc_spawn(refused(), NULL), UV_ENOMEM);
    refused();
    s = asyncc_call_start(&f->call, &f->value, sizeof f->value);
    assert_int_equal(s, ASYNCC_CANCELLED);
    s = gather_without_memory(f);
    assert_int_equal(s, ASYNCC_CANCELLED);
    assert_null(f->child);
    s = asyncc_join_start(&f->join, NULL, NULL, 0);
    assert_int_equal(s, ASYNCC_CANCELLED);
    fail_allocation(0, 0);
    AWAIT(1, asyncc_join_start(&f->join, (struct asyncc_unit *)f->task, NULL, 0),
          asyncc_join_resume(&f->join, NULL, 0));
    u->result = 7;
    END;
}

static void the_rest_goes_on(void **state)
{
    (void)state;
    assert_int_equal(async_run(starved()), 7);
}

static void a_handle_of_no_task_is_harmless(void **state)
{
    (void)state;
    async_task(int) none = NULL;
    async_task_unref(none);
    assert_null(async_task_ref(none));
    assert_int_equal(async_task_cancel(none), 0);
    assert_int_equal(async_task_status(none), UV_ENOMEM);
    assert_true(async_task_done(none));
}

/* ---- the pool ---- */

static void blocks_of_all_sizes(void **state)
{
    (void)state;
    enum { MOST = 3000 };
    static char *blocks[MOST];
    for (size_t size = 0; size < MOST; size++) {
        blocks[size] = asyncc_block_new(size);
        assert_int_equal((uintptr_t)blocks[size] % 16, 0);
        memset(blocks[size], (int)size, size);
    }
    for (size_t size = 0; size < MOST; size++) {
        for (size_t i = 0; i < size; i++)
            assert_int_equal(blocks[size][i], (char)size);
        asyncc_block_free(blocks[size]);
    }
    asyncc_block_free(NULL);
}

static void units_have_their_alignment(void **state)
{
    (void)state;
    for (size_t alignment = 8; alignment <= 4096; alignment *= 2) {
        for (size_t size = (31 + alignment) / alignment * alignment; size < 9000; size += alignment) {
            const struct asyncc_function function = { .name = "f", .size = size, .alignment = alignment,
                                                     .pool = ASYNCC_POOL_CLASS(size, alignment) };
            struct asyncc_unit *a = asyncc_pool_new(&function), *b = asyncc_pool_new(&function);
            assert_int_equal((uintptr_t)a % alignment, 0);
            assert_int_equal((uintptr_t)b % alignment, 0);
            asyncc_pool_free(a);
            asyncc_pool_free(b);
        }
    }
}

static void count(struct asyncc_unit *unit, void *context)
{
    assert_non_null(unit->function);
    ++*(int *)context;
}

static void every_live_unit_is_found(void **state)
{
    (void)state;
    static struct asyncc_unit *units[2000];
    const struct asyncc_function small = { .name = "s", .size = 88, .alignment = 8, .pool = 11 };
    const struct asyncc_function large = { .name = "l", .size = 5000, .alignment = 64 };
    int found = 0;
    for (int i = 0; i < 2000; i++)
        units[i] = asyncc_pool_new(i % 2 ? &small : &large);
    for (int i = 0; i < 2000; i += 3)
        asyncc_pool_free(units[i]);
    asyncc_pool_each(count, &found);
    assert_int_equal(found, 2000 - 667);
    for (int i = 0; i < 2000; i++)
        if (i % 3)
            asyncc_pool_free(units[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_allocation_may_fail),  TEST(the_rest_goes_on),
        TEST(a_handle_of_no_task_is_harmless), TEST(blocks_of_all_sizes),
        TEST(units_have_their_alignment), TEST(every_live_unit_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
