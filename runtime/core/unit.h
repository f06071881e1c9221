/*
 * unit.h - what the flags of a unit mean, and walking from unit to unit.
 *
 * A unit's life: new (in the pending slot, role 0) -> a role is given by whoever starts it -> it runs,
 * waits and is queued in turn -> ended. A callee is released by the unit that awaits it, a task when it has
 * ended and its last handle is released, a gather's child by the gather (embedded ones by nobody: their
 * memory is the frame's).
 *
 * `wait` and the kind belong together: the kind says what stands in the union, and is set in the same
 * breath. A unit that runs and one in the ready queue look the same, so that a yield need not touch the flags.
 *
 * `serial`: of a callee whose owner waits in the call, where its task or child of a gather is, if somebody has asked: how many
 * words away; or 0.
 *
 * `owner`: of a callee the unit that awaits it. Of a task the list of those that wait for it (struct asyncc_join), or,
 * with the lowest bit set, the unit that alone waits for it, in a join that is in no list; both are out of date when it
 * has ended. Of a gather's child its next sibling, or, with the lowest bit set, the unit that waits in the gather: the
 * list runs in the order of creation and ends in that.
 */
#ifndef ASYNCC_CORE_UNIT_H
#define ASYNCC_CORE_UNIT_H

#include <asyncc/abi.h>

#include <stdint.h>
#include <string.h>

/* For what is short on the way that is usual, and that compilers take for too long. */
#define ASYNCC_INLINE inline __attribute__((always_inline))

enum {
    /* What it waits in. */
    ASYNCC_KIND = 0xf,
    ASYNCC_RUNNABLE = 0,                  /* it runs, or is in the ready queue, through wait.next; or new, or ended */
    ASYNCC_IN_TIMER = 1,                  /* struct asyncc_timer */
    ASYNCC_IN_CALL = 2,                   /* struct asyncc_call */
    ASYNCC_IN_JOIN = ASYNCC_UNIT_IN_JOIN, /* struct asyncc_join */
    ASYNCC_IN_WAIT = 4,                   /* struct asyncc_wait */
    ASYNCC_IN_GATHER = 5,                 /* struct asyncc_gather */
    ASYNCC_IN_OPERATION = 6,              /* struct asyncc_operation */

    /* What it is. */
    ASYNCC_ROLE = ASYNCC_UNIT_ROLE,
    ASYNCC_TASK = ASYNCC_UNIT_TASK,
    ASYNCC_CALLEE = ASYNCC_UNIT_CALLEE,
    ASYNCC_CHILD = 0x30,

    ASYNCC_EMBEDDED = 0x40, /* a child whose memory is the frame's */
    ASYNCC_LEFT = 0x40,     /* a task that was cancelled at the end of the run */
    /*
     * A cancel was asked for and is to be delivered by the next leaf that it suspends in or resumes from.
     * CPython's must_cancel and the exception that a wake-up carries, in one: both merge there too.
     */
    ASYNCC_CANCEL = ASYNCC_UNIT_CANCEL,
    ASYNCC_CALLBACK = ASYNCC_UNIT_CALLBACK,           /* queued, but not to be stepped: see schedule.c */
    ASYNCC_ENDED = ASYNCC_UNIT_ENDED,                 /* its step function returned; it is never stepped again */
    ASYNCC_WAS_CANCELLED = ASYNCC_UNIT_WAS_CANCELLED, /* ended, by a cancel */
    ASYNCC_MAIN = 0x1000,                             /* the loop stops when it has ended */

    /* Task.cancelling(): requests not taken back by a timeout; at the maximum, more of them are in the table: cancel.c. */
    ASYNCC_ONE_REQUEST = 1 << 13,
    ASYNCC_REQUESTS = 0x3f << 13,

    ASYNCC_EXTRA = 1 << 19 /* a task, or a child of a gather, that has something in the table of extra.c */
};

/* Owners of the handle. At the maximum it sticks: the memory then stays until the runtime's end. */
#define ASYNCC_ONE_REFERENCE ASYNCC_UNIT_REFERENCE
#define ASYNCC_REFERENCES ASYNCC_UNIT_REFERENCES

static inline unsigned asyncc_unit_kind(const struct asyncc_unit *unit)
{
    return unit->flags & ASYNCC_KIND;
}

static inline unsigned asyncc_unit_role(const struct asyncc_unit *unit)
{
    return unit->flags & ASYNCC_ROLE;
}

/* Whether the unit, which does not run, was stepped: its frame then has a state. */
static inline int asyncc_unit_begun(const struct asyncc_unit *unit)
{
    return *(const unsigned *)(const void *)((const char *)unit + unit->function->frame) != 0;
}

/* The unit, whose kind is RUNNABLE, now waits in a leaf. */
static inline void asyncc_unit_wait(struct asyncc_unit *unit, unsigned kind, void *leaf)
{
    unit->wait.leaf = leaf;
    unit->flags |= kind;
}

/* The unit at the end of the chain of calls: the one that runs, is queued, or waits in a leaf. */
static inline struct asyncc_unit *asyncc_unit_innermost(struct asyncc_unit *unit)
{
    while (asyncc_unit_kind(unit) == ASYNCC_IN_CALL)
        unit = ((struct asyncc_call *)unit->wait.leaf)->unit;
    return unit;
}

/*
 * The task, or child of a gather, that the unit is part of. The callees on the way, which may be many, are told, so that
 * who asks next need not go so far; those that have not waited so far, for which there is no telling, are few: they are on
 * the stack.
 */
struct asyncc_unit *asyncc_callee_root(struct asyncc_unit *unit);
static inline struct asyncc_unit *asyncc_unit_root(struct asyncc_unit *unit)
{
    return asyncc_unit_role(unit) == ASYNCC_CALLEE ? asyncc_callee_root(unit) : unit;
}

/* Copies the result of an ended unit: mostly an int or a pointer, for which memcpy is not worth its call. */
static ASYNCC_INLINE void asyncc_unit_copy_result(struct asyncc_unit *unit, void *result, size_t size)
{
    const void *from = asyncc_unit_result(unit);
    if (size == sizeof(int))
        memcpy(result, from, sizeof(int));
    else if (size == sizeof(void *))
        memcpy(result, from, sizeof(void *));
    else if (size)
        memcpy(result, from, size);
}

#endif
