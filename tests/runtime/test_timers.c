/*
 * test_timers.c - the set of timers against a model: a list in which the first is searched for.
 */
#include "support.h"

#include "core/timers.h"

#include <stdlib.h>

enum { COUNT = 300, ROUNDS = 200000 };

static struct asyncc_timer timers[COUNT];

static unsigned random_below(unsigned n)
{
    static uint64_t state = 1;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static int is_armed(const struct asyncc_timer *timer)
{
    return (timer->kind & ASYNCC_TIMER_PLACE) != ASYNCC_TIMER_IDLE;
}

static struct asyncc_timer *first_of_model(void)
{
    struct asyncc_timer *first = NULL;
    for (int i = 0; i < COUNT; i++)
        if (is_armed(&timers[i]) && (!first || asyncc_timer_before(&timers[i], first)))
            first = &timers[i];
    return first;
}

/* Mostly durations of a few lengths, as in programs; sometimes any, or one that was there already. */
static uint64_t random_deadline(uint64_t now)
{
    switch (random_below(4)) {
    case 0: return now + random_below(1000);
    case 1: return timers[random_below(COUNT)].deadline;
    default: return now + 100u * random_below(3);
    }
}

static void the_first_is_the_first(void **state)
{
    (void)state;
    struct asyncc_timers set = { 0 };
    uint64_t now = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct asyncc_timer *timer = &timers[random_below(COUNT)];
        unsigned bias = round / 20000 % 2 ? 6 : 3; /* it grows, and shrinks */
        if (random_below(10) < bias && !is_armed(timer))
            asyncc_timers_insert(&set, timer, random_deadline(now++));
        else if (random_below(2))
            asyncc_timers_remove(&set, timer);
        else if ((timer = asyncc_timers_first(&set)))
            asyncc_timers_remove(&set, timer);
        assert_ptr_equal(asyncc_timers_first(&set), first_of_model());
    }
    for (int i = 0; i < COUNT; i++)
        asyncc_timers_remove(&set, &timers[i]);
    assert_ptr_equal(asyncc_timers_first(&set), NULL);
    assert_ptr_equal(set.root, NULL);
}

static void equal_deadlines_stay_in_the_order_of_insertion(void **state)
{
    (void)state;
    struct asyncc_timers set = { 0 };
    struct asyncc_timer late = { 0 };
    asyncc_timers_insert(&set, &late, 1000);
    for (int i = 0; i < COUNT; i++)
        asyncc_timers_insert(&set, &timers[i], 7);
    for (int i = 0; i < COUNT; i++) {
        assert_ptr_equal(asyncc_timers_first(&set), &timers[i]);
        asyncc_timers_remove(&set, &timers[i]);
    }
    assert_ptr_equal(asyncc_timers_first(&set), &late);
}

static void serials_may_wrap(void **state)
{
    (void)state;
    struct asyncc_timers set = { .serial = UINT32_MAX - 1 };
    for (int i = 0; i < 4; i++)
        asyncc_timers_insert(&set, &timers[i], 7);
    for (int i = 0; i < 4; i++) {
        assert_ptr_equal(asyncc_timers_first(&set), &timers[i]);
        asyncc_timers_remove(&set, &timers[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_is_the_first),
        TEST(equal_deadlines_stay_in_the_order_of_insertion),
        TEST(serials_may_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
