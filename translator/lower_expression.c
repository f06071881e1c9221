/*
 * lower_expression.c - expressions: operands, operators that do not evaluate all of theirs, and the awaits themselves.
 */
#include "lower_internal.h"

#include "arena.h"
#include "order.h"
#include "storage.h"

#include <string.h>

/* ---- making nodes ---- */

struct node *lower_make(struct lower *l, enum node_kind kind, struct node *part)
{
    struct node *node = node_new(l->unit, kind);
    if (part) {
        node_append(node, part);
        node->part[0] = part;
    }
    return node;
}

struct node *lower_add(struct lower *l, struct node *node)
{
    node_append(l->list, node);
    return node;
}

static struct decl *temporary(struct lower *l, struct type *type)
{
    const char *name = arena_format(l->unit->arena, "%st%u", l->unit->prefix, ++l->function->temporaries);
    return decl_new_local(l->unit, l->function, name, type);
}

/* For the value of an expression: one whose type has sizes that are known at run time only is no local of C's. */
static struct decl *temporary_for(struct lower *l, struct node *node)
{
    struct decl *decl = temporary(l, storage_value_type(l->unit, node));
    if (type_is_variable(decl->type)) {
        decl->is_resident = true;
        decl->scope = l->function->body;
        decl->node = node;
    }
    return decl;
}

static struct type *int_type(struct lower *l)
{
    struct type *type = arena_get(l->unit->arena, sizeof *type);
    *type = (struct type){ .kind = TYPE_SCALAR, .name = "int", .size = sizeof(int), .align = sizeof(int) };
    return type;
}

static struct node *name_of(struct lower *l, struct decl *decl)
{
    struct node *node = node_new(l->unit, NODE_X_NAME);
    node->decl = decl;
    node->type = decl->type;
    return node;
}

struct node *lower_declare(struct lower *l, struct decl *decl, struct node *value)
{
    struct node *node = lower_make(l, NODE_X_DECLARE, value);
    node->decl = decl;
    return lower_add(l, node);
}

/* The value goes into a temporary now, and the temporary's name stands in its place. */
static void save(struct lower *l, struct node *node)
{
    if (type_is_void(node->type)) {
        node_substitute(node, node_new(l->unit, NODE_X_NOTHING));
        lower_add(l, lower_make(l, NODE_X_EVALUATE, node));
        return;
    }
    struct decl *decl = temporary_for(l, node);
    node_substitute(node, name_of(l, decl));
    lower_declare(l, decl, node);
}

/* ---- operands ---- */

static void collect(struct lower *l, struct operands *operands, struct node *node)
{
    if (node->kind == NODE_INITIALISERS) {
        for (struct node *child = node->first; child; child = child->next)
            collect(l, operands, child);
    } else if (node->kind == NODE_DESIGNATED) {
        collect(l, operands, node->last);
    } else {
        arena_push(l->unit->arena, operands->items, operands->count, node);
    }
}

/* Saves the operand; what stands for it is among its parent's children. */
static void save_operand(struct lower *l, struct operands *operands, size_t index)
{
    struct node *item = operands->items[index], *holder = item->parent, *previous = NULL;
    for (struct node *child = holder->first; child != item; child = child->next)
        previous = child;
    save(l, item);
    operands->items[index] = previous ? previous->next : holder->first;
}

/*
 * Operands that are evaluated in this order: those that an await or an effect follows are kept in temporaries
 * unless they are the same before and after it.
 */
static void lower_operands(struct lower *l, struct operands *operands)
{
    size_t last = 0;
    for (size_t i = 0; i < operands->count; i++)
        if (operands->items[i]->to_lower || order_has_effect(operands->items[i]))
            last = i;
    for (size_t i = 0; i < operands->count; i++) {
        struct node *holder = operands->items[i]->parent, *item = operands->items[i];
        bool keep = i < last && !item->to_lower && order_is_stable(item, operands, i + 1);
        if (item->to_lower) {
            struct node *previous = NULL;
            for (struct node *child = holder->first; child != item; child = child->next)
                previous = child;
            lower_expression(l, item);
            item = previous ? previous->next : holder->first; /* it may have been substituted */
            operands->items[i] = item;
            keep = i < last && order_is_stable(item, operands, i + 1);
        }
        if (i < last && !keep)
            save_operand(l, operands, i);
    }
}

