/*
 * gather.c - running calls at once, as children of the one that waits for them.
 *
 * Children have no handles: nobody but their gather knows them, and it does not end before they have. So
 * they may live in its frame.
 */
#include "gather.h"

#include "cancel.h"
#include "item.h"
#include "pool.h"
#include "thread.h"

#include <limits.h>

/* ---- the list of children: see `owner` in unit.h ---- */

static void *end_of(struct asyncc_unit *unit)
{
    return (void *)((uintptr_t)unit | 1);
}

static struct asyncc_unit *next_of(const struct asyncc_unit *child)
{
    return (uintptr_t)child->owner & 1 ? NULL : child->owner;
}

struct asyncc_unit *asyncc_gather_waiter(const struct asyncc_unit *child)
{
    while (!((uintptr_t)child->owner & 1))
        child = child->owner;
    return (void *)((uintptr_t)child->owner & ~(uintptr_t)1);
}

/* Who waits in it. */
static struct asyncc_unit *waiter_of(struct asyncc_gather *self)
{
    size_t offset = offsetof(struct asyncc_item, operation.race.gather);
    if (self->flags & ASYNCC_GATHER_ITEM)
        return &((struct asyncc_item *)(void *)((char *)self - offset))->unit;
    return asyncc_context.current;
}

void asyncc_gather_link(struct asyncc_gather *self, struct asyncc_unit *child, unsigned flags)
{
    child->flags = flags;
    child->serial = asyncc_thread.serial++;
    child->owner = end_of(waiter_of(self));
    if (self->cursor)
        self->cursor->owner = child;
    else
        self->children = child;
    self->cursor = child;
    self->left++;
}

static void add(struct asyncc_gather *self, struct asyncc_unit *child, unsigned flags)
{
    asyncc_gather_link(self, child, flags);
    asyncc_push(&asyncc_thread, child);
}

static void release(struct asyncc_unit *child)
{
    if (!(child->flags & ASYNCC_EMBEDDED))
        asyncc_pool_free(child);
    else if (asyncc_is_item(child))
        asyncc_item_release((struct asyncc_item *)child);
}

void asyncc_gather_release(struct asyncc_gather *self)
{
    struct asyncc_unit *child = self->children, *next;
    self->children = NULL;
    for (; child; child = next) {
        next = next_of(child);
        release(child);
    }
}

/* ---- what translated code calls ---- */

void asyncc_gather_init(struct asyncc_gather *self)
{
    *self = (struct asyncc_gather){ .left = 0 };
}

void asyncc_gather_add(struct asyncc_gather *self, struct asyncc_unit *child, const struct asyncc_function *function)
{
    child->function = function;
    add(self, child, ASYNCC_CHILD | ASYNCC_EMBEDDED);
}

void asyncc_gather_call(struct asyncc_gather *self, struct asyncc_unit **child)
{
    *child = asyncc_take_pending(self, NULL);
    if (*child)
        add(self, *child, ASYNCC_CHILD);
    else
        self->flags |= ASYNCC_GATHER_NO_MEMORY | ASYNCC_GATHER_CANCELLED;
}

asyncc_status asyncc_gather_start(struct asyncc_gather *self)
{
    struct asyncc_unit *unit = asyncc_context.current;
    if (!self->left)
        return self->flags & ASYNCC_GATHER_CANCELLED ? ASYNCC_CANCELLED : ASYNCC_DONE;
    asyncc_unit_wait(unit, ASYNCC_IN_GATHER, self);
    if (self->flags & ASYNCC_GATHER_NO_MEMORY || unit->flags & ASYNCC_CANCEL)
        asyncc_cancel_begun(unit);
    return ASYNCC_PENDING;
}

asyncc_status asyncc_gather_resume(struct asyncc_gather *self)
{
    int cancelled = asyncc_unit_take_cancel(asyncc_context.current);
    if (!cancelled && !(self->flags & ASYNCC_GATHER_CANCELLED))
        return ASYNCC_DONE;
    asyncc_gather_release(self);
    return ASYNCC_CANCELLED;
}

void asyncc_gather_take(struct asyncc_unit *child, void *result, size_t size)
{
    asyncc_unit_copy_result(child, result, size);
    asyncc_pool_free(child);
}

/* ---- race ---- */

