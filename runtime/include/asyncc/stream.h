/*
 * asyncc/stream.h - streams of bytes, awaited. A stream is made by asyncc/tcp.h; it belongs to whoever got it,
 * who closes it. It is used in the thread that made it.
 *
 * Values: a number of bytes, or a negative UV_E... code; what libuv or the system says, UV_ENOMEM, UV_EBUSY when
 * another task reads from the stream already, UV_ECANCELED when the stream was closed meanwhile. Buffers are the
 * caller's and are used until the call has ended.
 *
 * Reading never loses a byte: what came and was not taken, because the call was cancelled or needed less, is
 * there for the next call. The end, and an error, stay: every further read gives the same.
 *
 * The first stream of a process sets SIGPIPE to be ignored, unless the program has set it to something else: a
 * write to a closed connection is UV_EPIPE.
 */
#ifndef ASYNCC_STREAM_H
#define ASYNCC_STREAM_H

#include <sys/types.h>

#include <asyncc.h>
#include <asyncc/abi/stream.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;

/* Reads what is there, at most `size` bytes, and waits if nothing is: how many; 0 at the end. */
_Async ssize_t async_stream_read(struct async_stream *stream, void *buffer, size_t size) ASYNCC_LEAF;

/*
 * Reads `size` bytes: how many; less at the end only. asyncio's readexactly, but the end is no error.
 */
_Async ssize_t async_stream_read_exactly(struct async_stream *stream, void *buffer, size_t size) ASYNCC_LEAF;

/*
 * Reads up to and including the byte `separator`: how many. At the end what is left, which may be nothing: 0.
 * UV_ENOBUFS if `size` bytes have no separator; they can still be read. asyncio's readuntil.
 */
_Async ssize_t async_stream_read_until(struct async_stream *stream, int separator, char *buffer,
                                       size_t size) ASYNCC_LEAF;

/*
 * Reads a line, without its "\n" or "\r\n" and with a 0 behind it: its length, or UV_EOF at the end. UV_ENOBUFS
 * if it does not fit into `size` bytes with its end; it can still be read. What stands after the last end of line
 * is a line too.
 */
_Async ssize_t async_stream_read_line(struct async_stream *stream, char *line, size_t size) ASYNCC_LEAF;

/*
 * Writes all of it: 0. It has been given to the system then, and the caller goes on at once if that took it at
 * once; otherwise waiting is the backpressure. Of a write that is cancelled any part may have been written, and a
 * further part that libuv holds already still will be: the stream is then good for closing only, unless the
 * bytes do not matter. Writes of several tasks come one after the other, but of a large one and others mixed.
 */
_Async int async_stream_write(struct async_stream *stream, const void *data, size_t size) ASYNCC_LEAF;

/* Ends the sending side when all is written: 0. Reading goes on. When cancelled, it still happens. */
_Async int async_stream_shutdown(struct async_stream *stream) ASYNCC_LEAF;

/*
 * Closes the stream, which must not be used afterwards; NULL does nothing. No async function: it does not wait
 * and fits into a defer. Calls that wait for the stream end with UV_ECANCELED. A stream that is still open when
 * its loop ends is closed then.
 */
void async_stream_close(struct async_stream *stream);

#ifdef __cplusplus
}
#endif
#endif
