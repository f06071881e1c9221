/*
 * callbacks.h - the floors of suspend.c, written by hand. Each does its work `count` times and gives the value
 * that its async twin gives.
 */
#ifndef BENCH_CALLBACKS_H
#define BENCH_CALLBACKS_H

/* Ten functions deep; the tenth waits for its turn in the queue. */
long callbacks_deep(long count);           /* a structure a level, from a free list; functions not inlined */
long callbacks_deep_malloc(long count);    /* the same from malloc */
long callbacks_deep_embedded(long count);  /* one structure with room for all levels, used again */
long callbacks_deep_inlinable(long count); /* as the first, and the compiler may inline */

/* Two that go to the queue's end in turn, `count` times together. */
long callbacks_switches(long count);

#endif
