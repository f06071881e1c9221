/*
 * asyncc.h - async and await for C: the dialect's keywords and the core of the runtime.
 *
 * A file that uses the keywords in definitions is translated by `asyncc` before it is compiled. Headers
 * and files that only declare async functions, start tasks or run a loop are ordinary C and need no
 * translation. The semantics are those of CPython's asyncio unless a comment says otherwise; errors are
 * reported as libuv does: an `int`, 0 or a negative UV_E... code of <uv.h>.
 *
 * Names: `_Async`, `_Await`, `_Defer` and `async_...` always exist. The short spellings (async, await,
 * defer, task, create_task, spawn, join, shield, gather, race, first_ok, timeout, task_cancel, ...) can be left out with
 * `#define ASYNCC_NO_SHORT_NAMES` before the include.
 *
 * Threads: each thread has a loop and tasks of its own. Nothing here may be called for another
 * thread's task.
 */
#ifndef ASYNCC_H
#define ASYNCC_H

#include <asyncc/abi/number.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uv_loop_s;  /* uv_loop_t */
struct async_task; /* what a task(T) points to; never defined */

/* ---- keywords ---- */

#ifndef ASYNCC_PROBE /* asyncc itself defines it, to see the keywords inside expanded macros */

/*
 * async: an async function. Before any declaration or definition of a function, or of a pointer to or
 * type of async functions; before or after `static`.
 * await: runs an async call to its end; the value is the call's.
 * With ASYNCC_SERIAL both are nothing, and all words mean what asyncc/serial.h says: the serial program.
 */
#if defined(ASYNCC_SERIAL) && defined(__ASYNCC__)
#error "ASYNCC_SERIAL: the serial program is compiled as it is, and not translated"
#endif
#if defined(ASYNCC_SERIAL)
#define _Async
#define _Await
#elif defined(__ASYNCC__) /* the translator's own parse: a mark that nobody else writes */
#define _Async __attribute__((annotate("async")))
#define _Await __extension__ __extension__ __extension__ __extension__
#elif defined(__clang__) && defined(ASYNCC_TRANSLATED) /* clang warns of the attribute in type names */
#define _Async
#define _Await __extension__
#elif defined(__clang__)
#define _Async __attribute__((annotate("async")))
#define _Await ASYNCC_NOT_TRANSLATED __extension__
#else
#define _Async
#define _Await ASYNCC_NOT_TRANSLATED __extension__
#endif

/*
 * What awaits has to be translated, also when it comes from a header. gcc refuses it otherwise. clang takes part in
 * editors, so it does when it makes code only: where untranslated code calls what nothing else does, as gather does, and,
 * behind an await, an async function of the runtime's (ASYNCC_LEAF) that is not started (ASYNCC_STARTED); and, for awaits of
 * all else, when it assembles (ASYNCC_AWAITED).
 * Translated files begin by defining ASYNCC_TRANSLATED, and get what they need of the runtime's inside from this
 * header, before any macro of the user's, whatever its name.
 */
#if defined(__has_attribute) && !defined(ASYNCC_SERIAL) && !defined(ASYNCC_TRANSLATED) && !defined(__ASYNCC__) && \
    !defined(ASYNCC_RUNTIME)
#if __has_attribute(__error__)
#define ASYNCC_MARKER __attribute__((__error__("it is in C that asyncc has not translated")))
#ifdef __clang__
#define ASYNCC_IS_REFUSED 1 /* also in a translated file, if this header came before, precompiled */
#define ASYNCC_NOT_TRANSLATED _Pragma("clang diagnostic error \"-Wattribute-warning\"") ASYNCC_AWAITED
#define ASYNCC_LEAF \
    __attribute__((annotate("asyncc_leaf"), __warning__("await in C that asyncc has not translated")))
#define ASYNCC_STARTED(...)                                                              \
    (_Pragma("clang diagnostic push")                                                    \
     _Pragma("clang diagnostic ignored \"-Wattribute-warning\"") (void)(__VA_ARGS__) \
     _Pragma("clang diagnostic pop"), 0)
#define ASYNCC_NO_TASK asyncc_join_marker()
struct async_task *asyncc_join_marker(void) ASYNCC_MARKER;
/*
 * A prefix operator cannot evaluate anything beside its operand, but a pragma can name a library anywhere. Its name goes into
 * a section of the object, of which the assembler asks here that it be short: `.org` does not go back. Names of libraries that
 * are meant are shorter, and lld finds none of this one.
 */
