/*
 * script.h - an async function that interprets a script, so that a test can say in one line what several
 * tasks do, and so that differential.py can do the same in asyncio and compare.
 *
 * A script is a list of routines separated by `;`, numbered from 0; a routine is a list of words. What stands
 * after `/` runs in any case, like a defer.
 *
 *   pW        says W                        s1.5      sleeps
 *   y         yields                        c3        calls routine 3
 *   n3:0      task of routine 3, in slot 0  N3        the same without a handle
 *   j0        joins slot 0                  x0        cancels slot 0, says x1 or x0
 *   X         cancels the own task          ?0        says what slot 0 is: R(unning), D(one), C(ancelled)
 *   g1,2,2    gathers calls                 t1.5,3    routine 3 with a timeout; says t0 or tT
 *   wA0,1     waits for all of the slots, or the first (wF); says w and how many have ended
 *   W1.5A0,1  the same for 1.5 seconds at most
 *   r1,2,2    races calls; says r and the winner's number
 *   h0        joins slot 0, but a cancel does not go on to it
 *   e0        waits for event 0          E0 K0     sets it, clears it
 *   m0,3      calls routine 3 with mutex 0 held
 *   a0,3      the same with semaphore 0, whose value is 1, or semaphore 1, with 2
 *   v0        locks mutex 0, waits for condition 0, and unlocks it; V0,2 notifies 2 who wait
 *
 * A routine that is cancelled says ~ and its number before the words after `/`. Slots belong to all; words
 * that mean an empty slot do nothing, and neither do joins and waits of tasks older than the own one, so that
 * nobody waits in a circle.
 */
#ifndef ASYNCC_TESTS_SCRIPT_H
#define ASYNCC_TESTS_SCRIPT_H

/* Runs the script with async_run of its routine 0; what is said is in the log. */
void run_script(const char *script);

/* Only starts routine 0: for create_task and the like. */
void script_begin(const char *script);
int script_call(int routine);

/* Releases what is left in the slots. */
void script_end(void);

#endif
