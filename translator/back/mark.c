#include "mark.h"

#include "base/arena.h"
#include "front/dialect.h"
#include "middle/local_types.h"
#include "middle/storage.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

struct mark {
    struct unit *unit;
    struct function *function; /* around the node, or NULL */
    bool unevaluated;
    bool asks_type; /* in what is there for its type */
    bool moved;     /* in text that stands elsewhere, which local_types.c has edited */
};

/* ---- uses of async functions ---- */

static void mark_direct(struct await *await)
{
    for (size_t i = 0; i < await->item_count; i++)
        mark_direct(await->items[i]);
    if (!await->call || (await->kind != AWAIT_FRAME && await->kind != AWAIT_PLAIN))
        return;
    struct node *callee = node_strip(await->call->first);
    while (callee && callee->kind == NODE_UNARY)
        callee = node_strip(callee->first);
    if (callee && callee->kind == NODE_REFERENCE)
        callee->is_consumed = true;
    if (await->callee && await->callee->function)
        await->callee->function->is_awaited = true;
}

static void mark_children_units(struct await *await)
{
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        if (await_has_children(await) && (item->kind == AWAIT_FRAME || item->kind == AWAIT_PLAIN))
            item->callee->function->needs_unit = true;
        mark_children_units(item);
    }
}

/* ---- the dialect's words outside awaits ---- */

/* Whether the expression is a statement, and its value is not that of a statement expression which somebody takes. */
static bool is_dropped(const struct node *node)
{
    const struct node *statement = node, *block = node->parent;
    if (!node_is_statement_position(node))
        return false;
    for (; block->kind == NODE_LABEL; block = block->parent)
        statement = block;
    const struct node *around = block->parent;
    if (!around || around->kind != NODE_STATEMENT_EXPRESSION || block->last != statement)
        return true;
    while (around->parent && (around->parent->kind == NODE_PAREN || around->parent->kind == NODE_CAST))
        around = around->parent;
    return is_dropped(around);
}

/* A create_task whose handle nobody takes is a spawn. */
static void mark_dropped_task(struct mark *m, struct node *node)
{
    const char *word = NULL;
    struct node *call = node;
    while (call && (call->kind == NODE_PAREN || call->kind == NODE_CAST || call->kind == NODE_IMPLICIT))
        call = call->last;
    if (!call || call->kind != NODE_CALL || !dialect_started(call, &word) || strcmp(word, "create_task") != 0)
        return;
    const struct token *token = unit_token(m->unit, call->begin);
    struct edit edit = { 0 };
    if (token_is(m->unit, token, "create_task"))
        edit.text = "spawn";
    else if (token_is(m->unit, token, "async_create_task"))
        edit.text = "async_spawn";
    if (!edit.text)
        return;
    edit.begin = token->begin;
    edit.end = token->end;
    arena_push(m->unit->arena, m->unit->edits, m->unit->edit_count, edit);
}

/* Labels; and calls that are named twice themselves: of n nested ones the innermost would stand there 2^n times. */
static bool must_stand_once(struct node *node)
{
    if (node->kind == NODE_LABEL || (node->kind == NODE_CALL && dialect_started(node, NULL)))
        return true;
    for (struct node *child = node->first; child; child = child->next)
        if (must_stand_once(child))
            return true;
    return false;
}

/* Whether the text defines a type with a tag. */
static bool defines_tag(const struct unit *unit, unsigned begin, unsigned end)
{
    for (const struct token *token = unit_token(unit, begin); token && token->begin < end;
         token = unit_token(unit, token->end)) {
        if (!token_is(unit, token, "struct") && !token_is(unit, token, "union") && !token_is(unit, token, "enum"))
            continue;
        const struct token *name = unit_token(unit, token->end), *open = name ? unit_token(unit, name->end) : NULL;
        if (name && name->kind == TOKEN_IDENTIFIER && token_is(unit, open, "{"))
            return true;
    }
    return false;
}

/* The macros that name their call twice, for its type, get that as it is where the call must not be named twice. */
static void mark_named_twice(struct mark *m, struct node *call)
{
    static const struct {
        const char *word, *by;
        bool is_handle;
    } words[] = { { "create_task", "ASYNCC_TASK", true },
                  { "async_create_task", "ASYNCC_TASK", true },
                  { "async_group_create_task", "ASYNCC_GROUP_TASK", true },
                  { "async_group_spawn", "ASYNCC_GROUP_SPAWN", false },
                  { "async_run", "ASYNCC_RUN", false },
                  { "async_run_until_complete", "ASYNCC_RUN_UNTIL_COMPLETE", false } };
    struct unit *unit = m->unit;
    struct node *started = dialect_started(call, NULL);
    const struct token *word = unit_token(unit, call->begin), *open = word ? unit_token(unit, word->end) : NULL;
    if (!started || !open || (!must_stand_once(started) && !defines_tag(unit, call->begin, call->end)))
        return;
    if (unit->edit_count && unit->edits[unit->edit_count - 1].begin == word->begin)
        return; /* it is a spawn */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (token_is(unit, word, words[i].word)) {
            struct type *type = words[i].is_handle ? call->parent->type : started->type;
            struct edit edit = { .begin = word->begin, .end = open->end };
            edit.text = arena_format(unit->arena, "%s(%s, ", words[i].by, type_declare(unit, type, ""));
            arena_push(unit->arena, unit->edits, unit->edit_count, edit);
        }
    call->is_edited = true; /* in a macro's expansion, too */
}

