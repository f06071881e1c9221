/*
 * timers.c - the timing wheel. See timers.h.
 */
#include "timers.h"

void asyncc_timers_begin(struct asyncc_timers *timers, uint64_t now)
{
    timers->base = now;
}

/* ---- slots ---- */

static void put(struct asyncc_timers *timers, struct asyncc_timer *timer)
{
    unsigned level, slot;
    asyncc_timers_place(timers, timer->deadline, &level, &slot);
    struct asyncc_timer_links *list = &timers->slots[level][slot];
    if (!(timers->used[level] & 1u << slot))
        asyncc_timer_list_init(list);
    timers->levels |= 1u << level;
    timers->used[level] |= 1u << slot;
    asyncc_timer_list_append(list, timer);
}

static void clear(struct asyncc_timers *timers, unsigned level, unsigned slot)
{
    timers->used[level] &= ~(1u << slot);
    if (!timers->used[level])
        timers->levels &= ~(1u << level);
}

/* The list has lost its last timer: if it is a slot's, that is not used any longer. */
static void note_empty(struct asyncc_timers *timers, const struct asyncc_timer_links *list)
{
    uintptr_t offset = (uintptr_t)list - (uintptr_t)timers->slots;
    if (offset >= sizeof timers->slots)
        return;
    unsigned index = (unsigned)(offset / sizeof *list);
    clear(timers, index / ASYNCC_TIMER_SLOTS, index % ASYNCC_TIMER_SLOTS);
}

/* The first slot that is used; there is one. */
static void first_slot(const struct asyncc_timers *timers, unsigned *level, unsigned *slot)
{
    *level = (unsigned)__builtin_ctz(timers->levels);
    *slot = (unsigned)__builtin_ctz(timers->used[*level]);
}

/* The first deadline that the slot may have. */
static uint64_t start_of(const struct asyncc_timers *timers, unsigned level, unsigned slot)
{
    unsigned shift = level * ASYNCC_TIMER_BITS;
    uint64_t above = level + 1 < ASYNCC_TIMER_LEVELS ? UINT64_MAX << (shift + ASYNCC_TIMER_BITS) : 0;
    return (timers->base & above) | (uint64_t)slot << shift;
}

/* ---- timers ---- */

void asyncc_timers_insert(struct asyncc_timers *timers, struct asyncc_timer *timer, uint64_t deadline)
{
    timer->deadline = deadline > timers->base ? deadline : timers->base;
    if (deadline != ASYNCC_NEVER) {
        put(timers, timer);
        return;
    }
    timer->kind |= ASYNCC_TIMER_ARMED;
    timers->endless++;
}

void asyncc_timers_remove(struct asyncc_timers *timers, struct asyncc_timer *timer)
{
    if (!(timer->kind & ASYNCC_TIMER_ARMED))
        return;
    timer->kind &= ~(uint32_t)ASYNCC_TIMER_ARMED;
    if (timer->deadline == ASYNCC_NEVER) {
        timers->endless--;
        return;
    }
    struct asyncc_timer_links *next = timer->links.next, *previous = timer->links.previous;
    next->previous = previous;
    previous->next = next;
    if (next == previous)
        note_empty(timers, next);
}

/*
 * Base has entered the slot: its timers go to lower levels, in which they are sorted, or are due. One that is alone
 * there need not be sorted.
 */
static void empty_slot(struct asyncc_timers *timers, unsigned level, unsigned slot, uint64_t now,
                       struct asyncc_timer_links *due)
{
    struct asyncc_timer_links *list = &timers->slots[level][slot], *links = list->next;
    int alone = links->next == list;
    clear(timers, level, slot);
    while (links != list) {
        struct asyncc_timer *timer = (struct asyncc_timer *)links;
        links = links->next;
        if (level == 0 || (alone && timer->deadline <= now))
            asyncc_timer_list_append(due, timer);
        else
            put(timers, timer);
    }
}

int asyncc_timers_collect(struct asyncc_timers *timers, uint64_t now, struct asyncc_timer_links *due)
{
    const struct asyncc_timer_links *last = due->previous;
    while (timers->levels) {
        unsigned level, slot;
        first_slot(timers, &level, &slot);
        uint64_t start = start_of(timers, level, slot);
        if (start > now)
            break;
        timers->base = start;
        empty_slot(timers, level, slot, now, due);
    }
    if (timers->base < now)
        timers->base = now;
    return due->previous != last;
}

uint64_t asyncc_timers_next(const struct asyncc_timers *timers, size_t patience)
{
    unsigned level, slot;
    if (!timers->levels)
        return ASYNCC_NEVER;
    first_slot(timers, &level, &slot);
    const struct asyncc_timer_links *list = &timers->slots[level][slot];
    uint64_t first = ASYNCC_NEVER;
    for (const struct asyncc_timer_links *links = list->next; links != list; links = links->next) {
        uint64_t deadline = ((const struct asyncc_timer *)links)->deadline;
        if (patience-- == 0)
            return start_of(timers, level, slot);
        if (deadline < first)
            first = deadline;
    }
    return first;
}
