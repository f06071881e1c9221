/*
 * former.h - what the process did at a signal before a handle of ours had it. libuv leaves SIG_DFL behind, which may
 * kill; here it is put back when the last such handle is closed. For the process, since signals are; in any thread.
 */
#ifndef ASYNCC_LOOP_FORMER_H
#define ASYNCC_LOOP_FORMER_H

#include <signal.h>
#include <uv.h>

/* One handle more is about to have the signal. What is no signal's number does no harm. */
void asyncc_former_keep(int number);

/*
 * Closes the handle that has it; NULL: it never had. In this thread the signal finds no gap in between: it comes when
 * what was there is back.
 */
void asyncc_former_put_back(int number, uv_handle_t *handle, uv_close_cb closed);

/* The handler is going away: if that is what would be put back, `instead` is. */
void asyncc_former_replace(int number, void (*handler)(int), const struct sigaction *instead);

#endif
