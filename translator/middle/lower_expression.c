/*
 * lower_expression.c - expressions: operands, and operators that do not evaluate all of theirs.
 */
#include "lower_internal.h"

#include "base/arena.h"
#include "front/bit_fields.h"
#include "tree/object.h"
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

struct decl *lower_temporary(struct lower *l, struct type *type)
{
    const char *name = arena_format(l->unit->arena, "%st%u", l->unit->prefix, ++l->function->temporaries);
    return decl_new_local(l->unit, l->function, name, type);
}

/* The temporary holds the value of one. */
static void hold_bit_field(struct decl *decl, struct bit_field of)
{
    if (!of.width)
        return;
    decl->type = of.type;
    decl->is_bit_field = true;
    decl->bits = of.width;
}

/* Newer versions of clang give what is computed the name of a type that its operands have, older ones do not. */
static struct type *type_for(struct lower *l, struct node *node)
{
    struct type *type = storage_value_type(l->unit, node);
    const struct node *inner = node;
    while (inner->kind == NODE_PAREN || inner->kind == NODE_X_REST || inner->kind == NODE_IMPLICIT)
        inner = inner->first;
    bool is_computed = inner->kind == NODE_BINARY || inner->kind == NODE_CONDITIONAL;
    return is_computed && type_plain(type)->is_integer ? type_unqualified(l->unit, type_plain(type)) : type;
}

/* For the value of an expression: one whose type has sizes that are known at run time only is no local of C's. */
static struct decl *temporary_for(struct lower *l, struct node *node)
{
    struct decl *decl = lower_temporary(l, type_for(l, node));
    hold_bit_field(decl, bit_field_of(l->unit, node));
    if (type_is_variable(decl->type)) {
        decl->local->home = HOME_FRAME;
        decl->scope = l->function->body;
        decl->node = node;
    }
    return decl;
}

struct type *lower_int_type(struct lower *l)
{
    struct type *type = arena_get(l->unit->arena, sizeof *type);
    *type = (struct type){ .kind = TYPE_SCALAR, .name = "int", .size = sizeof(int), .align = sizeof(int) };
    return type;
}

struct node *lower_name(struct lower *l, struct decl *decl)
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
    if (decl_is_temporary(decl) && !decl->scope)
        decl->scope = l->list;
    return lower_add(l, node);
}

struct node *lower_address(struct lower *l, struct node *place)
{
    struct node *address = lower_make(l, NODE_X_ADDRESS, place);
    address->type = type_pointer_to(l->unit, place->type);
    address->begin = place->begin;
    address->end = place->end;
    address->awaits = place->awaits;
    address->to_lower = place->to_lower;
    return address;
}

