#ifndef TOOLS_H
#define TOOLS_H

#include <asyncc.h>
#include "plain.h"
#define LEFT_OVER 2

/* Twice as much. */
static inline async int doubled(int v)
{
    struct plain plain = { v };
    await async_yield();
    return plain_value(plain) * LEFT_OVER;
}

static inline int header_line(void) { return __LINE__ + __FILE__[sizeof __FILE__ - 3]; }

/* of external linkage: other.c gives it */
inline async int external(int v)
{
    await async_yield();
    return v - 1;
}

/* not used by all who include it */
static inline async int unused_by_some(int v) { await async_yield(); return v; }
static inline int unused_and_plain(int v) { return v; }
static const int unused_constant = 3;

static int unused_pointer_user(async int (*f)(int), int v) __attribute__((unused));
static int unused_pointer_user(async int (*f)(int), int v)
{
    (void)f;
    return v + unused_constant;
}

#undef LEFT_OVER
#endif /* TOOLS_H */
