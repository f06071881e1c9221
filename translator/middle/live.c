/*
 * live.c - two dataflow problems on the graph of flow.h: liveness backwards, and "may have no value yet" forwards. Locals do
 * not depend on each other in either, so they are solved for a batch of locals at a time, with sets of bits over the
 * batch: a function with ten thousand awaits needs no more memory for each than one with ten.
 */
#include "live.h"

#include "base/arena.h"
#include "flow.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 16, BITS = 8 * sizeof(unsigned long), BATCH = WORDS * BITS };

struct set {
    unsigned long words[WORDS];
};

/* What is solved for each step, for one batch. */
struct solution {
    struct set use, define, undefine;
    struct set in, out, bare; /* live before and after; without a value before */
};

/* A step on the way, and how many of those that it leads to have been looked at. */
struct visit {
    size_t step, next;
};

struct solver {
    struct arena *arena;
    struct flow flow;
    size_t *order; /* of the steps, those that others lead to first */
    size_t order_count;
    bool *is_ordered;
    struct solution *solutions; /* of the steps */
    int first;                  /* local of the batch */
};

static bool has(const struct set *set, int bit)
{
    return set->words[bit / BITS] >> (bit % BITS) & 1;
}

/* The first in the set from the bit on; BATCH: there is none. */
static int next_of(const struct set *set, int bit)
{
    while (bit < BATCH) {
        unsigned long rest = set->words[bit / BITS] >> (bit % BITS);
        if (rest)
            return bit + __builtin_ctzl(rest);
        bit = (bit / (int)BITS + 1) * (int)BITS;
    }
    return BATCH;
}

static void fill_set(const struct solver *s, struct set *set, const struct locals *locals)
{
    for (size_t i = 0; i < locals->count; i++) {
        int bit = locals->items[i] - s->first;
        if (bit >= 0 && bit < BATCH)
            set->words[bit / BITS] |= 1ul << (bit % BITS);
    }
}

static void fill(struct solver *s)
{
    memset(s->solutions, 0, s->flow.step_count * sizeof *s->solutions);
    for (size_t i = 0; i < s->flow.step_count; i++) {
        fill_set(s, &s->solutions[i].use, &s->flow.steps[i].use);
        fill_set(s, &s->solutions[i].define, &s->flow.steps[i].define);
        fill_set(s, &s->solutions[i].undefine, &s->flow.steps[i].undefine);
    }
}

static bool solve_live_step(struct solver *s, const struct step *step, struct solution *own, size_t words)
{
    bool changed = false;
    for (size_t w = 0; w < words; w++) {
        unsigned long out = 0;
        for (size_t i = 0; i < step->next_count; i++)
            out |= s->solutions[step->next[i]].in.words[w];
        unsigned long in = (out & ~(own->define.words[w] | own->undefine.words[w])) | own->use.words[w];
        changed = changed || in != own->in.words[w];
        own->out.words[w] = out;
        own->in.words[w] = in;
    }
    return changed;
}

/*
 * Puts the steps that can be reached from this one, and are not there yet, into s->order, each behind those that it leads
 * to, but for the ways back of loops. Without recursion, since functions can be long.
 */
static void order_from(struct solver *s, size_t from, struct visit *stack)
{
    size_t depth = 0;
    if (s->is_ordered[from])
        return;
    s->is_ordered[from] = true;
    stack[depth++] = (struct visit){ from, 0 };
    while (depth) {
        struct visit *top = &stack[depth - 1];
        const struct step *step = &s->flow.steps[top->step];
        if (top->next == step->next_count) {
            s->order[s->order_count++] = top->step;
            depth--;
            continue;
        }
        size_t next = step->next[top->next++];
        if (!s->is_ordered[next])
            stack[depth++] = (struct visit){ next, 0 };
        s->is_ordered[next] = true;
    }
}

/* In that order a sweep settles all but what goes round a loop: as many are needed as loops are nested. */
static void order_steps(struct solver *s)
{
    struct visit *stack = arena_get(s->arena, s->flow.step_count * sizeof *stack);
    s->order = arena_get(s->arena, s->flow.step_count * sizeof *s->order);
    s->is_ordered = arena_get(s->arena, s->flow.step_count * sizeof *s->is_ordered);
    for (size_t i = 0; i < s->flow.step_count; i++) /* the first leads to all that control can reach */
        order_from(s, i, stack);
}

static void solve_live(struct solver *s, size_t words)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < s->flow.step_count; i++) {
            size_t at = s->order[i];
            changed = solve_live_step(s, &s->flow.steps[at], &s->solutions[at], words) || changed;
        }
    }
}