/* The value goes into a temporary now, and the temporary's name stands in its place. */
void lower_save(struct lower *l, struct node *node)
{
    if (type_is_void(node->type)) {
        node_substitute(node, node_new(l->unit, NODE_X_NOTHING));
        lower_add(l, lower_make(l, NODE_X_EVALUATE, node));
        return;
    }
    struct decl *decl = temporary_for(l, node);
    node_substitute(node, lower_name(l, decl));
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
void lower_save_operand(struct lower *l, struct operands *operands, size_t index)
{
    struct node *item = operands->items[index], *holder = item->parent, *previous = NULL;
    for (struct node *child = holder->first; child != item; child = child->next)
        previous = child;
    lower_save(l, item);
    operands->items[index] = previous ? previous->next : holder->first;
}

/* How many temporaries the value is made of, but no more than two. */
static int count_temporaries(const struct node *node)
{
    int count = node->kind == NODE_X_NAME;
    for (const struct node *child = node->first; child && count < 2; child = child->next)
        count += count_temporaries(child);
    return count < 2 ? count : 2;
}

/* Compilers differ in the type of what is computed with it. */
static bool has_wide_bit_field(const struct node *node)
{
    if (node->kind == NODE_MEMBER && node->decl && node->decl->bits > 8 * (int)sizeof(int))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (has_wide_bit_field(child))
            return true;
    return false;
}

/*
 * What is left of an operand is several temporaries, and others may suspend before it is used: computed now it is one, so that
 * a + b + c + ... keeps one value over each await and not all of them. Floating types stay, as the value may have more precision
 * than its type as long as it is a part of its expression; and pointers, which may point into what is only kept while it is
 * mentioned.
 */
static bool is_partial(const struct operands *operands, size_t index)
{
    const struct node *item = operands->items[index];
    bool is_behind = false;
    for (size_t i = index + 1; i < operands->count && !is_behind; i++)
        is_behind = order_may_suspend(operands->items[i]);
    return is_behind && count_temporaries(item) >= 2 && type_plain(item->type)->is_integer && !has_wide_bit_field(item);
}

/* Lowers the operand; what has been substituted for it is among its parent's children. */
static void lower_operand(struct lower *l, struct operands *operands, size_t index)
{
    struct node *item = operands->items[index], *holder = item->parent, *previous = NULL;
    for (struct node *child = holder->first; child != item; child = child->next)
        previous = child;
    lower_expression(l, item);
    operands->items[index] = previous ? previous->next : holder->first;
}

/*
 * Operands that are evaluated in this order: those are kept in temporaries that would not be the same, or not do the same,
 * behind what follows.
 */
void lower_operands(struct lower *l, struct operands *operands)
{
    struct accesses accesses = order_accesses(l->unit->arena, operands);
    for (size_t i = 0; i < operands->count; i++) {
        bool was_lowered = operands->items[i]->to_lower;
        if (was_lowered)
            lower_operand(l, operands, i);
        if (!order_can_wait(operands->items[i], &accesses, i + 1) || (was_lowered && is_partial(operands, i)))
            lower_save_operand(l, operands, i);
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

struct node *lower_truth(struct lower *l, struct node *value, bool negated)
{
    struct node *node = lower_make(l, NODE_X_TRUTH, value);
    node->is_negated = negated;
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
    case NODE_X_NOTHING: return true;
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
    case NODE_X_TRUTH: break;
    default: return false;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (!is_trivial(child))
            return false;
    return true;
}

static bool is_result(const struct decl *decl)
{
    enum purpose purpose = local_of(decl)->purpose;
    return purpose == PURPOSE_RESULT || purpose == PURPOSE_PLAIN_RESULT;
}

/* Temporaries that are assigned and not read again would be warned of; results are not, and have no declaration if dropped. */
static bool reads_assigned(const struct node *node)
{
    if (node->kind == NODE_X_NAME && !is_result(node->decl))
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
    case NODE_AWAIT: return false;
    case NODE_UNARY: return node->op != OP_INCREMENT && node->op != OP_OTHER;
    default: return !node->type || !type_is_void(node->type);
    }
}

static bool is_of_macro(const struct unit *unit, unsigned offset)
{
    const struct invocation *invocation = unit_invocation(unit, offset);
    return invocation && !invocation->is_dialect;
}

/* What is not lowered has no text of its own where it begins or ends in the invocation of a macro. */
static bool is_by_macro(const struct unit *unit, const struct node *node)
{
    return !node->to_lower && node->begin < node->end &&
           (is_of_macro(unit, node->begin) || is_of_macro(unit, node->end - 1));
}

/* The value is dropped, and with it the casts around it. */
void lower_evaluate(struct lower *l, struct node *value)
{
    struct node *inner = node_strip_casts(value);
    if (is_by_macro(l->unit, inner))
        inner = value;
    if (inner != value && inner->parent)
        inner = lower_detach(l, inner);
    if (inner->kind == NODE_STATEMENT_EXPRESSION || inner->kind == NODE_CONDITIONAL || inner->kind == NODE_GENERIC)
        inner->is_unwanted = true; /* no temporary for its value */
    inner = lower_held(l, inner);
    struct node *name = node_strip_casts(inner);
    if (name->kind == NODE_X_NAME && local_of(name->decl)->purpose == PURPOSE_PLAIN_RESULT)
        name->decl->local->is_dropped = true;
    if (is_trivial(inner) && !reads_assigned(inner))
        return;
    struct node *node = lower_add(l, lower_make(l, NODE_X_EVALUATE, inner));
    node->says_void = drops_value(inner); /* said to be dropped on purpose */
}

struct node *lower_branch(struct lower *l, struct node *condition)
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
    struct decl *decl = lower_temporary(l, lower_int_type(l));
    lower_declare(l, decl, lower_truth(l, left, false));
    struct node *condition = lower_name(l, decl);
    struct node *taken = lower_branch(l, node->op == OP_AND ? condition : lower_truth(l, condition, true));
    struct node *list = l->list;
    l->list = taken->part[1];
    right = lower_held(l, right);
    lower_store_in(l, decl, lower_truth(l, right, false));
    l->list = list;
    node_substitute(node, lower_name(l, decl));
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
    bool is_void = type_is_void(node->type) || node->is_unwanted;
    struct bit_field value = bit_field_of(l->unit, node);
    struct node *yes = is_short ? NULL : lower_detach(l, second), *no = lower_detach(l, third);
    struct node *condition = lower_held(l, lower_detach(l, first));
    struct decl *tested = NULL;
    if (is_short) {
        tested = temporary_for(l, condition);
        lower_declare(l, tested, condition);
        condition = lower_name(l, tested);
        yes = lower_name(l, tested);
    }
    struct decl *decl = is_void ? NULL : temporary_for(l, node);
    if (decl) {
        hold_bit_field(decl, value);
        lower_declare(l, decl, NULL);
    }
    struct node *taken = lower_branch(l, condition);
    lower_arm(l, taken->part[1], yes, decl);
    lower_arm(l, taken->part[2], no, decl);
    node_substitute(node, decl ? lower_name(l, decl) : node_new(l->unit, NODE_X_NOTHING));
}

/* Whether the expression, of which one arm is meant, is not asked for its value but for what it designates. */
static bool is_used_as_place(const struct node *node)
{
    const struct node *parent = node->parent;
    switch (parent->kind) {
    case NODE_PAREN: return is_used_as_place(parent);
    case NODE_MEMBER: return type_plain(node->type)->kind != TYPE_POINTER && is_used_as_place(parent);
    case NODE_UNARY: return parent->op == OP_ADDRESS || parent->op == OP_INCREMENT;
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: return parent->first == node;
    default: return parent->kind == NODE_X_ADDRESS;
    }
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
    bool alone = possible_arms(node) == 1, is_void = type_is_void(node->type) || node->is_unwanted;
    bool is_place = !alone && !is_void && is_used_as_place(node);
    struct node *numbers = alone ? NULL : lower_make(l, NODE_X_REST, NULL);
    struct decl *which = alone ? NULL : lower_temporary(l, lower_int_type(l));
    struct decl *decl = alone || is_void ? NULL
                        : is_place       ? lower_temporary(l, type_pointer_to(l->unit, node->type))
                                         : temporary_for(l, node);
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
        when->code = number;
        node_append(arms, when);
        lower_arm(l, when->part[0], is_place ? lower_address(l, arm) : arm, decl);
    }
    if (alone) {
        struct node *rest = lower_make(l, NODE_X_REST, lower_held(l, meant));
        rest->type = node->type;
        node_substitute(node, rest);
        return;
    }
    struct node *value = decl ? lower_name(l, decl) : node_new(l->unit, NODE_X_NOTHING);
    if (decl)
        value->is_through = is_place;
    node_substitute(node, value);
    node_append(numbers, node);
    numbers->part[0] = node;
    lower_declare(l, which, numbers);
    if (decl) {
        decl->local->needs_zero = true; /* no compiler sees that one of the arms runs */
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
    struct operands operands = { 0 };
    arena_push(l->unit->arena, operands.items, operands.count, node->last);
    arena_push(l->unit->arena, operands.items, operands.count, node->first);
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
    if (!node->is_unwanted && !type_is_void(node->type) && last && node_is_expression(last)) {
        decl = temporary_for(l, node);
        lower_declare(l, decl, NULL);
        struct node *value = node_new(l->unit, NODE_X_STORE);
        value->decl = decl;
        value->to_lower = last->to_lower;
        node_substitute(last, value);
        node_append(value, last);
        value->part[0] = last;
    } else if (node->is_unwanted && last && node_is_expression(last) && !last->to_lower && drops_value(last)) {
        struct node *dropped = node_new(l->unit, NODE_X_EVALUATE);
        dropped->says_void = true;
        node_substitute(last, dropped);
        node_append(dropped, last);
        dropped->part[0] = last;
    }
    struct node *list = l->list;
    node_substitute(node, decl ? lower_name(l, decl) : node_new(l->unit, NODE_X_NOTHING));
    body->parent = NULL;
    node_append(list, body);
    lower_statement(l, body);
    l->list = list;
}

/* ---- expressions ---- */

/* Of a vector that is an object an element is selected, not of its value: what changes in between is the object. */
static void lower_subscript(struct lower *l, struct node *node)
{
    struct node *vector = node->first;
    if (!object_is_element(node) || !object_is_place(vector)) {
        lower_children(l, node);
        return;
    }
    struct operands operands = { 0 };
    arena_push(l->unit->arena, operands.items, operands.count, node->last);
    if (!order_is_stable_place(l->unit->arena, vector, &operands)) {
        struct node *stand_in = node_new(l->unit, NODE_X_NOTHING);
        node_substitute(vector, stand_in);
        struct node *address = lower_address(l, vector);
        node_substitute(stand_in, address);
        operands.items[0] = address;
        arena_push(l->unit->arena, operands.items, operands.count, node->last);
    }
    lower_operands(l, &operands);
    if (operands.count == 2 && node->first->kind == NODE_X_NAME)
        node->first->is_through = true;
    else if (operands.count == 2)
        node_substitute(node->first, lower_detach(l, node->first->first));
}

void lower_expression(struct lower *l, struct node *node)
{
    if (!node->to_lower)
        return;
    switch (node->kind) {
    case NODE_AWAIT: lower_await(l, node); break;
    case NODE_BINARY:
        if (node->op == OP_AND || node->op == OP_OR)
            lower_logical(l, node);
        else if (node->op == OP_COMMA)
            lower_comma(l, node);
        else
            lower_children(l, node);
        break;
    case NODE_CONDITIONAL: lower_conditional(l, node); break;
    case NODE_GENERIC: lower_generic(l, node); break;
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: lower_assignment(l, node); break;
    case NODE_STATEMENT_EXPRESSION: lower_statement_expression(l, node); break;
    case NODE_SUBSCRIPT: lower_subscript(l, node); break;
    default: lower_children(l, node); break;
    }
}
