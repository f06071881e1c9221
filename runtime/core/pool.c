/*
 * pool.c - see pool.h.
 *
 * A slab is handed out from its front; what comes back goes into the free list of its class, through
 * wait.next. That is all that the fast ways do: nobody counts what of a slab is in use. Once in a while, see
 * asyncc_pool_tidy, the free lists are looked through. Slabs of which all is in them serve another class, or go back to the
 * system but for a few.
 *
 * In debug mode they do not: then the memory of a released unit is never anything else than a unit of the same size, and
 * a stale handle reads flags in which the task has no owner until it is used again.
 */
#include "pool.h"

#include "list.h"
#include "memory.h"
#include "thread.h"

#include <stdlib.h>
#include <string.h>

enum {
    SLAB_SIZE = 64 * 1024,
    KEPT = 12,  /* slabs, 3/4 MiB, that are never worth a look, and that stay when they are empty */
    STEPS = 16, /* for each slab, at least, from one look to the next */
    VISITS = 64 /* for each step, at most, before a jump of the virtual clock */
};

struct slab {
    struct slab *next;
    size_t object;    /* size of one */
    char *used, *end; /* objects before `used` were handed out at least once */
    size_t released;  /* while the free lists are looked through: how many of them are there */
    char objects[] __attribute__((aligned(16)));
};

/* In front of a unit that was allocated alone. */
struct single {
    struct single *next, *previous;
    void *raw; /* what the system gave */
    void *unused;
};

static _Thread_local struct slab *slabs[ASYNCC_POOL_CLASSES], *empty;
static _Thread_local size_t slab_count, empty_count; /* without and of the empty ones */
static _Thread_local uint64_t visits;                /* of units in the free lists, so far */
static _Thread_local uint64_t grow_at;               /* so many steps: then there is a look before there are more */
static _Thread_local struct single *singles;

/* ---- alone ---- */

static struct asyncc_unit *single_new(size_t size, size_t alignment)
{
    if (alignment < 16)
        alignment = 16;
    if (size > SIZE_MAX / 2)
        return NULL;
    char *raw = asyncc_memory(NULL, size + sizeof(struct single) + alignment);
    if (!raw)
        return NULL;
    uintptr_t address = (uintptr_t)raw + sizeof(struct single) + alignment - 1;
    struct single *single = (struct single *)(address & ~(uintptr_t)(alignment - 1)) - 1;
    single->raw = raw;
    ASYNCC_LIST_PREPEND(singles, single);
    return (struct asyncc_unit *)(single + 1);
}

static void single_free(struct asyncc_unit *unit)
{
    struct single *single = (struct single *)unit - 1;
    ASYNCC_LIST_REMOVE(singles, single);
    asyncc_memory(single->raw, 0);
}

/* ---- slabs ---- */

static void look_later(size_t visited)
{
    uint64_t steps = STEPS * (uint64_t)slab_count, visits = 4 * (uint64_t)visited;
    grow_at = asyncc_thread.steps + (steps > visited ? steps : visited);
    asyncc_thread.tidy_at = asyncc_thread.steps + (steps > visits ? steps : visits);
}

static void look(size_t part);

static struct slab *take_empty(void)
{
    if (slab_count > KEPT && !asyncc_thread.debug && asyncc_thread.steps >= grow_at)
        look(4);
    struct slab *slab = empty;
    if (slab) {
        empty = slab->next;
        empty_count--;
    }
    return slab;
}

static struct slab *slab_new(size_t class)
{
    struct slab *slab = take_empty();
    if (!slab)
        slab = asyncc_memory_region(SLAB_SIZE);
    if (!slab)
        return NULL;
    if (++slab_count == KEPT + 1)
        look_later(0);
    slab->released = 0;
    slab->next = slabs[class];
    slab->object = class * 8;
    slab->used = slab->objects;
    slab->end = (char *)slab + SLAB_SIZE;
    slabs[class] = slab;
    return slab;
}

static struct asyncc_unit *slab_take(size_t class)
{
    struct slab *slab = slabs[class];
    if (!slab || (size_t)(slab->end - slab->used) < slab->object)
        slab = slab_new(class);
    if (!slab)
        return NULL;
    struct asyncc_unit *unit = (struct asyncc_unit *)slab->used;
    slab->used += slab->object;
    return unit;
}

