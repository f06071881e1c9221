#include "lower.h"

#include "base/arena.h"
#include "lower_internal.h"
#include "tree/object.h"
#include "order.h"

#include <string.h>

/* ---- statements ---- */

static struct node *wrap(struct lower *l, struct node *node, enum node_kind kind)
{
    struct node *list = lower_make(l, kind, NULL);
    list->begin = node->begin;
    list->end = node->end;
    list->is_edited = true;
    node_replace(node, list);
    l->list = list;
    return list;
}

static void lower_expression_statement(struct lower *l, struct node *node)
{
    wrap(l, node, NODE_X_SEQUENCE);
    lower_evaluate(l, node);
}

/* The sizes of a variably modified type that outlives its declaration. */
static void lower_sizes(struct lower *l, struct node *node)
{
    struct node *size = node->first, *next;
    for (size_t i = 0; i < node->decl->size_count; i++, size = next) {
        next = size->next;
        if (node->decl->sizes[i])
            lower_store_in(l, node->decl->sizes[i], lower_held(l, lower_detach(l, size)));
    }
}

static void lower_declarations(struct lower *l, struct node *node)
{
    struct node *list = wrap(l, node, NODE_X_SEQUENCE), *next;
    enum node_kind parent = list->parent->kind;
    list->follows_label = parent == NODE_LABEL || parent == NODE_CASE || parent == NODE_DEFAULT;
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        if (child->decl && child->decl->sizes)
            lower_sizes(l, child);
        if (child->kind != NODE_VARIABLE) {
            lower_add(l, child);
            continue;
        }
        struct node *value = child->part[PART_INIT];
        if (value)
            lower_detach(l, value);
        if (value && value->to_lower) {
            lower_declare(l, child->decl, NULL);
            value = lower_held(l, value);
            lower_store_in(l, child->decl, value);
        } else {
            lower_declare(l, child->decl, value);
        }
        l->list = list;
    }
}

/* The continues of the loop become jumps to a label, when there are any. */
static struct decl *redirect_continues(struct lower *l, struct node *loop, struct node *node, struct decl *label)
{
    struct node *next;
    if (node->kind == NODE_CONTINUE && node_left_by(node, NODE_CONTINUE) == loop) {
        if (!label)
            label = decl_new_label(l->unit,
                                   arena_format(l->unit->arena, "%scontinue%u", l->unit->prefix, ++l->function->labels));
        label->is_used = true;
        struct node *jump = node_new(l->unit, NODE_X_GOTO);
        jump->decl = label;
        node_substitute(node, jump);
        return label;
    }
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        label = redirect_continues(l, loop, child, label);
    }
    return label;
}

static void break_unless(struct lower *l, struct node *condition)
{
    lower_add(l, lower_make(l, NODE_X_BREAK_UNLESS, lower_held(l, condition)));
}

static void place_label(struct lower *l, struct decl *label)
{
    if (!label)
        return;
    struct node *node = node_new(l->unit, NODE_X_LABEL);
    node->decl = label;
    label->node = node;
    lower_add(l, node);
}

static void add_body(struct lower *l, struct node *loop, struct node *body)
{
    node_append(loop, body);
    lower_statement(l, body);
    l->list = loop;
}

static void lower_while(struct lower *l, struct node *node)
{
    struct node *condition = node->part[PART_CONDITION], *body = node->part[PART_BODY];
    struct node *loop = wrap(l, node, NODE_X_LOOP);
    lower_detach(l, condition);
    lower_detach(l, body);
    break_unless(l, condition);
    l->list = loop;
    add_body(l, loop, body);
}

static void lower_do(struct lower *l, struct node *node)
{
    struct node *condition = node->part[PART_CONDITION], *body = node->part[PART_BODY];
    struct decl *label = redirect_continues(l, node, body, NULL);
    body = node->part[PART_BODY];
    struct node *loop = wrap(l, node, NODE_X_LOOP);
    lower_detach(l, condition);
    lower_detach(l, body);
    add_body(l, loop, body);
    place_label(l, label);
    break_unless(l, condition);
}

static void move_scope(struct function *function, struct node *from, struct node *to)
{
    for (size_t i = 0; i < function->local_count; i++)
        if (function->locals[i]->decl->scope == from)
            function->locals[i]->decl->scope = to;
}

/* Head parts that await move into the loop; the others stay in its head. */
static void lower_for_head(struct lower *l, struct node *node)
{
    struct node *init = node->part[PART_INIT], *condition = node->part[PART_CONDITION];
    struct node *step = node->part[PART_STEP], *body = node->part[PART_BODY];
    struct decl *label = NULL;
    if (step && step->to_lower) {
        label = redirect_continues(l, node, body, NULL);
        body = node->part[PART_BODY];
    }
    struct node *loop = wrap(l, node, NODE_X_LOOP);
    move_scope(l->function, node, loop);
    struct node *kept[3] = { init, condition && condition->to_lower ? NULL : condition,
                             step && step->to_lower ? NULL : step };
    if (condition)
        lower_detach(l, condition);
    if (step)
        lower_detach(l, step);
    if (init)
        lower_detach(l, init);
    lower_detach(l, body);
    for (int i = 0; i < 3; i++)
        if (kept[i]) {
            loop->part[i] = kept[i];
            node_append(loop, kept[i]);
        }
    if (condition && condition->to_lower)
        break_unless(l, condition);
    l->list = loop;
    add_body(l, loop, body);
    place_label(l, label);
    if (step && step->to_lower)
        lower_evaluate(l, step);
}

