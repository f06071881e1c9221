#include "async_type.h"

enum { DEEP = 64 }; /* initialisers that mention each other go round */

static const struct async_type unknown;

/* ---- types ---- */

/* Without sugar and typedefs, whose own `async` is taken over. */
static struct async_type plain(struct async_type t)
{
    while (t.type && (t.type->kind == TYPE_SUGAR || t.type->kind == TYPE_TYPEDEF)) {
        if (t.type->is_inferred && !t.said)
            return unknown;
        if (t.type->kind == TYPE_TYPEDEF) {
            t.decl = t.type->decl;
            t.said = t.decl && t.decl->is_async;
        }
        t.type = t.type->target;
    }
    return t;
}

static bool is_pointer(struct async_type t)
{
    return t.addresses ||
           (t.type && (t.type->kind == TYPE_POINTER || t.type->kind == TYPE_ARRAY || t.type->kind == TYPE_VARIABLE_ARRAY));
}

struct async_type async_type_element(struct async_type t)
{
    if (t.addresses) {
        t.addresses--;
        return t;
    }
    t = plain(t);
    if (is_pointer(t))
        t.type = t.type->target;
    return t; /* a function is what it points to, too */
}

static struct async_type function_of(struct async_type t)
{
    t = plain(t);
    if (is_pointer(t))
        t = plain(async_type_element(t));
    return t.type && !t.addresses && t.type->kind == TYPE_FUNCTION ? t : unknown;
}

/* Whether no function stands between it and the type written behind the word. */
static bool is_last(const struct type *function)
{
    for (const struct type *type = function->target; type; type = type->target) {
        if (type->kind == TYPE_FUNCTION)
            return false;
        if (type->kind != TYPE_SUGAR && type->kind != TYPE_POINTER)
            return true;
    }
    return true;
}

int async_type_is_async(struct async_type t)
{
    t = function_of(t);
    return !t.type ? -1 : t.said && is_last(t.type);
}

struct async_type async_type_result(struct async_type t)
{
    t = function_of(t);
    if (!t.type)
        return unknown;
    t.said = t.said && !is_last(t.type);
    t.type = t.type->target;
    t.decl = NULL;
    return t;
}

/* Of a parameter whose declaration is not at hand, only a typedef tells. */
static bool is_named(const struct type *type)
{
    for (; type; type = type->target) {
        if (type->kind == TYPE_TYPEDEF)
            return true;
        if (type->kind != TYPE_SUGAR && type->kind != TYPE_POINTER)
            return false;
    }
    return false;
}

struct async_type async_type_parameter(struct async_type t, size_t index)
{
    t = function_of(t);
    if (!t.type || index >= t.type->param_count)
        return unknown;
    if (t.decl && t.decl->param_count == t.type->param_count)
        return async_type_of_decl(t.decl->params[index]);
    if (!is_named(t.type->params[index]))
        return unknown;
    return (struct async_type){ .type = t.type->params[index] };
}

bool async_type_alike(struct async_type left, struct async_type right)
{
    const struct type *a = function_of(left).type, *b = function_of(right).type;
    if (!a || !b || a->param_count != b->param_count || type_differs(a->target, b->target))
        return false;
    for (size_t i = 0; i < a->param_count; i++)
        if (type_differs(a->params[i], b->params[i]))
            return false;
    return true;
}

int async_type_conflict(struct async_type from, struct async_type to)
{
    from = plain(from);
    to = plain(to);
    while (is_pointer(from) && is_pointer(to)) {
        from = plain(async_type_element(from));
        to = plain(async_type_element(to));
    }
    from = function_of(from);
    to = function_of(to);
    if (!from.type || !to.type)
        return -1;
    int left = async_type_is_async(from), right = async_type_is_async(to);
    return left != right ? right : async_type_conflict(async_type_result(from), async_type_result(to));
}

/* ---- declarations and expressions ---- */

static struct async_type of(struct node *node, int depth);

static bool is_inferred(const struct type *type)
{
    while (type && !type->is_inferred && (type->kind == TYPE_SUGAR || type->kind == TYPE_POINTER))
        type = type->target;
    return type && type->is_inferred;
}

static struct async_type of_decl(const struct decl *decl, int depth)
{
    struct node *value = decl->kind == DECL_VARIABLE && decl->node ? decl->node->part[PART_INIT] : NULL;
    if (is_inferred(decl->type) && !decl->is_async) /* as what it begins with, which has the same type */
        return value && value->kind != NODE_INITIALISERS ? of(value, depth + 1) : unknown;
    return (struct async_type){ .type = decl->type, .said = decl->is_async || decl->returns_async, .decl = decl };
}

/* Of two that may be meant: what one of them tells, unless the other says otherwise. */
static struct async_type either(struct async_type a, struct async_type b)
{
    int left = async_type_is_async(a), right = async_type_is_async(b);
    if (left >= 0 && right >= 0)
        return async_type_conflict(a, b) < 0 ? a : unknown;
    return left < 0 ? b : a;
}

static struct async_type of_selected(struct node *node, int depth)
{
    struct async_type all = unknown;
    for (struct node *arm = node->first->next; arm; arm = arm->next) {
        if (type_differs(arm->type, node->type))
            continue;
        struct async_type own = of(arm, depth + 1);
        if (all.type && own.type && async_type_conflict(all, own) >= 0)
            return unknown;
        all = all.type ? all : own;
    }
    return all;
}

static struct async_type of_unary(struct node *node, int depth)
{
    struct async_type t = of(node->first, depth + 1);
    if (node->op == OP_DEREFERENCE)
        return async_type_element(t);
    if (node->op == OP_ADDRESS)
        t.addresses++;
    return t;
}

static struct async_type of(struct node *node, int depth)
{
    node = node_strip(node);
    if (!node || depth > DEEP)
        return unknown;
    switch (node->kind) {
    case NODE_REFERENCE:
    case NODE_MEMBER:
    case NODE_X_NAME: return node->decl ? of_decl(node->decl, depth) : unknown;
    case NODE_SUBSCRIPT: {
        struct async_type array = of(node->first, depth + 1);
        return async_type_element(is_pointer(plain(array)) ? array : of(node->last, depth + 1));
    }
    case NODE_UNARY: return of_unary(node, depth);
    case NODE_CALL: return async_type_result(of(node->first, depth + 1));
    case NODE_AWAIT: return node->await->call ? of(node->await->call, depth + 1) : unknown;
    case NODE_STATEMENT_EXPRESSION: {
        struct node *last = node->first ? node->first->last : NULL;
        return last && node_is_expression(last) ? of(last, depth + 1) : unknown;
    }
    case NODE_CONDITIONAL:
        return either(of(node->op == OP_OR ? node->first : node->first->next, depth + 1), of(node->last, depth + 1));
    case NODE_GENERIC: return of_selected(node, depth);
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: return of(node->first, depth + 1);
    case NODE_BINARY: {
        struct async_type left = of(node->first, depth + 1); /* table + i, i + table */
        return of(node->op == OP_COMMA || !is_pointer(plain(left)) ? node->last : node->first, depth + 1);
    }
    case NODE_CAST:
    case NODE_COMPOUND_LITERAL:
        return is_inferred(node->type) ? unknown : (struct async_type){ .type = node->type, .said = node->says_async };
    default: return unknown;
    }
}

struct async_type async_type_of_decl(const struct decl *decl)
{
    return of_decl(decl, 0);
}

struct async_type async_type_of(struct node *expression)
{
    return of(expression, 0);
}
