/*
 * other.h - functions in other files, where the compiler cannot see what they do.
 */
#ifndef BENCH_OTHER_H
#define BENCH_OTHER_H

#include <asyncc.h>

/* Both the same: x + y, and something rare if x is negative. */
async int other_async(int x, int y);
int other_plain(int x, int y);

/* Never called, but nobody knows. */
void other_rare(void);
int other_status(void);

#endif
