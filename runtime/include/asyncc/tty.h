/*
 * asyncc/tty.h - terminals: streams of asyncc/stream.h, which say that they are terminals. Nothing here waits.
 */
#ifndef ASYNCC_TTY_H
#define ASYNCC_TTY_H

#include <asyncc/stream.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A stream of a terminal, such as 0, 1 or 2 may be: 0, and *stream, which the caller closes; or an error, UV_EINVAL
 * if it is none. The descriptor stays the caller's: libuv opens the terminal once more. uv_tty_init.
 */
int async_tty_open(int file, struct async_stream **stream);

/* How input comes: by lines that can be edited, and echoed; or every key by itself. 0 or an error. uv_tty_set_mode. */
enum { ASYNC_TTY_NORMAL, ASYNC_TTY_RAW };
int async_tty_set_mode(struct async_stream *stream, int mode);

/* Puts the terminal back as it was; can be called in a signal handler. 0 or an error. uv_tty_reset_mode. */
int async_tty_reset_mode(void);

/* How large it is, in characters: 0 or an error. SIGWINCH says that it changed. uv_tty_get_winsize. */
int async_tty_size(struct async_stream *stream, int *columns, int *rows);

#ifdef __cplusplus
}
#endif
#endif
