/*
 * dump.c - printing chains of awaits.
 *
 * A frame's first member is its state, which is the number of a site of its function's table; the site says
 * what stands at its offset in the frame. That leads to the next frame, in the same unit or in a callee's.
 * A state is stored on suspension only, so frames of units that are being run just now say nothing: the chain ends
 * at those.
 */
#include "dump.h"

#include "extra.h"
#include "gather.h"
#include "thread.h"

/* Deep recursions: this much of the beginning and of the end is printed. */
enum { SHOWN_FIRST = 12, SHOWN_LAST = 12 };

/* Gathers inside gathers are printed down to this indent. */
enum { DEEPEST = 20 };

struct place {
    const struct asyncc_function *function;
    const char *frame;
    const struct asyncc_unit *unit; /* that the frame is part of */
};

static unsigned state_of(const struct place *place)
{
    return *(const unsigned *)(const void *)place->frame;
}

static const struct asyncc_site *site_of(const struct place *place)
{
    unsigned state = state_of(place);
    return state && state <= place->function->site_count ? &place->function->sites[state - 1] : NULL;
}

static struct place place_in(const struct asyncc_unit *unit)
{
    return (struct place){ unit->function, (const char *)unit + unit->function->frame, unit };
}

/* Whether the unit is being stepped, or called by one that is, on the stack. */
static int is_running(const struct asyncc_unit *unit)
{
    const struct asyncc_unit *current = asyncc_context.current;
    if (asyncc_unit_kind(unit) != ASYNCC_RUNNABLE)
        return 0;
    while (current && current != unit)
        current = asyncc_unit_role(current) == ASYNCC_CALLEE ? current->owner : NULL;
    return current != NULL;
}

/* The state is stored on suspension only. */
static int has_begun(const struct asyncc_unit *unit)
{
    return asyncc_unit_begun(unit) || is_running(unit);
}

/* Goes one frame inwards; 0 if the place's function waits in a leaf, or does not wait. */
static int inwards(struct place *place)
{
    const struct asyncc_site *site = is_running(place->unit) ? NULL : site_of(place);
    if (!site)
        return 0;
    const char *there = place->frame + site->offset;
    if (site->kind == ASYNCC_SITE_CALL)
        *place = place_in(((const struct asyncc_call *)(const void *)there)->unit);
    else if (site->kind == ASYNCC_SITE_FRAME)
        *place = (struct place){ site->callee, there, place->unit };
    else
        return 0;
    return 1;
}

static void print_place(FILE *stream, int indent, const struct place *place)
{
    int running = is_running(place->unit);
    const struct asyncc_site *site = running ? NULL : site_of(place);
    const struct asyncc_function *function = place->function;
    fprintf(stream, "%*s%s %s:%u%s\n", indent, "", function->name, function->file, site ? site->line : function->line,
            running ? ", running" : "");
}

static void print_chain(FILE *stream, int indent, const struct asyncc_unit *unit);

/* Each child with its own chain. */
static void print_children(FILE *stream, int indent, const struct asyncc_gather *gather)
{
    int is_race = (gather->flags & ASYNCC_GATHER_RACE) != 0;
    const char *word = !is_race                                                     ? "gather"
                       : ((const struct asyncc_race *)(const void *)gather)->values ? "first_ok"
                                                                                    : "race";
    if (indent > DEEPEST) {
        fprintf(stream, "%*s%s of more\n", indent, "", word);
        return;
    }
    for (const struct asyncc_unit *child = gather->children;; child = child->owner) {
        const struct asyncc_function *function = child->function;
        if (!(child->flags & ASYNCC_ENDED)) {
            fprintf(stream, "%*s%s of '%s' (%s:%u)%s\n", indent, "", word, function->name, function->file, function->line,
                    has_begun(child) ? "" : ", not begun");
            if (has_begun(child))
                print_chain(stream, indent + 2, child);
        }
        if ((uintptr_t)child->owner & 1)
            return;
    }
}

