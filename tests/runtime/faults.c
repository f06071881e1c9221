/*
 * faults.c - calls of libuv that fail at will. The linker puts the wrappers in place (--wrap).
 */
#include "scenario.h"

#include <uv.h>

static unsigned long until; /* calls until one fails; 0: none does */
static int with;

void fail_libuv(unsigned long n, int error)
{
    until = n;
    with = error;
}

int libuv_is_to_fail(void)
{
    return until != 0;
}

static int fails(void)
{
    return until && --until == 0;
}

#define EXPAND(...) __VA_ARGS__
#define FAULT(name, parameters, arguments)                                                       \
    int __real_##name parameters;                                                                \
    int __wrap_##name parameters;                                                                \
    int __wrap_##name parameters                                                                 \
    {                                                                                            \
        return fails() ? with : __real_##name arguments;                                         \
    }
#include "faults.def"
