/*
 * check.c - see check.h.
 */
#include "check.h"

#include "due.h"
#include "fatal.h"
#include "gather.h"
#include "pool.h"
#include "task.h"
#include "watch.h"

#include <stdlib.h>

#ifdef ASYNCC_CHECK

/* A look at n units is followed by n / RARELY turns without one: so long runs of many tasks stay linear. */
enum { RARELY = 16 };

struct units {
    const struct asyncc_unit **at;
    size_t count, space;
};

struct check {
    struct units queue; /* the ready queue, by address */
    struct units roots; /* tasks and children that are still to be looked at */
    size_t work;
};

static void expect(int holds, const char *what, const struct asyncc_unit *unit)
{
    if (!holds)
        asyncc_fatal("the runtime's check: %s ('%s')", what, unit && unit->function ? unit->function->name : "?");
}

static void add(struct units *units, const struct asyncc_unit *unit)
{
    if (units->count == units->space) {
        units->space = units->space ? units->space * 2 : 64;
        units->at = realloc(units->at, units->space * sizeof *units->at);
        expect(units->at != NULL, "there is no memory for it", unit);
    }
    units->at[units->count++] = unit;
}

/* ---- the ready queue ---- */

static int by_address(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)*(struct asyncc_unit *const *)a, right = (uintptr_t)*(struct asyncc_unit *const *)b;
    return (left > right) - (left < right);
}

/* The second link to one that is queued twice is the last one's: what was queued between is lost, and missed below. */
static void check_queue(struct check *check, const struct asyncc_thread *thread)
{
    struct asyncc_unit *const *link = &thread->head;
    while (link != (struct asyncc_unit *const *)asyncc_context.ready) {
        const struct asyncc_unit *unit = *link;
        expect(unit->function != NULL, "a released unit is in the ready queue", unit);
        expect(asyncc_unit_kind(unit) == ASYNCC_RUNNABLE, "a unit that waits is in the ready queue", unit);
        expect(unit->flags & ASYNCC_CALLBACK || !(unit->flags & ASYNCC_ENDED), "a unit that has ended is to be stepped",
               unit);
        add(&check->queue, unit);
        link = &unit->wait.next;
    }
    if (check->queue.count)
        qsort(check->queue.at, check->queue.count, sizeof *check->queue.at, by_address);
}

static int is_queued(const struct check *check, const struct asyncc_unit *unit)
{
    const struct units *queue = &check->queue;
    return queue->count && bsearch(&unit, queue->at, queue->count, sizeof *queue->at, by_address) != NULL;
}

/* ---- what a unit waits in ---- */

static void check_gather(struct check *check, const struct asyncc_unit *unit, const struct asyncc_gather *gather)
{
    unsigned running = 0;
    const struct asyncc_unit *child = gather->children;
    expect(child != NULL, "a gather that is waited for has no children", unit);
    for (;; child = child->owner) {
        expect(asyncc_unit_role(child) == ASYNCC_CHILD, "what stands among a gather's children is none", child);
        running += !(child->flags & ASYNCC_ENDED) || child->flags & ASYNCC_CALLBACK;
        add(&check->roots, child);
        if ((uintptr_t)child->owner & 1)
            break;
    }
    expect(asyncc_gather_waiter(child) == unit, "a gather's children do not lead to who waits in it", unit);
    expect(running == gather->left, "a gather's count is not that of its running children", unit);
}

static void check_wait(const struct asyncc_unit *unit, const struct asyncc_wait *wait)
{
    expect(wait->unit == unit, "a wait wakes another unit", unit);
    for (const struct asyncc_watch *watch = wait->watches; watch; watch = watch->next)
        expect(watch->unit.owner == wait, "a wait's watch has another owner", unit);
}

/* The sleeper of a timer that is not due. */
static void check_timer(const struct asyncc_unit *unit, const struct asyncc_timer *timer)
{
    const struct asyncc_timers *timers = &asyncc_thread_timers;
    expect(timer->unit == unit, "a timer wakes another unit", unit);
    expect(timer->kind & ASYNCC_TIMER_ARMED, "a unit waits for a timer that is not armed", unit);
    if (timer->deadline <= timers->base || timer->deadline == ASYNCC_NEVER)
        return;
    unsigned level, slot;
    asyncc_timers_place(timers, timer->deadline, &level, &slot);
    expect(timers->used[level] & 1u << slot, "the wheel says of a timer's slot that it is not used", unit);
}

