/*
 * asyncc/pipe.h - pipes and local sockets, awaited; the latter can carry streams to other processes. What is said
 * of values in asyncc/stream.h holds here too. What is no async function waits for nothing.
 */
#ifndef ASYNCC_PIPE_H
#define ASYNCC_PIPE_H

#include <asyncc/stream.h>
#include <asyncc/abi/pipe.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Of a local socket: it carries streams (async_stream_send), on both sides. uv_pipe_init's ipc. */
enum { ASYNC_PIPE_IPC = 1 };

/*
 * Connects to a local socket by its path: 0, and *stream is the connection, which the caller closes; or an error,
 * and it is NULL. A cancel loses nothing but the connection. uv_pipe_connect.
 */
_Async int async_pipe_connect(const char *path, int flags, struct async_stream **stream) ASYNCC_LEAF;

/*
 * Listens at a path, which must not exist: 0, and *listener, which the caller closes; that removes the path. Or an
 * error. Connections come from async_accept; the flags are theirs. uv_pipe_bind, uv_listen.
 */
int async_pipe_listen(const char *path, int backlog, int flags, struct async_listener **listener);

/* Lets others than the owner connect: UV_READABLE, UV_WRITABLE or both. 0 or an error. uv_pipe_chmod. */
int async_pipe_chmod(struct async_listener *listener, int mode);

/*
 * A stream of a descriptor of a pipe or local socket, which it then owns and makes non-blocking: 0, or an error,
 * and the descriptor stays the caller's. uv_pipe_open.
 */
int async_pipe_open(int file, int flags, struct async_stream **stream);

/* A pipe: what is written to ends[1] is read from ends[0]. 0 or an error. The caller closes both. uv_pipe. */
int async_pipe_new(struct async_stream *ends[2]);

/* Two connected local sockets, both for both. 0 or an error. The caller closes them. uv_socketpair. */
int async_pipe_pair(int flags, struct async_stream *ends[2]);

/*
 * Writes as async_stream_write does, and with the first byte, of which there must be one, goes a stream: a TCP
 * connection or a local socket, which the other side can then use as its own. It stays open on this side, whose
 * owner may close it as soon as the call has ended, also by a cancel. 0; UV_EINVAL if `stream` is not
 * ASYNC_PIPE_IPC; or another error. uv_try_write2, uv_write2.
 */
_Async int async_stream_send(struct async_stream *stream, const void *data, size_t size,
                             struct async_stream *sent) ASYNCC_LEAF;

/*
 * A stream that came with what was read from `stream` so far: 0, and *received, which the caller closes; UV_EAGAIN if
 * none has come, or another error. Those that were not received are closed with `stream`. uv_accept.
 */
int async_pipe_receive(struct async_stream *stream, struct async_stream **received);

#ifdef __cplusplus
}
#endif
#endif