#if defined(__ELF__)
#define ASYNCC_AWAITED \
    _Pragma("comment(lib, \"C that asyncc has not translated: the await at \" __FILE__ \":\" ASYNCC_STRING(__LINE__))")
__asm__(".pushsection .deplibs, \"MS\", %0x6fff4c04, 1\n"
        "1:\n"
        "\t.subsection 1\n"
        "2:\n"
        "\t.org (2b - 1b) - (2b - 1b) / 48 /* " __BASE_FILE__ ": await in C that asyncc has not translated */\n"
        "\t.popsection");
#else
#define ASYNCC_AWAITED
#endif
#endif
#endif
#endif
#ifndef ASYNCC_MARKER
#define ASYNCC_MARKER
#endif
#ifndef ASYNCC_NOT_TRANSLATED
#ifdef __clang__
#define ASYNCC_NOT_TRANSLATED
#else
#define ASYNCC_NOT_TRANSLATED _Pragma("GCC error \"await in C that asyncc has not translated\"")
#endif
#endif
#ifndef ASYNCC_STARTED
#define ASYNCC_STARTED(...) ((void)(__VA_ARGS__), 0)
#define ASYNCC_NO_TASK ((struct async_task *)0)
#endif

/* defer statement: it runs when the enclosing block is left, in whatever way. */
#if !defined(ASYNCC_SERIAL) || !defined(__STDC_DEFER_TS25755__)
#define _Defer while (asyncc_defer_marker())
#endif

/* The type of a handle of a task whose result is a T: async_task(int) t, u[4]; */
#define async_task(T) __typeof__(__typeof__(T) (*)(struct async_task *))

/*
 * Starts the call as a task and gives its handle, an async_task(T); NULL when there is no memory. The
 * task takes its first step when the current task next suspends (outside of tasks: when the loop next
 * runs), in the order of creation. The handle is owned by the caller: await it with async_join, or
 * release it with async_task_unref; the task itself runs to its end either way. asyncio.create_task.
 */
#define async_create_task(call) ASYNCC_TASK(ASYNCC_HANDLE(call), call)

/* Starts the call as a task without a handle: 0 or UV_ENOMEM. */
#define async_spawn(call) asyncc_spawn(ASYNCC_STARTED(call), ASYNCC_HERE)

/*
 * await async_join(t): waits for the task; the value is its result. Releases the handle. If the task was
 * cancelled, so is the one that joins it; if the one that joins is cancelled, so is the task first.
 * `await task` in asyncio.
 */
#define async_join(t) ((t)(ASYNCC_NO_TASK))

/*
 * await async_shield(t): the same, but if the one that waits is cancelled the task runs on, without this handle.
 * asyncio.shield.
 */
#define async_shield(t) ((t)(asyncc_shield_marker()))

/*
 * await async_gather(a = f(1), b = g(2), h()): runs the calls at once, each as a task; when all have
 * ended, each result is assigned. Destinations are evaluated once, at the start, in order. Cancelling it
 * cancels all of them; it ends when all have ended. asyncio.gather. Items of it, of a race and of a timeout may also be joins,
 * shields, gathers, races and timeouts, without await: gather(a = join(t), late = timeout(1, b = f())).
 */
#define async_gather(...) ((void)(asyncc_gather_marker(), __VA_ARGS__))

/*
 * await async_race(a = f(1), b = g(2), h()): runs the calls at once, each as a task. The first one that ends without
 * having been cancelled wins: its result is assigned, the others are cancelled. When they have ended, too, the value is
 * the winner's number, from 0. What the others' destinations are does not change. If all of them were cancelled, so is
 * the one that waits. Cancelling it cancels all of them, and may lose the winner's result.
 * asyncio.wait(FIRST_COMPLETED), with the rest cancelled and awaited.
 */
#define async_race(...) (asyncc_race_marker(), __VA_ARGS__, asyncc_race_winner())

