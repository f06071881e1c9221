#pragma once
#include <asyncc.h>

static inline async int in_header(int v)
{
    async_yield();
    return v;
}

static inline int plain(int v)
{
    return v + 	await in_header(1);
}

static int called(void) { return in_header(2); }

static inline int started(void)
{
    return spawn(in_header(1)); /* nothing wrong */
}
