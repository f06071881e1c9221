/*
 * live.c - the function's control flow as a graph of small steps, and two dataflow problems on it: liveness
 * backwards, and "may have no value yet" forwards. Locals do not depend on each other in either, so they are
 * solved for a batch of locals at a time, with sets of bits over the batch: a function with ten thousand awaits
 * needs no more memory for each than one with ten.
 */
#include "live.h"

#include "arena.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 16, BITS = 8 * sizeof(unsigned long), BATCH = WORDS * BITS };

struct set {
    unsigned long words[WORDS];
};

struct locals {
    int *items;
    size_t count;
};

/* What is solved for each step, for one batch. */
struct solution {
    struct set use, define, undefine;
    struct set in, out, bare; /* live before and after; without a value before */
};

struct step {
    size_t *next; /* successors */
    size_t next_count;
    struct locals use, define, undefine; /* read before written; written; left without a value */
    struct node *await;
    bool is_ordered;
};

/* A step on the way, and how many of those that it leads to have been looked at. */
struct visit {
    size_t step, next;
};

struct loop {
    struct loop *outer;
    const struct node *node;
    size_t leave, again; /* steps that break and continue go to */
};

enum { NOWHERE = -1 };

struct flow {
    struct unit *unit;
    struct function *function;
    struct step *steps;
    size_t step_count;
    size_t *order; /* of the steps, those that others lead to first */
    size_t order_count;
    struct decl **tracked;
    size_t tracked_count;
    struct solution *solutions; /* of the steps */
    int first; /* local of the batch */
    long at; /* the step that control comes from; NOWHERE when it does not */
    struct loop *loop;
    size_t switch_head;
    bool has_default;
    struct decl **targets; /* labels whose address is taken */
    size_t target_count;
    struct decl **labels;
    size_t *label_steps;
    size_t label_count, label_step_count;
};

static bool has(const struct set *set, int bit)
{
    return set->words[bit / BITS] >> (bit % BITS) & 1;
}

static void put(struct flow *f, struct locals *locals, int local)
{
    arena_push(f->unit->arena, locals->items, locals->count, local);
}

/* ---- the graph ---- */

static void edge(struct flow *f, size_t from, size_t to)
{
    struct step *step = &f->steps[from];
    arena_push(f->unit->arena, step->next, step->next_count, to);
}

static size_t step_new(struct flow *f)
{
    struct step step = { 0 };
    arena_push(f->unit->arena, f->steps, f->step_count, step);
    return f->step_count - 1;
}

/* Goes on to the step. */
static void go(struct flow *f, size_t step)
{
    if (f->at != NOWHERE)
        edge(f, (size_t)f->at, step);
    f->at = (long)step;
}

static struct step *next_step(struct flow *f)
{
    go(f, step_new(f));
    return &f->steps[f->at];
}

static size_t label_step(struct flow *f, struct decl *label)
{
    for (size_t i = 0; i < f->label_count; i++)
        if (f->labels[i] == label)
            return f->label_steps[i];
    arena_push(f->unit->arena, f->labels, f->label_count, label);
    size_t step = step_new(f);
    arena_push(f->unit->arena, f->label_steps, f->label_step_count, step);
    return step;
}

/* ---- expressions ---- */

static struct decl *tracked_place(struct node *node)
{
    while (node && node->kind == NODE_PAREN)
        node = node->first;
    if (node && (node->kind == NODE_REFERENCE || node->kind == NODE_X_NAME) && node->decl &&
        node->decl->index >= 0 && !(node->kind == NODE_X_NAME && node->number))
        return node->decl;
    return NULL;
}

/* Reads and writes below the node; what is written is not known to be written for certain. */
static void uses(struct flow *f, struct step *step, struct node *node)
{
    if (node->kind == NODE_UNEVALUATED && !node->number)
        return;
    if ((node->kind == NODE_REFERENCE || node->kind == NODE_X_NAME) && node->decl && node->decl->index >= 0)
        put(f, &step->use, node->decl->index);
    struct node *child = node->first;
    if (node->kind == NODE_ASSIGN && tracked_place(child))
        child = child->next;
    for (; child; child = child->next)
        uses(f, step, child);
}

static void evaluate(struct flow *f, struct node *node)
{
    if (!node)
        return;
    struct step *step = next_step(f);
    uses(f, step, node);
    while (node->kind == NODE_PAREN)
        node = node->first;
    if (node->kind != NODE_ASSIGN)
        return;
    struct decl *target = tracked_place(node->first);
    if (target)
        put(f, &step->define, target->index);
}

