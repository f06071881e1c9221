/*
 * set.h - sets of names.
 */
#ifndef SET_H
#define SET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct set {
    struct arena *arena; /* the names are the caller's, and stay */
    struct set_name {
        const char *at;
        size_t length;
        unsigned number; /* the caller's, from 0; set_fresh has the last in it that it gave */
    } *slots;
    size_t count, room;
};

/* False: it is there already. */
bool set_add(struct set *set, const char *name, size_t length);
bool set_has(const struct set *set, const char *name, size_t length);

/* Its number; it is added if it is not there. */
unsigned *set_number(struct set *set, const char *name, size_t length);

/* The name, or if it is there already `name_2` and so on: the first that is not. It is added. */
const char *set_fresh(struct set *set, const char *name);

#endif
