/*
 * address.h - addresses of the internet, in numbers.
 */
#ifndef ASYNCC_IO_ADDRESS_H
#define ASYNCC_IO_ADDRESS_H

#include <netinet/in.h>
#include <sys/socket.h>

/* Of either family. */
union asyncc_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_storage storage;
};

/* 0, or UV_EINVAL if the host is no number. NULL is any address of IPv4. */
int asyncc_address_parse(union asyncc_address *address, const char *host, int port);

/* The port; 0 if it has none. */
int asyncc_address_port(const union asyncc_address *address);

#endif
