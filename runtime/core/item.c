/*
 * item.c - items of a gather or race that are more than a call.
 *
 * In asyncio a gather, and a task that others join, are futures, to whose end a gather around them listens: so they are
 * here. Such an item begins when it is added, is never queued for a first step, and its end is told in the turn in which it is woken.
 * With a time limit around it, it is a task that awaits one of these, or a call. That of a gather has begun all the same, as its
 * children have, and whoever cancels it cancels them.
 */
#include "item.h"

#include "gather.h"
#include "join.h"
#include "pool.h"
#include "thread.h"

static struct asyncc_item *of_unit(struct asyncc_unit *unit)
{
    return (struct asyncc_item *)(void *)unit;
}

static enum asyncc_item_kind kind_of(const struct asyncc_item *self)
{
    return (enum asyncc_item_kind)(self->unit.function - asyncc_item_functions);
}

static asyncc_status start(struct asyncc_item *self)
{
    self->state = 1;
    switch (kind_of(self)) {
    case ASYNCC_ITEM_CALL:
        asyncc_context.pending = self->of;
        return asyncc_call_start(&self->operation.call, self->result, self->size);
    case ASYNCC_ITEM_JOIN: return asyncc_join_start(&self->operation.join, self->of, self->result, self->size);
    case ASYNCC_ITEM_SHIELD: return asyncc_shield_start(&self->operation.shield, self->of, self->result, self->size);
    default: return asyncc_gather_start(&self->operation.race.gather);
    }
}

static asyncc_status resume(struct asyncc_item *self)
{
    switch (kind_of(self)) {
    case ASYNCC_ITEM_CALL: return asyncc_call_resume(&self->operation.call, self->result, self->size);
    case ASYNCC_ITEM_JOIN: return asyncc_join_resume(&self->operation.join, self->result, self->size);
    case ASYNCC_ITEM_SHIELD: return asyncc_shield_resume(&self->operation.shield, self->result, self->size);
    case ASYNCC_ITEM_GATHER: return asyncc_gather_resume(&self->operation.race.gather);
    default: return asyncc_race_resume(&self->operation.race, &self->winner);
    }
}

static void start_limits(struct asyncc_item *self)
{
    for (unsigned i = 0; i < self->limit_count; i++)
        asyncc_timeout_start(&self->limits[i].timeout, self->limits[i].seconds);
}

static asyncc_status end_limits(struct asyncc_item *self, asyncc_status status)
{
    for (unsigned i = self->limit_count; i-- > 0;)
        status = asyncc_timeout_end(&self->limits[i].timeout, status, &self->limits[i].status);
    return status;
}

static asyncc_status step(struct asyncc_unit *unit)
{
    struct asyncc_item *self = of_unit(unit);
    if (self->state)
        return end_limits(self, resume(self));
    start_limits(self);
    return end_limits(self, start(self));
}

/* ---- what translated code calls ---- */

void asyncc_item_begin(struct asyncc_item *self, struct asyncc_limit *limits)
{
    *self = (struct asyncc_item){ .limits = limits };
}

void asyncc_item_limit(struct asyncc_item *self, double seconds)
{
    self->limits[self->limit_count++].seconds = seconds;
}

static void become(struct asyncc_item *self, enum asyncc_item_kind kind, struct asyncc_unit *of, void *result, size_t size)
{
    self->unit.function = &asyncc_item_functions[kind];
    self->of = of;
    self->result = result;
    self->size = size;
}

void asyncc_item_call(struct asyncc_item *self, void *result, size_t size)
{
    become(self, ASYNCC_ITEM_CALL, asyncc_take_pending(self, NULL), result, size);
}

void asyncc_item_join(struct asyncc_item *self, struct asyncc_unit *task, void *result, size_t size)
{
    become(self, ASYNCC_ITEM_JOIN, task, result, size);
}

void asyncc_item_shield(struct asyncc_item *self, struct asyncc_unit *task, void *result, size_t size)
{
    become(self, ASYNCC_ITEM_SHIELD, task, result, size);
}

void asyncc_item_gather(struct asyncc_item *self)
{
    become(self, ASYNCC_ITEM_GATHER, NULL, NULL, 0);
    asyncc_gather_init(&self->operation.race.gather);
    self->operation.race.gather.flags |= ASYNCC_GATHER_ITEM;
}

