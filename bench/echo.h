/*
 * echo.h - the same echo server five times: ours, that reads and writes, or copies; and libuv with callbacks, which
 * tries writes first or does not, or does and has a buffer for each connection.
 */
#ifndef BENCH_ECHO_H
#define BENCH_ECHO_H

/* Each serves sockets that are connected until all of them have ended. */
void echo_ours(const int *sockets, int count);
void echo_copy(const int *sockets, int count);
void echo_try_write(const int *sockets, int count);
void echo_write(const int *sockets, int count);
void echo_try_write_own(const int *sockets, int count);

#endif
