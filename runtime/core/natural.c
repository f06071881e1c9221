/*
 * natural.c - the core's async functions under their own names: create_task(async_sleep(1)), pointers to
 * async_yield, plain C.
 */
#include "serial.h"

#include <asyncc.h>

/* The one await of such a function. */
#define SITES(function, leaf)                                                                    \
    static const struct asyncc_site function##_sites[] = {                                       \
        { __LINE__, ASYNCC_SITE_LEAF, offsetof(struct function##_frame, leaf), #function }       \
    }

#define FUNCTION(function, ...)                                                                  \
    static const struct asyncc_function function##_function = {                                  \
        .name = #function, .file = "asyncc.h", .line = 0, .site_count = 1,                       \
        .sites = function##_sites, .step = function##_step,                                      \
        ASYNCC_UNIT_SIZE(struct function##_unit),                                                \
        .frame = offsetof(struct function##_unit, frame), __VA_ARGS__                            \
        .natural = (void (*)(void))function                                                      \
    }

/* ---- async_sleep ---- */

struct async_sleep_frame {
    unsigned state;
    union {
        double seconds;
        struct asyncc_sleep sleep;
    };
};
struct async_sleep_unit {
    struct asyncc_unit unit;
    struct async_sleep_frame frame;
};

static asyncc_status async_sleep_step(struct asyncc_unit *unit)
{
    struct async_sleep_frame *frame = &((struct async_sleep_unit *)unit)->frame;
    if (frame->state)
        return asyncc_sleep_resume(&frame->sleep);
    frame->state = 1;
    return asyncc_sleep_start(&frame->sleep, frame->seconds);
}

SITES(async_sleep, sleep);
FUNCTION(async_sleep);

void async_sleep(double seconds)
{
    struct async_sleep_unit *unit = asyncc_unit_new(&async_sleep_function);
    if (unit) {
        unit->frame.state = 0;
        unit->frame.seconds = seconds;
    }
    asyncc_serial_end(NULL, 0);
}

/* ---- async_yield ---- */

struct async_yield_frame {
    unsigned state;
    struct asyncc_yield yield;
};
struct async_yield_unit {
    struct asyncc_unit unit;
    struct async_yield_frame frame;
};

static asyncc_status async_yield_step(struct asyncc_unit *unit)
{
    struct async_yield_frame *frame = &((struct async_yield_unit *)unit)->frame;
    if (frame->state)
        return asyncc_yield_resume(&frame->yield);
    frame->state = 1;
    return asyncc_yield_start(&frame->yield);
}

SITES(async_yield, yield);
FUNCTION(async_yield);

void async_yield(void)
{
    struct async_yield_unit *unit = asyncc_unit_new(&async_yield_function);
    if (unit)
        unit->frame.state = 0;
    asyncc_serial_end(NULL, 0);
}
