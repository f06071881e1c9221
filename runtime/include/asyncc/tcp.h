/*
 * asyncc/tcp.h - TCP connections, awaited. What is said of values in asyncc/stream.h holds here too.
 */
#ifndef ASYNCC_TCP_H
#define ASYNCC_TCP_H

#include <sys/socket.h>

#include <asyncc/stream.h>
#include <asyncc/abi/tcp.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Connects to a host, by name or by number: 0, and *stream is the connection, which the caller closes; or an
 * error, and *stream is NULL: the name's (UV_EAI_...) or that of the last attempt to fail. The addresses of a name
 * are tried in the resolver's order with the families taking turns, each a quarter of a second after the one before
 * or as soon as that has failed; the first connection wins, and the others are closed (RFC 8305, happy
 * eyeballs). Sent without delay (TCP_NODELAY). A cancel ends all attempts at once. uv_getaddrinfo, uv_tcp_connect;
 * asyncio.open_connection with happy_eyeballs_delay=0.25.
 */
_Async int async_tcp_connect(const char *host, int port, struct async_stream **stream) ASYNCC_LEAF;

/* Connects to one address: 0, or an error. Otherwise the same. */
_Async int async_tcp_connect_to(const struct sockaddr *address, struct async_stream **stream) ASYNCC_LEAF;

/*
 * Listens at an address, in numbers; NULL is any address of IPv4, port 0 a free port: 0, and *listener, which the
 * caller closes; or an error. Waits for nothing; a loop must run in this thread, or be attached to it. Connections
 * come from async_accept, with TCP_NODELAY set. The address may be used again at once after an end (SO_REUSEADDR).
 * uv_tcp_bind, uv_listen.
 */
int async_tcp_listen(const char *host, int port, int backlog, struct async_listener **listener);

/* The same with flags: ASYNC_TCP_IPV6ONLY: "::" does not take IPv4's connections. */
enum { ASYNC_TCP_IPV6ONLY = 1 };
int async_tcp_listen_with(const char *host, int port, int backlog, unsigned flags, struct async_listener **listener);

/* The listener's port, or an error. */
int async_tcp_listener_port(const struct async_listener *listener);

/* A stream of a connected socket, which it then owns: 0, or an error, and the socket stays the caller's. uv_tcp_open. */
int async_tcp_open(int file, struct async_stream **stream);

/* Whether what is written goes out at once (1, as it is at first) or may be collected. uv_tcp_nodelay. */
int async_tcp_nodelay(struct async_stream *stream, int on);

/* Whether the peer is probed when nothing was heard for so many seconds. uv_tcp_keepalive. */
int async_tcp_keepalive(struct async_stream *stream, int on, unsigned seconds);

/* This side's address, the other side's: 0 or an error. asyncc/dns.h makes text of them. uv_tcp_getsockname. */
int async_tcp_getsockname(const struct async_stream *stream, struct sockaddr_storage *address);
int async_tcp_getpeername(const struct async_stream *stream, struct sockaddr_storage *address);

#ifdef __cplusplus
}
#endif
#endif
