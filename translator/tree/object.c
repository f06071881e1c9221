#include "object.h"

static bool is_pointer(const struct node *node)
{
    return node->type && type_plain(node->type)->kind == TYPE_POINTER;
}

static bool is_array(const struct node *node)
{
    enum type_kind kind = node->type ? type_plain(node->type)->kind : TYPE_VOID;
    return kind == TYPE_ARRAY || kind == TYPE_VARIABLE_ARRAY;
}

/* Whether it is a pointer, or an array that becomes one. */
static bool points(const struct node *node)
{
    while (node->kind == NODE_PAREN || (node->kind == NODE_IMPLICIT && !is_pointer(node)))
        node = node->first;
    return is_pointer(node) || is_array(node);
}

bool object_is_element(const struct node *subscript)
{
    return subscript->kind == NODE_SUBSCRIPT && !points(subscript->first) && !points(subscript->last);
}

/* The array, or the vector, that an element is selected from; NULL when a pointer selects it. */
static struct node *selected_from(struct node *subscript)
{
    if (object_is_element(subscript))
        return subscript->first;
    for (struct node *child = subscript->first; child; child = child->next) {
        struct node *inner = child;
        while (inner->kind == NODE_PAREN)
            inner = inner->first;
        if (inner->kind == NODE_IMPLICIT && is_pointer(inner) && inner->first && is_array(inner->first))
            return inner->first;
    }
    return NULL;
}

void object_bases(struct node *place, object_found *found, void *data)
{
    if (!place)
        return;
    switch (place->kind) {
    case NODE_REFERENCE:
    case NODE_COMPOUND_LITERAL: found(data, place); break;
    case NODE_PAREN:
    case NODE_IMPLICIT: object_bases(place->first, found, data); break;
    case NODE_MEMBER:
        if (place->first && !is_pointer(place->first))
            object_bases(place->first, found, data);
        break;
    case NODE_SUBSCRIPT: object_bases(selected_from(place), found, data); break;
    case NODE_UNARY: /* __extension__, __real__, or not known; what has a pointer's value selects */
        if ((place->op == OP_EXTENSION || place->op == OP_OTHER) && place->first && !is_pointer(place->first))
            object_bases(place->first, found, data);
        break;
    case NODE_GENERIC:
        for (struct node *arm = place->first ? place->first->next : NULL; arm; arm = arm->next)
            object_bases(arm, found, data);
        break;
    default:
        if (place->type && type_plain(place->type)->kind == TYPE_RECORD && node_is_expression(place))
            found(data, place);
        break;
    }
}

bool object_decays(const struct node *node, bool *selected)
{
    if (node->kind != NODE_IMPLICIT || !is_pointer(node) || !is_array(node->first))
        return false;
    const struct node *parent = node->parent;
    while (parent && parent->kind == NODE_PAREN)
        parent = parent->parent;
    *selected = parent && parent->kind == NODE_SUBSCRIPT;
    return true;
}

bool object_is_named(const struct node *place)
{
    while (place->kind == NODE_PAREN || (place->kind == NODE_MEMBER && place->first && !is_pointer(place->first)))
        place = place->first;
    return place->kind == NODE_REFERENCE || place->kind == NODE_X_NAME;
}

bool object_is_place(const struct node *node)
{
    while (node->kind == NODE_PAREN || (node->kind == NODE_MEMBER && node->first && !is_pointer(node->first)))
        node = node->first;
    return node->kind == NODE_REFERENCE || node->kind == NODE_MEMBER || node->kind == NODE_SUBSCRIPT ||
           node->kind == NODE_COMPOUND_LITERAL || (node->kind == NODE_UNARY && node->op == OP_DEREFERENCE);
}

/* That the object which the pointer, or the place, stands for is where its type's may be, the pointer's type says. */
static bool is_member_unaligned(const struct node *member)
{
    const struct type *of = type_plain(member->first->type), *type = type_plain(member->type);
    if (of->kind == TYPE_POINTER)
        of = type_plain(of->target);
    long long bytes = member->decl ? member->decl->offset / 8 : 0;
    return type->align > 1 && (of->align < type->align || (bytes > 0 && bytes % type->align != 0));
}

/* Of several, one of which is meant. */
static bool is_arm_unaligned(const struct node *generic)
{
    for (struct node *arm = generic->first ? generic->first->next : NULL; arm; arm = arm->next)
        if (!type_differs(arm->type, generic->type) && object_is_unaligned(arm))
            return true;
    return false;
}

bool object_is_unaligned(struct node *place)
{
    for (; place; place = place->kind == NODE_SUBSCRIPT ? selected_from(place) : place->first) {
        bool is_member = place->kind == NODE_MEMBER && place->first && place->first->type && place->type;
        if (is_member && is_member_unaligned(place))
            return true;
        if (place->kind == NODE_GENERIC)
            return is_arm_unaligned(place);
        if (!(is_member && !is_pointer(place->first)) && place->kind != NODE_SUBSCRIPT && place->kind != NODE_PAREN)
            return false;
    }
    return false;
}

static void await_destinations(const struct await *await, object_found *found, void *data)
{
    if (await->target && !object_is_named(await->target))
        object_bases(await->target, found, data);
    for (size_t i = 0; i < await->item_count; i++)
        await_destinations(await->items[i], found, data);
}

void object_pointed_into(struct node *node, object_found *found, void *data)
{
    bool selected, may_take = node->op == OP_ADDRESS || /* or perhaps: a macro's body has no tokens to look at */
                              (node->op == OP_OTHER && is_pointer(node));
    if (node->kind == NODE_UNARY && may_take)
        object_bases(node->first, found, data);
    else if (object_decays(node, &selected))
        object_bases(node->first, found, data);
    else if (node->kind == NODE_AWAIT)
        await_destinations(node->await, found, data);
    else if (node->kind == NODE_ASM)
        for (struct node *child = node->first; child; child = child->next)
            object_bases(child, found, data);
}

struct node *object_full_expression(struct node *node)
{
    while (node->parent && node_is_expression(node->parent))
        node = node->parent;
    return node;
}
