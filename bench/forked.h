/*
 * forked.h - measurements that need a process of their own each time: memory, page faults.
 */
#ifndef BENCH_FORKED_H
#define BENCH_FORKED_H

/* Runs measure in a child process, which leaves its figures in `figures`; stops the program if it fails. */
void forked(void (*measure)(double *figures), double *figures, int count);

#endif
