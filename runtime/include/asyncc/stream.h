/*
 * asyncc/stream.h - streams of bytes, awaited: what TCP connections, pipes and terminals have in common.
 *
 * A stream is made by asyncc/tcp.h, asyncc/pipe.h, asyncc/tty.h or asyncc/process.h; it belongs to whoever got it,
 * who closes it. It is used in the thread that made it. One that is still open when its loop ends is closed then.
 *
 * Values: a number of bytes, or a negative UV_E... code; what libuv or the system says, UV_ENOMEM, UV_EBUSY when
 * another task reads from the stream already, UV_ECANCELED when the stream was closed meanwhile. Buffers are the
 * caller's and are used until the call has ended.
 *
 * What a cancel costs is said of each function in tokio's classes: it loses nothing (call it again and it goes on
 * as if nothing had been); it loses its progress (what was done, and how much, is not known); it loses its turn.
 *
 * Reading never loses a byte: what came and was not taken, because the call was cancelled or needed less, is
 * there for the next call. The end, and an error, stay: every further read gives the same.
 *
 * The first stream of a process sets SIGPIPE to be ignored, unless the program has set it to something else: a
 * write to a closed connection is UV_EPIPE.
 */
#ifndef ASYNCC_STREAM_H
#define ASYNCC_STREAM_H

#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

#include <asyncc.h>
#include <asyncc/abi/stream.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;
struct async_listener;

/* ---- reading: one task at a time; a cancel loses nothing ---- */

/* Reads what is there, at most `size` bytes, and waits if nothing is: how many; 0 at the end. uv_read_start. */
_Async ssize_t async_stream_read(struct async_stream *stream, void *buffer, size_t size) ASYNCC_LEAF;

/*
 * Reads `size` bytes: how many; less at the end only. asyncio's readexactly, but the end is no error.
 */
_Async ssize_t async_stream_read_exactly(struct async_stream *stream, void *buffer, size_t size) ASYNCC_LEAF;

/*
 * Reads up to and including the byte `separator`: how many. At the end what is left, which may be nothing: 0.
 * UV_ENOBUFS if `size` bytes have no separator; they can still be read. asyncio's readuntil.
 */
_Async ssize_t async_stream_read_until(struct async_stream *stream, int separator, char *buffer, size_t size) ASYNCC_LEAF;

/*
 * Reads a line, without its "\n" or "\r\n" and with a 0 behind it: its length, or UV_EOF at the end. UV_ENOBUFS
 * if it does not fit into `size` bytes with its end; it can still be read. What stands after the last end of line
 * is a line too.
 */
_Async ssize_t async_stream_read_line(struct async_stream *stream, char *line, size_t size) ASYNCC_LEAF;

/*
 * Reads all up to the end: how many bytes, and in *data they are, followed by a 0 that does not count; the caller
 * releases *data with free(). UV_ENOBUFS as soon as more than `limit` bytes came. When it is an error, or
 * cancelled, *data is not touched and what came can still be read. asyncio's read(-1).
 */
_Async ssize_t async_stream_read_all(struct async_stream *stream, char **data, size_t limit) ASYNCC_LEAF;

/* ---- writing: any number of tasks, each in its turn ---- */

/*
 * Writes all of it: 0. It has been given to the system then; the caller goes on at once if that took it at
 * once (uv_try_write), and otherwise waiting is the backpressure. Writes of several tasks come one after the other,
 * in the order of the calls. A cancel before its turn leaves nothing written; later it loses its progress: any part
 * may have been written, and a further part that libuv holds already still will be, so that the stream is good
 * for closing only, unless the bytes do not matter.
 */
_Async int async_stream_write(struct async_stream *stream, const void *data, size_t size) ASYNCC_LEAF;

/* The same for `count` buffers, one after the other; the vector, too, is used until the call has ended. */
_Async int async_stream_writev(struct async_stream *stream, const struct iovec *vector, size_t count) ASYNCC_LEAF;

/*
 * Writes what the system takes at once: how many bytes, or UV_EAGAIN if that is none, or another error.
 * No async function. uv_try_write.
 */
