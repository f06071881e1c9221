/*
 * test_timers.c - the timing wheel against a model: an array that is searched.
 */
#include "support.h"

#include "core/timers.h"

#include <stdlib.h>

enum { COUNT = 300, ROUNDS = 100000 };

static struct asyncc_timers set;
static struct asyncc_timer timers[COUNT];
static unsigned order[COUNT], inserted; /* when each was inserted */
static uint64_t now;

static uint64_t random_number(void)
{
    static uint64_t state = 1;
    uint64_t high = state = state * 6364136223846793005u + 1442695040888963407u;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (high & 0xffffffff00000000u) | state >> 32;
}

static unsigned random_below(unsigned n)
{
    return (unsigned)(random_number() % n);
}

static int is_armed(int i)
{
    return (timers[i].kind & ASYNCC_TIMER_ARMED) != 0;
}

/* The armed timer of the model that is first, -1 if there is none. */
static int first_of_model(void)
{
    int first = -1;
    for (int i = 0; i < COUNT; i++) {
        if (!is_armed(i) || timers[i].deadline == ASYNCC_NEVER)
            continue;
        if (first < 0 || timers[i].deadline < timers[first].deadline ||
            (timers[i].deadline == timers[first].deadline && order[i] < order[first]))
            first = i;
    }
    return first;
}

/* Of any magnitude; a few lengths, as in programs; one that was there already; never. */
static uint64_t random_deadline(void)
{
    switch (random_below(8)) {
    case 0: return now + (random_number() >> random_below(64)) / 4;
    case 1: return timers[random_below(COUNT)].deadline;
    case 2: return random_below(8) ? now + 3 : ASYNCC_NEVER;
    case 3: return now;
    default: return now + 1000u * random_below(3) + random_below(20);
    }
}

static void insert(int i)
{
    uint64_t deadline = random_deadline();
    if (is_armed(i))
        return;
    timers[i].kind = 0;
    asyncc_timers_insert(&set, &timers[i], deadline > now ? deadline : now);
    order[i] = inserted++;
}

static void advance(void)
{
    struct asyncc_timer_links due;
    int first = first_of_model();
    asyncc_timer_list_init(&due);
    if (first >= 0 && random_below(2))
        now = timers[first].deadline;
    else
        now += random_number() >> (20 + random_below(44));
    int any = asyncc_timers_collect(&set, now, &due);
    assert_int_equal(any, due.next != &due);
    while ((first = first_of_model()) >= 0 && timers[first].deadline <= now) {
        assert_ptr_equal(due.next, &timers[first]);
        asyncc_timers_remove(&set, &timers[first]);
    }
    assert_ptr_equal(due.next, &due);
}

static void check_next(void)
{
    int first = first_of_model();
    uint64_t deadline = first < 0 ? ASYNCC_NEVER : timers[first].deadline;
    assert_int_equal(asyncc_timers_next(&set, SIZE_MAX), deadline);
    uint64_t estimate = asyncc_timers_next(&set, 3);
    assert_true(estimate <= deadline && (estimate > now || estimate == deadline));
    assert_int_equal(set.levels != 0, first >= 0);
}

static void timers_come_due_in_order(void **state)
{
    (void)state;
    asyncc_timers_begin(&set, now);
    for (int round = 0; round < ROUNDS; round++) {
        unsigned bias = round / 20000 % 2 ? 7 : 4; /* they get more, and fewer */
        if (random_below(10) < bias)
            insert((int)random_below(COUNT));
        else if (random_below(4))
            asyncc_timers_remove(&set, &timers[random_below(COUNT)]);
        else
            advance();
        check_next();
        if (now > UINT64_MAX / 2)
            break;
    }
    for (int i = 0; i < COUNT; i++)
        asyncc_timers_remove(&set, &timers[i]);
    assert_false(asyncc_timers_any(&set));
}

/* Also of those that were inserted at different distances from it. */
static void equal_deadlines_stay_in_the_order_of_insertion(void **state)
{
    (void)state;
    struct asyncc_timer_links due;
    const uint64_t deadline = 0x123456789abcdefu;
    asyncc_timer_list_init(&due);
    asyncc_timers_begin(&set, 0);
    for (int i = 0; i < 60; i++) {
        uint64_t distance = (deadline >> i) | 1;
        assert_false(asyncc_timers_collect(&set, deadline - distance, &due));
        timers[i].kind = 0;
        asyncc_timers_insert(&set, &timers[i], deadline);
    }
    assert_true(asyncc_timers_collect(&set, deadline, &due));
    for (int i = 0; i < 60; i++) {
        assert_ptr_equal(due.next, &timers[i]);
        asyncc_timers_remove(&set, &timers[i]);
    }
    assert_false(asyncc_timers_any(&set));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(timers_come_due_in_order),
        TEST(equal_deadlines_stay_in_the_order_of_insertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
