/*
 * asyncc/abi/dns.h - the leaves of asyncc/dns.h, for translated code.
 */
#ifndef ASYNCC_ABI_DNS_H
#define ASYNCC_ABI_DNS_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct addrinfo;
struct sockaddr;

/* What both are. */
struct asyncc_dns {
    struct asyncc_operation operation;
    struct asyncc_lookup *lookup; /* under way */
    int value;
};

struct asyncc_getaddrinfo {
    struct asyncc_dns dns;
    struct addrinfo *found, **result;
};
asyncc_status asyncc_getaddrinfo_start(struct asyncc_getaddrinfo *self, const char *node, const char *service,
                                       const struct addrinfo *hints, struct addrinfo **result, int *value);
asyncc_status asyncc_getaddrinfo_resume(struct asyncc_getaddrinfo *self, int *value);

struct asyncc_getnameinfo {
    struct asyncc_dns dns;
    char *host, *service;
    size_t host_size, service_size;
};
asyncc_status asyncc_getnameinfo_start(struct asyncc_getnameinfo *self, const struct sockaddr *address, int flags,
                                       char *host, size_t host_size, char *service, size_t service_size, int *value);
asyncc_status asyncc_getnameinfo_resume(struct asyncc_getnameinfo *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