static void lower_children(struct lower *l, struct node *node)
{
    struct operands operands = { 0 };
    for (struct node *child = node->first; child; child = child->next)
        collect(l, &operands, child);
    lower_operands(l, &operands);
}

/* ---- operators that do not evaluate all their operands ---- */

static struct node *sequence(struct lower *l)
{
    return lower_make(l, NODE_X_SEQUENCE, NULL);
}

static struct node *truth(struct lower *l, struct node *value, bool negated)
{
    struct node *node = lower_make(l, NODE_X_TRUTH, value);
    node->number = negated;
    return node;
}

struct node *lower_store_in(struct lower *l, struct decl *decl, struct node *value)
{
    struct node *node = lower_make(l, NODE_X_STORE, value);
    node->decl = decl;
    return lower_add(l, node);
}

/* Takes the child out of its parent, so that it can be put elsewhere; a stand-in keeps its place. */
struct node *lower_detach(struct lower *l, struct node *child)
{
    struct node *stand_in = node_new(l->unit, NODE_X_NOTHING);
    stand_in->begin = child->begin;
    stand_in->end = child->end;
    stand_in->type = child->type;
    node_replace(child, stand_in);
    return child;
}

/* Runs the lowering of an expression that hangs on a holder; its residue is the holder's part 0. */
struct node *lower_held(struct lower *l, struct node *value)
{
    struct node *holder = lower_make(l, NODE_X_EVALUATE, value);
    if (value->to_lower)
        lower_expression(l, value);
    value = holder->part[0];
    value->parent = NULL;
    value->next = NULL;
    return value;
}

