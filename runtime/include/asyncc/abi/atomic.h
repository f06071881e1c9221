/*
 * asyncc/abi/atomic.h - what the macros of clang's <stdatomic.h> expand to, for gcc.
 *
 * A macro whose arguments await is replaced by its expansion, which is that of clang's headers. These are what gcc's own
 * macros do: for integers and pointers.
 */
#ifndef ASYNCC_ABI_ATOMIC_H
#define ASYNCC_ABI_ATOMIC_H

#define __c11_atomic_init(object, value) __atomic_store_n(object, value, __ATOMIC_RELAXED)
#define __c11_atomic_store(object, value, order) __atomic_store_n(object, value, order)
#define __c11_atomic_load(object, order) __atomic_load_n(object, order)
#define __c11_atomic_exchange(object, value, order) __atomic_exchange_n(object, value, order)
#define __c11_atomic_compare_exchange_strong(object, expected, value, order, failed) \
    __atomic_compare_exchange_n(object, expected, value, 0, order, failed)
#define __c11_atomic_compare_exchange_weak(object, expected, value, order, failed) \
    __atomic_compare_exchange_n(object, expected, value, 1, order, failed)
#define __c11_atomic_fetch_add(object, value, order) __atomic_fetch_add(object, value, order)
#define __c11_atomic_fetch_sub(object, value, order) __atomic_fetch_sub(object, value, order)
#define __c11_atomic_fetch_or(object, value, order) __atomic_fetch_or(object, value, order)
#define __c11_atomic_fetch_xor(object, value, order) __atomic_fetch_xor(object, value, order)
#define __c11_atomic_fetch_and(object, value, order) __atomic_fetch_and(object, value, order)
#define __c11_atomic_is_lock_free(size) __atomic_is_lock_free(size, 0)
#define __c11_atomic_thread_fence(order) __atomic_thread_fence(order)
#define __c11_atomic_signal_fence(order) __atomic_signal_fence(order)

#endif
