#include "order.h"

#include "object.h"

/* ---- what can stay in the text ---- */

static bool is_unqualified_local(const struct decl *decl)
{
    return decl_is_automatic(decl) && !decl->is_address_taken && !(decl->type->quals & QUAL_VOLATILE);
}

struct change {
    const struct decl *decl;
    bool found;
};

static void note_change(void *data, struct node *base)
{
    struct change *change = data;
    change->found = change->found || base->decl == change->decl;
}

/* Whether evaluating the node may change the variable; other code cannot reach it. */
static bool changes(const struct node *node, const struct decl *decl)
{
    if (node->kind == NODE_UNEVALUATED)
        return false;
    bool writes = node->kind == NODE_ASSIGN || node->kind == NODE_COMPOUND_ASSIGN ||
                  (node->kind == NODE_UNARY && (node->op == OP_INCREMENT || node->op == OP_OTHER)) ||
                  (node->kind == NODE_BINARY && node->op == OP_OTHER);
    struct change change = { decl, false };
    if (writes)
        object_bases(node->first, note_change, &change);
    for (struct node *child = node->first; child && !change.found; child = child->next) {
        if (node->kind == NODE_ASM)
            object_bases(child, note_change, &change);
        change.found = change.found || changes(child, decl);
    }
    return change.found;
}

bool order_has_effect(const struct node *node)
{
    switch (node->kind) {
    case NODE_UNEVALUATED:
        return false;
    case NODE_CALL:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_AWAIT:
    case NODE_OTHER:
    case NODE_X_OBJECT:
        return true;
    case NODE_UNARY:
        if (node->op == OP_INCREMENT || node->op == OP_OTHER)
            return true;
        break;
    case NODE_BINARY:
        if (node->op == OP_OTHER)
            return true;
        break;
    default:
        break;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (order_has_effect(child))
            return true;
    return false;
}

bool order_may_call(const struct node *node)
{
    switch (node->kind) {
    case NODE_UNEVALUATED:
        return false;
    case NODE_CALL:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_AWAIT:
    case NODE_OTHER:
        return true;
    default:
        break;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (order_may_call(child))
            return true;
    return false;
}

bool order_may_suspend(const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED || !node->awaits)
        return false;
    if (node->kind == NODE_AWAIT && (node->await->kind != AWAIT_PLAIN || node->await->is_timeout))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (order_may_suspend(child))
            return true;
    return false;
}

static bool changed_by(const struct operands *later, size_t from, const struct decl *decl)
{
    for (size_t i = from; i < later->count; i++)
        if (changes(later->items[i], decl))
            return true;
    return false;
}

bool order_is_stable_place(const struct node *node, const struct operands *later, size_t from)
{
    switch (node->kind) {
    case NODE_PAREN:
        return order_is_stable_place(node->first, later, from);
    case NODE_REFERENCE:
    case NODE_STRING:
    case NODE_FUNCTION_NAME:
        return true;
    case NODE_MEMBER: {
        const struct node *base = node->first;
        if (!base)
            return false;
        if (type_plain(base->type)->kind == TYPE_POINTER)
            return order_is_stable(base, later, from);
        return order_is_stable_place(base, later, from);
    }
    case NODE_SUBSCRIPT:
        return order_is_stable(node->first, later, from) && order_is_stable(node->last, later, from);
    case NODE_UNARY:
        return node->op == OP_DEREFERENCE && order_is_stable(node->first, later, from);
    default:
        return false;
    }
}

static bool all_stable(const struct node *node, const struct operands *later, size_t from)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (!order_is_stable(child, later, from))
            return false;
    return true;
}

/* Whether the value is the same whenever it is computed while the later operands are evaluated. */
bool order_is_stable(const struct node *node, const struct operands *later, size_t from)
{
    switch (node->kind) {
    case NODE_LITERAL:
    case NODE_STRING:
    case NODE_FUNCTION_NAME:
    case NODE_LABEL_ADDRESS:
    case NODE_X_NAME:
    case NODE_X_NOTHING:
        return true;
    case NODE_REFERENCE:
        if (!node->decl || node->decl->kind == DECL_FUNCTION || node->decl->kind == DECL_CONSTANT)
            return true;
        return is_unqualified_local(node->decl) && !changed_by(later, from, node->decl);
    case NODE_IMPLICIT:
    case NODE_PAREN: {
        struct type *type = type_plain(node->first->type);
        if (type->kind == TYPE_ARRAY || type->kind == TYPE_VARIABLE_ARRAY || type->kind == TYPE_FUNCTION)
            return order_is_stable_place(node->first, later, from) || order_is_stable(node->first, later, from);
        return order_is_stable(node->first, later, from);
    }
    case NODE_UNEVALUATED:
        return !node->number || all_stable(node, later, from);
    case NODE_SIZES:
    case NODE_CAST:
    case NODE_DESIGNATED:
        return all_stable(node, later, from);
    case NODE_BINARY:
        return node->op != OP_OTHER && all_stable(node, later, from);
    case NODE_CONDITIONAL:
        return all_stable(node, later, from);
    case NODE_UNARY:
        if (node->op == OP_ADDRESS)
            return order_is_stable_place(node->first, later, from);
        return (node->op == OP_PURE || node->op == OP_NOT || node->op == OP_EXTENSION) &&
               order_is_stable(node->first, later, from);
    case NODE_MEMBER:
        return node->first && type_plain(node->first->type)->kind != TYPE_POINTER &&
               order_is_stable(node->first, later, from);
    default:
        return false;
    }
}

/* ---- order ---- */

static unsigned effectful_operands(const struct node *node)
{
    unsigned count = 0;
    for (const struct node *child = node->first; child; child = child->next)
        count += child->kind == NODE_INITIALISERS || child->kind == NODE_DESIGNATED ? effectful_operands(child)
                                                                                    : order_has_effect(child);
    return count;
}

/*
 * In an expression that awaits, C leaves nothing unsequenced: what has several operands with effects is taken
 * apart as if it awaited itself.
 */
static void mark_order(struct node *node)
{
    if (node->kind == NODE_UNEVALUATED || node->kind == NODE_STATEMENT_EXPRESSION)
        return;
    bool sequenced = node->op == OP_AND || node->op == OP_OR || node->op == OP_COMMA ||
                     node->kind == NODE_CONDITIONAL || node->kind == NODE_GENERIC || node->kind == NODE_OTHER;
    for (struct node *child = node->first; child; child = child->next) {
        mark_order(child);
        node->to_lower = node->to_lower || child->to_lower;
    }
    if (!sequenced && node->first != node->last && effectful_operands(node) > 1)
        node->to_lower = true;
}

void order_mark(struct node *node)
{
    if (!node->to_lower)
        return;
    if (node_is_expression(node)) {
        mark_order(node);
        return;
    }
    for (struct node *child = node->first; child; child = child->next)
        order_mark(child);
}