/*
 * await async_first_ok(n = f(1), n = g(2)): the same, but an item that returns a negative value has failed, and does not
 * win: the first one that returns another does, and the others are cancelled. The value is its number, or, when all have
 * failed, the negative value of the one that did so last; then no destination changes. Items are of signed integer types; so is a
 * timeout among them, which fails by UV_ETIMEDOUT. JavaScript's Promise.any, with the rest cancelled and awaited.
 */
#define async_first_ok(...) (asyncc_first_ok_marker(), __VA_ARGS__, asyncc_race_winner())

/*
 * await async_timeout(seconds, n = f()): 0, or UV_ETIMEDOUT if f was cancelled because the seconds were
 * over; f has ended in both cases, and n is assigned only when the value is 0. Several items are a gather of them. A cancel from outside is not
 * swallowed; of several timeouts around a call the outer ones end it, too, whatever the inner ones do.
 * asyncio.timeout.
 */
#define async_timeout(seconds, ...) (asyncc_timeout_marker(seconds), __VA_ARGS__, asyncc_timeout_status())

#ifndef ASYNCC_NO_SHORT_NAMES
#define async _Async
#define await _Await
#define defer _Defer
#define task(T) async_task(T)
#define create_task(call) async_create_task(call)
#define spawn(call) async_spawn(call)
#define join(t) async_join(t)
#define shield(t) async_shield(t)
#define gather(...) async_gather(__VA_ARGS__)
#define race(...) async_race(__VA_ARGS__)
#define first_ok(...) async_first_ok(__VA_ARGS__)
#define timeout(seconds, ...) async_timeout(seconds, __VA_ARGS__)
#define task_ref(t) async_task_ref(t)
#define task_unref(t) async_task_unref(t)
#define task_cancel(t) async_task_cancel(t)
#define task_done(t) async_task_done(t)
#define task_status(t) async_task_status(t)
#endif

/* Async functions of the runtime whose frame callers embed: `async_x` is `asyncc_x_start` and `_resume`. */
#ifdef ASYNCC_LEAF
#elif (defined(__clang__) || defined(__ASYNCC__)) && !defined(ASYNCC_SERIAL)
#define ASYNCC_LEAF __attribute__((annotate("asyncc_leaf")))
#else
#define ASYNCC_LEAF
#endif

/* What a serial program cannot call; of compilers without the attribute it gets UV_ENOMEM. */
#if defined(ASYNCC_SERIAL) && defined(__has_attribute)
#if __has_attribute(__error__)
#define ASYNCC_NOT_SERIAL __attribute__((__error__("it has no meaning in a serial program")))
#endif
#endif
#ifndef ASYNCC_NOT_SERIAL
#define ASYNCC_NOT_SERIAL
#endif

/* ---- running ---- */

/*
 * Runs the call as the main task of a new loop; the value is the call's. asyncio.run, whose order at the
 * end it keeps: when the main task has ended, what is ready runs once more, then every task that is left
 * is cancelled and runs to its end, and the loop is closed. If the main task was cancelled, the value is zero;
 * likewise if it could not be started or its loop could not be made, for want of memory or of descriptors, and then a
 * line on standard error says so. Must not be called from within a task.
 *
 * The loop is uv_default_loop(), so that handles of the program's own may live there; a thread that runs while
 * another one uses that gets a loop of its own. When nothing is left that could wake a task, the tasks and what
 * they wait for are printed, all are cancelled, and the value is zero.
 *
 * Who aborts meanwhile without a word, as libuv does where a system call fails that it cannot do without, has a line on
 * standard error: in which task, and the last error; unless the program handles SIGABRT itself.
 *
 * A thread's stack of 32 KiB is enough, of which libuv takes half: calls of any depth use no more than half of what is
 * left when the loop begins, and no more than 64 KiB.
 */
#define async_run(call) ASYNCC_RUN(__typeof__(call), call)

/*
 * Makes the loop, which stays the caller's, this thread's loop for tasks: 0, UV_EBUSY if the thread has
 * one, or a libuv error. Tasks then run whenever uv_run runs the loop, which stays alive while they have
 * something to wait for.
 */
int async_attach(struct uv_loop_s *loop);

/*
 * Runs an attached loop until the call, started as a task, has ended; the value is the call's. Other tasks
 * stay where they are, as with asyncio's loop.run_until_complete.
 */
#define async_run_until_complete(loop, call) ASYNCC_RUN_UNTIL_COMPLETE(__typeof__(call), loop, call)