static void track(struct flow *f, struct decl *decl)
{
    if (decl->index >= 0)
        return;
    decl->index = (int)f->tracked_count;
    arena_push(f->unit->arena, f->tracked, f->tracked_count, decl);
}

static bool is_trackable(const struct decl *decl)
{
    return decl_is_automatic(decl) && !decl->is_resident;
}

/* A declaration: the variable is written, or left without a value. */
static void declared(struct flow *f, struct decl *decl, struct node *value)
{
    if (value)
        evaluate(f, value);
    if (decl->index < 0)
        return;
    struct step *step = next_step(f);
    if (value || decl->needs_zero)
        put(f, &step->define, decl->index);
    else
        put(f, &step->undefine, decl->index);
}

/* ---- statements ---- */

static void statement(struct flow *f, struct node *node);

static void children(struct flow *f, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        statement(f, child);
}

static void branch(struct flow *f, struct node *condition, struct node *yes, struct node *no)
{
    if (condition)
        evaluate(f, condition);
    else
        next_step(f);
    long head = f->at;
    size_t end = step_new(f);
    if (yes)
        statement(f, yes);
    go(f, end);
    f->at = head;
    if (no)
        statement(f, no);
    go(f, end);
    f->at = (long)end;
}

/* init; head: condition; body; again: step; back to head. */
static void loop(struct flow *f, struct node *node, struct node *condition, struct node *step,
                 struct node *body, bool body_first)
{
    struct loop this = { f->loop, node, step_new(f), step_new(f) };
    size_t head = step_new(f), start = body_first ? step_new(f) : head;
    go(f, start);
    f->loop = &this;
    if (!body_first && condition) {
        evaluate(f, condition);
        edge(f, (size_t)f->at, this.leave);
    }
    if (node->kind == NODE_X_LOOP) {
        for (struct node *child = node->first; child; child = child->next)
            if (child != node->part[0] && child != node->part[1] && child != node->part[2])
                statement(f, child);
    } else if (body) {
        statement(f, body);
    }
    go(f, this.again);
    if (step)
        evaluate(f, step);
    if (body_first) {
        if (condition)
            evaluate(f, condition);
        edge(f, (size_t)f->at, this.leave);
    }
    go(f, start);
    f->loop = this.outer;
    f->at = (long)this.leave;
}

static void switched(struct flow *f, struct node *node)
{
    evaluate(f, node->part[PART_CONDITION]);
    struct loop this = { f->loop, node, step_new(f), f->loop ? f->loop->again : 0 };
    size_t outer_head = f->switch_head;
    bool outer_default = f->has_default;
    f->switch_head = (size_t)f->at;
    f->has_default = false;
    f->loop = &this;
    f->at = NOWHERE;
    statement(f, node->part[PART_BODY]);
    go(f, this.leave);
    if (!f->has_default)
        edge(f, f->switch_head, this.leave);
    f->loop = this.outer;
    f->switch_head = outer_head;
    f->has_default = outer_default;
    f->at = (long)this.leave;
}

static void case_label(struct flow *f, struct node *node)
{
    size_t step = step_new(f);
    go(f, step);
    edge(f, f->switch_head, step);
    f->has_default = f->has_default || node->kind == NODE_DEFAULT;
    if (node->part[PART_BODY])
        statement(f, node->part[PART_BODY]);
}

static void jump(struct flow *f, const struct node *node)
{
    const struct loop *loop = f->loop;
    while (loop && node->kind == NODE_CONTINUE && loop->node->kind == NODE_SWITCH)
        loop = loop->outer;
    if (loop && f->at != NOWHERE)
        edge(f, (size_t)f->at, node->kind == NODE_BREAK ? loop->leave : loop->again);
    f->at = NOWHERE;
}

static void jump_label(struct flow *f, struct decl *label)
{
    size_t step = label_step(f, label);
    if (f->at != NOWHERE)
        edge(f, (size_t)f->at, step);
    f->at = NOWHERE;
}

/* goto *p: to any label whose address is taken. */
static void jump_anywhere(struct flow *f)
{
    for (size_t i = 0; i < f->target_count; i++)
        edge(f, (size_t)f->at, label_step(f, f->targets[i]));
    f->at = NOWHERE;
}

static void leave(struct flow *f, struct node *node)
{
    struct step *step = next_step(f);
    put(f, &step->define, node->decl->index);
    if (node->drops_value && f->function->value && f->function->value->index >= 0)
        put(f, &step->define, f->function->value->index);
    if (node->part[0])
        jump_label(f, node->part[0]->decl);
}

