/*
 * cancel.c - delivering cancellation.
 *
 * A request goes down from a task: along its calls to the unit that really waits; if that waits for another
 * task, on into that one; if it waits in a gather, into each child. What it meets at the end of a path is
 * woken with ASYNCC_CANCEL set; what stood on the way ends when its turn comes, as in asyncio, where a task
 * that awaits a future cancels the future.
 *
 * Chains may be a million long, and gathers nested as deep: nothing here recurses. The gathers whose children
 * are being asked form a stack through `outer`; a gather on it has WALKING set. Tasks that wait for each
 * other in a circle are cut open where the walk would go round.
 */
#include "cancel.h"

#include "due.h"
#include "extra.h"
#include "gather.h"
#include "join.h"

static void wake_cancelled(struct asyncc_unit *unit)
{
    unit->flags |= ASYNCC_CANCEL;
    asyncc_wake(&asyncc_thread, unit);
}

/* ---- requests ---- */

/* Those that its flags have no room for. Where there is no memory, either, one is forgotten. */
static struct asyncc_extra *more_of(const struct asyncc_unit *root)
{
    struct asyncc_extra *extra = asyncc_extra_find(root);
    return extra && extra->requests ? extra : NULL;
}

uint32_t asyncc_requests(const struct asyncc_unit *root)
{
    const struct asyncc_extra *more = more_of(root);
    return (root->flags & ASYNCC_REQUESTS) / ASYNCC_ONE_REQUEST + (more ? more->requests : 0);
}

static void count_request(struct asyncc_unit *root)
{
    if (__builtin_expect((root->flags & ASYNCC_REQUESTS) != ASYNCC_REQUESTS, 1)) {
        root->flags += ASYNCC_ONE_REQUEST;
        return;
    }
    struct asyncc_extra *extra = asyncc_extra_need(root);
    if (extra)
        extra->requests++;
}

void asyncc_request_take_back(struct asyncc_unit *root)
{
    struct asyncc_extra *more = more_of(root);
    if (more)
        more->requests--;
    else
        root->flags -= ASYNCC_ONE_REQUEST;
}

/* ---- where it goes ---- */

/*
 * Where the unit's chain of calls ends. Callees that have not waited so far run on the stack, and the chain leads
 * only to the first of them: the last one then is the current unit.
 */
static struct asyncc_unit *innermost(struct asyncc_unit *unit)
{
    struct asyncc_unit *current = asyncc_context.current;
    unit = asyncc_unit_innermost(unit);
    if (current && asyncc_unit_kind(unit) == ASYNCC_RUNNABLE && asyncc_unit_root(current) == asyncc_unit_root(unit))
        return current;
    return unit;
}

static void cut(struct asyncc_unit *unit)
{
    asyncc_join_unhook(unit->wait.leaf);
    wake_cancelled(unit);
}

/*
 * Follows joins from the unit, counting a request for each task it comes to. The value is the unit where
 * that ends, in any leaf but a join; NULL if it went round and was cut. Circles are found by Brent's method.
 */
static struct asyncc_unit *follow_joins(struct asyncc_unit *unit)
{
    struct asyncc_unit *mark = unit, *joiner = NULL;
    size_t steps = 0, limit = 2;
    while (asyncc_unit_kind(unit) == ASYNCC_IN_JOIN) {
        struct asyncc_unit *task = ((struct asyncc_join *)unit->wait.leaf)->task;
        struct asyncc_unit *next = innermost(task);
        if (next == mark) {
            cut(unit);
            return NULL;
        }
        if (++steps == limit) {
            mark = unit;
            limit *= 2;
        }
        count_request(task);
        joiner = unit;
        unit = next;
    }
    if (asyncc_unit_kind(unit) == ASYNCC_IN_GATHER &&
        ((struct asyncc_gather *)unit->wait.leaf)->flags & ASYNCC_GATHER_WALKING) {
        cut(joiner);
        return NULL;
    }
    return unit;
}

/* Delivers to where the unit's chain ends; the value is the gather it ends in, whose children are to be asked. */
static struct asyncc_gather *deliver(struct asyncc_unit *unit)
{
    unit = follow_joins(innermost(unit));
    if (!unit)
        return NULL;
    void *leaf = unit->wait.leaf;
    struct asyncc_operation *operation = leaf;
    switch (asyncc_unit_kind(unit)) {
    case ASYNCC_IN_TIMER:
        asyncc_timer_disarm(leaf);
        wake_cancelled(unit);
        break;
    case ASYNCC_IN_WAIT: wake_cancelled(unit); break;
    case ASYNCC_IN_GATHER:
        if (asyncc_gather_ask(leaf))
            return leaf;
        unit->flags |= ASYNCC_CANCEL;
        break;
    case ASYNCC_IN_OPERATION:
        if (unit->flags & ASYNCC_CANCEL)
            break;
        unit->flags |= ASYNCC_CANCEL;
        operation->cancel(operation);
        break;
    default: /* it runs or is queued */ unit->flags |= ASYNCC_CANCEL; break;
    }
    return NULL;
}

/* The next child to ask of the innermost gather that has one; gathers that have none left are dropped. */
static struct asyncc_unit *next_child(struct asyncc_gather **gathers)
{
    while (*gathers) {
        struct asyncc_unit *child = asyncc_gather_next(*gathers);
        if (child)
            return child;
        (*gathers)->flags &= ~(uint32_t)ASYNCC_GATHER_WALKING;
        *gathers = (*gathers)->outer;
    }
    return NULL;
}

/* Delivers to where the chain of `from` ends, and if that is a gather to all below. */
static void walk(struct asyncc_unit *from)
{
    struct asyncc_gather *gathers = NULL;
    do {
        struct asyncc_gather *gather = deliver(from);
        if (gather) {
            gather->outer = gathers;
            gathers = gather;
        }
        from = next_child(&gathers);
        if (from)
            count_request(from);
    } while (from);
}

void asyncc_cancel(struct asyncc_unit *root, struct asyncc_unit *from)
{
    count_request(root);
    walk(from);
}

void asyncc_cancel_begun(struct asyncc_unit *unit)
{
    unit->flags &= ~(uint32_t)ASYNCC_CANCEL;
    walk(unit);
}
