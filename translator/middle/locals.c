#include "locals.h"

#include "base/arena.h"
#include "tree/object.h"
#include "seen.h"
#include "storage.h"

struct scan {
    struct unit *unit;
    struct function *function;
};

/* ---- locals ---- */

static void take_address(void *data, struct node *base)
{
    (void)data;
    if (base->kind == NODE_REFERENCE && base->decl)
        base->decl->is_address_taken = true;
}

/* What is not evaluated takes no address. */
void locals_take_addresses(struct node *node)
{
    bool selected = false;
    if (node->kind == NODE_UNEVALUATED)
        return;
    object_decays(node, &selected);
    if (!selected)
        object_pointed_into(node, take_address, NULL);
    for (struct node *child = node->first; child; child = child->next)
        locals_take_addresses(child);
}

/*
 * C23's constexpr: a constant, of which one is enough. As a static one it stays a constant, and a resumption may jump past it.
 */
static void make_constant_static(struct scan *s, const struct node *node)
{
    const struct node *declarations = node->parent;
    if (!s->function->suspends || declarations->kind != NODE_DECLARATIONS || !node_is_statement_position(declarations))
        return;
    for (const struct token *token = unit_token(s->unit, declarations->begin); token && token->begin < node->decl->at;
         token = unit_token(s->unit, token->end)) {
        if (token_is(s->unit, token, "="))
            return;
        if (!token_is(s->unit, token, "constexpr"))
            continue;
        unit_add_edit(s->unit, token->begin, token->end, "static constexpr");
        node->decl->is_static = true;
        return;
    }
}

/* What stands in what is not evaluated never lives. */
static void find_locals(struct scan *s, struct node *node, bool evaluated)
{
    evaluated = evaluated && node->kind != NODE_UNEVALUATED;
    if (evaluated && node->kind == NODE_VARIABLE && decl_is_automatic(node->decl))
        make_constant_static(s, node);
    if (evaluated && node->kind == NODE_VARIABLE && decl_is_automatic(node->decl))
        function_add_local(s->unit, s->function, node->decl);
    if (node->kind == NODE_FUNCTION_NAME)
        s->function->uses_name = true;
    for (struct node *around = node; node->kind == NODE_LABEL && around && !around->has_label; around = around->parent)
        around->has_label = true;
    for (struct node *child = node->first; child; child = child->next)
        find_locals(s, child, evaluated);
}

/* ---- what lives in the frame from its declaration on ---- */

enum { BIG_RECORD = 64 };

/*
 * An await that may suspend while the variable, declared at the offset, is alive; awaits in the defers of its block come
 * last, those of blocks in front of it have been.
 */
static bool awaits_after(const struct node *node, unsigned offset, bool in_defer)
{
    in_defer = in_defer || node->kind == NODE_DEFER;
    if (node->kind == NODE_UNEVALUATED || !node->awaits || (!in_defer && node->end <= offset))
        return false;
    if (node->kind == NODE_AWAIT && await_may_suspend(node->await))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (awaits_after(child, offset, in_defer))
            return true;
    return false;
}

/* An await of its scope that stands before the declaration. */
static bool awaits_before(const struct node *node, unsigned offset)
{
    if (node->kind == NODE_UNEVALUATED || !node->awaits || node->begin >= offset)
        return false;
    if (node->kind == NODE_AWAIT && await_may_suspend(node->await))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (awaits_before(child, offset))
            return true;
    return false;
}

static size_t count_awaits(const struct node *node)
{
    size_t count = node->kind == NODE_AWAIT;
    for (const struct node *child = node->first; child && node->awaits; child = child->next)
        count += count_awaits(child);
    return count;
}

static bool is_awaited_over(struct scan *s, const struct decl *decl, bool suspend_point)
{
    if (storage_is_managed(decl))
        return true;
    if (decl->kind == DECL_PARAMETER)
        return suspend_point || awaits_after(s->function->body, 0, false);
    unsigned from = decl->scope->has_label ? 0 : decl->node->begin;
    return awaits_after(decl->scope, from, false);
}

/* A local that cannot be copied out of the way: by its type, or because others may hold its address. */
static bool must_stay(const struct decl *decl)
{
    bool has_sizes = type_is_variable(decl->type) && *decl->name;
    for (size_t i = 0; i < decl->size_count && has_sizes;
         i++) /* a parameter's: the function is called again to be resumed */
        if (decl->sizes[i]->has_effect)
            return true;
    struct type *type = type_plain(decl->type);
    return type_quals(decl->type) & QUAL_VOLATILE || decl->is_address_taken || decl->alignment || decl->cleanup ||
           type_is_variable(decl->type) || type->kind == TYPE_ATOMIC || decl->type->align > 16 ||
           type_has_const_member(decl->type);
}

/* Too large to be copied at each suspension: it lives in the frame if it is alive over one. */
static bool is_big(const struct decl *decl)
{
    enum type_kind kind = type_plain(decl->type)->kind;
    return kind == TYPE_ARRAY || (kind == TYPE_RECORD && decl->type->size > BIG_RECORD);
}

