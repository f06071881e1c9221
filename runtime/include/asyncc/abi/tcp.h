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
struct sockaddr;

struct asyncc_tcp_connect {
    struct asyncc_operation operation;
    struct asyncc_timer timer;    /* for the next attempt */
    struct asyncc_tcp_race *race; /* under way; NULL when it has ended */
    struct async_stream **stream; /* the caller's */
    struct async_stream *connected;
    int value;
    int queued; /* the unit is to go on */
};
asyncc_status asyncc_tcp_connect_start(struct asyncc_tcp_connect *self, const char *host, int port,
                                       struct async_stream **stream, int *value);
asyncc_status asyncc_tcp_connect_resume(struct asyncc_tcp_connect *self, int *value);

struct asyncc_tcp_connect_to {
    struct asyncc_tcp_connect connect;
};
asyncc_status asyncc_tcp_connect_to_start(struct asyncc_tcp_connect_to *self, const struct sockaddr *address,
                                          struct async_stream **stream, int *value);
asyncc_status asyncc_tcp_connect_to_resume(struct asyncc_tcp_connect_to *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
