#include "shape.h"

#include "dialect.h"

#include <string.h>

/* ---- operators ---- */

static bool in_macro(const struct unit *unit, unsigned offset)
{
    struct invocation *invocation = unit_invocation(unit, offset);
    return invocation != NULL;
}

static bool are_of_one_macro(const struct unit *unit, unsigned left, unsigned right)
{
    const struct invocation *invocation = unit_invocation(unit, left);
    return invocation && !invocation->is_dialect && invocation == unit_invocation(unit, right);
}

static bool begins_invocation(const struct unit *unit, unsigned offset)
{
    const struct invocation *invocation = unit_invocation(unit, offset);
    return invocation && !invocation->is_dialect && invocation->begin == offset;
}

static enum node_operator operator_of(const struct unit *unit, const struct token *token, bool binary)
{
    if (!token)
        return OP_OTHER;
    if (binary)
        return token_is(unit, token, "&&")   ? OP_AND
               : token_is(unit, token, "||") ? OP_OR
               : token_is(unit, token, ",")  ? OP_COMMA
                                             : OP_PURE;
    return token_is(unit, token, "&")               ? OP_ADDRESS
           : token_is(unit, token, "*")             ? OP_DEREFERENCE
           : token_is(unit, token, "!")             ? OP_NOT
           : token_is(unit, token, "++")            ? OP_INCREMENT
           : token_is(unit, token, "--")            ? OP_INCREMENT
           : token_is(unit, token, "__extension__") ? OP_EXTENSION
           : token_is(unit, token, "-")             ? OP_PURE
           : token_is(unit, token, "+")             ? OP_PURE
           : token_is(unit, token, "~")             ? OP_PURE
                                                    : OP_OTHER;
}

static bool is_lvalue_form(struct node *node)
{
    while (node && node->kind == NODE_PAREN)
        node = node->first;
    return node && (node->kind == NODE_REFERENCE || node->kind == NODE_MEMBER || node->kind == NODE_SUBSCRIPT ||
                    (node->kind == NODE_UNARY && node->op == OP_DEREFERENCE) || node->kind == NODE_COMPOUND_LITERAL);
}

/* Inside a macro there is no token to look at: the types tell enough to be careful. */
static enum node_operator unary_by_types(struct node *node)
{
    struct node *operand = node->first;
    if (!operand || !node->type || !operand->type)
        return OP_OTHER;
    struct type *type = type_plain(node->type);
    if (is_lvalue_form(operand)) {
        if (type->kind == TYPE_POINTER && type_plain(type->target) == type_plain(operand->type))
            return OP_ADDRESS;
        if (type->kind == TYPE_POINTER && type_plain(operand->type)->kind == TYPE_ARRAY)
            return OP_ADDRESS;
        return OP_OTHER; /* increment, or something that changes nothing: taken as a change */
    }
    if (type_plain(operand->type)->kind == TYPE_POINTER && type->kind != TYPE_POINTER &&
        type_plain(type_plain(operand->type)->target) == type)
        return OP_DEREFERENCE;
    if (type_plain(operand->type)->kind == TYPE_POINTER && type->kind == TYPE_POINTER && type_plain(operand->type) != type &&
        !type_differs(type_plain(operand->type)->target, type))
        return OP_DEREFERENCE; /* of a pointer to one */
    return operand->kind == NODE_LITERAL ? OP_PURE : OP_OTHER;
}

void shape_unary(const struct unit *unit, struct node *node)
{
    if (in_macro(unit, node->begin)) {
        node->op = unary_by_types(node);
        return;
    }
    node->op = operator_of(unit, unit_token(unit, node->begin), false);
    if (node->first && node->first->begin == node->begin) {
        const struct token *last = unit_token_before(unit, node->end);
        node->op = token_is(unit, last, "++") || token_is(unit, last, "--") ? OP_INCREMENT : OP_OTHER;
        if (node->op == OP_OTHER)
            node->op = unary_by_types(node);
    }
}

