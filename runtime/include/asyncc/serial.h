/*
 * asyncc/serial.h - the serial program: what the words of asyncc.h mean with ASYNCC_SERIAL, which is to be defined for
 * all files of a program or for none. Included by asyncc.h.
 *
 * There are no tasks: what would be one is called where it begins, and has ended when it has a handle. So nothing is
 * cancelled, and no time limit is over before its call is. The words need no library. Async functions of the
 * runtime do: each runs this thread's loop until it has ended.
 *
 *     word                        serial meaning
 *     async, await                nothing
 *     create_task(call)           the call, now; its value goes into memory of the handle's. Tags that it defines are local
 *     spawn(call)                 the call, now; 0
 *     join(t), shield(t)          the value; releases the handle
 *     gather(a = f(), g())        the calls, one after the other
 *     race(a = f(), b = g())      the first call alone; 0
 *     first_ok(a = f(), b = g())  the first call alone; 0, or its value if that is negative
 *     timeout(seconds, a = f())   the seconds, then the calls; 0
 *     defer statement             the same as in async C; gcc only, or with the compiler's own _Defer of TS 25755
 *     async_run(call), async_run_until_complete(loop, call)   the call
 *     task_ref, task_unref        the same as in async C
 *     task_cancel, task_done, task_status   0, 1, 0: as of a task that has returned
 *     async_wait and its like     the number of the tasks
 *     async_group_spawn, async_group_create_task   the call, now, unless the group was cancelled or a call has failed
 *     async_completions_next      the tasks in their order
 *     async_remote_spawn, async_remote_call   refused: another thread's loop has no task to wait in
 */
#ifndef ASYNCC_SERIAL_H
#define ASYNCC_SERIAL_H

#include <asyncc.h>

#ifdef ASYNCC_SERIAL

/* So that the runtime, when it is linked, knows: what its async functions do then is loop/serial.c's. */
__attribute__((__weak__)) char asyncc_serial_program;

/* Inline without being static: users' inline functions may call them. Never emitted. */
#define ASYNCC_SERIAL_FUNCTION \
    extern __inline__ __attribute__((__gnu_inline__, __always_inline__, __unused__, __no_instrument_function__))

/* Not constants: those would be called statements without an effect. */
ASYNCC_SERIAL_FUNCTION int asyncc_serial_0(void)
{
    return 0;
}

ASYNCC_SERIAL_FUNCTION int asyncc_serial_failure(long long value)
{
    return value < 0 ? (int)value : 0;
}

ASYNCC_SERIAL_FUNCTION int asyncc_serial_number(size_t count)
{
    return (int)count;
}

/* ---- calls ---- */

#define ASYNCC_FIRST(first, ...) (void)(first), (void)(0 && ((void)(__VA_ARGS__), 0))

#undef async_gather
#define async_gather(...) ((void)(__VA_ARGS__))
#undef async_race
#define async_race(...) (ASYNCC_FIRST(__VA_ARGS__, 0), asyncc_serial_0())
#undef async_first_ok
#define async_first_ok(...) ASYNCC_FIRST_OK(__VA_ARGS__, 0)
#define ASYNCC_FIRST_OK(first, ...) (asyncc_serial_failure(first) + (0 && ((void)(__VA_ARGS__), 0)))
#undef async_timeout
#define async_timeout(seconds, ...) ((void)(seconds), (void)(__VA_ARGS__), asyncc_serial_0())
#undef async_spawn
#define async_spawn(call) ((void)(call), asyncc_serial_0())
#undef async_run
#define async_run(call) (call)
#undef async_run_until_complete
#define async_run_until_complete(loop, call) ((void)(loop), (call))

/* ---- handles: what they point to is this, with the value behind it ---- */

struct asyncc_serial_task {
    size_t references;
    size_t size;
};

/*
 * A handle's type, in a block of its own. A tag has it, as names that hide others would be warned of; but clang takes a
 * literal in a member's type for one outside of functions.
 */
#ifdef __clang__
#define ASYNCC_SERIAL_KEEP(type)                                                                              \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wshadow\"")                         \
    typedef type asyncc_serial_handle;                                                                        \
    _Pragma("clang diagnostic pop")
#define ASYNCC_SERIAL_HANDLE asyncc_serial_handle
#else
#define ASYNCC_SERIAL_KEEP(type)                                                                              \
    struct asyncc_serial_of {                                                                                 \
        type handle;                                                                                          \
    };
