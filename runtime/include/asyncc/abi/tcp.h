/*
 * asyncc/abi/tcp.h - the leaves of asyncc/tcp.h, for translated code.
 */
#ifndef ASYNCC_ABI_TCP_H
#define ASYNCC_ABI_TCP_H

#include <asyncc/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_stream;
struct async_tcp_listener;

struct asyncc_tcp_connect {
    struct asyncc_operation operation;
    struct asyncc_tcp_attempt *attempt; /* under way; NULL when it has ended */
    struct async_stream **stream;       /* the caller's */
    struct async_stream *connected;
    int value;
};
asyncc_status asyncc_tcp_connect_start(struct asyncc_tcp_connect *self, const char *host, int port,
                                       struct async_stream **stream, int *value);
asyncc_status asyncc_tcp_connect_resume(struct asyncc_tcp_connect *self, int *value);

struct asyncc_tcp_accept {
    struct asyncc_operation operation;
    struct async_tcp_listener *listener; /* NULL when it was closed meanwhile, or nothing was begun */
    struct async_stream **stream;        /* the caller's */
    struct async_stream *accepted;
    struct asyncc_tcp_accept *next, *previous; /* of the same listener */
    int value;
    int ended; /* the value is there */
};
asyncc_status asyncc_tcp_accept_start(struct asyncc_tcp_accept *self, struct async_tcp_listener *listener,
                                      struct async_stream **stream, int *value);
asyncc_status asyncc_tcp_accept_resume(struct asyncc_tcp_accept *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
