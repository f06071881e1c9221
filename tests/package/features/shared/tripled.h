#pragma once
#include <asyncc.h>
#include "factor.h"

/* A definition in a header: each source that includes it has its own. */
static inline async int tripled(int n)
{
    await async_yield();
    return FACTOR * n;
}
