/*
 * workers.h - the threads that async_to_thread's calls run in.
 */
#ifndef ASYNCC_IO_WORKERS_H
#define ASYNCC_IO_WORKERS_H

#include <asyncc/abi/thread.h>

/* One loop more, or less, uses the threads; with the last one they end. */
void asyncc_workers_join(void);
void asyncc_workers_leave(void);

/* Queues the job for a thread: 0, or an error if there is none and none can be started. */
int asyncc_workers_add(struct asyncc_to_thread *job);

/* Takes the job out of the queue: 1, also if it is no thread's since a fork; 0 if a thread has it already. */
int asyncc_workers_remove(struct asyncc_to_thread *job);

#endif
