/*
 * test_cancel.c - cancellation at every kind of await and at every moment. Scripts as in test_order.c.
 */
#include "script.h"
#include "support.h"

#define RULES(RULE) \
    RULE(cancel_of_a_sleep, \
         "n1:0 s2 x0 s0 y pm;pa s5 pb / pc", \
         "a x1 ~1 c m") \
    RULE(cancel_of_a_yield, \
         "n1:0 y x0 pm y y;pa y pb / pc", \
         "a x1 m ~1 c") \
    RULE(cancel_of_a_join_cancels_the_task_first, \
         "n1:0 s1 x0 s1 ?0 ?1;n2:1 j1 pa / pb;s5 / pc", \
         "x1 ~2 c ~1 b C C") \
    RULE(cancel_goes_through_a_chain_of_joins, \
         "n1:0 s1 x0 s1 ?0 ?1 ?2;n2:1 j1 / pa;n3:2 j2 / pb;s5 / pc s1 pd", \
         "x1 ~3 c R R R d ~2 b ~1 a") \
    RULE(cancel_of_a_wait_leaves_the_tasks_alone, \
         "n1:0 s1 x0 s1 ?0 ?1;n2:1 wA1 pa / pb;s5 / pc", \
         "x1 ~1 b C R ~2 c") \
    RULE(cancel_of_a_gather_waits_for_the_children, \
         "n1:0 s1 x0 s5 ?0;g2,3 pa / pb;s5 / pc s1 pd;s6 / pe s2 pf", \
         "x1 ~2 c ~3 e d f ~1 b C") \
    RULE(cancel_of_a_gather_of_gathers, \
         "n1:0 s1 x0 s5 ?0;g2,3,2 / pa;g4,4 / pb;s6 / pc;g3,3 / pd", \
         "x1 ~3 c ~3 c ~3 c ~3 c ~3 c ~3 c ~3 c ~3 c ~3 c ~4 d ~4 d ~4 d ~4 d ~2 b ~2 b ~1 a C") \
    RULE(cancel_of_a_call_runs_the_defers_innermost_first, \
         "n1:0 s1 x0 s1 ?0;c2 / pa;c3 / pb;s9 / pc", \
         "x1 ~3 c ~2 b ~1 a C") \
    RULE(a_task_that_has_not_begun_never_runs, \
         "n1:0 x0 s1 ?0;pa / pb", \
         "x1 C") \
    RULE(gather_children_that_have_not_begun_never_run, \
         "n1:0 y x0 y y y ?0;g2,2 / pa;pb / pc", \
         "x1 ~1 a C") \
    RULE(two_cancels_at_once_are_one, \
         "n1:0 y x0 x0 s1 ?0;pa s5 pb / pc y pd", \
         "a x1 x1 ~1 c d C") \
    RULE(a_cancel_in_a_defer_ends_the_defer, \
         "n1:0 y x0 y x0 y ?0;pa s5 pb / pc s1 pd", \
         "a x1 ~1 c x1 C") \
    RULE(a_defer_may_await, \
         "n1:0 y x0 s9 ?0;s5 / pa s1 pb s1 pc", \
         "x1 ~1 a b c C") \
    RULE(cancel_of_an_ended_task_does_nothing, \
         "n1:0 s1 x0 ?0;pa", \
         "a x0 D") \
    RULE(cancel_wins_over_a_wake_up_in_the_same_turn, \
         "N2 n1:0 s2 ?0;s1 pa / pb;s1 x0", \
         "x1 ~1 b C") \
    RULE(cancel_wins_over_the_end_of_a_joined_task, \
         "n1:0 n2:1 N3 s2 ?0 ?1;j1 pa / pb;s1 pc;s1 x0", \
         "c x1 ~1 b C D") \
    RULE(cancel_wins_over_the_end_of_a_gather, \
         "n1:0 y y y x0 s1 ?0;g2,2 pa / pb;pc", \
         "c c x1 ~1 b C") \
    RULE(a_task_that_cancels_itself_ends_at_its_next_await, \
         "n1:0 s3 ?0;X pa y pb / pc", \
         "a ~1 c C") \
    RULE(a_task_that_cancels_itself_and_awaits_nothing_ends_cancelled, \
         "n1:0 s3 ?0;X pa", \
         "a C") \
    RULE(joining_a_cancelled_task_cancels_the_joiner, \
         "n1:0 n2:1 s1 x1 s1 ?0;n2:1 j1 pa / pb;s5 / pc", \
         "x1 ~2 c ~1 b C ~2 c") \
    RULE(waiting_for_a_cancelled_task_does_not, \
         "n1:0 y x0 wA0 ?0 pm;s1 / pa", \
         "x1 ~1 a w1 C m") \
    RULE(a_cancelled_child_cancels_the_gather_but_not_its_siblings, \
         "n1:0 s9 ?0;g2,3 pa / pb;s1 X s5 / pc;s4 pd", \
         "~2 c d ~1 b C") \
    RULE(a_defer_that_is_cancelled_too_leaves_the_rest, \
         "n1:0 s1 x0 s1 x0 s1 ?0;c2 / pa;s5 / s5 pb", \
         "x1 ~2 x1 ~1 a C")

#define DEFINE(rule, script, expected) \
    static void rule(void **state) \
    { \
        (void)state; \
        run_script(script); \
        assert_said(expected); \
    }
RULES(DEFINE)

int main(void)
{
#define ENTRY(rule, script, expected) TEST(rule),
    const struct CMUnitTest tests[] = { RULES(ENTRY) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
