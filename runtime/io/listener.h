/*
 * listener.h - what listens for connections: a TCP or a pipe's server.
 */
#ifndef ASYNCC_IO_LISTENER_H
#define ASYNCC_IO_LISTENER_H

#include "handle.h"
#include "stream.h"
#include "waiters.h"

#include <asyncc/abi/stream.h>

enum { ASYNCC_LISTENER_READY = 8 };

struct async_listener {
    struct asyncc_handle base;
    struct asyncc_io_waiters acceptors;
    struct async_stream *ready[ASYNCC_LISTENER_READY]; /* accepted for acceptors that were woken; a ring */
    unsigned first_ready, ready_count;
    int waiting; /* libuv has a connection, and no more are accepted */
    int error;   /* the last connection could not be accepted; for the next acceptor */
    int ipc;     /* of a pipe: its connections carry streams */
    union {
        uv_handle_t handle;
        uv_stream_t stream;
        uv_tcp_t tcp;
        uv_pipe_t pipe;
    };
};

/* A new one of the thread's loop, not listening. NULL and an error. */
struct async_listener *asyncc_listener_new_tcp(int *error);
struct async_listener *asyncc_listener_new_pipe(int ipc, int *error);

/* Listens if `error` is 0: then 0 and *result, otherwise an error, and it is closed. */
int asyncc_listener_listen(struct async_listener *listener, int error, int backlog, struct async_listener **result);

#endif