void shape_binary(const struct unit *unit, struct node *node)
{
    struct node *left = node->first, *right = left ? left->next : NULL;
    if (!right)
        return;
    const struct token *token = NULL;
    struct invocation *outer = unit_invocation(unit, node->begin);
    /* the operator is the token after the left operand, unless a macro wrote it; that may end in front of the next one */
    if (!outer || outer->is_dialect || !unit_invocation(unit, left->end))
        token = unit_token(unit, left->end);
    if (token && token->begin >= node->end)
        token = NULL;
    if (token && token->begin >= right->begin && right->begin >= left->end)
        token = NULL;
    if (token && unit_invocation(unit, token->begin) && !unit_invocation(unit, token->begin)->is_dialect)
        token = NULL;
    if (token && (are_of_one_macro(unit, left->begin, right->begin) || are_of_one_macro(unit, left->end - 1, right->begin)))
        token = NULL;
    if (token_is(unit, token, "="))
        node->kind = NODE_ASSIGN;
    else
        node->op = operator_of(unit, token, true);
    if (!token)
        node->op = OP_OTHER;
}

/* ---- expressions that libclang has no name for ---- */

/* Clang has the operands of atomic builtins in an order of its own. */
static void sort_by_text(struct node *node)
{
    struct node *next, *child = node->first;
    node->first = node->last = NULL;
    for (; child; child = next) {
        struct node **at = &node->first;
        next = child->next;
        while (*at && (*at)->begin <= child->begin)
            at = &(*at)->next;
        child->next = *at;
        *at = child;
        if (!child->next)
            node->last = child;
    }
}

/* __func__ and its like */
static bool is_function_name(const struct node *node, const struct node *child)
{
    return child->kind == NODE_STRING && node->type && type_plain(node->type)->kind == TYPE_ARRAY;
}

void shape_unexposed(const struct unit *unit, struct node *node)
{
    struct node *child = node->first;
    struct invocation *invocation = unit_invocation(unit, node->begin);
    const struct token *token = unit_token(unit, node->begin);
    bool in_macro_of_ours =
        invocation && invocation->is_dialect && !token_is(unit, token, "await") && !token_is(unit, token, "_Await");
    if ((in_macro_of_ours && child && (child->begin != node->begin || child->next)) ||
        token_is(unit, token, "__builtin_types_compatible_p")) {
        node->kind = NODE_UNEVALUATED; /* asks for types only */
        return;
    }
    if (node->op == OP_OR) { /* a ?: b */
        node->kind = NODE_CONDITIONAL;
        return;
    }
    if (token_is(unit, token, "__builtin_choose_expr") && child && child->next) { /* and no conversion of one */
        node->kind = NODE_GENERIC;
        return;
    }
    if (child && child->next)
        sort_by_text(node);
    else if (child && child->begin == node->begin && child->end == node->end)
        node->kind = is_function_name(node, child) ? NODE_FUNCTION_NAME : NODE_IMPLICIT;
}

/* ---- statements ---- */

/* The semicolons of a for's head: false when a macro wrote it. */
static bool for_semicolons(const struct unit *unit, struct node *node, unsigned at[2])
{
    unsigned depth = 0, found = 0;
    if (in_macro(unit, node->begin))
        return false;
    for (const struct token *token = unit_token(unit, node->begin); token && found < 2;
         token = unit_token(unit, token->end)) {
        if (token_is(unit, token, "(") || token_is(unit, token, "{") || token_is(unit, token, "["))
            depth++;
        else if (token_is(unit, token, ")") || token_is(unit, token, "}") || token_is(unit, token, "]"))
            depth--;
        else if (depth == 1 && token_is(unit, token, ";"))
            at[found++] = token->begin;
    }
    return found == 2;
}

/* clang leaves absent parts out: which they are is told by the semicolons. */
static void take_for_parts(const struct unit *unit, struct node *node, size_t count)
{
    unsigned semicolons[2];
    struct node *kid = node->first;
    bool known = for_semicolons(unit, node, semicolons);
    for (size_t i = 0; i < count; i++, kid = kid->next) {
        int part = (int)i;
        if (known)
            part = kid->begin < semicolons[0] ? PART_INIT : kid->begin < semicolons[1] ? PART_CONDITION : PART_STEP;
        else if (count < 3) /* not known: taken as evaluated each time round, which is the careful way */
            part = kid->kind == NODE_DECLARATIONS ? PART_INIT : node->part[PART_CONDITION] ? PART_STEP : PART_CONDITION;
        node->part[part] = kid;
    }
}