static void lower_for(struct lower *l, struct node *node)
{
    struct node *init = node->part[PART_INIT];
    if (init && init->to_lower) { /* or a variable of it lives in the frame */
        struct node *block = wrap(l, node, NODE_X_BLOCK);
        move_scope(l->function, node, block);
        lower_detach(l, init);
        node->part[PART_INIT] = NULL;
        node->first = node->first->next; /* the stand-in */
        lower_add(l, init);
        lower_statement(l, init);
        l->list = block;
        node_append(block, node);
    }
    struct node *condition = node->part[PART_CONDITION], *step = node->part[PART_STEP];
    if ((init && init->to_lower) || (condition && condition->to_lower) || (step && step->to_lower))
        lower_for_head(l, node);
    else
        lower_statement(l, node->part[PART_BODY]);
}

static void lower_condition(struct lower *l, struct node *node)
{
    struct node *condition = node->part[PART_CONDITION];
    if (!condition->to_lower)
        return;
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    lower_expression(l, condition);
    node_append(list, node);
}

/* An operand of asm that is a value, and no place: by what it is, or by a constraint in front of it that no memory meets. */
static bool is_value(const struct lower *l, const struct node *operand)
{
    const struct token *open = unit_token_before(l->unit, operand->begin);
    const struct token *constraint = token_is(l->unit, open, "(") ? unit_token_before(l->unit, open->begin) : NULL;
    if (!object_is_place(operand))
        return true;
    if (!constraint || constraint->kind != TOKEN_LITERAL || l->unit->text[constraint->begin] != '"')
        return false;
    for (unsigned i = constraint->begin + 1; i + 1 < constraint->end; i++)
        if (!strchr("rin0123456789", l->unit->text[i]))
            return false;
    return true;
}

/* Operands of asm: places stay, what they await comes first; values are evaluated in their order. */
static void lower_asm(struct lower *l, struct node *node)
{
    struct node *list = wrap(l, node, NODE_X_SEQUENCE), *next;
    struct operands values = { 0 };
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        if (is_value(l, child))
            arena_push(l->unit->arena, values.items, values.count, child);
        else
            lower_expression(l, child);
    }
    lower_operands(l, &values);
    node_append(list, node);
}

/* The statement expression whose value is returned becomes a block in which its last expression is. */
static bool return_inside(struct lower *l, struct node *node, struct node *value)
{
    struct node *inner = node_strip(value), *body = inner->first;
    struct node *last = inner->kind == NODE_STATEMENT_EXPRESSION ? lower_last(body) : NULL;
    if (node->kind != NODE_RETURN || !last || !node_is_expression(last) || type_is_void(last->type))
        return false;
    node_append(wrap(l, node, NODE_X_SEQUENCE), body);
    node->first = node->last = NULL;
    node->to_lower = last->to_lower;
    node_substitute(last, node);
    node_append(node, last);
    node->part[PART_CONDITION] = last;
    lower_statement(l, body);
    return true;
}

/* A return, a computed goto: what its value awaits comes before it. */
static void lower_value(struct lower *l, struct node *node)
{
    struct node *value = node->first;
    if (!value || !value->to_lower || return_inside(l, node, value))
        return;
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    lower_expression(l, value);
    node_append(list, node);
}

static void lower_store(struct lower *l, struct node *node)
{
    struct node *value = node->part[0];
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    value = lower_held(l, lower_detach(l, value));
    node->first = node->last = NULL;
    node_append(node, value);
    node->part[0] = value;
    node_append(list, node);
}

static void lower_parts(struct lower *l, struct node *node)
{
    struct node *list = l->list;
    for (int i = PART_STEP; i <= PART_BODY; i++)
        if (node->part[i] && node_is_statement_position(node->part[i]))
            lower_statement(l, node->part[i]);
    l->list = list;
}

void lower_statement(struct lower *l, struct node *node)
{
    struct node *next, *list = l->list;
    if (!node->to_lower)
        return;
    switch (node->kind) {
    case NODE_COMPOUND:
        for (struct node *child = node->first; child; child = next) {
            next = child->next;
            lower_statement(l, child);
        }
        break;
    case NODE_DECLARATIONS: lower_declarations(l, node); break;
    case NODE_IF:
    case NODE_SWITCH:
        lower_condition(l, node);
        lower_parts(l, node);
        break;
    case NODE_WHILE:
        if (node->part[PART_CONDITION]->to_lower)
            lower_while(l, node);
        else
            lower_parts(l, node);
        break;
    case NODE_DO:
        if (node->part[PART_CONDITION]->to_lower)
            lower_do(l, node);
        else
            lower_parts(l, node);
        break;
    case NODE_FOR: lower_for(l, node); break;
    case NODE_RETURN:
    case NODE_GOTO_INDIRECT: lower_value(l, node); break;
    case NODE_ASM: lower_asm(l, node); break;
    case NODE_X_STORE: lower_store(l, node); break;
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
    case NODE_DEFER: lower_parts(l, node); break;
    default: lower_expression_statement(l, node); break;
    }
    l->list = list;
}

static void add_suspend_point(struct lower *l)
{
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = arena_get(l->unit->arena, sizeof *operation->await);
    operation->await->kind = operation->await->settled = AWAIT_SUSPEND;
    operation->begin = operation->end = unit_inner_begin(l->unit, l->function->body);
    struct node *body = l->function->body, *list = node_new(l->unit, NODE_X_SEQUENCE);
    list->begin = list->end = operation->begin;
    list->is_edited = true;
    l->list = list;
    lower_add_await(l, operation);
    list->parent = body;
    list->next = body->first;
    body->first = list;
    body->last = body->last ? body->last : list;
    body->to_lower = true;
}

void lower_function(struct unit *unit, struct function *function, int suspend_point)
{
    struct lower lower = { .unit = unit, .function = function };
    order_mark(unit->arena, function->body);
    if (suspend_point)
        add_suspend_point(&lower);
    lower_statement(&lower, function->body);
}
