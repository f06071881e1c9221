/*
 * asyncc/abi/waiter.h - what leaves begin with that wait for an object, maybe along with others.
 */
#ifndef ASYNCC_ABI_WAITER_H
#define ASYNCC_ABI_WAITER_H

#include <asyncc/abi/waiting.h>

struct asyncc_io_waiter {
    struct asyncc_waiting waiting; /* its list is NULL when it is in none: the object was closed, or nothing was begun */
};

#endif