/*
 * Cancels the tasks that are left, runs them to their end, and takes the runtime's handles off the loop:
 * 0, or UV_EINVAL if the loop is not this thread's. The loop can be closed or used on.
 */
int async_detach(struct uv_loop_s *loop);

/* ---- awaitables ---- */

/*
 * Suspends for `seconds`; 0 or less, or not a number, is async_yield. Infinity, and all beyond some 290 years, is
 * until a cancel. When cancelled it ends at once. Never early; on Linux some ten microseconds late when nothing else is to
 * be done, elsewhere up to two milliseconds, as libuv's timers. So are time limits. asyncio.sleep.
 */
_Async void async_sleep(double seconds) ASYNCC_LEAF;

/* Lets everything that is ready run once. asyncio.sleep(0). */
_Async void async_yield(void) ASYNCC_LEAF;

enum { ASYNC_ALL_COMPLETED, ASYNC_FIRST_COMPLETED };

/*
 * Waits until all, or the first, of `count` tasks have ended; `tasks` is an array of async_task(T), any T.
 * The value is the number of those that have ended, or UV_ENOMEM. It releases nothing, and a cancelled
 * task does not cancel the one that waits; cancelling the one that waits cancels none of the tasks.
 * asyncio.wait.
 */
_Async int async_wait(const void *tasks, size_t count, int until) ASYNCC_LEAF;

/* The same, for `seconds` at most. The value may then be 0. asyncio.wait(timeout=seconds). */
_Async int async_wait_timeout(const void *tasks, size_t count, int until, double seconds) ASYNCC_LEAF;

/*
 * Waits until one of `count` tasks has failed, that is, returned a negative value, or all have ended; otherwise as
 * async_wait. A cancelled task has not failed. asyncio.wait(return_when=FIRST_EXCEPTION).
 */
_Async int async_wait_first_failed(async_task(int) const *tasks, size_t count) ASYNCC_LEAF;

/* ---- handles; `t` is an async_task(T) ---- */

/* What they stand for: a handle is a pointer to a function, of which some compilers remark on the alignment. */
#define ASYNCC_UNIT_OF(t) (__extension__ (struct asyncc_unit *)(void *)(t))

/* One more owner: the handle must be released once more. The value is t. */
#define async_task_ref(t) (__extension__ (__typeof__(t))asyncc_task_ref(ASYNCC_UNIT_OF(t)))

/* Releases the handle without waiting. The task runs on. */
#define async_task_unref(t) asyncc_task_unref(ASYNCC_UNIT_OF(t))

/*
 * Asks the task to end at the await it stands in: what it waits for is cancelled first, then its defers run,
 * innermost first. A task that has not begun never runs. 1, or 0 if it had ended already. Task.cancel.
 */
#define async_task_cancel(t) asyncc_task_cancel(ASYNCC_UNIT_OF(t))

/* 1 when the task has ended, 0 while it runs. Task.done. */
#define async_task_done(t) (asyncc_task_status(ASYNCC_UNIT_OF(t)) != asyncc_task_running())

/* UV_EAGAIN while it runs, 0 when it returned, UV_ECANCELED when it was cancelled. */
#define async_task_status(t) asyncc_task_status(ASYNCC_UNIT_OF(t))

/* ---- clock ---- */

/* Seconds of the clock that deadlines are kept in; only differences mean something. loop.time(). */
double async_time(void);

/* The same in nanoseconds. */
__UINT64_TYPE__ async_hrtime(void); /* a uint64_t */

/*
 * The virtual clock, for tests: time stands still while tasks run, and jumps to the next deadline when
 * nothing else is left to do. Also switched on by ASYNCC_CLOCK=virtual in the environment. It takes effect
 * for loops begun afterwards: async_run, async_attach.
 *
 * Time also stands still while files are worked on, names looked up and functions run in other threads. Other
 * I/O of libuv's gets 10 milliseconds of real time before each jump.
 */
void async_clock_set_virtual(int on);

/* Moves the virtual clock on, as work that takes that long would. */
void async_clock_advance(double seconds);

/* ---- what the macros above call ---- */