static bool spread_bare(struct solver *s, const struct step *step, const struct solution *own, size_t words)
{
    bool changed = false;
    for (size_t w = 0; w < words; w++) {
        unsigned long out = (own->bare.words[w] | own->undefine.words[w]) & ~own->define.words[w];
        for (size_t k = 0; k < step->next_count; k++) {
            unsigned long *bare = &s->solutions[step->next[k]].bare.words[w];
            changed = changed || (out & ~*bare);
            *bare |= out;
        }
    }
    return changed;
}

/* Where control begins nothing but the parameters has a value. */
static void solve_bare(struct solver *s, size_t words)
{
    struct locals bare = { 0 };
    for (size_t i = 0; i < s->flow.tracked_count; i++)
        if (s->flow.tracked[i]->kind != DECL_PARAMETER)
            arena_push(s->arena, bare.items, bare.count, (int)i);
    fill_set(s, &s->solutions[0].bare, &bare);
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = s->flow.step_count; i > 0; i--) {
            size_t at = s->order[i - 1];
            changed = spread_bare(s, &s->flow.steps[at], &s->solutions[at], words) || changed;
        }
    }
}

static bool is_visible(const struct decl *decl, const struct node *at)
{
    return decl_is_temporary(decl) || !decl->scope || node_is_inside(at, decl->scope);
}

static bool gives(const struct await *await, const struct decl *decl)
{
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        if (await->status == decl)
            return true;
    return await->result == decl || await->status == decl;
}

/* The local, which is live behind the await, is so over it: it does not give it its value. */
static bool is_live(const struct node *await, const struct decl *decl)
{
    return !gives(await->await, decl) && is_visible(decl, await);
}

/* Whether it is not to be spilled: what is too large; what is alive over so many awaits; a name that is not declared yet. */
static bool stays(const struct decl *decl, const struct node *await, int awaits)
{
    enum { MANY = 16 };
    return local_of(decl)->home == HOME_IF_ALIVE ||
           (local_of(decl)->home == HOME_IF_PASSED && await->begin < decl->node->begin) ||
           (decl_is_temporary(decl) && decl->scope && awaits > MANY);
}

/* Those of the batch that are alive over awaits and are not to be spilled live in the frame. */
static void settle_residents(struct solver *s)
{
    int awaits[BATCH] = { 0 };
    for (size_t i = 0; i < s->flow.step_count; i++) {
        const struct node *await = s->flow.steps[i].await;
        const struct set *out = &s->solutions[i].out;
        for (int bit = await ? next_of(out, 0) : BATCH; bit < BATCH; bit = next_of(out, bit + 1)) {
            struct decl *decl = s->flow.tracked[s->first + bit];
            if (decl_is_resident(decl) || !is_live(await, decl) || !stays(decl, await, ++awaits[bit]))
                continue;
            decl->local->home = HOME_FRAME;
            decl->local->needs_zero = false;
        }
    }
}

static void take_live(struct solver *s, const struct node *node, const struct solution *own)
{
    struct await *await = node->await;
    for (int bit = next_of(&own->out, 0); bit < BATCH; bit = next_of(&own->out, bit + 1)) {
        struct decl *decl = s->flow.tracked[s->first + bit];
        if (decl_is_resident(decl) || !is_live(node, decl))
            continue;
        arena_push(s->arena, await->live, await->live_count, decl);
        if (has(&own->bare, bit))
            decl->local->needs_zero = true;
    }
}

void live_solve(struct unit *unit, struct function *function)
{
    if (!function->suspends)
        return;
    struct solver solver = { .arena = unit->arena, .flow = flow_of(unit, function) };
    size_t step_count = solver.flow.step_count;
    order_steps(&solver);
    solver.solutions = malloc(step_count * sizeof *solver.solutions);
    require(solver.solutions);
    int count = (int)solver.flow.tracked_count;
    for (; solver.first < count; solver.first += BATCH) {
        int end = solver.first + BATCH < count ? solver.first + BATCH : count;
        size_t words = (size_t)(end - solver.first + BITS - 1) / BITS;
        fill(&solver);
        solve_live(&solver, words);
        solve_bare(&solver, words);
        settle_residents(&solver);
        for (size_t i = 0; i < step_count; i++)
            if (solver.flow.steps[i].await)
                take_live(&solver, solver.flow.steps[i].await, &solver.solutions[i]);
    }
    free(solver.solutions);
}
