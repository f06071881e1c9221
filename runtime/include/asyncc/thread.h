/*
 * asyncc/thread.h - running functions that block in other threads.
 */
#ifndef ASYNCC_THREAD_H
#define ASYNCC_THREAD_H

#include <asyncc.h>

#include <asyncc/abi/thread.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Calls fn(arg) in another thread and waits for its return: 0, or a negative UV_E... code if no thread could be
 * started. What fn did before it returned is visible afterwards. fn must not use anything of the loop's.
 *
 * A call that no thread has begun when it is cancelled never happens; one that was begun is waited for. The
 * threads are not libuv's, so that files and names are not kept waiting by long calls. asyncio.to_thread.
 *
 * The child of a fork() first of all calls uv_loop_fork(async_uv_loop()), and then has threads of its own. Calls that
 * were not done at the fork are the parent's: in the child they do not return, and end at once when they are cancelled.
 */
_Async int async_to_thread(void (*fn)(void *arg), void *arg) ASYNCC_LEAF;

/*
 * How many threads of the process may run such calls at once; further calls wait for their turn. At first it is
 * the number of processors and 4, at most 32. Threads that run already are not stopped.
 */
void async_thread_set_limit(unsigned limit);

/*
 * A loop as other threads see it. Each thread that calls async_run has a loop of its own, whose tasks belong to that
 * thread alone; other threads can send it tasks.
 */
struct async_remote;

/*
 * This thread's loop, for others to send tasks to; NULL when there is no memory. Until it is released the loop is kept
 * alive. It stays valid when the loop has ended.
 */
struct async_remote *async_remote_self(void);

/* Releases what async_remote_self gave; once, in any thread. */
void async_remote_release(struct async_remote *remote);

/*
 * Starts fn(arg) as a task there: 0, UV_ENOMEM, or UV_ESRCH if the loop has ended, or its main task has and the others
 * are being cancelled. After 0 it begins, even if that is in the last turn, behind which it is cancelled. In any thread,
 * with or without a loop. What was written before is visible there.
 */
int async_remote_spawn(struct async_remote *remote, _Async void (*fn)(void *arg), void *arg) ASYNCC_NOT_SERIAL;

/*
 * Runs fn(arg) as a task there and waits for its end: its value; UV_ECANCELED if it was cancelled there, UV_ESRCH if
 * the loop has ended, as above, or UV_ENOMEM. Cancelled: that task is cancelled, and has ended when this one does.
 * asyncio.run_coroutine_threadsafe.
 */
_Async int async_remote_call(struct async_remote *remote, _Async int (*fn)(void *arg),
                             void *arg) ASYNCC_LEAF ASYNCC_NOT_SERIAL;

#ifdef __cplusplus
}
#endif
#endif
