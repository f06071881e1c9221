#pragma once
#include <asyncc.h>
static inline async int maximum(int a, int b)
{
    await async_yield();
    return a > b ? a : b;
}