#define ASYNCC_SERIAL_HANDLE __typeof__(((struct asyncc_serial_of *)0)->handle)
#endif

/* What a function of that type returns. */
#define ASYNCC_SERIAL_RESULT __typeof__((*(ASYNCC_SERIAL_HANDLE *)0)((struct async_task *)0))

/* NULL when there is no memory. */
ASYNCC_SERIAL_FUNCTION void *asyncc_serial_task(const void *value, size_t size)
{
    struct asyncc_serial_task *task = (struct asyncc_serial_task *)__builtin_malloc(sizeof *task + size);
    if (task) {
        task->references = 1;
        task->size = size;
        if (size)
            __builtin_memcpy(task + 1, value, size);
    }
    return task;
}

ASYNCC_SERIAL_FUNCTION void *asyncc_serial_ref(void *handle)
{
    if (handle)
        ++((struct asyncc_serial_task *)handle)->references;
    return handle;
}

ASYNCC_SERIAL_FUNCTION void asyncc_serial_unref(void *handle)
{
    if (handle && --((struct asyncc_serial_task *)handle)->references == 0)
        __builtin_free(handle);
}

/* The value, copied to its place, NULL for void; the handle is released. */
ASYNCC_SERIAL_FUNCTION void *asyncc_serial_take(void *handle, void *place)
{
    struct asyncc_serial_task *task = (struct asyncc_serial_task *)handle;
    if (!task) /* there was no memory for it: in async C the one that joins ends */
        __builtin_abort();
    if (place)
        __builtin_memcpy(place, task + 1, task->size);
    asyncc_serial_unref(task);
    return place;
}

#ifdef __cplusplus
extern "C++" {

template <class T> struct asyncc_serial_of {
    typedef T (*handle)(struct async_task *);
    template <class F> static handle start(F call)
    {
        T value[1] = { call() };
        return (handle)asyncc_serial_task(value, sizeof value);
    }
};

template <> struct asyncc_serial_of<void> {
    typedef void (*handle)(struct async_task *);
    template <class F> static handle start(F call)
    {
        call();
        return (handle)asyncc_serial_task(0, 0);
    }
};

template <class F> typename asyncc_serial_of<decltype((*(F *)0)())>::handle asyncc_serial_start(F call)
{
    return asyncc_serial_of<decltype(call())>::start(call);
}

template <class T> T asyncc_serial_join(T (*handle)(struct async_task *))
{
    alignas(T) char place[sizeof(T)];
    return *(T *)asyncc_serial_take((void *)handle, place);
}

template <> inline void asyncc_serial_join<void>(void (*handle)(struct async_task *))
{
    asyncc_serial_take((void *)handle, 0);
}
}
#undef async_task
#define async_task(T) __typeof__(asyncc_serial_of<T>::handle)
#define ASYNCC_SERIAL_TASK(type, call) asyncc_serial_start([&]() { return call; })
#define ASYNCC_SERIAL_JOIN(t) asyncc_serial_join(t)
#else
#define ASYNCC_SERIAL_TASK(type, call)                                                                        \
    __extension__({                                                                                           \
        ASYNCC_SERIAL_KEEP(type)                                                                              \
        (ASYNCC_SERIAL_HANDLE)__builtin_choose_expr(                                                          \
            ASYNCC_IS_VOID(ASYNCC_SERIAL_RESULT), asyncc_serial_task(((void)(call), (void *)0), 0),           \
            asyncc_serial_task((ASYNCC_VALUE(ASYNCC_SERIAL_RESULT)[1]){ __builtin_choose_expr(                \
                                   ASYNCC_IS_VOID(ASYNCC_SERIAL_RESULT), 0, call) },                          \
                               sizeof(ASYNCC_VALUE(ASYNCC_SERIAL_RESULT))));                                  \
    })
#define ASYNCC_SERIAL_JOIN(t)                                                                                 \
    __extension__({                                                                                           \
        ASYNCC_SERIAL_KEEP(__typeof__(t))                                                                     \
        __builtin_choose_expr(ASYNCC_IS_VOID(ASYNCC_SERIAL_RESULT), (void)asyncc_serial_take((void *)(t), 0), \
                              *(ASYNCC_VALUE(ASYNCC_SERIAL_RESULT) *)asyncc_serial_take(                      \
                                  (void *)(t), (ASYNCC_VALUE(ASYNCC_SERIAL_RESULT)[1]){}));                   \
    })
