/*
 * test_order.c - the order in which tasks run: asyncio's. The scripts are explained in script.h; what they are
 * expected to say is what `differential.py -e 'script'` prints, which asks CPython.
 */
/* pitfalls: 89, 101 */
#include "script.h"
#include "support.h"

#define RULES(RULE) \
    RULE(a_task_takes_its_first_step_when_its_creator_suspends, \
         "n1:0 n2:1 p0 y p1 j0 j1 p2;pa;pb", \
         "0 a b 1 2") \
    RULE(tasks_that_yield_take_turns, \
         "n1:0 n2:1 j0 j1;pa y pb y pc;pA y pB y pC", \
         "a A b B c C") \
    RULE(a_joiner_goes_on_in_the_turn_after_the_end, \
         "n1:0 n2:1 j0 pm;pa;px y py y pz", \
         "a x m y z") \
    RULE(several_may_join_one_task, \
         "n2:1 n2:2 n1:0 s3;s1 pd;j0 pA", \
         "d A A") \
    RULE(joining_an_ended_task_does_not_suspend, \
         "n1:0 N2 s1 j0 j0 pm;pa;s1 y pb", \
         "a m b") \
    RULE(sleepers_wake_in_the_order_of_their_deadlines, \
         "N1 N2 N3 s9;s3 p3;s1 p1;s2 p2", \
         "1 2 3") \
    RULE(sleepers_with_one_deadline_wake_in_the_order_of_their_calls, \
         "N1 N2 N1 s9;s1 pa;s1 pb", \
         "a b a") \
    RULE(waking_from_a_sleep_takes_two_turns, \
         "N1 N2 s9;s1 pa;s1 px y py y pz", \
         "a x y z") \
    RULE(a_sleep_of_nothing_is_a_yield, \
         "N1 N2 s9;s0 pa s-1 pb;y px y py", \
         "a x b y") \
    RULE(a_call_is_no_matter_of_the_queue, \
         "N4 c1 pm;c2 pa;c3 pb;y pc;px y py", \
         "x c b a m y") \
    RULE(gather_runs_its_calls_in_order, \
         "g1,2,3 pm;s3 pa;s1 pb;s2 pc", \
         "b c a m") \
    RULE(gather_goes_on_two_turns_after_the_last_end, \
         "N2 g1,1 pm s1;pa;y pb y pc y pd y pe", \
         "a a b c m d e") \
    RULE(wait_for_all_waits_for_all, \
         "n1:0 n2:1 wA0,1 pm;s1 pa;s2 pb", \
         "a b w2 m") \
    RULE(wait_for_the_first_does, \
         "n1:0 n2:1 wF0,1 pm j1 pn;s1 pa;s2 pb", \
         "a w1 m b n") \
    RULE(wait_goes_on_two_turns_after_the_end, \
         "n1:0 N2 wA0 pm s1;pa;y pb y pc y pd y pe", \
         "a b w1 m c d e") \
    RULE(wait_of_an_ended_task_takes_two_turns_too, \
         "n1:0 s1 N2 wA0 pm s1;pa;y pb y pc y pd y pe", \
         "a b w1 m c d e") \
    RULE(wait_leaves_its_tasks_alone, \
         "n1:0 n1:1 wF0,1 wA0,1 ?0 ?1;s1 pa", \
         "a a w2 w2 D D") \
    RULE(several_waits_of_one_task, \
         "n1:0 n2:1 n3:2 wA0 pm s1;n4:3 s2 wA3 pa;s1 wA3 pb;wA3 pc;s3 pd", \
         "d w1 c w1 b w1 a w1 m") \
    RULE(the_end_of_main_lets_what_is_ready_run_once_more, \
         "N1 N2 y;y pa y pb y pc;pA y pB y pC y pD", \
         "A a B ~1 ~2") \
    RULE(tasks_left_at_the_end_are_cancelled_in_order, \
         "N1 N2 N3 s1 pm;s5 / pa y px;s6 / pb y py;s5 / pc", \
         "m ~1 a ~2 b ~3 c x y") \
    RULE(a_dropped_task_runs_on, \
         "N1 s5 pm;s1 pa s1 pb", \
         "a b m")

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
