/*
 * asyncc/abi/waiter.h - what leaves begin with that wait for an object, maybe along with others.
 */
#ifndef ASYNCC_ABI_WAITER_H
#define ASYNCC_ABI_WAITER_H

#include <asyncc/abi.h>

struct asyncc_io_waiters;

struct asyncc_io_waiter {
    struct asyncc_operation operation;
    struct asyncc_io_waiters *list; /* NULL when it is in none: the object was closed, or nothing was begun */
    struct asyncc_io_waiter *next, *previous;
    int woken;
};

#endif