int async_stream_try_write(struct async_stream *stream, const void *data, size_t size);

/*
 * Ends the sending side when all that was to be written before is written: 0. Reading goes on. A cancel before its
 * turn loses its turn, and nothing happens; later it still happens. UV_ENOTSOCK for a pipe that goes one way: close it.
 * uv_shutdown.
 */
_Async int async_stream_shutdown(struct async_stream *stream) ASYNCC_LEAF;

/* Bytes of writes that libuv still holds: of writes that wait, or were cancelled. */
size_t async_stream_write_queue_size(const struct async_stream *stream);

/* ---- copying ---- */

/*
 * Writes to `to` all that is read from `from` until its end: how many bytes, or the first error. Nothing is
 * closed or shut down. No more is read than `to` takes, but for 64 KiB. A cancel loses nothing but the number:
 * what was read and not written can be read, and what libuv holds is still written. It counts as a reader of `from`
 * all the time; `to` must stay open until the call has ended.
 */
_Async int64_t async_stream_copy(struct async_stream *from, struct async_stream *to) ASYNCC_LEAF;

/*
 * Copies in both directions at once. Where one stream ends, the other one is shut down, and the other
 * direction goes on: 0 when both have ended. An error ends both: it is the value. Nothing is closed, and both streams
 * must stay open until the call has ended. A cancel as for async_stream_copy.
 */
_Async int async_stream_relay(struct async_stream *a, struct async_stream *b) ASYNCC_LEAF;

/* ---- the stream ---- */

/*
 * A stream of a descriptor that is a pipe, a socket or a terminal: 0, and *stream owns it, but for a
 * terminal's; or UV_EINVAL if it is something else, as a file, or another error, and the descriptor is the caller's.
 * It is made non-blocking. uv_guess_handle and uv_pipe_open, uv_tcp_open or uv_tty_init.
 */
int async_stream_open(int file, struct async_stream **stream);

/*
 * Closes the stream, which must not be used afterwards; NULL does nothing. No async function: it does not wait
 * and fits into a defer. Calls that wait for the stream end with UV_ECANCELED. What libuv still holds is not
 * written any more. uv_close.
 */
void async_stream_close(struct async_stream *stream);

/*
 * The same, but of a TCP connection the peer gets a reset instead of the end. Any other stream is closed.
 * uv_tcp_close_reset.
 */
void async_stream_reset(struct async_stream *stream);

/* The stream's descriptor, which stays the stream's, or an error. uv_fileno. */
int async_stream_fileno(const struct async_stream *stream);

/*
 * Sizes of the system's buffers: where *send or *receive is 0 it becomes what the system has (Linux: twice what
 * was set), otherwise it is set. Either may be NULL. 0 or an error. uv_send_buffer_size, uv_recv_buffer_size.
 */
int async_stream_buffer_sizes(struct async_stream *stream, int *send, int *receive);

/* ---- listeners, which asyncc/tcp.h and asyncc/pipe.h make ---- */

/*
 * Waits for the next connection: 0, and *stream is it, which the caller closes; or an error, UV_ECANCELED when the
 * listener was closed. Several tasks may wait; they are served in turn. A cancel loses no connection, but its turn.
 * uv_listen, uv_accept.
 */
_Async int async_accept(struct async_listener *listener, struct async_stream **stream) ASYNCC_LEAF;

/*
 * A listener of a socket that is bound, and may be listening already, as one that systemd or a parent process handed
 * on: 0, and *listener owns it; or an error, as UV_EINVAL if it is no socket of TCP and no local one, and the
 * descriptor is the caller's. It is made non-blocking. Does not wait. uv_tcp_open or uv_pipe_open, uv_listen;
 * asyncio.start_server(sock=).
 */
int async_listener_open(int file, int backlog, struct async_listener **listener);

/* Closes the listener; NULL does nothing. Those who wait for it get UV_ECANCELED. See async_stream_close. */
void async_listener_close(struct async_listener *listener);

/* The listener's descriptor, as async_stream_fileno. */
int async_listener_fileno(const struct async_listener *listener);

#ifdef __cplusplus
}
#endif
#endif
