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
 */
_Async int async_to_thread(void (*fn)(void *arg), void *arg) ASYNCC_LEAF;

/*
 * How many threads of the process may run such calls at once; further calls wait for their turn. At first it is
 * the number of processors and 4, at most 32. Threads that run already are not stopped.
 */
void async_thread_set_limit(unsigned limit);

#ifdef __cplusplus
}
#endif
#endif