/*
 * Whether all that is alive over awaits lives in the frame: where many locals meet many awaits, copying each of them at each
 * suspension would be most of the text.
 */
static bool copies_much(const struct function *function)
{
    enum { MUCH = 4096 };
    return function->local_count * count_awaits(function->body) > MUCH;
}

static void settle_residents(struct scan *s, bool suspend_point)
{
    bool much = copies_much(s->function);
    for (size_t i = 0; i < s->function->local_count; i++) {
        struct local *local = s->function->locals[i];
        const struct decl *decl = local->decl;
        bool must = must_stay(decl), can_stay = must || much || is_big(decl);
        if (can_stay && is_awaited_over(s, decl, suspend_point))
            local->home = must ? HOME_FRAME : HOME_IF_ALIVE;
        else if (!must && decl->kind == DECL_VARIABLE && decl->scope->has_label &&
                 (suspend_point || awaits_before(decl->scope, decl->node->begin)))
            local->home = HOME_IF_PASSED;
        if (local->home != HOME_C && decl->kind == DECL_VARIABLE)
            seen_add(decl->node->parent);
    }
}

/* Those whose block ends in code of ours anyway; and of variably modified types, which may depend on each other, all. */
static bool goes_with(const struct decl *decl, const struct decl *other)
{
    return decl_is_resident(other) && storage_is_special(other) &&
           (decl->scope == other->scope || (type_is_variable(decl->type) && type_is_variable(other->type)));
}

static void settle_managed(struct scan *s)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < s->function->local_count; i++) {
            struct decl *decl = s->function->locals[i]->decl;
            for (size_t k = 0; k < s->function->local_count && !decl_is_resident(decl) && storage_is_special(decl); k++)
                if (goes_with(decl, s->function->locals[k]->decl)) {
                    decl->local->home = HOME_FRAME;
                    changed = true;
                    seen_add(decl->node->parent);
                }
        }
    }
}

/* ---- objects without a name ---- */

static struct node *block_around(struct node *node)
{
    while (node->kind != NODE_COMPOUND && node->kind != NODE_FOR && node->kind != NODE_FUNCTION)
        node = node->parent;
    return node;
}

/* Whether the node is evaluated each time round of a loop that is no block for us, so that what comes before it also comes later. */
static bool is_in_loop(const struct node *node, const struct node *block)
{
    for (; node != block; node = node->parent)
        if (node->kind == NODE_WHILE || node->kind == NODE_DO)
            return true;
    return block->kind == NODE_FOR;
}

/*
 * Compound literals live as long as their block, other values whose array is meant to the end of the full expression: in the
 * frame when that awaits. So does a literal when its full expression awaits, parts of which become blocks of their own.
 */
static bool outlives_await(struct node *node, bool selected)
{
    struct node *block = block_around(node);
    if (object_full_expression(node)->to_lower)
        return true;
    return node->kind == NODE_COMPOUND_LITERAL && !selected &&
           awaits_after(block, block->has_label || is_in_loop(node, block) ? 0 : node->begin, false);
}

struct unnamed {
    struct scan *scan;
    bool selected;
};

/* It lives in a member of the frame; a value that is no literal gets a node around it that puts it there. */
static void keep_unnamed(void *data, struct node *base)
{
    const struct unnamed *unnamed = data;
    struct unit *unit = unnamed->scan->unit;
    bool is_literal = base->kind == NODE_COMPOUND_LITERAL;
    if (base->kind == NODE_REFERENCE || base->decl || !outlives_await(base, unnamed->selected) ||
        (base->parent->kind == NODE_X_OBJECT && !is_literal))
        return;
    struct decl *decl = decl_new_local(unit, unnamed->scan->function, is_literal ? "literal" : "object", base->type);
    decl->local->purpose = PURPOSE_OBJECT;
    decl->local->home = HOME_FRAME;
    decl->scope = block_around(base);
    decl->node = base;
    if (!is_literal) {
        struct node *object = node_new(unit, NODE_X_OBJECT);
        object->type = base->type;
        object->awaits = base->awaits;
        object->to_lower = base->to_lower;
        node_substitute(base, object);
        node_append(object, base);
        base = object;
    }
    base->decl = decl;
    base->is_edited = true;
}

static void settle_unnamed(struct scan *s, struct node *node)
{
    struct unnamed unnamed = { s, false };
    struct node *next;
    if (node->kind == NODE_UNEVALUATED)
        return;
    object_decays(node, &unnamed.selected);
    object_pointed_into(node, keep_unnamed, &unnamed);
    for (struct node *child = node->first; child; child = next) {
        next = child->next;
        settle_unnamed(s, child);
    }
}

void locals_find(struct unit *unit, struct function *function, bool suspend_point)
{
    struct scan scan = { unit, function };
    for (size_t i = 0; i < function->decl->param_count; i++)
        function_add_local(unit, function, function->decl->params[i]);
    find_locals(&scan, function->body, true);
    if (!function->suspends)
        return;
    settle_residents(&scan, suspend_point);
    settle_managed(&scan);
    settle_unnamed(&scan, function->body);
}