static void await(struct flow *f, struct node *node)
{
    struct await *await = node->await;
    struct step *step = next_step(f);
    size_t at = (size_t)f->at;
    for (struct node *child = node->first; child; child = child->next)
        uses(f, step, child);
    if (await->number) {
        go(f, step_new(f));
        at = (size_t)f->at;
        f->steps[at].await = node;
    }
    if (await->leave) {
        leave(f, await->leave);
        f->at = (long)at;
    }
    struct decl *results[] = { await->result, await->status };
    for (int i = 0; i < 2; i++)
        if (results[i])
            put(f, &f->steps[at].define, results[i]->index);
    next_step(f);
}

static void statement(struct flow *f, struct node *node)
{
    struct step *step;
    switch (node->kind) {
    case NODE_COMPOUND:
    case NODE_X_SEQUENCE:
    case NODE_X_BLOCK:
    case NODE_DECLARATIONS:
        children(f, node);
        break;
    case NODE_VARIABLE:
        for (struct node *size = node->first; size && size != node->part[PART_INIT]; size = size->next)
            evaluate(f, size);
        if (is_trackable(node->decl))
            declared(f, node->decl, node->part[PART_INIT]);
        else if (node->part[PART_INIT])
            evaluate(f, node->part[PART_INIT]);
        break;
    case NODE_IF:
        branch(f, node->part[PART_CONDITION], node->part[PART_THEN], node->part[PART_ELSE]);
        break;
    case NODE_X_IF:
        branch(f, node->part[0], node->part[1], node->part[2]);
        break;
    case NODE_X_WHEN:
        next_step(f);
        put(f, &f->steps[f->at].use, node->decl->index);
        if (node->number)
            branch(f, NULL, node->part[0], NULL);
        else
            statement(f, node->part[0]);
        break;
    case NODE_WHILE:
        loop(f, node, node->part[PART_CONDITION], NULL, node->part[PART_BODY], false);
        break;
    case NODE_DO:
        loop(f, node, node->part[PART_CONDITION], NULL, node->part[PART_BODY], true);
        break;
    case NODE_FOR:
        if (node->part[PART_INIT])
            statement(f, node->part[PART_INIT]);
        loop(f, node, node->part[PART_CONDITION], node->part[PART_STEP], node->part[PART_BODY], false);
        break;
    case NODE_X_LOOP:
        if (node->part[0])
            statement(f, node->part[0]);
        loop(f, node, node->part[1], node->part[2], NULL, false);
        break;
    case NODE_X_BREAK_UNLESS:
        evaluate(f, node->part[0]);
        edge(f, (size_t)f->at, f->loop->leave);
        next_step(f);
        break;
    case NODE_SWITCH:
        switched(f, node);
        break;
    case NODE_CASE:
    case NODE_DEFAULT:
        case_label(f, node);
        break;
    case NODE_LABEL:
        go(f, label_step(f, node->decl));
        if (node->part[PART_BODY])
            statement(f, node->part[PART_BODY]);
        break;
    case NODE_X_LABEL:
        go(f, label_step(f, node->decl));
        break;
    case NODE_GOTO:
    case NODE_X_GOTO:
        if (node->decl->kind == DECL_LABEL) {
            jump_label(f, node->decl);
            break;
        }
        step = next_step(f);
        put(f, &step->use, node->decl->index);
        jump_anywhere(f);
        break;
    case NODE_GOTO_INDIRECT:
        evaluate(f, node->first);
        jump_anywhere(f);
        break;
    case NODE_BREAK:
    case NODE_CONTINUE:
        jump(f, node);
        break;
    case NODE_RETURN:
        if (node->part[PART_CONDITION])
            evaluate(f, node->part[PART_CONDITION]);
        f->at = NOWHERE;
        break;
    case NODE_X_RETURN:
        if (node->decl)
            put(f, &next_step(f)->use, node->decl->index);
        f->at = NOWHERE;
        break;
    case NODE_X_CANCELLED:
        f->at = NOWHERE;
        break;
    case NODE_X_LEAVE:
        leave(f, node);
        break;
    case NODE_X_DECLARE:
        if (node->part[1]) /* there may be no memory for it */
            branch(f, NULL, node->part[1], NULL);
        if (node->decl)
            declared(f, node->decl, node->part[0]);
        break;
    case NODE_X_STORE:
        evaluate(f, node->part[0]);
        if (node->decl->index >= 0)
            put(f, &next_step(f)->define, node->decl->index);
        break;
    case NODE_X_EVALUATE:
        evaluate(f, node->part[0]);
        break;
    case NODE_X_ASSIGN:
    case NODE_X_TAKE: {
        struct decl *target = node->part[0] ? tracked_place(node->part[0]) : NULL;
        bool maybe = node->kind == NODE_X_TAKE && node->part[1];
        step = next_step(f);
        for (struct node *child = node->first; child; child = child->next)
            if (!target || child != node->part[0])
                uses(f, step, child);
        if (target && !maybe)
            put(f, &step->define, target->index);
        break;
    }
    case NODE_X_AWAIT:
        await(f, node);
        break;
    case NODE_TYPE:
        for (struct node *size = node->first; size; size = size->next)
            if (node_is_expression(size))
                evaluate(f, size);
        break;
    case NODE_NULL:
    case NODE_X_RELEASE:
    case NODE_FUNCTION:
        break;
    default:
        evaluate(f, node);
        break;
    }
}

