/*
 * signals.h - SIGINT cancels the main task of async_run, once, and kills the second time, as with asyncio.run; SIGQUIT
 * prints all tasks, where that is asked for.
 */
#ifndef ASYNCC_LOOP_SIGNALS_H
#define ASYNCC_LOOP_SIGNALS_H

#include "loop.h"

/*
 * From now on SIGINT is for this main task, unless the program handles or ignores it, or another thread's main task has
 * it. Without memory or handles nothing happens.
 */
void asyncc_signals_begin(struct asyncc_loop *loop, struct asyncc_unit *main_task);

/* Ends that: whether there was one. Otherwise nothing. */
int asyncc_signals_end(struct asyncc_loop *loop);

/* Whether one has come that was not dealt with; in any thread. Cheap. */
int asyncc_signals_came(void);

/* Deals with it, if it is for this thread. Outside of steps. */
void asyncc_signals_handle(void);

#endif