/*
 * The function under the user's name starts a unit and returns, whatever the user's does. And it uses what is static,
 * which an inline function of external linkage must not: so it is an ordinary one of which there may be several.
 */
static void edit_head(struct mark *m, const struct node *node)
{
    static const struct {
        const char *word, *by;
        bool of_inline;
    } changes[] = { { "_Noreturn", "", false },
                    { "noreturn", "__unused__", false },
                    { "__noreturn__", "__unused__", false },
                    { "inline", "__attribute__((weak))", true },
                    { "__inline", "__attribute__((weak))", true },
                    { "__inline__", "__attribute__((weak))", true },
                    { "always_inline", "__unused__", true },
                    { "__always_inline__", "__unused__", true },
                    { "gnu_inline", "__unused__", true },
                    { "__gnu_inline__", "__unused__", true } };
    bool inlined = node->decl->is_inline && !node->decl->is_static && node->decl->function;
    unsigned end = node->part[PART_BODY] ? node->part[PART_BODY]->begin : node->end;
    for (const struct token *token = unit_token(m->unit, node->begin); token && token->begin < end;
         token = unit_token(m->unit, token->end)) {
        for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
            if ((changes[i].of_inline && !inlined) || !token_is(m->unit, token, changes[i].word))
                continue;
            struct edit edit = { .begin = token->begin, .end = token->end, .text = changes[i].by };
            arena_push(m->unit->arena, m->unit->edits, m->unit->edit_count, edit);
        }
    }
}

/* ---- types that are asked for ---- */

/*
 * What is there for its type has that; in sizeof and the like it does not matter how a type is qualified. In a macro it is
 * not known which they are, nor what is a __builtin_types_compatible_p.
 */
static bool asks_type(const struct unit *unit, const struct node *node)
{
    bool is_operand = node->first && node->type == node->first->type;
    return is_operand || unit_invocation(unit, node->begin) ||
           token_is(unit, unit_token(unit, node->begin), "__builtin_types_compatible_p");
}

/* `__auto_type p = &x`; a typeof has what it asks in a child of its own. */
static bool is_type_of_value(const struct node *node)
{
    return node->kind == NODE_VARIABLE && node->part[PART_INIT] && node->first == node->part[PART_INIT] &&
           node->decl->type->kind == TYPE_SUGAR && node->decl->type->is_inferred;
}

/* Parameters and locals are declared without const and restrict where they do not get their value by that. */
static bool loses_qualifiers(struct mark *m, const struct decl *decl)
{
    if (!m->function || !decl_is_automatic(decl) || (type_is_variable(decl->type) && !storage_is_sized(decl->type)))
        return false;
    if (decl->kind == DECL_VARIABLE && !(decl->node && decl->node->parent->to_lower) && !decl->written &&
        !local_of(decl)->is_unconst)
        return false;
    return type_of_slot(m->unit, decl->type) != decl->type;
}

/* A value has no qualifiers. */
static bool is_value(const struct node *reference)
{
    const struct node *around = reference->parent;
    while (around && around->kind == NODE_PAREN)
        around = around->parent;
    return around && around->kind == NODE_IMPLICIT;
}

const char *mark_spelling(struct unit *unit, const struct node *reference)
{
    const struct decl *decl = reference->decl;
    const char *name = decl->written ? decl->written : decl->name;
    if (!reference->asks_type)
        return name;
    const char *unsafe =
        type_quals(decl->type) & QUAL_RESTRICT ? "(void *)" : ""; /* as compilers call a cast that adds it */
    return arena_format(unit->arena, "(*(%s)%s&%s)", type_declare(unit, type_pointer_to(unit, decl->type), ""), unsafe,
                        name);
}

/* ---- the walk ---- */

static bool is_declared_otherwise(const struct node *node)
{
    const struct decl *decl = node->decl;
    return local_of(decl)->is_unconst || decl->written || (local_of(decl)->needs_zero && !node->part[PART_INIT]);
}

static bool mentions_await(const struct node *node)
{
    if (node->kind == NODE_AWAIT)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (mentions_await(child))
            return true;
    return false;
}

static bool is_edited(struct mark *m, struct node *node)
{
    switch (node->kind) {
    case NODE_REFERENCE: return node->decl && (node->decl->written || node->asks_type);
    case NODE_FUNCTION_NAME: return m->function != NULL;
    case NODE_AWAIT: return !m->unevaluated; /* one that cannot suspend */
    case NODE_UNEVALUATED:                   /* perhaps it is evaluated, and its expansion tells */
        return node->may_be_sizes && mentions_await(node);
    case NODE_RETURN: return m->function && m->function->suspends;
    case NODE_VARIABLE: return m->function && node->parent->kind == NODE_DECLARATIONS && is_declared_otherwise(node);
    default: return node->kind >= NODE_X_SEQUENCE;
    }
}

