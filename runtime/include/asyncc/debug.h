/*
 * asyncc/debug.h - seeing what tasks do.
 *
 * Debug mode: ASYNCC_DEBUG=1 in the environment, for loops begun afterwards. Then, on stderr,
 *   - a step of a task that takes longer than 100 ms is reported, with the task, and the function and line it went on
 *     from (asyncio's slow callbacks);
 *   - when the main task of async_run has ended, the tasks that are still pending, which are cancelled then, and the
 *     handles that are still open are listed, with where they were created;
 *   - SIGQUIT prints all tasks;
 *   - a call of an async function that was never started is reported with where it was called from.
 */
#ifndef ASYNCC_DEBUG_H
#define ASYNCC_DEBUG_H

#include <asyncc.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Prints every task of this thread that has not ended, the oldest first, each with its chain of awaits, outermost
 * first, as `function file:line`; what is awaited in the end; its name if it has one; and in debug mode where it was
 * created. What the current task does just now is not known, only where it waited last. asyncio.all_tasks, print_stack.
 */
void async_dump_tasks(FILE *stream);

/*
 * SIGQUIT, usually ^\, prints the tasks of the main task's thread to stderr, whenever its loop comes to it, instead of
 * killing the program; 0 switches that off. The program must not handle SIGQUIT itself.
 */
void async_dump_tasks_on_quit(int on);

#ifdef __cplusplus
}
#endif
#endif