static void end_slabs(struct slab **list)
{
    while (*list) {
        struct slab *slab = *list;
        *list = slab->next;
        asyncc_memory_region_end(slab, SLAB_SIZE);
    }
}

static void release_slabs(void)
{
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++) {
        end_slabs(&slabs[class]);
        asyncc_context.released[class] = NULL;
    }
    end_slabs(&empty);
    slab_count = empty_count = 0;
    asyncc_context.spare = NULL;
    asyncc_thread.tidy_at = UINT64_MAX;
}

/* ---- slabs of which nothing is in use ---- */

static int by_address(const void *left, const void *right)
{
    const struct slab *a = *(struct slab *const *)left, *b = *(struct slab *const *)right;
    return (a > b) - (a < b);
}

/* All of them, in the order of their addresses; NULL when there is no memory. */
static struct slab **sorted_slabs(void)
{
    struct slab **all = asyncc_memory(NULL, slab_count * sizeof *all);
    size_t count = 0;
    if (!all)
        return NULL;
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++)
        for (struct slab *slab = slabs[class]; slab; slab = slab->next)
            all[count++] = slab;
    qsort(all, count, sizeof *all, by_address);
    return all;
}

/* The last one that does not begin behind the unit: all units are in some slab. */
static struct slab *slab_of(struct slab **all, const struct asyncc_unit *unit)
{
    size_t low = 0, high = slab_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if ((const char *)all[middle] <= (const char *)unit)
            low = middle;
        else
            high = middle;
    }
    return all[low];
}

static int is_empty(const struct slab *slab)
{
    return slab->objects + slab->released * slab->object == slab->used;
}

/* Those of one class that were released often lie side by side. */
static struct slab *next_slab_of(struct slab **all, struct slab *before, const struct asyncc_unit *unit)
{
    size_t offset = (size_t)((const char *)unit - (const char *)before);
    return before && offset < SLAB_SIZE ? before : slab_of(all, unit);
}

static void count_released(struct slab **all)
{
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++) {
        struct slab *slab = NULL;
        for (struct asyncc_unit *unit = asyncc_context.released[class]; unit; unit = unit->wait.next) {
            slab = next_slab_of(all, slab, unit);
            slab->released++;
        }
    }
}

/* Takes the units of empty slabs out of the list: how many stay. */
static size_t drop_released(struct slab **all, struct asyncc_unit **list)
{
    struct asyncc_unit *unit = *list;
    struct slab *slab = NULL;
    size_t stay = 0;
    for (; unit; unit = unit->wait.next) {
        slab = next_slab_of(all, slab, unit);
        if (is_empty(slab))
            continue;
        *list = unit;
        list = &unit->wait.next;
        stay++;
    }
    *list = NULL;
    return stay;
}

static void give_back(struct slab *slab)
{
    slab_count--;
    if (empty_count == KEPT) {
        asyncc_memory_region_end(slab, SLAB_SIZE);
        return;
    }
    empty_count++;
    slab->next = empty;
    empty = slab;
}

static void drop_empty(struct slab **list)
{
    while (*list) {
        struct slab *slab = *list;
        if (is_empty(slab)) {
            *list = slab->next;
            give_back(slab);
        } else {
            slab->released = 0;
            list = &slab->next;
        }
    }
}

/* The value is how many units stay in the free lists. */
static size_t drop(void)
{
    struct slab **all = sorted_slabs();
    size_t stay = 0;
    if (!all)
        return SIZE_MAX / 8;
    count_released(all);
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++)
        stay += drop_released(all, &asyncc_context.released[class]);
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++)
        drop_empty(&slabs[class]);
    asyncc_memory(all, 0);
    return stay;
}

static void release_spare(void)
{
    if (asyncc_context.spare)
        asyncc_pool_shelve(asyncc_context.spare, asyncc_context.spare_class);
    asyncc_context.spare = NULL;
}

/* Looks through the free lists, and gives back empty slabs if one part in `part` of all memory is free. */
static void look(size_t part)
{
    size_t visited = 0, words = 0;
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++)
        for (struct asyncc_unit *unit = asyncc_context.released[class]; unit; unit = unit->wait.next, visited++)
            words += class;
    visits += visited;
    if (words * 8 >= slab_count * SLAB_SIZE / part) {
        release_spare();
        visited = drop();
    }
    look_later(visited);
}

