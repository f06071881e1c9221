/*
 * support.h - what the runtime's tests share: a log, a check that nothing is left, and the macros for async
 * functions written by hand.
 */
#ifndef ASYNCC_TESTS_SUPPORT_H
#define ASYNCC_TESTS_SUPPORT_H

#ifndef TEST_IN_DIALECT /* a file that is translated defines it */
#define ASYNCC_NO_SHORT_NAMES
#endif
#include <asyncc.h>
#include <asyncc/abi.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Appends a word to the log. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The log since the last call, words separated by blanks. */
const char *said(void);
#define assert_said(expected) assert_string_equal(said(), expected)

/* Fails the n-th allocation of the runtime from now on, and all after it if `rest`; 0: none. */
void fail_allocation(unsigned long n, int rest);

/* Setup and teardown of each test: the virtual clock; nothing may be left afterwards. */
int begin_test(void **state);
int end_test(void **state);
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin_test, end_test)

/* What the process prints to stderr, and how it ends, when it calls `act`: "" and 0 if it returns. */
const char *stderr_of(void (*act)(void), int *signal);

/*
 * An async function by hand. FUNCTION(name, result, { fields }) declares struct name_frame, struct name_unit
 * and its table entry; BODY(name) { BEGIN ... END } is its step, with `f` the frame and `u` the unit; START(name)
 * makes a unit `u` in its natural function.
 */
#define FUNCTION(ident, type, ...)                                                                \
    struct ident##_frame {                                                                        \
        unsigned state;                                                                          \
        struct __VA_ARGS__;                                                                      \
    };                                                                                           \
    struct ident##_unit {                                                                         \
        struct asyncc_unit unit;                                                                 \
        type result;                                                                             \
        struct ident##_frame frame;                                                               \
    };                                                                                           \
    static asyncc_status ident##_body(struct ident##_unit *u, struct ident##_frame *f);             \
    static asyncc_status ident##_step(struct asyncc_unit *unit)                                   \
    {                                                                                            \
        return ident##_body((struct ident##_unit *)unit, &((struct ident##_unit *)unit)->frame);  \
    }                                                                                            \
    static const struct asyncc_function ident##_function = {                                      \
        .name = #ident, .file = "test.c", .line = __LINE__, .step = ident##_step,                  \
        ASYNCC_UNIT_SIZE(struct ident##_unit),                                                    \
        .frame = offsetof(struct ident##_unit, frame), .result = offsetof(struct ident##_unit, result) \
    }
#define BODY(name)                                                                               \
    static asyncc_status name##_body(struct name##_unit *u __attribute__((unused)),              \
                                     struct name##_frame *f __attribute__((unused)))
#define START(name)                                                                              \
    struct name##_unit *u = asyncc_unit_new(&name##_function);                                   \
    if (!u)                                                                                      \
        return 0;                                                                                \
    u->frame.state = 0
#define BEGIN                                                                                    \
    asyncc_status s = ASYNCC_DONE;                                                               \
    (void)s;                                                                                     \
    switch (f->state) {                                                                          \
    default: asyncc_bad_state(__func__, f->state);                                               \
    case 0:
#define END                                                                                      \
    }                                                                                            \
    return ASYNCC_DONE

/* Await number k; afterwards s is ASYNCC_DONE or ASYNCC_CANCELLED. */
#define AWAIT_STATUS(k, start, resume)                                                           \
    do {                                                                                         \
        f->state = k;                                                                            \
        s = start;                                                                               \
        if (s == ASYNCC_PENDING)                                                                 \
            return s;                                                                            \
        if (0) {                                                                                 \
        case k:                                                                                  \
            s = resume;                                                                          \
            if (s == ASYNCC_PENDING)                                                             \
                return s;                                                                        \
        }                                                                                        \
    } while (0)
#define AWAIT(k, start, resume)                                                                  \
    do {                                                                                         \
        AWAIT_STATUS(k, start, resume);                                                          \
        if (s != ASYNCC_DONE)                                                                    \
            return s;                                                                            \
    } while (0)

#endif