void asyncc_item_race(struct asyncc_item *self)
{
    become(self, ASYNCC_ITEM_RACE, NULL, NULL, 0);
    asyncc_race_init(&self->operation.race);
    self->operation.race.gather.flags |= ASYNCC_GATHER_ITEM;
}

void asyncc_item_first_ok(struct asyncc_item *self, const char *values)
{
    become(self, ASYNCC_ITEM_FIRST_OK, NULL, NULL, 0);
    asyncc_first_ok_init(&self->operation.race, values);
    self->operation.race.gather.flags |= ASYNCC_GATHER_ITEM;
}

/* It waits, or has ended, which is told in its turn. */
static void begin_now(struct asyncc_item *self)
{
    struct asyncc_unit *outer = asyncc_context.current;
    asyncc_context.current = &self->unit;
    asyncc_status status = start(self);
    start_limits(self);
    if (status != ASYNCC_PENDING) {
        status = end_limits(self, status);
        self->unit.flags |= ASYNCC_ENDED | (status == ASYNCC_CANCELLED ? ASYNCC_WAS_CANCELLED : 0);
        asyncc_push_callback(&asyncc_thread, &self->unit);
    }
    asyncc_context.current = outer;
}

void asyncc_gather_item(struct asyncc_gather *gather, struct asyncc_item *item)
{
    int is_gather = kind_of(item) >= ASYNCC_ITEM_GATHER;
    if (kind_of(item) == ASYNCC_ITEM_CALL && !item->of) {
        gather->flags |= ASYNCC_GATHER_NO_MEMORY | ASYNCC_GATHER_CANCELLED;
        return;
    }
    asyncc_gather_link(gather, &item->unit, ASYNCC_CHILD | ASYNCC_EMBEDDED);
    if (is_gather || !item->limit_count)
        begin_now(item);
    else
        asyncc_push(&asyncc_thread, &item->unit);
}

/* ---- what is left of it ---- */

const void *asyncc_item_value(const struct asyncc_item *self)
{
    if (self->limit_count)
        return &self->limits[0].status;
    return kind_of(self) >= ASYNCC_ITEM_GATHER ? (const void *)&self->winner : self->result;
}

void asyncc_item_release(struct asyncc_item *self)
{
    enum asyncc_item_kind kind = kind_of(self);
    if (kind >= ASYNCC_ITEM_GATHER)
        asyncc_gather_release(&self->operation.race.gather);
    else if (!self->state && kind == ASYNCC_ITEM_CALL)
        asyncc_pool_free(self->of);
    else if (!self->state && self->of)
        asyncc_join_take(self->of, 1, NULL, 0);
}

/* ---- what it is ---- */

#define SITE(what, member, callee) { { 0, what, offsetof(struct asyncc_item, member) - offsetof(struct asyncc_item, state), callee } }
static const struct asyncc_site sites[ASYNCC_ITEM_KINDS][1] = {
    [ASYNCC_ITEM_CALL] = SITE(ASYNCC_SITE_CALL, operation.call, NULL),
    [ASYNCC_ITEM_JOIN] = SITE(ASYNCC_SITE_JOIN, operation.join, NULL),
    [ASYNCC_ITEM_SHIELD] = SITE(ASYNCC_SITE_LEAF, operation.shield, "shield"),
    [ASYNCC_ITEM_GATHER] = SITE(ASYNCC_SITE_GATHER, operation.race.gather, NULL),
    [ASYNCC_ITEM_RACE] = SITE(ASYNCC_SITE_GATHER, operation.race.gather, NULL),
    [ASYNCC_ITEM_FIRST_OK] = SITE(ASYNCC_SITE_GATHER, operation.race.gather, NULL),
};
#define ITEM(kind, word)                                                                                         \
    [kind] = { .name = word, .file = "asyncc.h", .site_count = 1, .sites = sites[kind], .step = step,              \
               ASYNCC_UNIT_SIZE(struct asyncc_item), .frame = offsetof(struct asyncc_item, state) }
const struct asyncc_function asyncc_item_functions[ASYNCC_ITEM_KINDS] = {
    ITEM(ASYNCC_ITEM_CALL, "timeout"),  ITEM(ASYNCC_ITEM_JOIN, "join"), ITEM(ASYNCC_ITEM_SHIELD, "shield"),
    ITEM(ASYNCC_ITEM_GATHER, "gather"), ITEM(ASYNCC_ITEM_RACE, "race"), ITEM(ASYNCC_ITEM_FIRST_OK, "first_ok"),
};
