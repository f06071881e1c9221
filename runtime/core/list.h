/*
 * list.h - doubly linked lists through the members `next` and `previous` of what stands in them.
 *
 * A list is a pointer to its first; NULL: it is empty. The first one's `previous` is the last, the last one's `next` is
 * NULL: so each of these takes constant time. `first` is evaluated more than once.
 */
#ifndef ASYNCC_CORE_LIST_H
#define ASYNCC_CORE_LIST_H

#include <stddef.h>

#define ASYNCC_LIST_APPEND(first, item)              \
    do {                                             \
        (item)->next = NULL;                         \
        if (first) {                                 \
            (item)->previous = (first)->previous;    \
            (first)->previous->next = (item);        \
        } else {                                     \
            (first) = (item);                        \
        }                                            \
        (first)->previous = (item);                  \
    } while (0)

#define ASYNCC_LIST_PREPEND(first, item)             \
    do {                                             \
        (item)->next = (first);                      \
        (item)->previous = (item);                   \
        if (first) {                                 \
            (item)->previous = (first)->previous;    \
            (first)->previous = (item);              \
        }                                            \
        (first) = (item);                            \
    } while (0)

/* The item, which is in the list, keeps its links: to go on from it is allowed. */
#define ASYNCC_LIST_REMOVE(first, item)              \
    do {                                             \
        if ((item) == (first))                       \
            (first) = (item)->next;                  \
        else                                         \
            (item)->previous->next = (item)->next;   \
        if ((item)->next)                            \
            (item)->next->previous = (item)->previous; \
        else if (first)                              \
            (first)->previous = (item)->previous;    \
    } while (0)

#endif