/* Nothing but temporaries and constants: not worth a statement. */
static bool is_trivial(const struct node *node)
{
    switch (node->kind) {
    case NODE_LITERAL:
    case NODE_X_NAME:
    case NODE_X_NOTHING:
        return true;
    case NODE_UNARY:
        if (node->op != OP_PURE && node->op != OP_NOT && node->op != OP_EXTENSION)
            return false;
        break;
    case NODE_BINARY:
        if (node->op == OP_OTHER)
            return false;
        break;
    case NODE_PAREN:
    case NODE_IMPLICIT:
    case NODE_CAST:
    case NODE_CONDITIONAL:
    case NODE_X_REST:
    case NODE_X_TRUTH:
        break;
    default:
        return false;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (!is_trivial(child))
            return false;
    return true;
}

/* Temporaries that are assigned and not read again would be warned of. */
static bool reads_assigned(const struct node *node)
{
    if (node->kind == NODE_X_NAME && !node->decl->is_result)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (reads_assigned(child))
            return true;
    return false;
}

/* Whether compilers would warn that the value is not used. */
static bool drops_value(const struct node *node)
{
    while (node->kind == NODE_PAREN || node->kind == NODE_X_REST)
        node = node->first;
    switch (node->kind) {
    case NODE_CALL:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_AWAIT:
        return false;
    case NODE_UNARY:
        return node->op != OP_INCREMENT && node->op != OP_OTHER;
    default:
        return !node->type || !type_is_void(node->type);
    }
}

/* The value is dropped, and with it the casts around it. */
void lower_evaluate(struct lower *l, struct node *value)
{
    struct node *inner = node_strip_casts(value);
    if (inner != value && inner->parent)
        inner = lower_detach(l, inner);
    if (inner->kind == NODE_STATEMENT_EXPRESSION || inner->kind == NODE_CONDITIONAL || inner->kind == NODE_GENERIC)
        inner->number = 1; /* no temporary for its value */
    inner = lower_held(l, inner);
    struct node *name = node_strip_casts(inner);
    if (name->kind == NODE_X_NAME && name->decl->is_plain_result)
        name->decl->is_dropped = true;
    if (is_trivial(inner) && !reads_assigned(inner))
        return;
    struct node *node = lower_add(l, lower_make(l, NODE_X_EVALUATE, inner));
    node->number = drops_value(inner); /* said to be dropped on purpose */
}

static struct node *branch(struct lower *l, struct node *condition)
{
    struct node *node = lower_make(l, NODE_X_IF, condition);
    for (int i = 1; i <= 2; i++) {
        node->part[i] = sequence(l);
        node_append(node, node->part[i]);
    }
    return lower_add(l, node);
}

static void lower_logical(struct lower *l, struct node *node)
{
    if (!node->last->to_lower) {
        lower_expression(l, node->first);
        return;
    }
    struct node *left = lower_held(l, lower_detach(l, node->first));
    struct node *right = lower_detach(l, node->last);
    struct decl *decl = temporary(l, int_type(l));
    lower_declare(l, decl, truth(l, left, false));
    struct node *condition = name_of(l, decl);
    struct node *taken = branch(l, node->op == OP_AND ? condition : truth(l, condition, true));
    struct node *list = l->list;
    l->list = taken->part[1];
    right = lower_held(l, right);
    lower_store_in(l, decl, truth(l, right, false));
    l->list = list;
    node_substitute(node, name_of(l, decl));
}

static void lower_arm(struct lower *l, struct node *list, struct node *value, struct decl *decl)
{
    struct node *outer = l->list;
    l->list = list;
    if (decl)
        lower_store_in(l, decl, lower_held(l, value));
    else
        lower_evaluate(l, value);
    l->list = outer;
}

static void lower_conditional(struct lower *l, struct node *node)
{
    bool is_short = node->op == OP_OR; /* a ?: b */
    struct node *first = node->first, *second = first->next, *third = is_short ? second : second->next;
    if (!third->to_lower && !second->to_lower) {
        lower_expression(l, first);
        return;
    }
    bool is_void = type_is_void(node->type) || node->number;
    struct node *yes = is_short ? NULL : lower_detach(l, second), *no = lower_detach(l, third);
    struct node *condition = lower_held(l, lower_detach(l, first));
    struct decl *tested = NULL;
    if (is_short) {
        tested = temporary_for(l, condition);
        lower_declare(l, tested, condition);
        condition = name_of(l, tested);
        yes = name_of(l, tested);
    }
    struct decl *decl = is_void ? NULL : temporary_for(l, node);
    if (decl)
        lower_declare(l, decl, NULL);
    struct node *taken = branch(l, condition);
    lower_arm(l, taken->part[1], yes, decl);
    lower_arm(l, taken->part[2], no, decl);
    node_substitute(node, decl ? name_of(l, decl) : node_new(l->unit, NODE_X_NOTHING));
}

static size_t possible_arms(const struct node *node)
{
    size_t count = 0;
    for (const struct node *arm = node->first->next; arm; arm = arm->next)
        count += !type_differs(arm->type, node->type);
    return count;
}

/*
 * _Generic and __builtin_choose_expr: which expression is meant the types tell, as the others have other ones;
 * where several have the type, the selection itself, among numbers in their places, says it.
 */
static void lower_generic(struct lower *l, struct node *node)
{
    bool alone = possible_arms(node) == 1, is_void = type_is_void(node->type) || node->number;
    struct node *numbers = alone ? NULL : lower_make(l, NODE_X_REST, NULL);
    struct decl *which = alone ? NULL : temporary(l, int_type(l));
    struct decl *decl = alone || is_void ? NULL : temporary_for(l, node);
    struct node *next, *list = l->list, *meant = NULL, *arms = lower_make(l, NODE_X_SEQUENCE, NULL);
    int number = 0;
    for (struct node *arm = node->first->next; arm; arm = next) {
        next = arm->next;
        bool possible = !type_differs(arm->type, node->type);
        struct node *stand_in = node_new(l->unit, NODE_X_NUMBER);
        stand_in->number = ++number;
        node_substitute(arm, stand_in);
        arm->next = NULL;
        if (alone && possible)
            meant = arm;
        if (alone || !possible)
            continue;
        struct node *when = lower_make(l, NODE_X_WHEN, lower_make(l, NODE_X_SEQUENCE, NULL));
        when->decl = which;
        when->number = number;
        node_append(arms, when);
        lower_arm(l, when->part[0], arm, decl);
    }
    if (alone) {
        struct node *rest = lower_make(l, NODE_X_REST, lower_held(l, meant));
        rest->type = node->type;
        node_substitute(node, rest);
        return;
    }
    node_substitute(node, decl ? name_of(l, decl) : node_new(l->unit, NODE_X_NOTHING));
    node_append(numbers, node);
    numbers->part[0] = node;
    lower_declare(l, which, numbers);
    if (decl) {
        decl->needs_zero = true; /* no compiler sees that one of the arms runs */
        lower_declare(l, decl, NULL);
    }
    node_append(list, arms);
}

static void lower_comma(struct lower *l, struct node *node)
{
    struct node *left = lower_detach(l, node->first), *right = lower_detach(l, node->last);
    lower_evaluate(l, left);
    right = lower_held(l, right);
    struct node *rest = lower_make(l, NODE_X_REST, right);
    rest->type = node->type;
    node_substitute(node, rest);
}

static void lower_assignment(struct lower *l, struct node *node)
{
    struct node *left = node->first, *right = node->last;
    if (!left->to_lower) {
        lower_expression(l, right);
        return;
    }
    struct operands operands = { 0 };
    arena_push(l->unit->arena, operands.items, operands.count, right);
    arena_push(l->unit->arena, operands.items, operands.count, left);
    lower_operands(l, &operands);
}

struct node *lower_last(const struct node *body)
{
    struct node *last = body->last;
    while (last && last->kind == NODE_LABEL && last->part[PART_BODY])
        last = last->part[PART_BODY];
    return last;
}

static void lower_statement_expression(struct lower *l, struct node *node)
{
    struct node *body = node->first, *last = lower_last(body);
    struct decl *decl = NULL;
    if (!node->number && !type_is_void(node->type) && last && node_is_expression(last)) {
        decl = temporary_for(l, node);
        lower_declare(l, decl, NULL);
        struct node *value = node_new(l->unit, NODE_X_STORE);
        value->decl = decl;
        value->to_lower = last->to_lower;
        node_substitute(last, value);
        node_append(value, last);
        value->part[0] = last;
    } else if (node->number && last && node_is_expression(last) && !last->to_lower && drops_value(last)) {
        struct node *dropped = node_new(l->unit, NODE_X_EVALUATE);
        dropped->number = 1;
        node_substitute(last, dropped);
        node_append(dropped, last);
        dropped->part[0] = last;
    }
    struct node *list = l->list;
    node_substitute(node, decl ? name_of(l, decl) : node_new(l->unit, NODE_X_NOTHING));
    body->parent = NULL;
    node_append(list, body);
    lower_statement(l, body);
    l->list = list;
}

/* ---- await ---- */

void lower_add_await(struct lower *l, struct node *node)
{
    arena_push(l->unit->arena, l->function->awaits, l->function->await_count, node);
    node->await->number = (unsigned)l->function->await_count;
    lower_add(l, node);
}

/* The operands of one awaited call, in the order in which they are evaluated. */
static void call_operands(struct lower *l, struct operands *operands, struct await *await)
{
    for (struct node *child = await->call->first; child; child = child->next)
        if (child != await->call->first || !await->callee)
            if (await->kind != AWAIT_JOIN || child == await->call->first)
                arena_push(l->unit->arena, operands->items, operands->count, child);
}

/* Whether the destination can be named after the await: the same object whatever happened. */
static bool is_direct(const struct node *target)
{
    while (target->kind == NODE_PAREN ||
           (target->kind == NODE_MEMBER && target->first &&
            type_plain(target->first->type)->kind != TYPE_POINTER))
        target = target->first;
    return target->kind == NODE_REFERENCE || target->kind == NODE_X_NAME;
}

/* A destination that has to be computed becomes an address, which is an operand as the arguments are. */
static void gather_target(struct lower *l, struct node *operation, struct await *item, struct operands *operands)
{
    struct node *target = lower_detach(l, item->target);
    item->is_indirect = !is_direct(target);
    if (!item->is_indirect)
        return;
    struct node *place = target;
    while (place->kind == NODE_PAREN)
        place = place->first;
    if (place->kind == NODE_MEMBER && place->decl->is_bit_field) { /* what has an address is the struct */
        item->bit_field = place->decl;
        target = lower_detach(l, place->first);
    }
    struct node *address = target;
    if (!item->bit_field || type_plain(target->type)->kind != TYPE_POINTER) {
        address = lower_make(l, NODE_X_ADDRESS, target);
        address->type = type_pointer_to(l->unit, target->type);
        address->begin = target->begin;
        address->end = target->end;
        address->to_lower = target->to_lower;
    }
    item->target = lower_make(l, NODE_X_EVALUATE, address);
    node_append(operation, item->target);
    arena_push(l->unit->arena, operands->items, operands->count, address);
}

/* The address as it is after the operands were lowered: the name of a temporary. */
static struct node *gather_pointer(struct lower *l, struct await *item)
{
    if (item->target->first->kind != NODE_X_NAME)
        save(l, item->target->first);
    struct node *pointer = name_of(l, item->target->first->decl);
    pointer->number = 1; /* through it */
    if (!item->bit_field)
        return pointer;
    struct node *field = lower_make(l, NODE_X_FIELD, pointer);
    field->decl = item->bit_field;
    return field;
}

static void gather_take(struct lower *l, struct await *await, size_t index, struct node *target)
{
    struct await *item = await->items[index];
    if (!target && item->kind != AWAIT_CALL && item->kind != AWAIT_LEAF)
        return;
    struct node *take = lower_make(l, NODE_X_TAKE, target);
    take->await = await;
    take->number = (int)index;
    if (await->is_race) {
        take->part[1] = name_of(l, await->status);
        node_append(take, take->part[1]);
    }
    lower_add(l, take);
}

static void lower_gather(struct lower *l, struct node *node)
{
    struct await *await = node->await;
    struct operands operands = { 0 };
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    struct node **targets = arena_get(l->unit->arena, (await->item_count + 1) * sizeof *targets);
    operation->await = await;
    operation->begin = node->begin;
    operation->end = node->end;
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        if (item->target)
            gather_target(l, operation, item, &operands);
        node_append(operation, lower_detach(l, item->call));
        call_operands(l, &operands, item);
    }
    lower_operands(l, &operands); /* all are kept until the last child is made */
    for (size_t i = 0; i < await->item_count; i++)
        targets[i] = await->items[i]->is_indirect ? gather_pointer(l, await->items[i]) : await->items[i]->target;
    if (await->is_race) {
        await->status = temporary(l, int_type(l));
        lower_declare(l, await->status, NULL);
    }
    node_substitute(node, await->is_race ? name_of(l, await->status) : node_new(l->unit, NODE_X_NOTHING));
    lower_add_await(l, operation);
    for (size_t i = 0; i < await->item_count; i++)
        gather_take(l, await, i, targets[i]);
}

