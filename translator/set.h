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
        unsigned last; /* number that it got to be another name */
    } *slots;
    size_t count, room;
};

/* False: it is there already. */
bool set_add(struct set *set, const char *name, size_t length);
bool set_has(const struct set *set, const char *name, size_t length);

/* The name, or if it is there already `name_2` and so on: the first that is not. It is added. */
const char *set_fresh(struct set *set, const char *name);

#endif
