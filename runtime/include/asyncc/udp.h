/*
 * asyncc/udp.h - UDP sockets, awaited.
 *
 * A socket belongs to whoever made it, who closes it; it is used in the thread that made it, and closed at the latest
 * when its loop ends. Values: 0 or more, or a negative UV_E... code; UV_ECANCELED when the socket was closed
 * meanwhile. What is no async function waits for nothing. asyncc/dns.h makes addresses of text, and back.
 */
#ifndef ASYNCC_UDP_H
#define ASYNCC_UDP_H

#include <sys/socket.h>
#include <sys/types.h>

#include <asyncc.h>
#include <asyncc/abi/udp.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_udp;

/* A socket without an address: 0 or an error, and *udp is NULL. It gets one with the first send. uv_udp_init. */
int async_udp_new(struct async_udp **udp);

/*
 * A socket with an address, in numbers; NULL is any of IPv4, port 0 a free one. The flags: others may have the same
 * address, as for multicast; "::" does not take IPv4's datagrams. uv_udp_bind.
 */
enum { ASYNC_UDP_REUSEADDR = 1, ASYNC_UDP_IPV6ONLY = 2 };
int async_udp_bind(const char *host, int port, int flags, struct async_udp **udp);

/* Only sends to, and receives from, that address from now on; NULL ends that. uv_udp_connect. */
int async_udp_connect(struct async_udp *udp, const struct sockaddr *address);

/*
 * Waits for a datagram: how many bytes it has, at most `size`, and who sent it unless `from` is NULL. UV_EMSGSIZE if
 * it had more: the first `size` are in the buffer, the others lost. Several tasks may wait; they are served in turn.
 * A cancel loses no datagram, but its turn. The system drops what comes when too much waits. uv_udp_recv_start.
 */
_Async ssize_t async_udp_receive(struct async_udp *udp, void *buffer, size_t size,
                                 struct sockaddr_storage *from) ASYNCC_LEAF;

/*
 * Sends a datagram, to the connected address if `to` is NULL: 0 when the system has it. A cancel does not take it
 * back if it only waits for its turn with the system. uv_udp_try_send, uv_udp_send.
 */
_Async int async_udp_send(struct async_udp *udp, const void *data, size_t size, const struct sockaddr *to) ASYNCC_LEAF;

/* Sends it now: 0, UV_EAGAIN if the system would have to wait, or an error. uv_udp_try_send. */
int async_udp_try_send(struct async_udp *udp, const void *data, size_t size, const struct sockaddr *to);

/* Closes the socket; NULL does nothing. Those who wait for it get UV_ECANCELED. Does not wait. uv_close. */
void async_udp_close(struct async_udp *udp);

/* The socket's port, or an error; its descriptor, which stays its own, or an error. */
int async_udp_port(const struct async_udp *udp);
int async_udp_fileno(const struct async_udp *udp);

/* Options: 0 or an error. uv_udp_set_broadcast, uv_udp_set_ttl. */
int async_udp_broadcast(struct async_udp *udp, int on);
int async_udp_ttl(struct async_udp *udp, int ttl);

/* Joins (1) or leaves (0) a group; `interface` NULL: the system chooses. uv_udp_set_membership. */
int async_udp_membership(struct async_udp *udp, const char *group, const char *interface, int join);

/* Of datagrams to groups: whether this machine hears them, how far they go, by which way. uv_udp_set_multicast_... */
int async_udp_multicast_loop(struct async_udp *udp, int on);
int async_udp_multicast_ttl(struct async_udp *udp, int ttl);
int async_udp_multicast_interface(struct async_udp *udp, const char *interface);

#ifdef __cplusplus
}
#endif
#endif
