/*
 * callbacks.c - what a careful C programmer writes who has no async functions.
 *
 * Each function takes a callback and its context. What it needs afterwards it keeps in a structure of its own,
 * which its callback releases before it calls the next one: so the free list stays short and warm. The
 * four variants differ in where the structures come from and in what may be inlined.
 */
#include "callbacks.h"
#include "queue.h"

#include <stdlib.h>

#define NOINLINE __attribute__((noinline))

typedef void callback(void *context, int result);

/* What a level keeps; for the tenth, also its place in the queue. */
struct level {
    union {
        struct entry entry;
        struct level *next_free;
    };
    callback *done;
    void *context;
    int x;
};

/* The loop around them. */
struct loop {
    long i, count, sum;
};

static struct queue queue;
static struct level *free_levels;

static inline struct level *level_new(void)
{
    struct level *level = free_levels;
    if (!level)
        return malloc(sizeof *level);
    free_levels = level->next_free;
    return level;
}

static inline void level_free(struct level *level)
{
    level->next_free = free_levels;
    free_levels = level;
}

/* Out of memory: the callback hears of it at once. */
#define LEVEL(attributes, name, next, make, release)                           \
    static void name##_done(void *context, int below)                         \
    {                                                                          \
        struct level *self = context;                                          \
        callback *done = self->done;                                           \
        void *outer = self->context;                                           \
        int result = below + self->x;                                          \
        release(self);                                                         \
        done(outer, result);                                                   \
    }                                                                          \
    static attributes void name(int x, callback *done, void *context)          \
    {                                                                          \
        struct level *self = make();                                           \
        if (!self) {                                                           \
            done(context, -1);                                                 \
            return;                                                            \
        }                                                                      \
        self->done = done;                                                     \
        self->context = context;                                               \
        self->x = x;                                                           \
        next(x + 1, name##_done, self);                                        \
    }

#define BOTTOM(attributes, name, make, release)                                \
    static void name##_turn(struct entry *entry)                               \
    {                                                                          \
        struct level *self = (struct level *)entry;                            \
        callback *done = self->done;                                           \
        void *outer = self->context;                                           \
        int result = self->x;                                                  \
        release(self);                                                         \
        done(outer, result);                                                   \
    }                                                                          \
    static attributes void name(int x, callback *done, void *context)          \
    {                                                                          \
        struct level *self = make();                                           \
        if (!self) {                                                           \
            done(context, -1);                                                 \
            return;                                                            \
        }                                                                      \
        self->done = done;                                                     \
        self->context = context;                                               \
        self->x = x;                                                           \
        self->entry.call = name##_turn;                                        \
        queue_push(&queue, &self->entry);                                      \
    }

#define LOOP(name, first)                                                      \
    static void name##_next(void *context, int result)                         \
    {                                                                          \
        struct loop *self = context;                                           \
        self->sum += result;                                                   \
        if (++self->i < self->count)                                           \
            first((int)self->i & 1, name##_next, self);                        \
    }                                                                          \
    long name(long count)                                                      \
    {                                                                          \
        struct loop self = { .count = count };                                 \
        first(0, name##_next, &self);                                          \
        queue_run(&queue);                                                     \
        return self.sum;                                                       \
    }

#define TEN(prefix, attributes, make, release)                                 \
    BOTTOM(attributes, prefix##10, make, release)                              \
    LEVEL(attributes, prefix##9, prefix##10, make, release)                    \
    LEVEL(attributes, prefix##8, prefix##9, make, release)                     \
    LEVEL(attributes, prefix##7, prefix##8, make, release)                     \
    LEVEL(attributes, prefix##6, prefix##7, make, release)                     \
    LEVEL(attributes, prefix##5, prefix##6, make, release)                     \
    LEVEL(attributes, prefix##4, prefix##5, make, release)                     \
    LEVEL(attributes, prefix##3, prefix##4, make, release)                     \
    LEVEL(attributes, prefix##2, prefix##3, make, release)                     \
    LEVEL(attributes, prefix##1, prefix##2, make, release)

#define NEW_BY_MALLOC() malloc(sizeof(struct level))

TEN(listed, NOINLINE, level_new, level_free)
LOOP(callbacks_deep, listed1)

TEN(allocated, NOINLINE, NEW_BY_MALLOC, free)
LOOP(callbacks_deep_malloc, allocated1)

TEN(small, , level_new, level_free)
LOOP(callbacks_deep_inlinable, small1)

/* ---- one structure for all levels, as a libuv request stands in the structure of its caller ---- */

#define EMBEDDED(name, next)                                                   \
    static void name##_done(void *context, int below)                         \
    {                                                                          \
        struct level *self = context;                                          \
        self->done(self->context, below + self->x);                            \
    }                                                                          \
    static NOINLINE void name(struct level *self, int x, callback *done, void *context) \
    {                                                                          \
        self->done = done;                                                     \
        self->context = context;                                               \
        self->x = x;                                                           \
        next(self + 1, x + 1, name##_done, self);                              \
    }

static void embedded10_turn(struct entry *entry)
{
    struct level *self = (struct level *)entry;
    self->done(self->context, self->x);
}

static NOINLINE void embedded10(struct level *self, int x, callback *done, void *context)
{
    self->done = done;
    self->context = context;
    self->x = x;
    self->entry.call = embedded10_turn;
    queue_push(&queue, &self->entry);
}

EMBEDDED(embedded9, embedded10)
EMBEDDED(embedded8, embedded9)
EMBEDDED(embedded7, embedded8)
EMBEDDED(embedded6, embedded7)
EMBEDDED(embedded5, embedded6)
EMBEDDED(embedded4, embedded5)
EMBEDDED(embedded3, embedded4)
EMBEDDED(embedded2, embedded3)
EMBEDDED(embedded1, embedded2)

struct embedded_loop {
    struct loop loop;
    struct level levels[10];
};

static void embedded_next(void *context, int result)
{
    struct embedded_loop *self = context;
    self->loop.sum += result;
    if (++self->loop.i < self->loop.count)
        embedded1(self->levels, (int)self->loop.i & 1, embedded_next, self);
}

long callbacks_deep_embedded(long count)
{
    struct embedded_loop self = { .loop.count = count };
    embedded1(self.levels, 0, embedded_next, &self);
    queue_run(&queue);
    return self.loop.sum;
}

/* ---- two that yield to each other ---- */

struct yielder {
    struct entry entry;
    long i, count;
};

static void yielder_turn(struct entry *entry)
{
    struct yielder *self = (struct yielder *)entry;
    if (++self->i < self->count)
        queue_push(&queue, &self->entry);
}

long callbacks_switches(long count)
{
    struct yielder one = { .entry.call = yielder_turn, .count = count / 2 }, other = one;
    queue_push(&queue, &one.entry);
    queue_push(&queue, &other.entry);
    queue_run(&queue);
    return one.i + other.i;
}
