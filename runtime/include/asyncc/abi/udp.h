/*
 * asyncc/abi/udp.h - the leaves of asyncc/udp.h, for translated code.
 */
#ifndef ASYNCC_ABI_UDP_H
#define ASYNCC_ABI_UDP_H

#include <sys/types.h>

#include <asyncc/abi/waiter.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_udp;
struct sockaddr;
struct sockaddr_storage;

struct asyncc_udp_receive {
    struct asyncc_io_waiter waiter;
    struct async_udp *udp;
    void *buffer;
    size_t size;
    struct sockaddr_storage *from;
};
asyncc_status asyncc_udp_receive_start(struct asyncc_udp_receive *self, struct async_udp *udp, void *buffer, size_t size,
                                       struct sockaddr_storage *from, ssize_t *value);
asyncc_status asyncc_udp_receive_resume(struct asyncc_udp_receive *self, ssize_t *value);

struct asyncc_udp_send {
    struct asyncc_operation operation;
    struct asyncc_udp_request *request; /* libuv has it */
    int value;
};
asyncc_status asyncc_udp_send_start(struct asyncc_udp_send *self, struct async_udp *udp, const void *data, size_t size,
                                    const struct sockaddr *to, int *value);
asyncc_status asyncc_udp_send_resume(struct asyncc_udp_send *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
