/*
 * asyncc/random.h - random bytes from the system, awaited.
 */
#ifndef ASYNCC_RANDOM_H
#define ASYNCC_RANDOM_H

#include <asyncc.h>
#include <asyncc/abi/random.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Fills the buffer with bytes that are good for cryptography: 0, or a negative UV_E... code, UV_EAGAIN without threads
 * (see fs.h). One of libuv's threads does it; a cancel ends at once only what none has begun, since the buffer is used.
 * uv_random.
 */
_Async int async_random(void *buffer, size_t size) ASYNCC_LEAF;

#ifdef __cplusplus
}
#endif
#endif
