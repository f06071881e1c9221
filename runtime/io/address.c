/*
 * address.c - addresses of the internet, in numbers.
 */
#include "address.h"

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc/dns.h>

#include <uv.h>

int asyncc_address_parse(union asyncc_address *address, const char *host, int port)
{
    if (!host)
        return uv_ip4_addr("0.0.0.0", port, &address->v4);
    if (uv_ip4_addr(host, port, &address->v4) == 0)
        return 0;
    return uv_ip6_addr(host, port, &address->v6);
}

int asyncc_address_port(const union asyncc_address *address)
{
    if (address->any.sa_family == AF_INET6)
        return ntohs(address->v6.sin6_port);
    return address->any.sa_family == AF_INET ? ntohs(address->v4.sin_port) : 0;
}

int async_address_parse(const char *host, int port, struct sockaddr_storage *result)
{
    return asyncc_address_parse((union asyncc_address *)result, host, port);
}

int async_address_format(const struct sockaddr_storage *address, char *host, size_t size, int *port)
{
    const union asyncc_address *a = (const union asyncc_address *)address;
    if (port)
        *port = asyncc_address_port(a);
    return uv_ip_name(&a->any, host, size);
}
