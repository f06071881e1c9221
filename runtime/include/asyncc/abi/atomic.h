/*
 * asyncc/abi/atomic.h - what the macros of clang's <stdatomic.h> expand to, for gcc.
 *
 * A macro whose arguments await is replaced by its expansion, which is that of clang's headers. These are what gcc's own
 * macros do, for objects of every type; as theirs, their locals may hide each other.
 */
#ifndef ASYNCC_ABI_ATOMIC_H
#define ASYNCC_ABI_ATOMIC_H

#pragma GCC system_header

/* `made`, with the object's address, and a value of its type that is given, or that the operation gives. */
#define ASYNCC_ATOMIC(object, made)                  \
    __extension__({                                  \
        __auto_type asyncc_object = (object);        \
        __typeof__((void)0, *asyncc_object) made;    \
    })

#define __c11_atomic_init(object, value) __c11_atomic_store(object, value, __ATOMIC_RELAXED)
#define __c11_atomic_store(object, value, order) \
    ASYNCC_ATOMIC(object, asyncc_value = (value); __atomic_store(asyncc_object, &asyncc_value, (order)))
#define __c11_atomic_load(object, order) \
    ASYNCC_ATOMIC(object, asyncc_loaded; __atomic_load(asyncc_object, &asyncc_loaded, (order)); asyncc_loaded)
#define __c11_atomic_exchange(object, value, order)                                         \
    ASYNCC_ATOMIC(object, asyncc_value = (value); __typeof__(asyncc_value) asyncc_loaded;   \
                  __atomic_exchange(asyncc_object, &asyncc_value, &asyncc_loaded, (order)); asyncc_loaded)
#define ASYNCC_ATOMIC_COMPARE(object, expected, value, weak, order, failed) \
    ASYNCC_ATOMIC(object, asyncc_value = (value);                           \
                  __atomic_compare_exchange(asyncc_object, (expected), &asyncc_value, weak, (order), (failed)))
#define __c11_atomic_compare_exchange_strong(object, expected, value, order, failed) \
    ASYNCC_ATOMIC_COMPARE(object, expected, value, 0, order, failed)
#define __c11_atomic_compare_exchange_weak(object, expected, value, order, failed) \
    ASYNCC_ATOMIC_COMPARE(object, expected, value, 1, order, failed)
#define __c11_atomic_fetch_add(object, value, order) __atomic_fetch_add(object, value, order)
#define __c11_atomic_fetch_sub(object, value, order) __atomic_fetch_sub(object, value, order)
#define __c11_atomic_fetch_or(object, value, order) __atomic_fetch_or(object, value, order)
#define __c11_atomic_fetch_xor(object, value, order) __atomic_fetch_xor(object, value, order)
#define __c11_atomic_fetch_and(object, value, order) __atomic_fetch_and(object, value, order)
#define __c11_atomic_is_lock_free(size) __atomic_is_lock_free(size, 0)
#define __c11_atomic_thread_fence(order) __atomic_thread_fence(order)
#define __c11_atomic_signal_fence(order) __atomic_signal_fence(order)

#endif
