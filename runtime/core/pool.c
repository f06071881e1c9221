/*
 * pool.c - see pool.h.
 *
 * A slab is handed out from its front; what comes back goes into the free list of its class, through
 * wait.next. Slabs are given back together, when the thread's last unit is gone: until then the memory of a
 * released unit is never anything else than a unit of the same size, and a stale handle reads flags in which the
 * task has no owner until it is used again.
 */
#include "pool.h"

#include "list.h"
#include "memory.h"
#include "thread.h"

#include <string.h>

enum { SLAB_SIZE = 64 * 1024 };

struct slab {
    struct slab *next;
    size_t object;    /* size of one */
    char *used, *end; /* objects before `used` were handed out at least once */
    char objects[] __attribute__((aligned(16)));
};

/* In front of a unit that was allocated alone. */
struct single {
    struct single *next, *previous;
    void *raw; /* what the system gave */
    void *unused;
};

static _Thread_local struct slab *slabs[ASYNCC_POOL_CLASSES];
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

static struct slab *slab_new(size_t class)
{
    struct slab *slab = asyncc_memory(NULL, SLAB_SIZE);
    if (!slab)
        return NULL;
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

static void release_slabs(void)
{
    for (size_t class = 0; class < ASYNCC_POOL_CLASSES; class ++) {
        while (slabs[class]) {
            struct slab *slab = slabs[class];
            slabs[class] = slab->next;
            asyncc_memory(slab, 0);
        }
        asyncc_context.released[class] = NULL;
    }
    asyncc_context.spare = NULL;
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
