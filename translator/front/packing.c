#include "packing.h"

#include "base/arena.h"
#include "tree/pragmas.h"
#include "tree/tree.h"

#include <ctype.h>
#include <string.h>

/* What `push` keeps. */
struct saved {
    const char *pack, *name;
    struct saved *below;
};

/* ---- what they say ---- */

static bool word_is(const struct pragma *line, size_t at, const char *word)
{
    return at < line->count && strcmp(line->words[at], word) == 0;
}

static bool is_order(const struct pragma *line)
{
    return word_is(line, 0, "scalar_storage_order") && line->count > 1;
}

/* `big-endian` is three words. */
static const char *order_of(const struct pragma *line)
{
    return word_is(line, 1, "big") ? "big-endian" : word_is(line, 1, "little") ? "little-endian" : "default";
}

static struct saved *pop(struct saved *top, const char *name, const char **pack)
{
    struct saved *found = top;
    while (name && found && (!found->name || strcmp(found->name, name) != 0))
        found = found->below;
    if (!found)
        return top; /* as compilers do: nothing happens */
    *pack = found->pack;
    return found->below;
}

/* pack(), pack(4), pack(push), pack(push, 4), pack(push, name, 4), pack(pop), pack(pop, name) */
static struct saved *obey_pack(const struct unit *unit, const struct pragma *line, struct saved *top, const char **pack)
{
    bool pushes = word_is(line, 2, "push"), pops = word_is(line, 2, "pop");
    const char *name = NULL, *value = NULL;
    if (!word_is(line, 1, "(") || word_is(line, 2, "show"))
        return top;
    for (size_t i = pushes || pops ? 3 : 2; i < line->count && strcmp(line->words[i], ")") != 0; i++) {
        bool is_name = (pushes || pops) && !isdigit((unsigned char)*line->words[i]);
        if (strcmp(line->words[i], ",") != 0)
            *(is_name ? &name : &value) = line->words[i];
    }
    if (pushes) {
        struct saved *saved = arena_get(unit->arena, sizeof *saved);
        *saved = (struct saved){ *pack, name, top };
        top = saved;
    } else if (pops) {
        top = pop(top, name, pack);
    }
    if (value || (!pushes && !pops))
        *pack = value ? value : "";
    return top;
}

struct packing packing_at(const struct unit *unit, unsigned offset)
{
    struct packing packing = { "", "reset", "default" };
    struct pragmas pragmas = pragmas_of(unit);
    struct saved *top = NULL;
    struct pragma line;
    while (pragmas_next(&pragmas, &line) && line.at < offset) {
        if (word_is(&line, 0, "pack"))
            top = obey_pack(unit, &line, top, &packing.pack);
        else if (word_is(&line, 0, "ms_struct") && line.count > 1)
            packing.ms_struct = line.words[1];
        else if (is_order(&line))
            packing.order = order_of(&line);
    }
    return packing;
}

bool packing_is_said(const struct unit *unit)
{
    struct pragmas pragmas = pragmas_of(unit);
    struct pragma line;
    while (pragmas_next(&pragmas, &line))
        if (word_is(&line, 0, "pack") || word_is(&line, 0, "ms_struct") || is_order(&line))
            return true;
    return false;
}
