/*
 * leaf.h - the natural functions of leaves: async_x(arguments) makes a unit that runs asyncc_x_start and
 * asyncc_x_resume.
 *
 * ASYNCC_NATURAL(x, type, (parameters), { fields }, (arguments), (fields of a)) defines async_x; the fields
 * are the parameters as members, the arguments their names, and the last the same as members of `a->`.
 * ASYNCC_NATURAL_VOID is for those without a value.
 */
#ifndef ASYNCC_CORE_LEAF_H
#define ASYNCC_CORE_LEAF_H

#define ASYNCC_NO_SHORT_NAMES
#include <asyncc.h>
#include <asyncc/abi.h>

#include "serial.h"

#define ASYNCC_EXPAND(...) __VA_ARGS__

#define ASYNCC_NATURAL_FRAME(x, fields)                                                          \
    struct asyncc_##x##_arguments ASYNCC_EXPAND fields;                                          \
    struct asyncc_##x##_frame {                                                                  \
        unsigned state;                                                                          \
        union {                                                                                  \
            struct asyncc_##x##_arguments arguments_;                                            \
            struct asyncc_##x leaf;                                                              \
        };                                                                                       \
    }

#define ASYNCC_NATURAL_FUNCTION(x, type, parameters, arguments, ...)                             \
    static const struct asyncc_site asyncc_##x##_sites[] = {                                     \
        { __LINE__, ASYNCC_SITE_LEAF, offsetof(struct asyncc_##x##_frame, leaf), "async_" #x }   \
    };                                                                                           \
    static const struct asyncc_function asyncc_##x##_function = {                                \
        .name = "async_" #x,                                                                     \
        .file = __FILE_NAME__,                                                                   \
        .line = __LINE__,                                                                        \
        .site_count = 1,                                                                         \
        .sites = asyncc_##x##_sites,                                                             \
        .step = asyncc_##x##_step,                                                               \
        ASYNCC_UNIT_SIZE(struct asyncc_##x##_unit),                                              \
        .frame = offsetof(struct asyncc_##x##_unit, frame),                                      \
        __VA_ARGS__                                                                              \
        .natural = (void (*)(void))async_##x                                                     \
    };                                                                                           \
    type async_##x parameters                                                                    \
    {                                                                                            \
        struct asyncc_##x##_unit *u = asyncc_unit_new(&asyncc_##x##_function);                   \
        if (u) {                                                                                 \
            u->frame.state = 0;                                                                  \
            u->frame.arguments_ = (struct asyncc_##x##_arguments){ ASYNCC_EXPAND arguments };    \
        }

#define ASYNCC_NATURAL(x, type, parameters, fields, arguments, members)                          \
    ASYNCC_NATURAL_FRAME(x, fields);                                                             \
    struct asyncc_##x##_unit {                                                                   \
        struct asyncc_unit unit;                                                                 \
        type result;                                                                             \
        struct asyncc_##x##_frame frame;                                                         \
    };                                                                                           \
    static asyncc_status asyncc_##x##_step(struct asyncc_unit *unit)                             \
    {                                                                                            \
        struct asyncc_##x##_unit *u = (struct asyncc_##x##_unit *)unit;                          \
        if (u->frame.state)                                                                      \
            return asyncc_##x##_resume(&u->frame.leaf, &u->result);                              \
        struct asyncc_##x##_arguments copy = u->frame.arguments_, *a = &copy;                    \
        u->frame.state = 1;                                                                      \
        return asyncc_##x##_start(&u->frame.leaf, ASYNCC_EXPAND members, &u->result);            \
    }                                                                                            \
    ASYNCC_NATURAL_FUNCTION(x, type, parameters, arguments,                                      \
                            .result = offsetof(struct asyncc_##x##_unit, result), )              \
        type value = 0;                                                                          \
        asyncc_serial_end(&value, sizeof value);                                                 \
        return value;                                                                            \
    }                                                                                            \
    struct asyncc_##x##_arguments /* so that a semicolon may follow */

#define ASYNCC_NATURAL_VOID(x, parameters, fields, arguments, members)                           \
    ASYNCC_NATURAL_FRAME(x, fields);                                                             \
    struct asyncc_##x##_unit {                                                                   \
        struct asyncc_unit unit;                                                                 \
        struct asyncc_##x##_frame frame;                                                         \
    };                                                                                           \
    static asyncc_status asyncc_##x##_step(struct asyncc_unit *unit)                             \
    {                                                                                            \
        struct asyncc_##x##_unit *u = (struct asyncc_##x##_unit *)unit;                          \
        if (u->frame.state)                                                                      \
            return asyncc_##x##_resume(&u->frame.leaf);                                          \
        struct asyncc_##x##_arguments copy = u->frame.arguments_, *a = &copy;                    \
        u->frame.state = 1;                                                                      \
        return asyncc_##x##_start(&u->frame.leaf, ASYNCC_EXPAND members);                        \
    }                                                                                            \
    ASYNCC_NATURAL_FUNCTION(x, void, parameters, arguments, )                                    \
        asyncc_serial_end(NULL, 0);                                                              \
    }                                                                                            \
    struct asyncc_##x##_arguments /* so that a semicolon may follow */

#endif
