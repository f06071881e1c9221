/*
 * asyncc/dns.h - names of hosts, awaited, and addresses as text.
 *
 * Lookups are done by libuv's threads, as the system does them: /etc/hosts counts. Values: 0, or a negative code:
 * UV_EAI_..., UV_ENOMEM, or UV_EAGAIN without threads (see fs.h). A cancel loses nothing but the result; the call ends
 * at once, and a lookup that a thread has begun goes on behind it, without use of the caller's memory.
 */
#ifndef ASYNCC_DNS_H
#define ASYNCC_DNS_H

#include <sys/socket.h>

#include <asyncc.h>
#include <asyncc/abi/dns.h>

#ifdef __cplusplus
extern "C" {
#endif

struct addrinfo; /* <netdb.h> */

/*
 * The addresses of a host, a service or both: 0, and *result is a list, which the caller releases with
 * async_freeaddrinfo; otherwise it is NULL. Node, service and hints, of which any but not both of the first two
 * may be NULL, are used until the call has begun. uv_getaddrinfo.
 */
_Async int async_getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                             struct addrinfo **result) ASYNCC_LEAF;

/* NULL does nothing. uv_freeaddrinfo. */
void async_freeaddrinfo(struct addrinfo *addresses);

/*
 * The names of an address and its port, with flags such as NI_NUMERICHOST: 0, or an error: UV_ENOBUFS if a name and
 * the 0 behind it do not fit. Either buffer may be NULL. uv_getnameinfo.
 */
_Async int async_getnameinfo(const struct sockaddr *address, int flags, char *host, size_t host_size, char *service,
                             size_t service_size) ASYNCC_LEAF;

/* ---- addresses in numbers, without waiting ---- */

/* The address that a text such as "127.0.0.1" or "::1" means, NULL any one of IPv4: 0 or UV_EINVAL. uv_ip4_addr. */
int async_address_parse(const char *host, int port, struct sockaddr_storage *address);

/* The text of an address, and its port if `port` is not NULL: 0, or an error if it does not fit. uv_ip_name. */
int async_address_format(const struct sockaddr_storage *address, char *host, size_t size, int *port);

#ifdef __cplusplus
}
#endif
#endif
