/*
 * pidfd.h - descriptors of processes, where the system has them: they mean the process whatever becomes of its number,
 * and are readable when it has ended.
 */
#ifndef ASYNCC_IO_PIDFD_H
#define ASYNCC_IO_PIDFD_H

#include <sys/types.h>

/* The child's descriptor, -1 if there is none to be had. */
int asyncc_pidfd_open(pid_t child);

void asyncc_pidfd_close(int descriptor);

/* Sends it a signal: 0, or a libuv error, UV_ESRCH if it is gone. */
int asyncc_pidfd_kill(int descriptor, int signal);

/*
 * Takes the status of one that has ended, and no zombie is left: 1; 0 if it has not ended; UV_ESRCH if somebody else has
 * taken it.
 */
int asyncc_pidfd_take(int descriptor, int *status, int *signal);

#endif
