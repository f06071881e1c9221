#include "set.h"

#include "arena.h"

#include <string.h>

/* Where the name is, or belongs. */
static struct set_name *find(const struct set *set, const char *name, size_t length)
{
    size_t hash = 5381;
    for (size_t i = 0; i < length; i++)
        hash = hash * 33 + (unsigned char)name[i];
    for (;; hash++) {
        struct set_name *slot = &set->slots[hash & (set->room - 1)];
        if (!slot->at || (slot->length == length && memcmp(slot->at, name, length) == 0))
            return slot;
    }
}

static void grow(struct set *set)
{
    struct set bigger = *set;
    bigger.room = set->room ? set->room * 2 : 64;
    bigger.slots = arena_get(set->arena, bigger.room * sizeof *bigger.slots);
    for (size_t i = 0; i < set->room; i++)
        if (set->slots[i].at)
            *find(&bigger, set->slots[i].at, set->slots[i].length) = set->slots[i];
    *set = bigger;
}

bool set_add(struct set *set, const char *name, size_t length)
{
    if (set->count * 2 >= set->room)
        grow(set);
    struct set_name *slot = find(set, name, length);
    if (slot->at)
        return false;
    *slot = (struct set_name){ name, length, 0 };
    set->count++;
    return true;
}

bool set_has(const struct set *set, const char *name, size_t length)
{
    return set->room && find(set, name, length)->at;
}

unsigned *set_number(struct set *set, const char *name, size_t length)
{
    set_add(set, name, length);
    return &find(set, name, length)->number;
}

const char *set_fresh(struct set *set, const char *name)
{
    const char *fresh = name;
    while (!set_add(set, fresh, strlen(fresh))) {
        unsigned *number = set_number(set, name, strlen(name));
        *number = *number ? *number + 1 : 2;
        fresh = arena_format(set->arena, "%s_%u", name, *number);
    }
    return fresh;
}