/*
 * A name in an argument of a macro that makes no strings of it is spelled otherwise right there: the invocation
 * stays, however often its body mentions the argument.
 */
static void mark_word(struct mark *m, struct node *node)
{
    struct invocation *invocation = unit_invocation(m->unit, node->begin);
    const struct token *token = unit_token(m->unit, node->begin);
    if (!invocation || invocation->is_dialect || invocation->has_hash || node->begin == invocation->begin ||
        !token_is(m->unit, token, node->decl->name)) /* it is in the body of a macro whose name is the argument */
        return;
    struct edit edit = { .begin = token->begin, .end = token->end, .text = mark_spelling(m->unit, node) };
    arena_push(m->unit->arena, m->unit->edits, m->unit->edit_count, edit);
    node->is_edited = false;
}

static bool is_moved(const struct mark *m, const struct node *node)
{
    const struct moved_text *moved =
        m->function && node->begin < node->end ? local_types_at(m->function, node->begin) : NULL;
    return moved && node->end <= moved->text.end;
}

static bool mark(struct mark *m, struct node *node)
{
    struct function *outer = m->function;
    if (node->kind == NODE_FUNCTION)
        m->function = node->decl->definition == node ? node->decl->function : NULL;
    if (node->kind == NODE_FUNCTION && node->decl->is_async)
        edit_head(m, node);
    if (node->kind == NODE_X_AWAIT || (node->kind == NODE_AWAIT && !m->unevaluated)) {
        mark_direct(node->await);
        mark_children_units(node->await);
    }
    if (node->kind == NODE_REFERENCE && node->decl && node->decl->function && !node->is_consumed)
        node->decl->needs_natural = true;
    if (node_is_expression(node) && is_dropped(node))
        mark_dropped_task(m, node);
    if (node->kind == NODE_X_EVALUATE && node->part[0])
        mark_dropped_task(m, node->part[0]);
    if (node->kind == NODE_CALL)
        mark_named_twice(m, node);
    bool unevaluated = m->unevaluated, moved = m->moved, asked = m->asks_type;
    if (node->kind == NODE_UNEVALUATED)
        m->asks_type = asks_type(m->unit, node);
    m->asks_type = m->asks_type || is_type_of_value(node) ||
                   (node->kind == NODE_OTHER && node->type && unit_invocation(m->unit, node->begin));
    if (node->kind == NODE_REFERENCE)
        node->asks_type = m->asks_type && node->decl && loses_qualifiers(m, node->decl) && !is_value(node);
    m->moved = moved || is_moved(m, node);
    node->is_edited = !m->moved && (node->is_edited || is_edited(m, node));
    if (node->kind == NODE_REFERENCE && node->is_edited)
        mark_word(m, node);
    bool dirty = node->is_edited;
    m->unevaluated = unevaluated || node->kind == NODE_UNEVALUATED;
    for (struct node *child = node->first; child; child = child->next)
        dirty = mark(m, child) || dirty;
    node->is_dirty = dirty;
    m->function = outer;
    m->unevaluated = unevaluated;
    m->moved = moved;
    m->asks_type = asked;
    return dirty && node->kind != NODE_FUNCTION;
}

/* The attributes and pragmas of a statement that becomes others go: a #pragma unroll wants a loop behind it. */
static void drop_leads(struct unit *unit)
{
    for (size_t i = 0; i < unit->lead_count; i++) {
        const struct extent *lead = &unit->leads[i];
        const struct node *node = unit_innermost(unit, lead->end);
        while (node && !node->is_dirty && node->parent && node->parent->begin == lead->end)
            node = node->parent;
        if (!node || !node->is_dirty)
            continue;
        unsigned end = lead->end; /* lines stay */
        const char *newline = memchr(unit->text + lead->begin, '\n', lead->end - lead->begin);
        if (newline)
            end = (unsigned)(newline - unit->text);
        struct edit edit = { .begin = lead->begin, .end = end, .text = "" };
        arena_push(unit->arena, unit->edits, unit->edit_count, edit);
    }
}

static int by_begin(const void *left, const void *right)
{
    const struct edit *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1; /* of what moves as a whole, the whole */
    size_t left_length = strlen(a->text), right_length = strlen(b->text);
    return left_length > right_length ? -1
                                      : left_length < right_length; /* with the type that one of a macro's uses asks for */
}

void mark_unit(struct unit *unit)
{
    struct mark m = { .unit = unit };
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->is_main)
            unit->functions[i]->decl->written = "asyncc_main_call";
    mark(&m, unit->root);
    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        struct decl *decl = function->decl;
        decl->needs_natural = decl->needs_natural || !decl->is_static || decl->has_prototype || !function->is_awaited;
        function->needs_unit = function->needs_unit || decl->needs_natural;
    }
    drop_leads(unit);
    if (unit->edit_count)
        qsort(unit->edits, unit->edit_count, sizeof *unit->edits, by_begin);
}