/* Statements keep their parts by role. */
void shape_parts(const struct unit *unit, struct node *node)
{
    struct node *kids[5] = { 0 };
    size_t count = 0;
    for (struct node *child = node->first; child && count < 5; child = child->next)
        kids[count++] = child;
    struct node *last = node->last;
    switch (node->kind) {
    case NODE_IF:
        node->part[PART_CONDITION] = kids[0];
        node->part[PART_THEN] = kids[1];
        node->part[PART_ELSE] = kids[2];
        break;
    case NODE_WHILE:
    case NODE_SWITCH:
        node->part[PART_CONDITION] = kids[0];
        node->part[PART_BODY] = last;
        break;
    case NODE_DO:
        node->part[PART_BODY] = kids[0];
        node->part[PART_CONDITION] = last;
        break;
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL: node->part[PART_BODY] = last; break;
    case NODE_RETURN: node->part[PART_CONDITION] = kids[0]; break;
    case NODE_FOR:
        node->part[PART_BODY] = last;
        take_for_parts(unit, node, count - 1);
        break;
    default: break;
    }
}

/* A node that evaluates nothing but may name things. */
static void wrap_unevaluated(struct unit *unit, struct node *child)
{
    struct node *wrap = node_new(unit, NODE_UNEVALUATED);
    wrap->begin = child->begin;
    wrap->end = child->end;
    wrap->type = child->type;
    node_replace(child, wrap);
    child->next = NULL;
    node_append(wrap, child);
    if (wrap->parent->type && type_is_variable(wrap->parent->type))
        wrap->kind = NODE_SIZES;
}

/* What a _Generic selects by is asked for its type only. */
void shape_generic(struct unit *unit, struct node *node)
{
    if (node->first)
        wrap_unevaluated(unit, node->first);
}

static size_t array_levels(struct type *type)
{
    size_t count = 0;
    for (;; type = type->target) {
        if (type->kind == TYPE_VARIABLE_ARRAY || type->kind == TYPE_ARRAY)
            count++;
        else if (type->kind != TYPE_POINTER && type->kind != TYPE_ATOMIC && type->kind != TYPE_SUGAR)
            return count;
    }
}

static bool is_of_typeof(const struct unit *unit, const struct node *node)
{
    const struct token *before = unit_token_before(unit, node->begin);
    while (token_is(unit, before, "("))
        before = unit_token_before(unit, before->begin);
    return token_is(unit, before, "typeof") || token_is(unit, before, "__typeof__") || token_is(unit, before, "__typeof");
}

/* The sizes of a variably modified type, of which there are several, come in the order of the text. */
static void sort_sizes(struct node *node, const struct node *init)
{
    for (struct node **link = &node->first; *link && *link != init; link = &(*link)->next)
        for (struct node **other = &(*link)->next; *other && *other != init; other = &(*other)->next)
            if ((*other)->begin < (*link)->begin) {
                struct node *first = *other;
                *other = first->next;
                first->next = *link;
                *link = first;
                other = &first->next;
            }
    for (node->last = node->first; node->last && node->last->next; node->last = node->last->next)
        ;
}

/* Whether what stands in front of the initialiser is one size for each array, which is evaluated. */
static bool has_sizes(const struct unit *unit, const struct node *node, const struct node *init, struct type *type)
{
    size_t count = 0;
    for (const struct node *child = node->first; child && child != init; child = child->next)
        if (++count && is_of_typeof(unit, child))
            return false;
    return count && count == array_levels(type);
}

/* Whether it stands in the brackets of an array, and not in a typeof. */
static bool is_in_brackets(const struct unit *unit, const struct node *node)
{
    const struct token *before = unit_token_before(unit, node->begin);
    while (token_is(unit, before, "("))
        before = unit_token_before(unit, before->begin);
    return token_is(unit, before, "[");
}

void shape_variable(struct unit *unit, struct node *node, struct node *init)
{
    struct type *type = node->kind == NODE_TYPE ? node->decl->type->target : node->decl->type;
    node->decl->has_sizes = type_is_variable(type) && has_sizes(unit, node, init, type);
    if (node->decl->has_sizes)
        sort_sizes(node, init);
    else
        shape_unevaluate(unit, node, init);
    for (struct node *child = node->first; child && child != init; child = child->next)
        child->is_bound = child->kind == NODE_UNEVALUATED && is_in_brackets(unit, child);
}

void shape_call(struct node *node)
{
    static const char *const asking[] = { "__builtin_constant_p", "__builtin_object_size", "__builtin_dynamic_object_size",
                                          "__builtin_classify_type" };
    const struct node *callee = node_strip(node->first);
    for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
        if (callee && callee->kind == NODE_REFERENCE && callee->decl && strcmp(callee->decl->name, asking[i]) == 0)
            node->kind = NODE_UNEVALUATED;
}