/* Numbers the locals that statements declare; those inside expressions come and go within one step. */
static void track_declared(struct flow *f, struct node *node)
{
    if (node_is_expression(node))
        return;
    if ((node->kind == NODE_VARIABLE || node->kind == NODE_X_DECLARE) && node->decl && is_trackable(node->decl))
        track(f, node->decl);
    for (struct node *child = node->first; child; child = child->next)
        track_declared(f, child);
}

static void find_targets(struct flow *f, struct node *node)
{
    if (node->kind == NODE_LABEL_ADDRESS && node->decl)
        arena_push(f->unit->arena, f->targets, f->target_count, node->decl);
    for (struct node *child = node->first; child; child = child->next)
        find_targets(f, child);
}

static void track_all(struct flow *f)
{
    struct function *function = f->function;
    for (size_t i = 0; i < function->decl->param_count; i++)
        if (is_trackable(function->decl->params[i]))
            track(f, function->decl->params[i]);
    track_declared(f, function->body);
    for (size_t i = 0; i < function->local_count; i++)
        if (function->locals[i]->is_temporary && is_trackable(function->locals[i]))
            track(f, function->locals[i]);
}

/* ---- solving ---- */

static void fill_set(const struct flow *f, struct set *set, const struct locals *locals)
{
    for (size_t i = 0; i < locals->count; i++) {
        int bit = locals->items[i] - f->first;
        if (bit >= 0 && bit < BATCH)
            set->words[bit / BITS] |= 1ul << (bit % BITS);
    }
}

static void fill(struct flow *f)
{
    memset(f->solutions, 0, f->step_count * sizeof *f->solutions);
    for (size_t i = 0; i < f->step_count; i++) {
        fill_set(f, &f->solutions[i].use, &f->steps[i].use);
        fill_set(f, &f->solutions[i].define, &f->steps[i].define);
        fill_set(f, &f->solutions[i].undefine, &f->steps[i].undefine);
    }
}

static bool solve_live_step(struct flow *f, const struct step *step, struct solution *own, size_t words)
{
    bool changed = false;
    for (size_t w = 0; w < words; w++) {
        unsigned long out = 0;
        for (size_t i = 0; i < step->next_count; i++)
            out |= f->solutions[step->next[i]].in.words[w];
        unsigned long in = (out & ~(own->define.words[w] | own->undefine.words[w])) | own->use.words[w];
        changed = changed || in != own->in.words[w];
        own->out.words[w] = out;
        own->in.words[w] = in;
    }
    return changed;
}

/*
 * Puts the steps that can be reached from this one, and are not there yet, into f->order, each behind those that it leads
 * to, but for the ways back of loops. Without recursion, since functions can be long.
 */
static void order_from(struct flow *f, size_t from, struct visit *stack)
{
    size_t depth = 0;
    if (f->steps[from].is_ordered)
        return;
    f->steps[from].is_ordered = true;
    stack[depth++] = (struct visit){ from, 0 };
    while (depth) {
        struct visit *top = &stack[depth - 1];
        const struct step *step = &f->steps[top->step];
        if (top->next == step->next_count) {
            f->order[f->order_count++] = top->step;
            depth--;
            continue;
        }
        size_t next = step->next[top->next++];
        if (!f->steps[next].is_ordered)
            stack[depth++] = (struct visit){ next, 0 };
        f->steps[next].is_ordered = true;
    }
}

/* In that order a sweep settles all but what goes round a loop: as many are needed as loops are nested. */
static void order_steps(struct flow *f, size_t entry)
{
    struct visit *stack = arena_get(f->unit->arena, f->step_count * sizeof *stack);
    f->order = arena_get(f->unit->arena, f->step_count * sizeof *f->order);
    order_from(f, entry, stack);
    for (size_t i = 0; i < f->step_count; i++) /* what nothing leads to */
        order_from(f, i, stack);
}