void asyncc_race_init(struct asyncc_race *self)
{
    asyncc_gather_init(&self->gather);
    self->gather.flags = ASYNCC_GATHER_RACE;
    self->winner = NULL;
    self->values = NULL;
    self->failure = 0;
}

void asyncc_first_ok_init(struct asyncc_race *self, const char *values)
{
    asyncc_race_init(self);
    self->values = values;
}

asyncc_status asyncc_race_start(struct asyncc_race *self, int *winner)
{
    *winner = 0;
    return asyncc_gather_start(&self->gather);
}

asyncc_status asyncc_first_ok_start(struct asyncc_race *self, int *winner)
{
    return asyncc_race_start(self, winner);
}

/* The negative value of a first_ok's child, within the limits of int; 0: it has succeeded. */
static int failure_of(const struct asyncc_race *self, struct asyncc_unit *child)
{
    const char *letter = self->values;
    for (const struct asyncc_unit *other = self->gather.children; other != child; other = next_of(other))
        letter++;
    const void *value = asyncc_is_item(child) ? asyncc_item_value((struct asyncc_item *)child) : asyncc_unit_result(child);
    long long wide = *letter == 'w' ? *(const long long *)value : *(const int *)value;
    return wide >= 0 ? 0 : wide < INT_MIN ? INT_MIN : (int)wide;
}

/* A child has ended: if it is the first one that was not cancelled and has not failed, the others are cancelled. */
static void arrive(struct asyncc_race *self, struct asyncc_unit *child)
{
    if (self->winner || child->flags & ASYNCC_WAS_CANCELLED || self->gather.flags & ASYNCC_GATHER_CANCELLED)
        return;
    int failure = self->values ? failure_of(self, child) : 0;
    if (failure) {
        self->failure = failure;
        return;
    }
    self->winner = child;
    for (child = self->gather.children; child; child = next_of(child))
        if (!(child->flags & ASYNCC_ENDED))
            asyncc_cancel(child, child);
}

asyncc_status asyncc_race_resume(struct asyncc_race *self, int *winner)
{
    struct asyncc_gather *gather = &self->gather;
    int cancelled = asyncc_unit_take_cancel(asyncc_context.current), number = 0;
    if (cancelled || !self->winner || gather->flags & ASYNCC_GATHER_CANCELLED) {
        int failed = !cancelled && self->failure && !(gather->flags & ASYNCC_GATHER_CANCELLED);
        asyncc_gather_release(gather);
        *winner = self->failure;
        return failed ? ASYNCC_DONE : ASYNCC_CANCELLED;
    }
    for (struct asyncc_unit *child = gather->children, *next; child; child = next, number++) {
        next = next_of(child);
        if (child == self->winner)
            *winner = number;
        else
            release(child);
    }
    gather->children = self->winner;
    self->winner->owner = end_of(asyncc_context.current);
    return ASYNCC_DONE;
}

asyncc_status asyncc_first_ok_resume(struct asyncc_race *self, int *winner)
{
    return asyncc_race_resume(self, winner);
}

/* ---- what the scheduler and cancels call ---- */

void asyncc_gather_callback(struct asyncc_unit *child)
{
    struct asyncc_unit *waiter = asyncc_gather_waiter(child);
    struct asyncc_gather *self = waiter->wait.leaf;
    if (self->flags & ASYNCC_GATHER_RACE)
        arrive((struct asyncc_race *)self, child);
    else if (child->flags & ASYNCC_WAS_CANCELLED)
        self->flags |= ASYNCC_GATHER_CANCELLED;
    if (--self->left == 0)
        asyncc_wake(&asyncc_thread, waiter);
}

/* From `child` on, the first one that has not ended. */
static struct asyncc_unit *running(struct asyncc_unit *child)
{
    while (child && child->flags & ASYNCC_ENDED)
        child = next_of(child);
    return child;
}

int asyncc_gather_ask(struct asyncc_gather *self)
{
    self->cursor = running(self->children);
    if (!self->cursor)
        return 0;
    self->flags |= ASYNCC_GATHER_CANCELLED | ASYNCC_GATHER_WALKING;
    return 1;
}

struct asyncc_unit *asyncc_gather_next(struct asyncc_gather *self)
{
    struct asyncc_unit *child = running(self->cursor);
    self->cursor = child ? next_of(child) : NULL;
    return child;
}
