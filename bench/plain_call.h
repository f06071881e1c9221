/*
 * plain_call.h - the unit of the benches.
 */
#ifndef BENCH_PLAIN_CALL_H
#define BENCH_PLAIN_CALL_H

/* Makes that many plain calls; the value is count / 2. */
long plain_calls(long count);

#endif