static void solve_live(struct flow *f, size_t words)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < f->step_count; i++) {
            size_t at = f->order[i];
            changed = solve_live_step(f, &f->steps[at], &f->solutions[at], words) || changed;
        }
    }
}

static bool spread_bare(struct flow *f, const struct step *step, const struct solution *own, size_t words)
{
    bool changed = false;
    for (size_t w = 0; w < words; w++) {
        unsigned long out = (own->bare.words[w] | own->undefine.words[w]) & ~own->define.words[w];
        for (size_t k = 0; k < step->next_count; k++) {
            unsigned long *bare = &f->solutions[step->next[k]].bare.words[w];
            changed = changed || (out & ~*bare);
            *bare |= out;
        }
    }
    return changed;
}

/* Where control begins nothing but the parameters has a value. */
static void solve_bare(struct flow *f, size_t entry, size_t words)
{
    struct locals bare = { 0 };
    for (size_t i = 0; i < f->tracked_count; i++)
        if (f->tracked[i]->kind != DECL_PARAMETER)
            put(f, &bare, (int)i);
    fill_set(f, &f->solutions[entry].bare, &bare);
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = f->step_count; i > 0; i--) {
            size_t at = f->order[i - 1];
            changed = spread_bare(f, &f->steps[at], &f->solutions[at], words) || changed;
        }
    }
}

static bool is_visible(const struct decl *decl, const struct node *at)
{
    return decl->is_temporary || !decl->scope || node_is_inside(at, decl->scope);
}

/* The local is alive over the await of the step, which does not give it its value. */
static bool is_live(const struct flow *f, const struct step *step, const struct solution *own, int local)
{
    const struct decl *decl = f->tracked[local];
    const struct await *await = step->await->await;
    return has(&own->out, local - f->first) && decl != await->result && decl != await->status &&
           is_visible(decl, step->await);
}

/* Whether it is not to be spilled: what is too large; what is alive over so many awaits; a name that is not declared yet. */
static bool stays(const struct decl *decl, const struct node *await, int awaits)
{
    enum { MANY = 16 };
    return decl->is_big || (decl->is_passed && await->begin < decl->node->begin) ||
           (decl->is_temporary && decl->scope && awaits > MANY);
}

/* Those of the batch that are alive over awaits and are not to be spilled live in the frame. */
static void settle_residents(struct flow *f, int end)
{
    int awaits[BATCH] = { 0 };
    for (size_t i = 0; i < f->step_count; i++) {
        const struct step *step = &f->steps[i];
        for (int local = f->first; step->await && local < end; local++) {
            struct decl *decl = f->tracked[local];
            if (decl->is_resident || !is_live(f, step, &f->solutions[i], local) ||
                !stays(decl, step->await, ++awaits[local - f->first]))
                continue;
            decl->is_resident = true;
            decl->needs_zero = false;
        }
    }
}

static void take_live(struct flow *f, const struct step *step, const struct solution *own, int end)
{
    struct await *await = step->await->await;
    for (int i = f->first; i < end; i++) {
        struct decl *decl = f->tracked[i];
        if (decl->is_resident || !is_live(f, step, own, i))
            continue;
        arena_push(f->unit->arena, await->live, await->live_count, decl);
        if (has(&own->bare, i - f->first))
            decl->needs_zero = true;
    }
}

void live_solve(struct unit *unit, struct function *function)
{
    struct flow flow = { .unit = unit, .function = function };
    if (!function->suspends)
        return;
    track_all(&flow);
    find_targets(&flow, function->body);
    size_t entry = step_new(&flow);
    flow.at = (long)entry;
    statement(&flow, function->body);
    order_steps(&flow, entry);
    flow.solutions = malloc(flow.step_count * sizeof *flow.solutions);
    require(flow.solutions);
    int count = (int)flow.tracked_count;
    for (; flow.first < count; flow.first += BATCH) {
        int end = flow.first + BATCH < count ? flow.first + BATCH : count;
        size_t words = (size_t)(end - flow.first + BITS - 1) / BITS;
        fill(&flow);
        solve_live(&flow, words);
        solve_bare(&flow, entry, words);
        settle_residents(&flow, end);
        for (size_t i = 0; i < flow.step_count; i++)
            if (flow.steps[i].await)
                take_live(&flow, &flow.steps[i], &flow.solutions[i], end);
    }
    free(flow.solutions);
}
