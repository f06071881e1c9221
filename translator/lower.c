#include "lower.h"

#include "arena.h"
#include "locals.h"
#include "order.h"
#include "tree.h"

#include <string.h>

struct lower {
    struct unit *unit;
    struct function *function;
    struct node *list; /* statements that run before the rest of the expression go to its end */
};

static void lower_expression(struct lower *l, struct node *node);
static void lower_statement(struct lower *l, struct node *node);

/* ---- making nodes ---- */

static struct node *make(struct lower *l, enum node_kind kind, struct node *part)
{
    struct node *node = node_new(l->unit, kind);
    if (part) {
        node_append(node, part);
        node->part[0] = part;
    }
    return node;
}

static struct node *add(struct lower *l, struct node *node)
{
    node_append(l->list, node);
    return node;
}

static struct decl *temporary(struct lower *l, struct type *type)
{
    struct decl *decl = arena_get(l->unit->arena, sizeof *decl);
    decl->kind = DECL_VARIABLE;
    decl->is_local = decl->is_temporary = true;
    decl->name = arena_format(l->unit->arena, "%st%u", l->unit->prefix, ++l->function->temporaries);
    decl->type = type;
    decl->index = -1;
    arena_push(l->unit->arena, l->function->locals, l->function->local_count, decl);
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

/* The node's place is taken by another expression, which is printed in its stead. */
static void substitute(struct node *node, struct node *by)
{
    by->begin = node->begin;
    by->end = node->end;
    by->is_edited = true;
    node_replace(node, by);
}

static struct node *declare(struct lower *l, struct decl *decl, struct node *value)
{
    struct node *node = make(l, NODE_X_DECLARE, value);
    node->decl = decl;
    return add(l, node);
}

/* The value goes into a temporary now, and the temporary's name stands in its place. */
static void save(struct lower *l, struct node *node)
{
    if (type_is_void(node->type)) {
        substitute(node, node_new(l->unit, NODE_X_NOTHING));
        add(l, make(l, NODE_X_EVALUATE, node));
        return;
    }
    struct decl *decl = temporary(l, type_value(l->unit, node->type));
    substitute(node, name_of(l, decl));
    declare(l, decl, node);
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

/*
 * Operands that are evaluated in this order: those that an await or an effect follows are kept in temporaries
 * unless they are the same before and after it.
 */
static void lower_operands(struct lower *l, struct operands *operands)
{
    size_t last = 0;
    for (size_t i = 0; i < operands->count; i++)
        if (operands->items[i]->has_await || order_has_effect(operands->items[i]))
            last = i;
    for (size_t i = 0; i < operands->count; i++) {
        struct node *holder = operands->items[i]->parent, *item = operands->items[i];
        bool keep = i < last && !item->has_await && order_is_stable(item, operands, i + 1);
        if (item->has_await) {
            struct node *previous = NULL;
            for (struct node *child = holder->first; child != item; child = child->next)
                previous = child;
            lower_expression(l, item);
            item = previous ? previous->next : holder->first; /* it may have been substituted */
            operands->items[i] = item;
            keep = i < last && order_is_stable(item, operands, i + 1);
        }
        if (i < last && !keep) {
            struct node *previous = NULL;
            for (struct node *child = holder->first; child != item; child = child->next)
                previous = child;
            save(l, item);
            operands->items[i] = previous ? previous->next : holder->first;
        }
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
    return make(l, NODE_X_SEQUENCE, NULL);
}

static struct node *truth(struct lower *l, struct node *value, bool negated)
{
    struct node *node = make(l, NODE_X_TRUTH, value);
    node->number = negated;
    return node;
}

static struct node *store(struct lower *l, struct decl *decl, struct node *value)
{
    struct node *node = make(l, NODE_X_STORE, value);
    node->decl = decl;
    return add(l, node);
}

/* Takes the child out of its parent, so that it can be put elsewhere; a stand-in keeps its place. */
static struct node *detach(struct lower *l, struct node *child)
{
    struct node *stand_in = node_new(l->unit, NODE_X_NOTHING);
    stand_in->begin = child->begin;
    stand_in->end = child->end;
    stand_in->type = child->type;
    node_replace(child, stand_in);
    return child;
}

/* Runs the lowering of an expression that hangs on a holder; its residue is the holder's part 0. */
static struct node *lower_held(struct lower *l, struct node *value)
{
    struct node *holder = make(l, NODE_X_EVALUATE, value);
    if (value->has_await)
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
static void evaluate(struct lower *l, struct node *value)
{
    struct node *inner = node_strip_casts(value);
    if (inner != value && inner->parent)
        inner = detach(l, inner);
    if (inner->kind == NODE_STATEMENT_EXPRESSION || inner->kind == NODE_CONDITIONAL)
        inner->number = 1; /* no temporary for its value */
    inner = lower_held(l, inner);
    struct node *name = node_strip_casts(inner);
    if (name->kind == NODE_X_NAME && name->decl->is_plain_result)
        name->decl->is_dropped = true;
    if (is_trivial(inner) && !reads_assigned(inner))
        return;
    struct node *node = add(l, make(l, NODE_X_EVALUATE, inner));
    node->number = drops_value(inner); /* said to be dropped on purpose */
}

static struct node *branch(struct lower *l, struct node *condition)
{
    struct node *node = make(l, NODE_X_IF, condition);
    for (int i = 1; i <= 2; i++) {
        node->part[i] = sequence(l);
        node_append(node, node->part[i]);
    }
    return add(l, node);
}

static void lower_logical(struct lower *l, struct node *node)
{
    if (!node->last->has_await) {
        lower_expression(l, node->first);
        return;
    }
    struct node *left = lower_held(l, detach(l, node->first));
    struct node *right = detach(l, node->last);
    struct decl *decl = temporary(l, int_type(l));
    declare(l, decl, truth(l, left, false));
    struct node *condition = name_of(l, decl);
    struct node *taken = branch(l, node->op == OP_AND ? condition : truth(l, condition, true));
    struct node *list = l->list;
    l->list = taken->part[1];
    right = lower_held(l, right);
    store(l, decl, truth(l, right, false));
    l->list = list;
    substitute(node, name_of(l, decl));
}

static void lower_arm(struct lower *l, struct node *list, struct node *value, struct decl *decl)
{
    struct node *outer = l->list;
    l->list = list;
    if (decl)
        store(l, decl, lower_held(l, value));
    else
        evaluate(l, value);
    l->list = outer;
}

static void lower_conditional(struct lower *l, struct node *node)
{
    bool is_short = node->op == OP_OR; /* a ?: b */
    struct node *first = node->first, *second = first->next, *third = is_short ? second : second->next;
    if (!third->has_await && !second->has_await) {
        lower_expression(l, first);
        return;
    }
    bool is_void = type_is_void(node->type) || node->number;
    struct node *yes = is_short ? NULL : detach(l, second), *no = detach(l, third);
    struct node *condition = lower_held(l, detach(l, first));
    struct decl *tested = NULL;
    if (is_short) {
        tested = temporary(l, type_value(l->unit, condition->type));
        declare(l, tested, condition);
        condition = name_of(l, tested);
        yes = name_of(l, tested);
    }
    struct decl *decl = is_void ? NULL : temporary(l, type_value(l->unit, node->type));
    if (decl)
        declare(l, decl, NULL);
    struct node *taken = branch(l, condition);
    lower_arm(l, taken->part[1], yes, decl);
    lower_arm(l, taken->part[2], no, decl);
    substitute(node, decl ? name_of(l, decl) : node_new(l->unit, NODE_X_NOTHING));
}

static void lower_comma(struct lower *l, struct node *node)
{
    struct node *left = detach(l, node->first), *right = detach(l, node->last);
    evaluate(l, left);
    right = lower_held(l, right);
    struct node *rest = make(l, NODE_X_REST, right);
    rest->type = node->type;
    substitute(node, rest);
}

static void lower_assignment(struct lower *l, struct node *node)
{
    struct node *left = node->first, *right = node->last;
    if (!left->has_await) {
        lower_expression(l, right);
        return;
    }
    struct operands operands = { 0 };
    arena_push(l->unit->arena, operands.items, operands.count, right);
    arena_push(l->unit->arena, operands.items, operands.count, left);
    lower_operands(l, &operands);
}

static void lower_statement_expression(struct lower *l, struct node *node)
{
    struct node *body = node->first, *last = body->last;
    struct decl *decl = NULL;
    if (!node->number && !type_is_void(node->type) && last && node_is_expression(last)) {
        decl = temporary(l, type_value(l->unit, node->type));
        declare(l, decl, NULL);
        struct node *value = node_new(l->unit, NODE_X_STORE);
        value->decl = decl;
        value->has_await = last->has_await;
        substitute(last, value);
        node_append(value, last);
        value->part[0] = last;
    }
    struct node *list = l->list;
    substitute(node, decl ? name_of(l, decl) : node_new(l->unit, NODE_X_NOTHING));
    body->parent = NULL;
    node_append(list, body);
    lower_statement(l, body);
    l->list = list;
}

/* ---- await ---- */

static void add_await(struct lower *l, struct node *node)
{
    arena_push(l->unit->arena, l->function->awaits, l->function->await_count, node);
    node->await->number = (unsigned)l->function->await_count;
    add(l, node);
}

/* The operands of one awaited call, in the order in which they are evaluated. */
static void call_operands(struct lower *l, struct operands *operands, struct await *await)
{
    if (await->seconds)
        arena_push(l->unit->arena, operands->items, operands->count, await->seconds);
    if (await->pointer || (await->target && await->target->has_await))
        arena_push(l->unit->arena, operands->items, operands->count, await->target);
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

static void lower_gather(struct lower *l, struct node *node)
{
    struct await *await = node->await;
    struct operands operands = { 0 };
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = await;
    operation->begin = node->begin;
    operation->end = node->end;
    /* destinations that have to be computed become addresses, which are operands as the arguments are */
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        struct node *target = item->target;
        if (target && !is_direct(target)) {
            struct node *address = make(l, NODE_X_ADDRESS, NULL);
            struct type *type = type_pointer_to(l->unit, target->type);
            detach(l, target);
            node_append(address, target);
            address->part[0] = target;
            address->type = type;
            address->begin = target->begin;
            address->end = target->end;
            address->has_await = target->has_await;
            struct node *holder = make(l, NODE_X_EVALUATE, address);
            node_append(operation, holder);
            item->target = holder;
            item->pointer = (struct decl *)1; /* the operand after lowering */
            arena_push(l->unit->arena, operands.items, operands.count, address);
        } else if (target) {
            detach(l, target);
        }
        detach(l, item->call);
        node_append(operation, item->call);
        struct node *seconds = item->seconds;
        item->seconds = NULL;
        struct decl *pointer = item->pointer;
        item->pointer = NULL;
        call_operands(l, &operands, item);
        item->pointer = pointer;
        item->seconds = seconds;
    }
    /* all are kept until the last child is made */
    lower_operands(l, &operands);
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        if (!item->pointer)
            continue;
        struct node *address = item->target->first;
        if (address->kind != NODE_X_NAME) {
            save(l, address);
            address = item->target->first;
        }
        item->pointer = address->decl;
    }
    substitute(node, node_new(l->unit, NODE_X_NOTHING));
    add_await(l, operation);
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        struct node *take = node_new(l->unit, NODE_X_TAKE);
        take->await = await;
        take->number = (int)i;
        if (item->pointer) {
            take->part[0] = name_of(l, item->pointer);
            take->part[0]->number = 1; /* through it */
        } else if (item->target) {
            take->part[0] = item->target;
        }
        if (take->part[0])
            node_append(take, take->part[0]);
        if (take->part[0] || item->kind == AWAIT_CALL || item->kind == AWAIT_LEAF)
            add(l, take);
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
        detach(l, await->seconds);
        struct node *holder = make(l, NODE_X_EVALUATE, await->seconds);
        node_append(operation, holder);
    }
    if (target) {
        detach(l, target);
        struct node *holder = make(l, NODE_X_EVALUATE, target);
        operation->part[1] = holder; /* evaluated afterwards */
    }
    detach(l, call);
    node_append(operation, call);
    call_operands(l, &operands, await);
    lower_operands(l, &operands);
    if (await->seconds)
        await->seconds = operation->first->first;
    if (target)
        target = await->target = operation->part[1]->first;
    operation->part[1] = NULL;
    struct type *value = call->type;
    if (!type_is_void(value)) {
        await->result = temporary(l, type_value(l->unit, value));
        await->result->is_result = true;
        declare(l, await->result, NULL);
    }
    if (await->is_timeout) {
        await->status = temporary(l, int_type(l));
        declare(l, await->status, NULL);
    }
    struct decl *shown = await->is_timeout ? await->status : await->result;
    substitute(node, shown ? name_of(l, shown) : node_new(l->unit, NODE_X_NOTHING));
    if (await->kind == AWAIT_PLAIN) {
        if (await->result)
            await->result->is_plain_result = true;
        operation->await->number = 0;
        add(l, operation);
    } else {
        add_await(l, operation);
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

static void lower_expression(struct lower *l, struct node *node)
{
    if (!node->has_await)
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

/* ---- statements ---- */

static struct node *wrap(struct lower *l, struct node *node, enum node_kind kind)
{
    struct node *list = make(l, kind, NULL);
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
    evaluate(l, node);
}

static void lower_declarations(struct lower *l, struct node *node)
{
    struct node *list = wrap(l, node, NODE_X_SEQUENCE), *next;
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        if (child->kind != NODE_VARIABLE) {
            add(l, child);
            continue;
        }
        struct node *value = child->part[PART_INIT];
        if (value)
            detach(l, value);
        if (value && value->has_await) {
            declare(l, child->decl, NULL);
            value = lower_held(l, value);
            store(l, child->decl, value)->number = 1;
        } else {
            declare(l, child->decl, value);
        }
        l->list = list;
    }
}

static struct decl *label_new(struct lower *l)
{
    struct decl *label = arena_get(l->unit->arena, sizeof *label);
    label->kind = DECL_LABEL;
    label->is_used = true;
    label->name = arena_format(l->unit->arena, "%scontinue%u", l->unit->prefix, ++l->function->labels);
    return label;
}

static const struct node *continue_loop(const struct node *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->kind == NODE_WHILE || node->kind == NODE_DO || node->kind == NODE_FOR ||
            node->kind == NODE_X_LOOP)
            return node;
    return NULL;
}

/* The continues of the loop become jumps to a label, when there are any. */
static struct decl *redirect_continues(struct lower *l, struct node *loop, struct node *node, struct decl *label)
{
    struct node *next;
    if (node->kind == NODE_CONTINUE && continue_loop(node) == loop) {
        label = label ? label : label_new(l);
        struct node *jump = node_new(l->unit, NODE_X_GOTO);
        jump->decl = label;
        substitute(node, jump);
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
    add(l, make(l, NODE_X_BREAK_UNLESS, lower_held(l, condition)));
}

static void place_label(struct lower *l, struct decl *label)
{
    if (!label)
        return;
    struct node *node = node_new(l->unit, NODE_X_LABEL);
    node->decl = label;
    label->node = node;
    add(l, node);
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
    detach(l, condition);
    detach(l, body);
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
    detach(l, condition);
    detach(l, body);
    add_body(l, loop, body);
    place_label(l, label);
    break_unless(l, condition);
}

static void move_scope(struct function *function, struct node *from, struct node *to)
{
    for (size_t i = 0; i < function->local_count; i++)
        if (function->locals[i]->scope == from)
            function->locals[i]->scope = to;
}

/* Head parts that await move into the loop; the others stay in its head. */
static void lower_for_head(struct lower *l, struct node *node)
{
    struct node *init = node->part[PART_INIT], *condition = node->part[PART_CONDITION];
    struct node *step = node->part[PART_STEP], *body = node->part[PART_BODY];
    struct decl *label = NULL;
    if (step && step->has_await) {
        label = redirect_continues(l, node, body, NULL);
        body = node->part[PART_BODY];
    }
    struct node *loop = wrap(l, node, NODE_X_LOOP);
    move_scope(l->function, node, loop);
    struct node *kept[3] = { init, condition && condition->has_await ? NULL : condition,
                             step && step->has_await ? NULL : step };
    if (condition)
        detach(l, condition);
    if (step)
        detach(l, step);
    if (init)
        detach(l, init);
    detach(l, body);
    for (int i = 0; i < 3; i++)
        if (kept[i]) {
            loop->part[i] = kept[i];
            node_append(loop, kept[i]);
        }
    if (condition && condition->has_await)
        break_unless(l, condition);
    l->list = loop;
    add_body(l, loop, body);
    place_label(l, label);
    if (step && step->has_await)
        evaluate(l, step);
}

static void lower_for(struct lower *l, struct node *node)
{
    struct node *init = node->part[PART_INIT];
    if (init && init->has_await) { /* or a variable of it lives in the frame */
        struct node *block = wrap(l, node, NODE_X_BLOCK);
        move_scope(l->function, node, block);
        detach(l, init);
        node->part[PART_INIT] = NULL;
        node->first = node->first->next; /* the stand-in */
        add(l, init);
        lower_statement(l, init);
        l->list = block;
        node_append(block, node);
    }
    struct node *condition = node->part[PART_CONDITION], *step = node->part[PART_STEP];
    if ((init && init->has_await) || (condition && condition->has_await) || (step && step->has_await))
        lower_for_head(l, node);
    else
        lower_statement(l, node->part[PART_BODY]);
}

static void lower_condition(struct lower *l, struct node *node)
{
    struct node *condition = node->part[PART_CONDITION];
    if (!condition->has_await)
        return;
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    lower_expression(l, condition);
    node_append(list, node);
}

static void lower_return(struct lower *l, struct node *node)
{
    struct node *value = node->part[PART_CONDITION];
    if (!value || !value->has_await)
        return;
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    lower_expression(l, value);
    node_append(list, node);
}

static void lower_store(struct lower *l, struct node *node)
{
    struct node *value = node->part[0];
    struct node *list = wrap(l, node, NODE_X_SEQUENCE);
    value = lower_held(l, detach(l, value));
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

static void lower_statement(struct lower *l, struct node *node)
{
    struct node *next, *list = l->list;
    if (!node->has_await)
        return;
    switch (node->kind) {
    case NODE_COMPOUND:
        for (struct node *child = node->first; child; child = next) {
            next = child->next;
            lower_statement(l, child);
        }
        break;
    case NODE_DECLARATIONS:
        lower_declarations(l, node);
        break;
    case NODE_IF:
    case NODE_SWITCH:
        lower_condition(l, node);
        lower_parts(l, node);
        break;
    case NODE_WHILE:
        if (node->part[PART_CONDITION]->has_await)
            lower_while(l, node);
        else
            lower_parts(l, node);
        break;
    case NODE_DO:
        if (node->part[PART_CONDITION]->has_await)
            lower_do(l, node);
        else
            lower_parts(l, node);
        break;
    case NODE_FOR:
        lower_for(l, node);
        break;
    case NODE_RETURN:
        lower_return(l, node);
        break;
    case NODE_X_STORE:
        lower_store(l, node);
        break;
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
    case NODE_DEFER:
        lower_parts(l, node);
        break;
    default:
        lower_expression_statement(l, node);
        break;
    }
    l->list = list;
}

static void add_suspend_point(struct lower *l)
{
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = arena_get(l->unit->arena, sizeof *operation->await);
    operation->await->kind = AWAIT_SUSPEND;
    operation->begin = operation->end = l->function->body->begin + 1;
    struct node *body = l->function->body, *list = node_new(l->unit, NODE_X_SEQUENCE);
    list->begin = list->end = operation->begin;
    list->is_edited = true;
    l->list = list;
    add_await(l, operation);
    list->parent = body;
    list->next = body->first;
    body->first = list;
    body->last = body->last ? body->last : list;
    body->has_await = true;
}

void lower_function(struct unit *unit, struct function *function, int suspend_point)
{
    struct lower lower = { .unit = unit, .function = function };
    locals_find(unit, function, suspend_point);
    order_mark(function->body);
    if (suspend_point)
        add_suspend_point(&lower);
    lower_statement(&lower, function->body);
}
