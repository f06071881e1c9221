/*
 * timers.c - the ordered set of armed timers: a line and a pairing heap. See timers.h.
 *
 * In the heap a node's `child` is its first child, `next` its next sibling, `previous` its previous sibling
 * or, of a first child, its parent. The root has neither.
 */
#include "timers.h"

#include "thread.h"

static void place(struct asyncc_timer *timer, unsigned where)
{
    timer->kind = (timer->kind & ~(uint32_t)ASYNCC_TIMER_PLACE) | where;
}

/* ---- lists ---- */

static void list_append(struct asyncc_timer *head, struct asyncc_timer *timer)
{
    timer->next = head;
    timer->previous = head->previous;
    head->previous->next = timer;
    head->previous = timer;
    place(timer, ASYNCC_TIMER_IN_LIST);
}

static void list_remove(struct asyncc_timer *timer)
{
    timer->next->previous = timer->previous;
    timer->previous->next = timer->next;
}

static void list_init(struct asyncc_timer *head)
{
    if (!head->next)
        head->next = head->previous = head;
}

/* ---- the heap ---- */

/* Makes one tree of two, whose roots have no siblings. */
static struct asyncc_timer *meld(struct asyncc_timer *a, struct asyncc_timer *b)
{
    if (asyncc_timer_before(b, a)) {
        struct asyncc_timer *swap = a;
        a = b;
        b = swap;
    }
    b->previous = a;
    b->next = a->child;
    if (a->child)
        a->child->previous = b;
    a->child = b;
    return a;
}

/*
 * Makes one tree of a list of siblings: melds pairs from left to right, then all from right to left. The
 * second pass finds its list in `previous`.
 */
static struct asyncc_timer *meld_siblings(struct asyncc_timer *first)
{
    struct asyncc_timer *pairs = NULL;
    while (first) {
        struct asyncc_timer *a = first, *b = a->next;
        first = b ? b->next : NULL;
        a->next = NULL;
        if (b) {
            b->next = NULL;
            a = meld(a, b);
        }
        a->previous = pairs;
        pairs = a;
    }
    struct asyncc_timer *root = pairs;
    if (!root)
        return NULL;
    pairs = root->previous;
    while (pairs) {
        struct asyncc_timer *before = pairs->previous;
        root = meld(root, pairs);
        pairs = before;
    }
    root->previous = NULL;
    return root;
}

static void heap_remove(struct asyncc_timers *timers, struct asyncc_timer *timer)
{
    struct asyncc_timer *rest = meld_siblings(timer->child);
    if (timer == timers->root) {
        timers->root = rest;
        return;
    }
    if (timer->previous->child == timer)
        timer->previous->child = timer->next;
    else
        timer->previous->next = timer->next;
    if (timer->next)
        timer->next->previous = timer->previous;
    if (rest)
        timers->root = meld(timers->root, rest);
}

/* ---- both ---- */

void asyncc_timers_insert(struct asyncc_timers *timers, struct asyncc_timer *timer, uint64_t deadline)
{
    struct asyncc_timer *line = &timers->line;
    list_init(line);
    timer->deadline = deadline;
    timer->serial = timers->serial++;
    if (line->previous == line || line->previous->deadline <= deadline) {
        list_append(line, timer);
        return;
    }
    place(timer, ASYNCC_TIMER_IN_HEAP);
    timer->child = timer->next = timer->previous = NULL;
    timers->root = timers->root ? meld(timers->root, timer) : timer;
}

void asyncc_timers_remove(struct asyncc_timers *timers, struct asyncc_timer *timer)
{
    switch (timer->kind & ASYNCC_TIMER_PLACE) {
    case ASYNCC_TIMER_IN_HEAP: heap_remove(timers, timer); break;
    case ASYNCC_TIMER_IN_LIST: list_remove(timer); break;
    }
    place(timer, ASYNCC_TIMER_IDLE);
}

struct asyncc_timer *asyncc_timers_first(const struct asyncc_timers *timers)
{
    struct asyncc_timer *line = timers->line.next, *root = timers->root;
    if (!line || line == &timers->line)
        return root;
    return root && asyncc_timer_before(root, line) ? root : line;
}

void asyncc_due_append(struct asyncc_due *due, struct asyncc_timer *timer)
{
    list_init(&due->list);
    list_append(&due->list, timer);
}
