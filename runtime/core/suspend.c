/*
 * suspend.c - the suspensions that asyncc's --suspend-points puts before every await, for tests.
 *
 * ASYNCC_SUSPEND in the environment, read once: "never" (as when it is not set), "always", or
 * "random[:seed]", a fair coin that falls the same way in every run with the same seed (0 if not given).
 */
#include "thread.h"

#include "fatal.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { UNREAD, NEVER, ALWAYS, RANDOM };

static atomic_int suspend_mode;
static atomic_ullong suspend_seed;

static int read_mode(void)
{
    const char *value = getenv("ASYNCC_SUSPEND");
    if (!value || !*value || strcmp(value, "never") == 0)
        return NEVER;
    if (strcmp(value, "always") == 0)
        return ALWAYS;
    if (strncmp(value, "random", 6) != 0 || (value[6] && value[6] != ':'))
        asyncc_fatal("ASYNCC_SUSPEND is '%s', but should be never, always or random[:seed]", value);
    atomic_store(&suspend_seed, value[6] ? strtoull(value + 7, NULL, 0) : 0);
    return RANDOM;
}

/* splitmix64 (Steele, Lea, Flood 2014) */
static int coin(struct asyncc_thread *thread)
{
    if (thread->random == 0)
        thread->random = atomic_load(&suspend_seed) * 2 + 1;
    uint64_t z = thread->random += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (int)(z >> 63);
}

asyncc_status asyncc_suspend_start(struct asyncc_suspend *self)
{
    (void)self;
    int mode = atomic_load_explicit(&suspend_mode, memory_order_acquire);
    if (mode == UNREAD)
        atomic_store(&suspend_mode, mode = read_mode());
    if (mode == NEVER || (mode == RANDOM && !coin(&asyncc_thread)))
        return ASYNCC_DONE;
    struct asyncc_yield yield;
    return asyncc_yield_start(&yield);
}

asyncc_status asyncc_suspend_resume(struct asyncc_suspend *self)
{
    (void)self;
    struct asyncc_yield yield;
    return asyncc_yield_resume(&yield);
}
