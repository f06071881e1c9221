/*
 * echo.h - the same echo server four times: ours, that reads and writes, or copies; and libuv with callbacks, which
 * tries writes first or does not.
 */
#ifndef BENCH_ECHO_H
#define BENCH_ECHO_H

/* Each serves sockets that are connected until all of them have ended. */
void echo_ours(const int *sockets, int count);
void echo_copy(const int *sockets, int count);
void echo_try_write(const int *sockets, int count);
void echo_write(const int *sockets, int count);

#endif
