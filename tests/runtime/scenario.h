/*
 * scenario.h - running an async function in all the ways in which it can go wrong.
 *
 * A scenario is an async function that uses some family of the runtime's, and gives 0 if all was as it should be.
 * It closes what it opens, by defers. It may see errors anywhere, and then just ends.
 */
#ifndef ASYNCC_TESTS_SCENARIO_H
#define ASYNCC_TESTS_SCENARIO_H

#include "support.h"

/*
 * Runs it: undisturbed, and then the value must be 0; cancelled at each moment, that is before and after each time
 * that libuv is polled; with each allocation of the runtime's failing, alone and with all after it; with each call
 * of libuv's failing that faults.def names. Each time nothing may be left: no task, memory or descriptor.
 */
void check_scenario(_Async int (*scenario)(void));

/*
 * The milliseconds that the virtual clock waits for I/O, 1 if this is not called: enough where the peer is the process
 * itself, since what it sent is there. Holds for the following scenarios.
 */
void wait_for_others(unsigned milliseconds);

/* A test, called check_NAME, of the scenario NAME. */
#define SCENARIO(name)                                                                           \
    static void check_##name(void **state)                                                       \
    {                                                                                            \
        (void)state;                                                                             \
        check_scenario(name);                                                                    \
    }

/* The n-th call of libuv from now on fails; 0: none. And whether one still will. */
void fail_libuv(unsigned long n, int error);
int libuv_is_to_fail(void);

/* In support.c: whether an allocation is still to fail. */
int allocation_is_to_fail(void);

/* Descriptors that are open. */
int count_descriptors(void);

/* Ends the enclosing scenario with the error, if it is one. */
#define TRY(call)                                                                                \
    do {                                                                                         \
        long long error_ = (call);                                                               \
        if (error_ < 0)                                                                          \
            return (int)error_;                                                                  \
    } while (0)

/* What must be so even when things fail; and what only when nothing did before. */
#define MUST(condition) assert_true(condition)
#define EXPECT(condition)                                                                        \
    do {                                                                                         \
        if (!(condition))                                                                        \
            return -__LINE__ - 100000;                                                           \
    } while (0)

#endif