/*
 * A call by name is announced after its arguments were evaluated: those that call are kept in temporaries, and
 * so is a callee that is computed, as it is named twice.
 */
static void keep_calls(struct lower *l, struct await *await, struct operands *operands)
{
    for (size_t i = 0; i < operands->count; i++) {
        struct node *item = operands->items[i], *name = node_strip(item);
        bool is_name = name->kind == NODE_REFERENCE || name->kind == NODE_X_NAME;
        if (item->parent == await->call && (item == await->call->first ? !is_name : order_may_call(item)))
            save_operand(l, operands, i);
    }
}

static void lower_await(struct lower *l, struct node *node)
{
    struct await *await = node->await;
    if (await->kind == AWAIT_GATHER) {
        lower_gather(l, node);
        return;
    }
    struct node *call = await->call, *target = await->target;
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = await;
    operation->begin = node->begin;
    operation->end = node->end;
    struct operands operands = { 0 };
    if (await->seconds) {
        lower_detach(l, await->seconds);
        struct node *holder = lower_make(l, NODE_X_EVALUATE, await->seconds);
        node_append(operation, holder);
    }
    if (target) {
        lower_detach(l, target);
        struct node *holder = lower_make(l, NODE_X_EVALUATE, target);
        operation->part[1] = holder; /* evaluated afterwards */
    }
    lower_detach(l, call);
    node_append(operation, call);
    if (await->seconds)
        arena_push(l->unit->arena, operands.items, operands.count, await->seconds);
    if (target && target->to_lower)
        arena_push(l->unit->arena, operands.items, operands.count, target);
    call_operands(l, &operands, await);
    lower_operands(l, &operands);
    if (await->kind == AWAIT_CALL)
        keep_calls(l, await, &operands);
    if (await->seconds)
        await->seconds = operation->first->first;
    if (target)
        target = await->target = operation->part[1]->first;
    operation->part[1] = NULL;
    struct type *value = call->type;
    if (!type_is_void(value)) {
        await->result = temporary(l, type_value(l->unit, value));
        await->result->is_result = true;
        await->result->needs_zero = await->is_timeout; /* no compiler sees that the status tells whether it is set */
        lower_declare(l, await->result, NULL);
    }
    if (await->is_timeout) {
        await->status = temporary(l, int_type(l));
        lower_declare(l, await->status, NULL);
    }
    struct decl *shown = await->is_timeout ? await->status : await->result;
    node_substitute(node, shown ? name_of(l, shown) : node_new(l->unit, NODE_X_NOTHING));
    if (await->kind == AWAIT_PLAIN) {
        if (await->result)
            await->result->is_plain_result = true;
        operation->await->number = 0;
        lower_add(l, operation);
    } else {
        lower_add_await(l, operation);
    }
    if (await->is_timeout && target && await->result) {
        struct node *taken = branch(l, truth(l, name_of(l, await->status), true));
        struct node *assign = node_new(l->unit, NODE_X_ASSIGN);
        assign->part[0] = target;
        assign->part[1] = name_of(l, await->result);
        node_append(assign, target);
        node_append(assign, assign->part[1]);
        node_append(taken->part[1], assign);
    }
}

/* ---- expressions ---- */

void lower_expression(struct lower *l, struct node *node)
{
    if (!node->to_lower)
        return;
    switch (node->kind) {
    case NODE_AWAIT:
        lower_await(l, node);
        break;
    case NODE_BINARY:
        if (node->op == OP_AND || node->op == OP_OR)
            lower_logical(l, node);
        else if (node->op == OP_COMMA)
            lower_comma(l, node);
        else
            lower_children(l, node);
        break;
    case NODE_CONDITIONAL:
        lower_conditional(l, node);
        break;
    case NODE_GENERIC:
        lower_generic(l, node);
        break;
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN:
        lower_assignment(l, node);
        break;
    case NODE_STATEMENT_EXPRESSION:
        lower_statement_expression(l, node);
        break;
    default:
        lower_children(l, node);
        break;
    }
}
