/*
 * dns HOST PORT - looks a name up, connects to its first address, and prints the address and what comes from there.
 */
#include <asyncc/dns.h>
#include <asyncc/tcp.h>

#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static async int show(const char *host, const char *port)
{
    struct addrinfo hints = { .ai_family = AF_INET, .ai_socktype = SOCK_STREAM }, *addresses;
    char name[64], buffer[512];
    struct async_stream *stream;
    ssize_t n;
    int error = await async_getaddrinfo(host, port, &hints, &addresses);
    if (error)
        return error;
    defer async_freeaddrinfo(addresses);
    if ((error = await async_getnameinfo(addresses->ai_addr, NI_NUMERICHOST, name, sizeof name, NULL, 0)) != 0)
        return error;
    printf("%s\n", name);
    if ((error = await async_tcp_connect_to(addresses->ai_addr, &stream)) != 0)
        return error;
    defer async_stream_close(stream);
    while ((n = await async_stream_read(stream, buffer, sizeof buffer)) > 0)
        fwrite(buffer, 1, (size_t)n, stdout);
    return (int)n;
}

async int main(int argc, char **argv)
{
    int error = argc == 3 ? await show(argv[1], argv[2]) : UV_EINVAL;
    if (error)
        fprintf(stderr, "dns: %s\n", uv_strerror(error));
    return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
