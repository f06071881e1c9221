/*
 * tcp.c - TCP sockets: listening, options, names.
 */
#include "listener.h"

#include "address.h"

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc/tcp.h>

int async_tcp_listen_with(const char *host, int port, int backlog, unsigned flags, struct async_listener **result)
{
    union asyncc_address address;
    int error;
    *result = NULL;
    struct async_listener *listener = asyncc_listener_new_tcp(&error);
    if (!listener)
        return error;
    error = asyncc_address_parse(&address, host, port);
    if (error == 0)
        error = uv_tcp_bind(&listener->tcp, &address.any, flags & ASYNC_TCP_IPV6ONLY ? UV_TCP_IPV6ONLY : 0);
    return asyncc_listener_listen(listener, error, backlog, result);
}

int async_tcp_listen(const char *host, int port, int backlog, struct async_listener **result)
{
    return async_tcp_listen_with(host, port, backlog, 0, result);
}

int async_tcp_listener_port(const struct async_listener *listener)
{
    union asyncc_address address;
    int length = sizeof address;
    int error = uv_tcp_getsockname(&listener->tcp, &address.any, &length);
    return error ? error : asyncc_address_port(&address);
}

int async_tcp_open(int file, struct async_stream **result)
{
    int error;
    struct async_stream *stream = asyncc_stream_new_tcp(&error);
    return asyncc_stream_made(stream, stream ? uv_tcp_open(&stream->tcp, file) : error, result);
}

int async_tcp_nodelay(struct async_stream *stream, int on)
{
    return uv_tcp_nodelay(&stream->tcp, on);
}

int async_tcp_keepalive(struct async_stream *stream, int on, unsigned seconds)
{
    return uv_tcp_keepalive(&stream->tcp, on, seconds);
}

int async_tcp_getsockname(const struct async_stream *stream, struct sockaddr_storage *address)
{
    int length = sizeof *address;
    return uv_tcp_getsockname(&stream->tcp, (struct sockaddr *)address, &length);
}

int async_tcp_getpeername(const struct async_stream *stream, struct sockaddr_storage *address)
{
    int length = sizeof *address;
    return uv_tcp_getpeername(&stream->tcp, (struct sockaddr *)address, &length);
}
