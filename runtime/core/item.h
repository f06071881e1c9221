/*
 * item.h - what the scheduler and gathers know of items.
 */
#ifndef ASYNCC_CORE_ITEM_H
#define ASYNCC_CORE_ITEM_H

#include <asyncc/abi.h>

/* How an item waits: one function for each, so that its table says what stands in the union. */
enum asyncc_item_kind {
    ASYNCC_ITEM_CALL,
    ASYNCC_ITEM_JOIN,
    ASYNCC_ITEM_SHIELD,
    ASYNCC_ITEM_GATHER,
    ASYNCC_ITEM_RACE,
    ASYNCC_ITEM_FIRST_OK,
    ASYNCC_ITEM_KINDS
};
extern const struct asyncc_function asyncc_item_functions[ASYNCC_ITEM_KINDS];

static inline int asyncc_is_item(const struct asyncc_unit *unit)
{
    return unit->function >= asyncc_item_functions && unit->function < asyncc_item_functions + ASYNCC_ITEM_KINDS;
}

/* Whether the unit is an item that is no task in asyncio: one without time limits. */
static inline int asyncc_item_is_future(const struct asyncc_unit *unit)
{
    return asyncc_is_item(unit) && ((const struct asyncc_item *)unit)->limit_count == 0;
}

/* Where the value of one that has ended stands: an int, if it has time limits or is a race. */
const void *asyncc_item_value(const struct asyncc_item *item);

/* Gives back what it has, when it has ended and nobody takes its result. */
void asyncc_item_release(struct asyncc_item *item);

#endif
