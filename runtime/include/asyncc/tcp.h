/*
 * asyncc/tcp.h - TCP connections, awaited. What is said of values in asyncc/stream.h holds here too.
 */
#ifndef ASYNCC_TCP_H
#define ASYNCC_TCP_H

#include <asyncc/stream.h>
#include <asyncc/abi/tcp.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_tcp_listener;

/*
 * Connects to a host, by name or by number: 0, and *stream is the connection, which the caller closes; or an
 * error, and *stream is NULL: the name's (UV_EAI_...) or the last address's. The addresses of a name are tried one after the
 * other. Sent without delay (TCP_NODELAY). A cancel ends the attempt at once.
 */
_Async int async_tcp_connect(const char *host, int port, struct async_stream **stream) ASYNCC_LEAF;

/*
 * Listens at an address, in numbers; NULL is any address, port 0 a free port: 0, and *listener, which the
 * caller closes; or an error. Waits for nothing; a loop must run in this thread, or be attached to it.
 */
int async_tcp_listen(const char *host, int port, int backlog, struct async_tcp_listener **listener);

/* The listener's port, or an error. */
int async_tcp_listener_port(const struct async_tcp_listener *listener);

/*
 * Waits for the next connection: 0, and *stream is it, which the caller closes; or an error. Several tasks may
 * wait; they are served in turn. A cancel loses no connection.
 */
_Async int async_tcp_accept(struct async_tcp_listener *listener, struct async_stream **stream) ASYNCC_LEAF;

/* Closes the listener; NULL does nothing. Those who wait for it get UV_ECANCELED. See async_stream_close. */
void async_tcp_listener_close(struct async_tcp_listener *listener);

#ifdef __cplusplus
}
#endif
#endif