struct asyncc_unit;
#define ASYNCC_STRING_(line) #line
#define ASYNCC_STRING(line) ASYNCC_STRING_(line)
#define ASYNCC_HERE __FILE__ ":" ASYNCC_STRING(__LINE__)
/*
 * A call and the type of its value, which may be void: C has no way to get both from one mention. The translator, which
 * reads what stands in typeof as well as anything else, has the call there only; where the text must not stand twice,
 * since it has labels or defines types, it puts the type in the place of typeof.
 */
#define ASYNCC_HANDLE(call) __typeof__(__typeof__(call) (*)(struct async_task *))
#ifdef __ASYNCC__
#define ASYNCC_TASK(type, call) ((ASYNCC_HANDLE(call))asyncc_create_task(0, ASYNCC_HERE))
#define ASYNCC_RUN(type, call) (*(__typeof__(call) *)asyncc_run(0))
#define ASYNCC_RUN_UNTIL_COMPLETE(type, loop, call) (*(__typeof__(call) *)asyncc_run_until_complete(loop, 0))
void *asyncc_run(int called);
void *asyncc_run_until_complete(struct uv_loop_s *loop, int called);
#else
#define ASYNCC_TASK(type, call) (__extension__ (type)asyncc_create_task(ASYNCC_STARTED(call), ASYNCC_HERE))
#define ASYNCC_RUN(type, call)                                                                  \
    __extension__({                                                                             \
        typedef type asyncc_type;                                                               \
        ASYNCC_VALUE(asyncc_type) asyncc_value;                                                 \
        asyncc_run(ASYNCC_STARTED(call), &asyncc_value, ASYNCC_SIZE(asyncc_type));              \
        __builtin_choose_expr(ASYNCC_IS_VOID(asyncc_type), (void)0, asyncc_value);              \
    })
#define ASYNCC_RUN_UNTIL_COMPLETE(type, loop, call)                                             \
    __extension__({                                                                             \
        typedef type asyncc_type;                                                               \
        ASYNCC_VALUE(asyncc_type) asyncc_value;                                                 \
        asyncc_run_until_complete((loop), ASYNCC_STARTED(call), &asyncc_value,                  \
                                  ASYNCC_SIZE(asyncc_type));                                    \
        __builtin_choose_expr(ASYNCC_IS_VOID(asyncc_type), (void)0, asyncc_value);              \
    })
#define ASYNCC_IS_VOID(type) _Generic((type *)0, void *: 1, default: 0)
#define ASYNCC_VALUE(type) __typeof__(*__builtin_choose_expr(ASYNCC_IS_VOID(type), (int *)0, (type *)0))
#define ASYNCC_SIZE(type) (ASYNCC_IS_VOID(type) ? 0 : sizeof(ASYNCC_VALUE(type)))
void asyncc_run(int called, void *result, size_t size) ASYNCC_SYMBOL(asyncc_run_abi);
void asyncc_run_until_complete(struct uv_loop_s *loop, int called, void *result, size_t size)
    ASYNCC_SYMBOL(asyncc_run_until_complete_abi);
#endif
void *asyncc_create_task(int called, const char *where) ASYNCC_SYMBOL(asyncc_create_task_abi);
int asyncc_spawn(int called, const char *where) ASYNCC_SYMBOL(asyncc_spawn_abi);
void *asyncc_task_ref(struct asyncc_unit *task);
void asyncc_task_unref(struct asyncc_unit *task);
int asyncc_task_cancel(struct asyncc_unit *task);
int asyncc_task_status(struct asyncc_unit *task);
int asyncc_task_running(void); /* UV_EAGAIN */
int asyncc_defer_marker(void) ASYNCC_MARKER;
struct async_task *asyncc_shield_marker(void) ASYNCC_MARKER;
void asyncc_gather_marker(void) ASYNCC_MARKER;
void asyncc_race_marker(void) ASYNCC_MARKER;
void asyncc_first_ok_marker(void) ASYNCC_MARKER;
int asyncc_race_winner(void);
void asyncc_timeout_marker(double seconds) ASYNCC_MARKER;
int asyncc_timeout_status(void);

#ifdef ASYNCC_SERIAL
#include <asyncc/serial.h>
#endif

#endif /* ASYNCC_PROBE */

#ifdef __cplusplus
}
#endif

#ifdef ASYNCC_TRANSLATED
#include <asyncc/abi.h>
#endif

#endif
