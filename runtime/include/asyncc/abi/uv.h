/*
 * asyncc/abi/uv.h - the leaves of asyncc/uv.h, for translated code.
 */
#ifndef ASYNCC_ABI_UV_H
#define ASYNCC_ABI_UV_H

#include <asyncc/abi/waiting.h>

#ifdef __cplusplus
extern "C" {
#endif

struct asyncc_request {
    struct asyncc_operation operation;
    void *request; /* a uv_req_t */
    int status;
};
asyncc_status asyncc_request_start(struct asyncc_request *self, void *request, int *value);
asyncc_status asyncc_request_resume(struct asyncc_request *self, int *value);

struct asyncc_poll_fd {
    struct asyncc_waiting waiting;
};
asyncc_status asyncc_poll_fd_start(struct asyncc_poll_fd *self, int fd, int events, int *value);
asyncc_status asyncc_poll_fd_resume(struct asyncc_poll_fd *self, int *value);

#ifdef __cplusplus
}
#endif
#endif
