/*
 * asyncc/uv.h - awaiting libuv itself: its requests, and file descriptors.
 *
 * A request is begun as libuv's documentation says, with the callback of here that its type wants, and then awaited:
 *
 *     uv_fs_t request;
 *     int result = uv_fs_mkdtemp(async_uv_loop(), &request, "/tmp/XXXXXX", async_fs_cb);
 *     if (result == 0)
 *         result = await async_request(&request);
 *     ... request.path ...
 *     uv_fs_req_cleanup(&request);
 *
 * Nothing else may be awaited between the two.
 */
#ifndef ASYNCC_UV_H
#define ASYNCC_UV_H

#include <asyncc.h>
#include <uv.h>

#include <asyncc/abi/uv.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The loop of this thread's tasks; NULL when it has none. The child of a fork() that goes on with them first of all gives
 * it to uv_loop_fork. What other threads do at the fork, files and names too, they do for the parent only: the child must
 * not wait for requests of before.
 */
uv_loop_t *async_uv_loop(void);

/*
 * Waits until a callback of below is called for the request, any uv_..._t that is a request: its status; of a uv_fs_t
 * its result. What else a callback tells stands in the request or is stored where the callback's line says.
 * `request->data` is the runtime's from here to there. Cancelled: uv_cancel is tried, and the wait ends when the
 * callback was called, since the request is in use until then: writes, connects and sends go on.
 */
_Async int async_request(void *request) ASYNCC_LEAF;

void async_fs_cb(uv_fs_t *request);
void async_connect_cb(uv_connect_t *request, int status);
void async_write_cb(uv_write_t *request, int status);
void async_shutdown_cb(uv_shutdown_t *request, int status);
void async_udp_send_cb(uv_udp_send_t *request, int status);
void async_getaddrinfo_cb(uv_getaddrinfo_t *request, int status, struct addrinfo *result); /* request->addrinfo */
void async_getnameinfo_cb(uv_getnameinfo_t *request, int status, const char *host, const char *service);
/* request->host, request->service */
void async_after_work_cb(uv_work_t *request, int status);
void async_random_cb(uv_random_t *request, int status, void *buffer, size_t size);

/*
 * Waits until one of the events is there, of UV_READABLE, UV_WRITABLE, UV_DISCONNECT, UV_PRIORITIZED: those that are,
 * or a libuv error. Several tasks may wait for one descriptor. It must be one that epoll takes, not a file, and must
 * not be closed meanwhile. Cancelled: nothing is lost, since nothing is read. loop.add_reader, uv_poll_t.
 */
_Async int async_poll_fd(int fd, int events) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
