/*
 * libuv_threads.h - the threads of libuv's, on which files, names and random bytes are done. libuv starts all of them
 * when the first is needed, and aborts if it cannot.
 */
#ifndef ASYNCC_IO_LIBUV_THREADS_H
#define ASYNCC_IO_LIBUV_THREADS_H

#include <stdatomic.h>

extern atomic_int asyncc_libuv_has_threads;

/* Whether that many can be had: 0, or UV_EAGAIN, and libuv must not be asked for what needs one. */
int asyncc_libuv_try_threads(void) __attribute__((cold));

/* In front of every call of libuv's that needs one: the same; it is tried once. */
static inline int asyncc_libuv_threads(void)
{
    if (__builtin_expect(atomic_load_explicit(&asyncc_libuv_has_threads, memory_order_relaxed), 1))
        return 0;
    return asyncc_libuv_try_threads();
}

#endif
