/*
 * leaf.h - what all the shapes await: an operation of 16 bytes, which is about what one needs that waits for
 * something outside.
 */
#ifndef LEAF_H
#define LEAF_H

#include <asyncc.h>
#include <asyncc/abi.h>

struct asyncc_leaf {
    struct asyncc_unit *unit;
    void *what;
};

async void leaf(void) ASYNCC_LEAF;

static inline asyncc_status asyncc_leaf_start(struct asyncc_leaf *self)
{
    (void)self;
    return ASYNCC_PENDING;
}

static inline asyncc_status asyncc_leaf_resume(struct asyncc_leaf *self)
{
    (void)self;
    return ASYNCC_DONE;
}

#endif
