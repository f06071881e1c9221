/*
 * pool.c - see pool.h.
 *
 * A slab is handed out from its front; what comes back goes into the free list of its class, through
 * wait.next. Slabs are given back together, when the thread's last unit is gone: until then the memory of a
 * released unit is never anything else than a unit of the same size, and a stale handle reads a NULL
 * function until it is used again.
 */
#include "pool.h"

#include "memory.h"
#include "thread.h"

#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ASYNCC_POOL_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASYNCC_POOL_MALLOC 1
#endif
#endif

enum { SLAB_SIZE = 64 * 1024, LARGEST = 1024, CLASSES = LARGEST / 8 + 1 };

struct slab {
    struct slab *next;
    size_t object; /* size of one */
    char *used, *end; /* objects before `used` were handed out at least once */
    char objects[] __attribute__((aligned(16)));
};

/* In front of a unit that was allocated alone. */
struct single {
    struct single *next, *previous;
    void *raw; /* what the system gave */
    void *unused;
};

static _Thread_local struct asyncc_unit *free_units[CLASSES];
static _Thread_local struct slab *slabs[CLASSES];
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
    single->previous = NULL;
    single->next = singles;
    if (singles)
        singles->previous = single;
    singles = single;
    return (struct asyncc_unit *)(single + 1);
}

static void single_free(struct asyncc_unit *unit)
{
    struct single *single = (struct single *)unit - 1;
    if (single->next)
        single->next->previous = single->previous;
    if (single->previous)
        single->previous->next = single->next;
    else
        singles = single->next;
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

/* The class of the function's units; 0 if each is allocated alone. */
static inline size_t class_of(const struct asyncc_function *function)
{
#ifdef ASYNCC_POOL_MALLOC
    (void)function;
    return 0;
#else
    size_t alignment = function->alignment, size = function->size;
    if (__builtin_expect(size > LARGEST || alignment > 16, 0))
        return 0;
    return alignment > 8 ? (size + 15) / 16 * 2 : (size + 7) / 8;
#endif
}

static __attribute__((noinline)) struct asyncc_unit *unit_new_slow(const struct asyncc_function *function,
                                                                   size_t class)
{
    if (class == 0)
        return single_new(function->size, function->alignment);
    struct slab *slab = slabs[class];
    if (!slab || (size_t)(slab->end - slab->used) < slab->object)
        slab = slab_new(class);
    if (!slab)
        return NULL;
    struct asyncc_unit *unit = (struct asyncc_unit *)slab->used;
    slab->used += slab->object;
    return unit;
}

void *asyncc_pool_new(const struct asyncc_function *function)
{
    struct asyncc_thread *thread = &asyncc_thread;
    size_t class = class_of(function);
    struct asyncc_unit *unit = free_units[class];
    if (__builtin_expect(unit != NULL, 1))
        free_units[class] = unit->wait.next;
    else if (!(unit = unit_new_slow(function, class)))
        return NULL;
    thread->live++;
    unit->function = function;
    unit->serial = thread->serial++;
    unit->flags = 0;
    return unit;
}

void asyncc_pool_free(struct asyncc_unit *unit)
{
    struct asyncc_thread *thread = &asyncc_thread;
    size_t class = class_of(unit->function);
    unit->function = NULL;
    if (__builtin_expect(class != 0, 1)) {
        unit->wait.next = free_units[class];
        free_units[class] = unit;
    } else {
        single_free(unit);
    }
    if (--thread->live == 0 && !thread->loop)
        asyncc_pool_release();
}

/* ---- blocks ---- */

static const struct asyncc_function blocks[] = {
#define BLOCK(bytes) { .name = "block", .size = (bytes), .alignment = 16 }
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

void asyncc_pool_each(void (*visit)(struct asyncc_unit *unit, void *context), void *context)
{
    for (size_t class = 0; class < CLASSES; class++)
        for (struct slab *slab = slabs[class]; slab; slab = slab->next)
            for (char *object = slab->objects; object < slab->used; object += slab->object)
                if (((struct asyncc_unit *)object)->function)
                    visit((struct asyncc_unit *)object, context);
    for (struct single *single = singles; single; single = single->next)
        if (((struct asyncc_unit *)(single + 1))->function)
            visit((struct asyncc_unit *)(single + 1), context);
}

void asyncc_pool_release(void)
{
    if (asyncc_thread.live)
        return;
    for (size_t class = 0; class < CLASSES; class++) {
        while (slabs[class]) {
            struct slab *slab = slabs[class];
            slabs[class] = slab->next;
            asyncc_memory(slab, 0);
        }
        free_units[class] = NULL;
    }
}