#endif

#undef async_create_task
#define async_create_task(call) ASYNCC_SERIAL_TASK(ASYNCC_HANDLE(call), call)
#undef async_join
#define async_join(t) ASYNCC_SERIAL_JOIN(t)
#undef async_shield
#define async_shield(t) ASYNCC_SERIAL_JOIN(t)
#undef async_task_ref
#define async_task_ref(t) (__extension__(__typeof__(t))asyncc_serial_ref((void *)(t)))
#undef async_task_unref
#define async_task_unref(t) (__extension__ asyncc_serial_unref((void *)(t)))
#undef async_task_cancel
#define async_task_cancel(t) ((void)(t), asyncc_serial_0())
#undef async_task_done
#define async_task_done(t) ((void)(t), !asyncc_serial_0())
#undef async_task_status
#define async_task_status(t) ((void)(t), asyncc_serial_0())

#define async_wait(tasks, count, until) ((void)(tasks), (void)(until), asyncc_serial_number(count))
#define async_wait_timeout(tasks, count, until, seconds) \
    ((void)(tasks), (void)(until), (void)(seconds), asyncc_serial_number(count))
#define async_wait_first_failed(tasks, count) ((void)(tasks), asyncc_serial_number(count))

/* ---- defer ---- */

#if defined(__STDC_DEFER_TS25755__) /* the compiler's */
#elif defined(__clang__) || !defined(__GNUC__) || defined(ASYNCC_NO_DEFER)
#undef _Defer
#define _Defer _Pragma("GCC error \"defer has a serial meaning for gcc, and with the compiler's own _Defer only\"") if (0)
#else

/*
 * The statement stays in its place, as the body of a loop that is not entered at first. When its block is left,
 * `cleanup` calls asyncc_serial_leave. That goes to the loop's head with the registers of the block's function but leaves
 * its own frame on the stack: the head makes room down to below that, so that what the statement calls does not
 * overwrite it. Behind the statement asyncc_serial_back goes on in asyncc_serial_leave, and that returns.
 *
 * What the statement reads and writes is so behind the compiler's back: the locals have to be in memory, as they are
 * without optimization. What then does not compile (intrinsics that need constants) does with ASYNCC_NO_DEFER.
 */
#pragma GCC optimize("O0")

struct asyncc_serial_defer {
    void *statement[5], *leave[5]; /* places to go to */
    void *frame;                   /* of the block's function */
    void *below;
    size_t room;
    size_t reached; /* tells whether it was: a jump past the defer leaves here what was here */
};

void asyncc_serial_leave(struct asyncc_serial_defer *self);
void asyncc_serial_back(struct asyncc_serial_defer *self) __attribute__((__noreturn__));
char *asyncc_serial_lower(void);

#undef _Defer
#define _Defer ASYNCC_SERIAL_DEFER(__COUNTER__)
#define ASYNCC_SERIAL_DEFER(number) ASYNCC_SERIAL_DEFER_(number)
#define ASYNCC_SERIAL_DEFER_(number) ASYNCC_SERIAL_DEFERRED(asyncc_serial_defer_##number)
#define ASYNCC_SERIAL_DEFERRED(name)                                                                \
    ;                                                                                               \
    struct asyncc_serial_defer name __attribute__((__cleanup__(asyncc_serial_leave)));              \
    for (name.frame = __builtin_frame_address(0), name.reached = ~(size_t)&name;                    \
         __builtin_setjmp(name.statement) && (name.below = __builtin_alloca(name.room)) != (void *)0; \
         asyncc_serial_back(&name))

/* An address below the frame of the function that calls it. */
__attribute__((__weak__, __noinline__)) char *asyncc_serial_lower(void)
{
    return (char *)__builtin_frame_address(0);
}

__attribute__((__weak__, __noinline__)) void asyncc_serial_leave(struct asyncc_serial_defer *self)
{
    if (self->reached != ~(size_t)self)
        return;
    self->reached = 0;
    self->room = (size_t)((char *)self->frame - asyncc_serial_lower());
    if (!__builtin_setjmp(self->leave))
        __builtin_longjmp(self->statement, 1);
}

__attribute__((__weak__, __noinline__)) void asyncc_serial_back(struct asyncc_serial_defer *self)
{
    __builtin_longjmp(self->leave, 1);
}
#endif
#endif
#endif