/* clang shows the sizes of a type inwards and outwards. What a macro's body makes has one span for all. */
static void drop_repeated(const struct unit *unit, struct node *node)
{
    sort_by_text(node);
    for (struct node *child = node->first; child; child = child->next)
        while (child->next && child->next->begin == child->begin && child->next->end == child->end &&
               !begins_invocation(unit, child->begin)) {
            child->next = child->next->next;
            node->last = child->next ? node->last : child;
        }
}

void shape_sizeof(const struct unit *unit, struct node *node)
{
    drop_repeated(unit, node);
    struct node *child = node->first;
    const struct token *token = unit_token(unit, node->begin);
    if (!child || token_is(unit, token, "_Alignof") || token_is(unit, token, "__alignof__"))
        return;
    if (type_is_variable(child->type)) {
        node->kind = NODE_SIZES;
    } else if (in_macro(unit, node->begin)) {
        node->may_be_sizes = true;
    } else if (!is_of_typeof(unit, child)) { /* an expression follows, or a type that has sizes in it */
        token = unit_token(unit, token->end);
        while (token_is(unit, token, "(") && token->begin < child->begin)
            token = unit_token(unit, token->end);
        if (token->begin != child->begin)
            node->kind = NODE_SIZES;
    }
}

/* Drops what macros of the dialect repeat in typeof, and wraps what only a type mentions. */
void shape_unevaluate(struct unit *unit, struct node *node, struct node *keep)
{
    struct node *next, *previous = NULL;
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        if (child == keep) {
            previous = child;
            continue;
        }
        struct invocation *invocation = unit_invocation(unit, child->begin);
        const struct token *token = unit_token(unit, child->begin);
        if (invocation && invocation->is_dialect && !token_is(unit, token, "await") && !token_is(unit, token, "_Await")) {
            if (previous)
                previous->next = next;
            else
                node->first = next;
            if (node->last == child)
                node->last = previous;
            continue;
        }
        wrap_unevaluated(unit, child);
        previous = previous ? previous->next : node->first;
    }
}

void shape_link(struct node *node, struct node *scope)
{
    if (node->kind == NODE_COMPOUND || node->kind == NODE_FOR)
        scope = node;
    for (struct node *child = node->first; child; child = child->next) {
        if (child->kind == NODE_VARIABLE && decl_is_automatic(child->decl)) {
            child->decl->node = child;
            child->decl->scope = scope;
        } else if (child->kind == NODE_LABEL) {
            child->decl->node = child;
        }
        shape_link(child, scope);
    }
}

/*
 * Of a cast to the type of a handle or a result: the call in its typeof is what the function gets that is called. A macro of the
 * user's may say it all, so it is that function that tells.
 */
static void take_started(const struct unit *unit, struct node *cast)
{
    struct node *started = cast->first, *call = cast->last;
    struct decl *callee = started != call && call->kind == NODE_CALL ? dialect_callee(call) : NULL;
    if (!callee || strncmp(callee->name, "asyncc_", 7) != 0 || !unit_invocation(unit, cast->begin))
        return;
    struct node *place = call->first->next; /* of a number */
    while (place && place->kind != NODE_LITERAL)
        place = place->next;
    if (!place)
        return;
    cast->first = started->next;
    while (started->kind == NODE_PAREN && started->begin == cast->begin) /* typeof's own */
        started = started->first;
    node_replace(place, started);
}

/*
 * `(async int (*)(int))p`: clang knows no attributes of type names. Of a macro that says async it is the cast that does. What
 * stands in braces, members or the statements that typeof asks, says it of something else.
 */
static bool type_name_says_async(const struct unit *unit, const struct node *node)
{
    const struct token *token = unit_token(unit, node->begin);
    const struct invocation *maker = unit_invocation(unit, node->begin);
    unsigned end = node->last && node->last->begin > node->begin ? node->last->begin : node->end;
    int braces = 0;
    if (maker && maker->begin == node->begin)
        return maker->says_async && node->type && type_leads_to_function(node->type);
    for (; token && token->begin < end; token = unit_token(unit, token->end)) {
        const struct invocation *word = unit_invocation(unit, token->begin);
        braces += token_is(unit, token, "{") - token_is(unit, token, "}");
        if (word && !braces && (token_is(unit, token, "async") || token_is(unit, token, "_Async")))
            return true;
    }
    return false;
}

void shape_cast(struct unit *unit, struct node *node)
{
    node->says_async = type_name_says_async(unit, node);
    take_started(unit, node);
    shape_unevaluate(unit, node, node->last);
}
