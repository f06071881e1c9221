/*
 * flow.c - from the tree to the graph: a walk through the statements that goes from step to step.
 */
#include "flow.h"

#include "base/arena.h"
#include "tree/tree.h"

struct loop {
    struct loop *outer;
    const struct node *node;
    size_t leave, again; /* steps that break and continue go to */
};

enum { NOWHERE = -1 };

struct walk {
    struct unit *unit;
    struct function *function;
    struct flow flow;
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

static void put(struct walk *w, struct locals *locals, int local)
{
    arena_push(w->unit->arena, locals->items, locals->count, local);
}

/* ---- the graph ---- */

static void edge(struct walk *w, size_t from, size_t to)
{
    struct step *step = &w->flow.steps[from];
    arena_push(w->unit->arena, step->next, step->next_count, to);
}

static size_t step_new(struct walk *w)
{
    struct step step = { 0 };
    arena_push(w->unit->arena, w->flow.steps, w->flow.step_count, step);
    return w->flow.step_count - 1;
}

/* Goes on to the step. */
static void go(struct walk *w, size_t step)
{
    if (w->at != NOWHERE)
        edge(w, (size_t)w->at, step);
    w->at = (long)step;
}

static struct step *next_step(struct walk *w)
{
    go(w, step_new(w));
    return &w->flow.steps[w->at];
}

static size_t label_step(struct walk *w, struct decl *label)
{
    for (size_t i = 0; i < w->label_count; i++)
        if (w->labels[i] == label)
            return w->label_steps[i];
    arena_push(w->unit->arena, w->labels, w->label_count, label);
    size_t step = step_new(w);
    arena_push(w->unit->arena, w->label_steps, w->label_step_count, step);
    return step;
}

/* ---- expressions ---- */

static struct decl *tracked_place(struct node *node)
{
    while (node && node->kind == NODE_PAREN)
        node = node->first;
    if (node && (node->kind == NODE_REFERENCE || node->kind == NODE_X_NAME) && node->decl &&
        local_of(node->decl)->index >= 0 && !(node->kind == NODE_X_NAME && node->is_through))
        return node->decl;
    return NULL;
}

/* Reads and writes below the node; what is written is not known to be written for certain. */
static void uses(struct walk *w, struct step *step, struct node *node)
{
    if (node->kind == NODE_UNEVALUATED && !node->may_be_sizes)
        return;
    if ((node->kind == NODE_REFERENCE || node->kind == NODE_X_NAME) && node->decl && local_of(node->decl)->index >= 0)
        put(w, &step->use, local_of(node->decl)->index);
    struct node *child = node->first;
    if (node->kind == NODE_ASSIGN && tracked_place(child))
        child = child->next;
    for (; child; child = child->next)
        uses(w, step, child);
}

static void evaluate(struct walk *w, struct node *node)
{
    if (!node)
        return;
    struct step *step = next_step(w);
    uses(w, step, node);
    while (node->kind == NODE_PAREN)
        node = node->first;
    if (node->kind != NODE_ASSIGN)
        return;
    struct decl *target = tracked_place(node->first);
    if (target)
        put(w, &step->define, local_of(target)->index);
}

static void track(struct walk *w, struct decl *decl)
{
    if (local_of(decl)->index >= 0)
        return;
    decl->local->index = (int)w->flow.tracked_count;
    arena_push(w->unit->arena, w->flow.tracked, w->flow.tracked_count, decl);
}

static bool is_trackable(const struct decl *decl)
{
    return decl_is_automatic(decl) && !decl_is_resident(decl);
}

static void take_out(struct locals *locals, int local)
{
    size_t kept = 0;
    for (size_t i = 0; i < locals->count; i++)
        if (locals->items[i] != local)
            locals->items[kept++] = locals->items[i];
    locals->count = kept;
}

/*
 * A declaration: the variable is written, or left without a value. Where its initialiser mentions it, as one of `sizeof *p`
 * does for an array of varying size, no value from before is read.
 */
static void declared(struct walk *w, struct decl *decl, struct node *value)
{
    if (value)
        evaluate(w, value);
    if (local_of(decl)->index < 0)
        return;
    if (value)
        take_out(&w->flow.steps[w->at].use, local_of(decl)->index);
    struct step *step = next_step(w);
    if (value || local_of(decl)->needs_zero)
        put(w, &step->define, local_of(decl)->index);
    else
        put(w, &step->undefine, local_of(decl)->index);
}

/* ---- statements ---- */

static void statement(struct walk *w, struct node *node);

static void children(struct walk *w, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        statement(w, child);
}

static void branch(struct walk *w, struct node *condition, struct node *yes, struct node *no)
{
    if (condition)
        evaluate(w, condition);
    else
        next_step(w);
    long head = w->at;
    size_t end = step_new(w);
    if (yes)
        statement(w, yes);
    go(w, end);
    w->at = head;
    if (no)
        statement(w, no);
    go(w, end);
    w->at = (long)end;
}

/* init; head: condition; body; again: step; back to head. */
static void loop(struct walk *w, struct node *node, struct node *condition, struct node *step, struct node *body,
                 bool body_first)
{
    struct loop this = { w->loop, node, step_new(w), step_new(w) };
    size_t head = step_new(w), start = body_first ? step_new(w) : head;
    go(w, start);
    w->loop = &this;
    if (!body_first && condition) {
        evaluate(w, condition);
        edge(w, (size_t)w->at, this.leave);
    }
    if (node->kind == NODE_X_LOOP) {
        for (struct node *child = node->first; child; child = child->next)
            if (child != node->part[0] && child != node->part[1] && child != node->part[2])
                statement(w, child);
    } else if (body) {
        statement(w, body);
    }
    go(w, this.again);
    if (step)
        evaluate(w, step);
    if (body_first) {
        if (condition)
            evaluate(w, condition);
        edge(w, (size_t)w->at, this.leave);
    }
    go(w, start);
    w->loop = this.outer;
    w->at = (long)this.leave;
}

static void switched(struct walk *w, struct node *node)
{
    evaluate(w, node->part[PART_CONDITION]);
    struct loop this = { w->loop, node, step_new(w), w->loop ? w->loop->again : 0 };
    size_t outer_head = w->switch_head;
    bool outer_default = w->has_default;
    w->switch_head = (size_t)w->at;
    w->has_default = false;
    w->loop = &this;
    w->at = NOWHERE;
    statement(w, node->part[PART_BODY]);
    go(w, this.leave);
    if (!w->has_default)
        edge(w, w->switch_head, this.leave);
    w->loop = this.outer;
    w->switch_head = outer_head;
    w->has_default = outer_default;
    w->at = (long)this.leave;
}

static void case_label(struct walk *w, struct node *node)
{
    size_t step = step_new(w);
    go(w, step);
    edge(w, w->switch_head, step);
    w->has_default = w->has_default || node->kind == NODE_DEFAULT;
    if (node->part[PART_BODY])
        statement(w, node->part[PART_BODY]);
}

static void jump(struct walk *w, const struct node *node)
{
    const struct loop *loop = w->loop;
    while (loop && node->kind == NODE_CONTINUE && loop->node->kind == NODE_SWITCH)
        loop = loop->outer;
    if (loop && w->at != NOWHERE)
        edge(w, (size_t)w->at, node->kind == NODE_BREAK ? loop->leave : loop->again);
    w->at = NOWHERE;
}

static void jump_label(struct walk *w, struct decl *label)
{
    size_t step = label_step(w, label);
    if (w->at != NOWHERE)
        edge(w, (size_t)w->at, step);
    w->at = NOWHERE;
}

/* goto *p: to any label whose address is taken. */
static void jump_anywhere(struct walk *w)
{
    for (size_t i = 0; i < w->target_count; i++)
        edge(w, (size_t)w->at, label_step(w, w->targets[i]));
    w->at = NOWHERE;
}

static void leave(struct walk *w, struct node *node)
{
    struct step *step = next_step(w);
    put(w, &step->define, local_of(node->decl)->index);
    if (node->drops_value && w->function->value && local_of(w->function->value)->index >= 0)
        put(w, &step->define, local_of(w->function->value)->index);
    if (node->part[0])
        jump_label(w, node->part[0]->decl);
}

static void await(struct walk *w, struct node *node)
{
    struct await *await = node->await;
    struct step *step = next_step(w);
    size_t at = (size_t)w->at;
    for (struct node *child = node->first; child; child = child->next)
        uses(w, step, child);
    if (await->number) {
        go(w, step_new(w));
        at = (size_t)w->at;
        w->flow.steps[at].await = node;
    }
    if (await->leave) {
        leave(w, await->leave);
        w->at = (long)at;
    }
    for (;; await = await->items[0]) {
        struct decl *result = await->status ? await->status : await->result;
        if (result)
            put(w, &w->flow.steps[at].define, local_of(result)->index);
        if (await->kind != AWAIT_TIMEOUT)
            break;
    }
    next_step(w);
}

static void statement(struct walk *w, struct node *node)
{
    struct step *step;
    switch (node->kind) {
    case NODE_COMPOUND:
    case NODE_X_SEQUENCE:
    case NODE_X_BLOCK:
    case NODE_DECLARATIONS: children(w, node); break;
    case NODE_VARIABLE:
        for (struct node *size = node->first; size && size != node->part[PART_INIT]; size = size->next)
            evaluate(w, size);
        if (is_trackable(node->decl))
            declared(w, node->decl, node->part[PART_INIT]);
        else if (node->part[PART_INIT])
            evaluate(w, node->part[PART_INIT]);
        break;
    case NODE_IF: branch(w, node->part[PART_CONDITION], node->part[PART_THEN], node->part[PART_ELSE]); break;
    case NODE_X_IF: branch(w, node->part[0], node->part[1], node->part[2]); break;
    case NODE_X_WHEN:
        next_step(w);
        put(w, &w->flow.steps[w->at].use, local_of(node->decl)->index);
        if (node->code)
            branch(w, NULL, node->part[0], NULL);
        else
            statement(w, node->part[0]);
        break;
    case NODE_WHILE: loop(w, node, node->part[PART_CONDITION], NULL, node->part[PART_BODY], false); break;
    case NODE_DO: loop(w, node, node->part[PART_CONDITION], NULL, node->part[PART_BODY], true); break;
    case NODE_FOR:
        if (node->part[PART_INIT])
            statement(w, node->part[PART_INIT]);
        loop(w, node, node->part[PART_CONDITION], node->part[PART_STEP], node->part[PART_BODY], false);
        break;
    case NODE_X_LOOP:
        if (node->part[0])
            statement(w, node->part[0]);
        loop(w, node, node->part[1], node->part[2], NULL, false);
        break;
    case NODE_X_BREAK_UNLESS:
        evaluate(w, node->part[0]);
        edge(w, (size_t)w->at, w->loop->leave);
        next_step(w);
        break;
    case NODE_SWITCH: switched(w, node); break;
    case NODE_CASE:
    case NODE_DEFAULT: case_label(w, node); break;
    case NODE_LABEL:
        go(w, label_step(w, node->decl));
        if (node->part[PART_BODY])
            statement(w, node->part[PART_BODY]);
        break;
    case NODE_X_LABEL: go(w, label_step(w, node->decl)); break;
    case NODE_GOTO:
    case NODE_X_GOTO:
        if (node->decl->kind == DECL_LABEL) {
            jump_label(w, node->decl);
            break;
        }
        step = next_step(w);
        put(w, &step->use, local_of(node->decl)->index);
        jump_anywhere(w);
        break;
    case NODE_GOTO_INDIRECT:
        evaluate(w, node->first);
        jump_anywhere(w);
        break;
    case NODE_BREAK:
    case NODE_CONTINUE: jump(w, node); break;
    case NODE_RETURN:
        if (node->part[PART_CONDITION])
            evaluate(w, node->part[PART_CONDITION]);
        w->at = NOWHERE;
        break;
    case NODE_X_RETURN:
        if (node->decl)
            put(w, &next_step(w)->use, local_of(node->decl)->index);
        w->at = NOWHERE;
        break;
    case NODE_X_CANCELLED: w->at = NOWHERE; break;
    case NODE_X_LEAVE: leave(w, node); break;
    case NODE_X_DECLARE:
        if (node->part[1]) /* there may be no memory for it */
            branch(w, NULL, node->part[1], NULL);
        if (node->decl)
            declared(w, node->decl, node->part[0]);
        break;
    case NODE_X_STORE:
        evaluate(w, node->part[0]);
        if (local_of(node->decl)->index >= 0)
            put(w, &next_step(w)->define, local_of(node->decl)->index);
        break;
    case NODE_X_EVALUATE: evaluate(w, node->part[0]); break;
    case NODE_X_ASSIGN:
    case NODE_X_TAKE: {
        struct decl *target = node->part[0] ? tracked_place(node->part[0]) : NULL;
        step = next_step(w);
        for (struct node *child = node->first; child; child = child->next)
            if (!target || child != node->part[0])
                uses(w, step, child);
        if (target)
            put(w, &step->define, local_of(target)->index);
        if (node->decl && local_of(node->decl)->index >= 0) /* a temporary */
            put(w, &step->define, local_of(node->decl)->index);
        break;
    }
    case NODE_X_AWAIT: await(w, node); break;
    case NODE_TYPE:
        for (struct node *size = node->first; size; size = size->next)
            if (node_is_expression(size))
                evaluate(w, size);
        break;
    case NODE_NULL:
    case NODE_X_RELEASE:
    case NODE_FUNCTION: break;
    default: evaluate(w, node); break;
    }
}

/* Numbers the locals that statements declare; those inside expressions come and go within one step. */
static void track_declared(struct walk *w, struct node *node)
{
    if (node_is_expression(node))
        return;
    if ((node->kind == NODE_VARIABLE || node->kind == NODE_X_DECLARE) && node->decl && is_trackable(node->decl))
        track(w, node->decl);
    for (struct node *child = node->first; child; child = child->next)
        track_declared(w, child);
}

static void find_targets(struct walk *w, struct node *node)
{
    if (node->kind == NODE_LABEL_ADDRESS && node->decl)
        arena_push(w->unit->arena, w->targets, w->target_count, node->decl);
    for (struct node *child = node->first; child; child = child->next)
        find_targets(w, child);
}

static void track_all(struct walk *w)
{
    struct function *function = w->function;
    for (size_t i = 0; i < function->decl->param_count; i++)
        if (is_trackable(function->decl->params[i]))
            track(w, function->decl->params[i]);
    track_declared(w, function->body);
    for (size_t i = 0; i < function->local_count; i++)
        if (decl_is_temporary(function->locals[i]->decl) && is_trackable(function->locals[i]->decl))
            track(w, function->locals[i]->decl);
}

struct flow flow_of(struct unit *unit, struct function *function)
{
    struct walk walk = { .unit = unit, .function = function };
    track_all(&walk);
    find_targets(&walk, function->body);
    walk.at = (long)step_new(&walk);
    statement(&walk, function->body);
    return walk.flow;
}