static void print_leaf(FILE *stream, int indent, const struct place *place)
{
    const struct asyncc_site *site = is_running(place->unit) ? NULL : site_of(place);
    const void *there = site ? place->frame + site->offset : NULL;
    if (!site)
        return;
    if (site->kind == ASYNCC_SITE_LEAF) {
        fprintf(stream, "%*s%s\n", indent, "", (const char *)site->callee);
    } else if (site->kind == ASYNCC_SITE_JOIN) {
        const struct asyncc_function *function = ((const struct asyncc_join *)there)->task->function;
        fprintf(stream, "%*sjoin of '%s' (%s:%u)\n", indent, "", function->name, function->file, function->line);
    } else if (site->kind == ASYNCC_SITE_GATHER) {
        print_children(stream, indent, there);
    }
}

/* The awaits of a unit that has begun, outermost first. */
static void print_chain(FILE *stream, int indent, const struct asyncc_unit *unit)
{
    struct place place = place_in(unit);
    size_t depth = 1, shown = 0;
    for (struct place next = place; inwards(&next);)
        depth++;
    do {
        if (shown == SHOWN_FIRST && depth > SHOWN_FIRST + SHOWN_LAST)
            fprintf(stream, "%*s... %zu more\n", indent, "", depth - SHOWN_FIRST - SHOWN_LAST);
        if (shown < SHOWN_FIRST || shown + SHOWN_LAST >= depth)
            print_place(stream, indent, &place);
        shown++;
    } while (shown < depth && inwards(&place));
    print_leaf(stream, indent, &place);
}

static void print_extra(FILE *stream, const struct asyncc_extra *extra)
{
    if (extra && extra->name)
        fprintf(stream, ", named \"%s\"", extra->name);
    if (extra && extra->where)
        fprintf(stream, ", created at %s", extra->where);
    fputc('\n', stream);
}

void asyncc_dump_innermost(const struct asyncc_unit *unit, struct asyncc_place *found)
{
    struct place place = place_in(unit);
    if (has_begun(unit))
        while (inwards(&place)) {
        }
    const struct asyncc_site *site = has_begun(unit) ? site_of(&place) : NULL;
    found->function = place.function;
    found->line = site ? site->line : place.function->line;
}

/* ---- an await that begins ---- */

struct search {
    const void *operation;
    struct asyncc_place found;
    int is_ambiguous;
    unsigned left; /* how many sites it may still look at: frames in frames can be very many */
};

static void find_await(struct search *search, const struct asyncc_function *function, const char *frame)
{
    for (unsigned i = 0; i < function->site_count && search->left; i++) {
        const struct asyncc_site *site = &function->sites[i];
        const char *there = frame + site->offset;
        search->left--;
        if (site->kind == ASYNCC_SITE_FRAME && there <= (const char *)search->operation)
            find_await(search, site->callee, there);
        if ((site->kind != ASYNCC_SITE_CALL && site->kind != ASYNCC_SITE_GATHER) || there != search->operation)
            continue;
        struct asyncc_place *found = &search->found;
        search->is_ambiguous |= found->function && (found->function != function || found->line != site->line);
        *found = (struct asyncc_place){ function, site->line };
    }
}

int asyncc_dump_await(const struct asyncc_unit *unit, const void *operation, struct asyncc_place *found)
{
    struct search search = { .operation = operation, .left = 10000 };
    find_await(&search, unit->function, (const char *)unit + unit->function->frame);
    *found = search.found;
    return found->function && !search.is_ambiguous && search.left;
}

void asyncc_dump_unit(FILE *stream, const struct asyncc_unit *unit)
{
    const struct asyncc_function *function = unit->function;
    fprintf(stream, "  task '%s' (%s:%u)%s", function->name, function->file, function->line,
            has_begun(unit) ? "" : ", not begun");
    print_extra(stream, asyncc_extra_find(unit));
    if (has_begun(unit))
        print_chain(stream, 4, unit);
}
