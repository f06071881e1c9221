/*
 * queue.h - the ready queue of a careful C programmer, for the floors.
 */
#ifndef BENCH_QUEUE_H
#define BENCH_QUEUE_H

#include <stddef.h>

/* Something to be called in its turn; it stands in the structure of whom it calls. */
struct entry {
    struct entry *next;
    void (*call)(struct entry *self);
};

/* First in, first out. */
struct queue {
    struct entry *head, *tail;
};

static inline void queue_push(struct queue *queue, struct entry *entry)
{
    entry->next = NULL;
    if (queue->head)
        queue->tail->next = entry;
    else
        queue->head = entry;
    queue->tail = entry;
}

/* Calls everything in its turn until nothing is left. */
static inline void queue_run(struct queue *queue)
{
    while (queue->head) {
        struct entry *entry = queue->head;
        queue->head = entry->next;
        entry->call(entry);
    }
}

#endif
