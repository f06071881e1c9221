#include "name_index.h"

#include "base/arena.h"
#include "resolve.h"
#include "tree/tree.h"

#include <stdint.h>
#include <stdlib.h>

/* A key of one of the names: its declaration, or where it stands. */
struct entry {
    uintptr_t key;
    size_t index; /* among all */
};

struct entries {
    struct entry *items;
    size_t count;
};

struct name_index {
    struct arena *arena;
    const struct names *names;
    struct entries declarations, places;
};

static int by_key(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static int by_index(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return a < b ? -1 : a > b;
}

static void add(struct name_index *index, struct entries *entries, uintptr_t key, size_t of)
{
    struct entry entry = { key, of };
    arena_push(index->arena, entries->items, entries->count, entry);
}

static void sort(struct entries *entries)
{
    if (entries->count)
        qsort(entries->items, entries->count, sizeof *entries->items, by_key);
}

struct name_index *name_index_new(struct arena *arena, const struct names *names)
{
    struct name_index *index = arena_get(arena, sizeof *index);
    *index = (struct name_index){ .arena = arena, .names = names };
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = names->all[i];
        add(index, &index->declarations, (uintptr_t)name->decl, i);
        add(index, &index->places, name->at, i);
        for (size_t k = 0; k < name->use_count; k++)
            add(index, &index->places, name->uses[k].begin, i);
        for (size_t k = 0; k < name->other_count; k++)
            add(index, &index->places, name->others[k], i);
    }
    sort(&index->declarations);
    sort(&index->places);
    return index;
}

/* The first entry of the key, or of a greater one. */
static size_t first_of(const struct entries *entries, uintptr_t key)
{
    size_t low = 0, high = entries->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (entries->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct name *name_index_of(const struct name_index *index, const struct decl *decl)
{
    size_t at = first_of(&index->declarations, (uintptr_t)decl);
    bool found = at < index->declarations.count && index->declarations.items[at].key == (uintptr_t)decl;
    return found ? index->names->all[index->declarations.items[at].index] : NULL;
}

const struct name **name_index_within(const struct name_index *index, const struct extent *text, size_t *count)
{
    size_t from = first_of(&index->places, text->begin), to = first_of(&index->places, text->end), found = 0;
    size_t *indices = arena_get(index->arena, (to - from + 1) * sizeof *indices);
    const struct name **names = arena_get(index->arena, (to - from + 1) * sizeof *names);
    for (size_t i = from; i < to; i++)
        indices[i - from] = index->places.items[i].index;
    if (to > from)
        qsort(indices, to - from, sizeof *indices, by_index);
    for (size_t i = 0; i < to - from; i++)
        if (i == 0 || indices[i] != indices[i - 1])
            names[found++] = index->names->all[indices[i]];
    *count = found;
    return names;
}
