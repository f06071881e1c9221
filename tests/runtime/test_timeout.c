/*
 * test_timeout.c - timeouts, alone, nested, and together with cancels from outside. Scripts as in test_order.c.
 */
#include "script.h"
#include "support.h"

#define RULES(RULE) \
    RULE(a_call_in_time, \
         "t2,1 pm;s1 pa / pb", \
         "a b t0 m") \
    RULE(a_call_out_of_time, \
         "t1,1 pm;s2 pa / pb", \
         "~1 b tT m") \
    RULE(a_timeout_of_nothing_stops_what_suspends, \
         "t0,1 pm;y pa / pb", \
         "~1 b tT m") \
    RULE(a_timeout_of_nothing_lets_pass_what_does_not, \
         "t0,1 pm;pa", \
         "a t0 m") \
    RULE(the_call_has_ended_when_the_timeout_returns, \
         "t1,1 pm;s5 / s3 pa", \
         "~1 a tT m") \
    RULE(the_outer_timeout_wins, \
         "t1,1 pm;t2,2 pa / pb;s5 / pc", \
         "~2 c ~1 b tT m") \
    RULE(the_inner_timeout_is_the_callees_own_affair, \
         "t2,1 pm;t1,2 pa / pb;s5 / pc", \
         "~2 c tT a b t0 m") \
    RULE(both_at_once_are_the_outer_ones, \
         "t1,1 pm;t1,2 pa / pb;s5 / pc", \
         "~2 c ~1 b tT m") \
    RULE(the_outer_one_while_the_inner_one_unwinds, \
         "t1.5,1 pm;t1,2 pa / pb;s5 / s1 pc", \
         "~2 ~1 b tT m") \
    RULE(a_cancel_from_outside_passes_a_timeout, \
         "n1:0 s1 x0 s9 ?0;t2,2 pa / pb;s5 / s3 pc", \
         "x1 ~2 ~1 b C") \
    RULE(a_cancel_while_a_timeout_unwinds_is_not_swallowed, \
         "n1:0 s1 x0 s9 ?0;t0.5,2 pa / pb;s5 / s3 pc", \
         "~2 x1 ~1 b C") \
    RULE(a_timeout_after_a_cancel_from_outside_does_not_swallow_it, \
         "n1:0 s1 x0 s9 ?0;t2,2 pa / pb;s5 / s4 pc", \
         "x1 ~2 ~1 b C") \
    RULE(a_defer_may_have_a_timeout_of_its_own, \
         "n1:0 s1 x0 s9 ?0;s5 / t1,2 pa;s5 / pb", \
         "x1 ~1 ~2 b tT a C") \
    RULE(a_timeout_ends_a_gather, \
         "t1,1 pm;g2,2 / pc;s5 / s1 pa", \
         "~2 ~2 a a ~1 c tT m") \
    RULE(a_timeout_ends_a_join, \
         "t1,1 pm ?0;n2:0 j0 pa / pb;s5 / pc", \
         "~2 c ~1 b tT m C") \
    RULE(a_timeout_in_a_child, \
         "g1,2 pm;t1,3 pa;s2 pb;s5 / pc", \
         "~3 c tT a b m")

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
