/*
 * storm_program.c - see storm_program.h.
 *
 * A program has a budget of statements; deeper lists are shorter. Which statements hold what others says storm.def.
 */
#include "storm_program.h"

#include <stdio.h>

enum { MOST = 120, DEEPEST = 7, TASKS = 4 /* that the first function starts before all else */ };
enum holds { none, list, body, bodies };

static const struct {
    const char *name;
    unsigned often;
    enum holds holds;
    int shared;
} kinds[] = {
#define STATEMENT(name, often, holds, shared) { #name, often, holds, shared },
#include "storm.def"
#undef STATEMENT
    { "body", 0, list, 1 },
};

/* Where a statement stands. */
struct place {
    int depth, in_defer, in_group;
};

static struct {
    unsigned long state;
    int shared, count;
    struct storm_statement statements[MOST * 4];
} program;

/* SplitMix64. */
unsigned storm_random(unsigned long *state, unsigned limit)
{
    unsigned long z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (unsigned)((z ^ (z >> 31)) >> 33) % limit;
}

static unsigned below(unsigned limit)
{
    return storm_random(&program.state, limit);
}

static int fits(enum storm_kind kind, struct place place)
{
    if (program.shared && !kinds[kind].shared)
        return 0;
    if (kinds[kind].holds != none && (place.depth >= DEEPEST || program.count >= MOST))
        return 0;
    if (kind >= STORM_group_spawn && kind <= STORM_group_room && !place.in_group)
        return 0;
    return !place.in_defer || (kind != STORM_leave && kind != STORM_cancel_self);
}

static enum storm_kind random_kind(struct place place)
{
    unsigned total = 0, chosen;
    for (int kind = 0; kind < STORM_body; kind++)
        total += fits((enum storm_kind)kind, place) ? kinds[kind].often : 0;
    chosen = below(total);
    for (int kind = 0;; kind++)
        if (fits((enum storm_kind)kind, place)) {
            if (chosen < kinds[kind].often)
                return (enum storm_kind)kind;
            chosen -= kinds[kind].often;
        }
}

static struct storm_statement *new_statement(enum storm_kind kind)
{
    struct storm_statement *made = &program.statements[program.count];
    *made = (struct storm_statement){ .kind = kind, .number = program.count++, .a = (int)below(8), .b = (int)below(6) };
    return made;
}

static const struct storm_statement *random_list(struct place place, unsigned most);

static const struct storm_statement *random_bodies(struct place place, unsigned count)
{
    struct storm_statement *made = new_statement(STORM_body);
    struct place inside = { place.depth + 1, 0, place.in_group };
    made->inner = random_list(inside, place.depth < 2 ? 10 : 6);
    made->next = count > 1 ? random_bodies(place, count - 1) : NULL;
    return made;
}

static const struct storm_statement *random_list(struct place place, unsigned most)
{
    const struct storm_statement *first = NULL, **link = &first;
    for (unsigned left = 1 + below(most); left && program.count < MOST; left--) {
        int begins = place.depth == 1 && program.count <= 1 + 3 * TASKS;
        struct storm_statement *made = new_statement(begins ? STORM_task : random_kind(place));
        struct place inside = { place.depth + 1, place.in_defer || made->kind == STORM_defer,
                                place.in_group || made->kind == STORM_group };
        if (made->kind == STORM_task || made->kind == STORM_spawn || made->kind == STORM_completions)
            inside.in_group = 0; /* they may outlive it */
        if (kinds[made->kind].holds == list)
            made->inner = random_list(inside, 4);
        else if (kinds[made->kind].holds == body)
            made->inner = random_bodies(inside, 1);
        else if (kinds[made->kind].holds == bodies)
            made->inner = random_bodies(inside, 1 + below(3));
        *link = made;
        link = &made->next;
    }
    return first;
}

const struct storm_statement *storm_program(unsigned long seed, unsigned long number, int shared)
{
    program.state = seed * 1000003 + number;
    program.shared = shared;
    program.count = 0;
    return random_bodies((struct place){ 0, 0, 0 }, 1);
}

void storm_print(const struct storm_statement *statement)
{
    printf("[\"%s\", %d, %d, %d, [", kinds[statement->kind].name, statement->number, statement->a, statement->b);
    for (const struct storm_statement *inner = statement->inner; inner; inner = inner->next) {
        storm_print(inner);
        if (inner->next)
            printf(", ");
    }
    printf("]]");
}