static void check_leaf(struct check *check, const struct asyncc_unit *unit)
{
    const void *leaf = unit->wait.leaf;
    switch (asyncc_unit_kind(unit)) {
    case ASYNCC_RUNNABLE:
        expect(is_queued(check, unit) || !asyncc_unit_begun(unit), "a unit waits in nothing, and is not in the ready queue",
               unit);
        break;
    case ASYNCC_IN_TIMER: check_timer(unit, leaf); break;
    case ASYNCC_IN_JOIN: /* see check_joiners, too */
        expect(!(((const struct asyncc_join *)leaf)->task->flags & ASYNCC_ENDED), "a task has ended that is waited for",
               unit);
        break;
    case ASYNCC_IN_WAIT: check_wait(unit, leaf); break;
    case ASYNCC_IN_GATHER: check_gather(check, unit, leaf); break;
    case ASYNCC_IN_OPERATION:
        expect(((const struct asyncc_operation *)leaf)->unit == unit, "an operation wakes another unit", unit);
        break;
    default: expect(0, "a unit waits in what there is not", unit);
    }
}

/* Down its calls, to the leaf. */
static void check_chain(struct check *check, const struct asyncc_unit *unit)
{
    while (asyncc_unit_kind(unit) == ASYNCC_IN_CALL) {
        const struct asyncc_unit *callee = ((const struct asyncc_call *)unit->wait.leaf)->unit;
        expect(asyncc_unit_role(callee) == ASYNCC_CALLEE && callee->owner == unit, "a callee belongs to another", callee);
        expect(!(callee->flags & ASYNCC_ENDED), "a callee has ended, and its caller waits", callee);
        check->work++;
        unit = callee;
    }
    check_leaf(check, unit);
}

/* ---- who waits for a task ---- */

static void check_joiner(const struct asyncc_unit *task, const struct asyncc_unit *unit, const struct asyncc_join *join)
{
    expect(asyncc_unit_kind(unit) == ASYNCC_IN_JOIN && unit->wait.leaf == join, "a task's joiner waits elsewhere", task);
}

static void check_joiners(const struct asyncc_unit *task)
{
    const struct asyncc_unit *only = asyncc_task_only_joiner(task);
    const struct asyncc_join *first = only ? NULL : task->owner, *last = NULL;
    if (only)
        check_joiner(task, only, only->wait.leaf);
    for (const struct asyncc_join *join = first; join; join = join->next) {
        expect(join->task == task, "who waits for a task waits for another", task);
        expect(join == first || join->previous == last, "the list of a task's joiners is not closed", task);
        if (join->unit)
            check_joiner(task, join->unit, join);
        last = join;
    }
    expect(!first || first->previous == last, "the list of a task's joiners does not know its last", task);
}

/* ---- all units ---- */

static void visit(struct asyncc_unit *unit, void *context)
{
    struct check *check = context;
    expect(!(unit->flags & ASYNCC_CALLBACK) || is_queued(check, unit), "a callback is not in the ready queue", unit);
    if (asyncc_unit_role(unit) != ASYNCC_TASK || unit->flags & ASYNCC_ENDED)
        return;
    check_joiners(unit);
    add(&check->roots, unit);
}

static void check_units(struct check *check)
{
    asyncc_pool_each(visit, check);
    while (check->roots.count) {
        const struct asyncc_unit *root = check->roots.at[--check->roots.count];
        check->work++;
        if (!(root->flags & ASYNCC_ENDED))
            check_chain(check, root);
    }
}

/* ---- timers ---- */

static void check_slot(const struct asyncc_timers *timers, unsigned level, unsigned slot)
{
    const struct asyncc_timer_links *list = &timers->slots[level][slot];
    expect(list->next != list, "the wheel says of an empty slot that it is used", NULL);
    for (const struct asyncc_timer_links *links = list->next; links != list; links = links->next) {
        const struct asyncc_timer *timer = (const struct asyncc_timer *)links;
        expect(links->next->previous == links, "a slot's list is not closed", timer->unit);
        expect(timer->kind & ASYNCC_TIMER_ARMED, "a timer in the wheel is not armed", timer->unit);
        expect(timer->deadline >= timers->base, "a timer in the wheel is overdue", timer->unit);
    }
}

static void check_wheel(const struct asyncc_timers *timers)
{
    for (unsigned level = 0; level < ASYNCC_TIMER_LEVELS; level++) {
        expect(!timers->used[level] == !(timers->levels & 1u << level), "the wheel's bits of levels and slots differ", NULL);
        for (unsigned slot = 0; slot < ASYNCC_TIMER_SLOTS; slot++)
            if (timers->used[level] & 1u << slot)
                check_slot(timers, level, slot);
    }
}

void asyncc_check_turn(const struct asyncc_thread *thread)
{
    static _Thread_local size_t rest;
    if (rest) {
        rest--;
        return;
    }
    struct check check = { .work = 0 };
    check_queue(&check, thread);
    check_units(&check);
    check_wheel(&asyncc_thread_timers);
    rest = (check.work + check.queue.count) / RARELY;
    free(check.queue.at);
    free(check.roots.at);
}

#endif