void asyncc_pool_look(struct asyncc_thread *thread)
{
    if (slab_count > KEPT && !thread->debug)
        look(2);
    else
        thread->tidy_at = UINT64_MAX;
}

int asyncc_pool_is_large(const struct asyncc_thread *thread)
{
    return slab_count > KEPT && !thread->debug;
}

uint64_t asyncc_pool_settle(void)
{
    uint64_t before = visits;
    look(32);
    return visits - before;
}

int asyncc_pool_may_settle(const struct asyncc_thread *thread)
{
    return asyncc_pool_is_large(thread) && visits < VISITS * thread->steps;
}

/* ---- units ---- */

/* When there is nothing to use again. */
void *asyncc_pool_new_slow(const struct asyncc_function *function)
{
    size_t class = asyncc_pool_class(function);
    asyncc_thread_init(&asyncc_thread);
#ifdef ASYNCC_POOL_MALLOC
    static struct asyncc_unit nobody;
    asyncc_context.spare = &nobody; /* so that no task is kept by translated code, which asks only for the class */
#endif
    struct asyncc_unit *unit = class ? slab_take(class) : single_new(function->size, function->alignment);
    if (!unit)
        return NULL;
    unit->flags = 0;
    unit->function = function;
    return unit;
}

void asyncc_pool_free_alone(struct asyncc_unit *unit)
{
    single_free(unit);
}

/* ---- blocks ---- */

static const struct asyncc_function blocks[] = {
#define BLOCK(bytes) { .name = "block", .size = (bytes), .alignment = 16, .pool = (bytes) / 8 }
    BLOCK(64), BLOCK(96), BLOCK(128), BLOCK(192), BLOCK(256), BLOCK(512), BLOCK(1024)
};

/* Of a block too large for the pool: it is nobody's unit, and not counted. */
static const struct asyncc_function large_block = { .name = "large block" };

void *asyncc_block_new(size_t size)
{
    struct asyncc_unit *unit;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (size <= blocks[i].size - sizeof *unit)
            return (unit = asyncc_pool_new(&blocks[i])) ? unit + 1 : NULL;

    unit = size < SIZE_MAX / 2 ? asyncc_memory(NULL, sizeof *unit + size) : NULL;
    if (!unit)
        return NULL;
    unit->function = &large_block;
    return unit + 1;
}

void asyncc_block_free(void *block)
{
    if (!block)
        return;
    struct asyncc_unit *unit = (struct asyncc_unit *)block - 1;
    if (unit->function == &large_block)
        asyncc_memory(unit, 0);
    else
        asyncc_pool_free(unit);
}

/* ---- all of them ---- */

/*
 * The spare unit keeps its function, and so does a callee that came to its end at once, of which asyncc_call_leave
 * writes no more than it must. A callee that is queued looks the same; but its task lives, too.
 */
static int is_live(const struct asyncc_unit *unit)
{
    if (unit == asyncc_context.pending)
        return 1;
    return unit->function && unit != asyncc_context.spare &&
           (unit->flags & ~(unsigned)ASYNCC_UNIT_CANCEL) != ASYNCC_UNIT_CALLEE;
}

void asyncc_pool_each(void (*visit)(struct asyncc_unit *unit, void *context), void *context)
{
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++)
        for (struct slab *slab = slabs[class]; slab; slab = slab->next)
            for (char *object = slab->objects; object < slab->used; object += slab->object)
                if (is_live((struct asyncc_unit *)object))
                    visit((struct asyncc_unit *)object, context);
    for (struct single *single = singles; single; single = single->next)
        if (((struct asyncc_unit *)(single + 1))->function)
            visit((struct asyncc_unit *)(single + 1), context);
}

static void count(struct asyncc_unit *unit, void *context)
{
    (void)unit;
    ++*(size_t *)context;
}

void asyncc_pool_rest(void)
{
    size_t live = 0;
    asyncc_pool_each(count, &live);
    asyncc_thread.live = live;
    if (live == 0)
        release_slabs();
}

/* Units made meanwhile are not counted: before slabs are given back all are. */
void asyncc_pool_rested(void)
{
    if (asyncc_thread.live > 1)
        asyncc_thread.live--;
    else
        asyncc_pool_rest();
}
