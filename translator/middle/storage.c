#include "storage.h"

#include "base/arena.h"
#include "base/diag.h"
#include "seen.h"

#include <stdlib.h>
#include <string.h>

struct storage {
    struct unit *unit;
    struct function *function;
    struct diagnostics *diagnostics;
    struct type *of_typeof; /* in the declaration being settled, with sizes; or NULL */
};

/* ---- which ---- */

bool storage_is_special(const struct decl *decl)
{
    return decl->kind == DECL_VARIABLE && decl->node && decl_is_automatic(decl) &&
           (decl->cleanup || type_is_variable(decl->type));
}

static bool is_special_declaration(const struct node *node)
{
    for (const struct node *child = node->first; child && node->kind == NODE_DECLARATIONS; child = child->next)
        if (child->kind == NODE_VARIABLE && storage_is_special(child->decl))
            return true;
    return false;
}

static bool has_defer(const struct node *block)
{
    for (const struct node *child = block->first; child; child = child->next)
        if (child->kind == NODE_DEFER)
            return true;
    return false;
}

/*
 * Leaving a block with defers jumps over its declarations. What is taken apart is declared ahead of its value: its end must not
 * be, and a type that is not written as the user did is lost.
 */
bool storage_is_managed(const struct decl *decl)
{
    if (!storage_is_special(decl))
        return false;
    const struct node *declarations = decl->node->parent;
    return has_defer(decl->scope) || declarations->to_lower ||
           (type_is_variable(decl->type) && declarations->first != declarations->last);
}

/* A typedef whose sizes are computed where it stands. */
static bool is_sized_typedef(const struct node *node)
{
    return node->kind == NODE_TYPE && node->decl && node->decl->kind == DECL_TYPEDEF && type_is_variable(node->decl->type);
}

static bool has_sized_typedef(const struct node *declarations)
{
    for (const struct node *child = declarations->first; child; child = child->next)
        if (is_sized_typedef(child))
            return true;
    return false;
}

bool storage_needs_frame(const struct node *node)
{
    if (node->kind == NODE_DECLARATIONS)
        return node->to_lower && (is_special_declaration(node) || has_sized_typedef(node));
    if (node->kind != NODE_COMPOUND || !has_defer(node))
        return false;
    for (const struct node *child = node->first; child; child = child->next)
        if (is_special_declaration(child))
            return true;
    return false;
}

/* ---- types with their sizes ---- */

bool storage_is_sized(struct type *type)
{
    for (;; type = type->target) {
        if (type->kind == TYPE_VARIABLE_ARRAY && !type->decl)
            return false;
        if (type->kind != TYPE_VARIABLE_ARRAY && type->kind != TYPE_ARRAY && type->kind != TYPE_POINTER &&
            type->kind != TYPE_ATOMIC && type->kind != TYPE_SUGAR && type->kind != TYPE_TYPEDEF)
            return true;
    }
}

static struct decl *new_size(struct storage *s, const struct decl *of, size_t index)
{
    struct type *type = arena_get(s->unit->arena, sizeof *type);
    *type = (struct type){ .kind = TYPE_SCALAR, .name = "size_t", .size = sizeof(size_t), .align = sizeof(size_t) };
    struct decl *size =
        decl_new_local(s->unit, s->function, arena_format(s->unit->arena, "%s_size%zu", of->name, index + 1), type);
    size->local->home = HOME_FRAME;
    size->local->purpose = PURPOSE_SIZE;
    size->scope = of->kind == DECL_PARAMETER ? s->function->node : of->scope;
    return size;
}

static bool is_pointer(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY || type->kind == TYPE_VARIABLE_ARRAY;
}

static size_t depth(struct type *type)
{
    size_t levels = 0;
    for (type = type_plain(type); is_pointer(type); type = type_plain(type->target))
        levels++;
    return levels;
}

/* A copy of the type whose arrays have the sizes, of which the next are used; constant ones keep theirs. */
static struct type *with_sizes(struct storage *s, struct type *type, struct decl *of, size_t *next)
{
    struct type *copy;
    if (!type_is_variable(type) && type->kind != TYPE_ARRAY)
        return type;
    switch (type->kind) {
    case TYPE_TYPEDEF: /* a local one: its own sizes */
        return type->decl ? type_with_quals(s->unit, type->decl->type->target, type->quals) : type;
    case TYPE_SUGAR:
        copy = with_sizes(s, type->target, of, next);
        if (!storage_is_sized(copy) && s->of_typeof && depth(type) == depth(s->of_typeof))
            copy = s->of_typeof;
        return type_with_quals(s->unit, copy, type->quals);
    case TYPE_POINTER:
    case TYPE_ATOMIC:
    case TYPE_ARRAY:
    case TYPE_VARIABLE_ARRAY: break;
    default: return type;
    }
    copy = arena_get(s->unit->arena, sizeof *copy);
    *copy = *type;
    if (type->kind == TYPE_VARIABLE_ARRAY && *next < of->size_count)
        copy->decl = of->sizes[*next];
    if (type->kind == TYPE_ARRAY || type->kind == TYPE_VARIABLE_ARRAY)
        ++*next;
    copy->target = with_sizes(s, type->target, of, next);
    return copy;
}

/* The type with the sizes of the typedefs in it. */
static struct type *with_typedefs(struct unit *unit, struct type *type)
{
    struct storage storage = { .unit = unit };
    struct decl none = { .name = "" };
    size_t next = 0;
    return with_sizes(&storage, type, &none, &next);
}

static struct type *type_of(struct unit *unit, struct node *node);

/* Of two operands, the one that has a type with sizes. */
static struct type *either(struct unit *unit, struct node *left, struct node *right)
{
    struct type *type = type_of(unit, left), *other = type_of(unit, right);
    return !type || !type_is_variable(type) || (type_is_variable(other) && storage_is_sized(other)) ? other : type;
}

/* What a pointer or an array leads to; the node's own type if it is neither. */
static struct type *target_of(struct unit *unit, struct type *type, const struct node *node)
{
    return is_pointer(type_plain(type)) ? type_plain(type_value(unit, type))->target : node->type;
}

static struct type *type_of(struct unit *unit, struct node *node)
{
    struct type *type;
    if (!node->type || !type_is_variable(node->type))
        return node->type;
    switch (node->kind) {
    case NODE_REFERENCE:
    case NODE_X_NAME: return node->decl->type;
    case NODE_PAREN:
    case NODE_X_REST:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: return type_of(unit, node->first);
    case NODE_IMPLICIT:
        type = type_of(unit, node->first);
        return type_plain(node->type)->kind == TYPE_POINTER ? type_value(unit, type) : type;
    case NODE_SUBSCRIPT: return target_of(unit, either(unit, node->first, node->last), node);
    case NODE_UNARY:
        type = type_of(unit, node->first);
        if (node->op == OP_ADDRESS)
            return type_pointer_to(unit, type);
        return node->op == OP_DEREFERENCE ? target_of(unit, type, node) : type;
    case NODE_BINARY: return node->op == OP_COMMA ? type_of(unit, node->last) : either(unit, node->first, node->last);
    case NODE_CONDITIONAL: return either(unit, node->first->next, node->last);
    default: return with_typedefs(unit, node->type);
    }
}

struct type *storage_value_type(struct unit *unit, struct node *node)
{
    while (node->kind == NODE_IMPLICIT && type_is_vector(node->type) && !type_is_vector(node->first->type))
        node = node->first; /* `n * vector`: no vector can be made of the number alone */
    return type_value(unit, type_of(unit, node));
}

struct type *storage_passed_type(struct unit *unit, struct type *type)
{
    while (is_pointer(type_plain(type)))
        type = type_plain(type_value(unit, type))->target;
    return type_pointer_to_void(unit, type_quals(type));
}

struct type *storage_slot_type(struct unit *unit, struct type *type)
{
    struct type *plain = type_plain(type), *slot;
    if (plain->kind != TYPE_ARRAY)
        return type_pointer_to_void(unit, 0);
    slot = arena_get(unit->arena, sizeof *slot);
    *slot = *plain;
    slot->quals = 0;
    slot->target = storage_slot_type(unit, plain->target);
    return slot;
}

/* ---- settling ---- */

/* In the head of the function under the user's name it would be evaluated once more. */
static void evaluate_once(struct unit *unit, const struct decl *size, const char *instead)
{
    if (size->has_effect)
        unit_add_edit(unit, size->at, size->at + (unsigned)strlen(size->size_text), instead);
}

/* Brings the sizes into the order of the text. The first is the outermost array's, which is a pointer. */
static void settle_outer_size(struct unit *unit, struct decl *param)
{
    size_t levels = 0;
    for (struct type *type = type_plain(param->type); is_pointer(type); type = type_plain(type->target))
        levels += type->kind != TYPE_POINTER;
    for (size_t i = 1; i < param->size_count; i++) /* in the order of the text */
        for (size_t k = i; k > 0 && param->sizes[k]->at < param->sizes[k - 1]->at; k--) {
            struct decl *size = param->sizes[k];
            param->sizes[k] = param->sizes[k - 1];
            param->sizes[k - 1] = size;
        }
    for (size_t i = 0; i < param->size_count; i++)
        evaluate_once(unit, param->sizes[i], i == 0 && param->size_count > levels ? "" : "1");
    if (param->size_count <= levels)
        return;
    param->outer_size = param->sizes[0]->has_effect ? param->sizes[0] : NULL;
    param->sizes += param->size_count - levels;
    param->size_count = levels;
}

static void settle_parameter(struct storage *s, struct decl *param)
{
    size_t next = 0;
    s->of_typeof = NULL;
    for (size_t i = 0; i < param->size_count; i++) {
        struct decl *written = param->sizes[i];
        if (s->function->suspends && !*param->name && written->has_effect) { /* it would be, at each resume */
            struct place place = unit_place(s->unit, written->at, written->at + (unsigned)strlen(written->size_text));
            diag(s->diagnostics, DIAG_VARIABLE_TYPE, &place, "a parameter without a name");
        }
        if (!decl_is_resident(param)) {
            written->written = written->size_text;
            continue;
        }
        param->sizes[i] = new_size(s, param, i);
        param->sizes[i]->size_text = written->size_text;
        param->sizes[i]->at = written->at;
    }
    param->type = with_sizes(s, param->type, param, &next);
}

/* One local for each size that is not constant. */
static void add_sizes(struct storage *s, struct node *node, struct type *type)
{
    struct decl *decl = node->decl;
    size_t count = 0;
    for (const struct node *size = node->first; decl->has_sizes && size && size != node->part[PART_INIT]; size = size->next)
        count++;
    for (; decl->size_count < count; type = type->target) {
        struct decl *size = type->kind == TYPE_VARIABLE_ARRAY ? new_size(s, decl, decl->size_count) : NULL;
        if (type->kind == TYPE_VARIABLE_ARRAY || type->kind == TYPE_ARRAY)
            arena_push(s->unit->arena, decl->sizes, decl->size_count, size);
    }
}

/* `__typeof__(a) b` and `__auto_type b = a` have the sizes of an expression; or of a typedef, in place of that. */
static struct type *type_from_expression(struct storage *s, const struct node *node)
{
    struct node *value = node->first;
    if (node->decl->has_sizes)
        return NULL;
    if (value && value != node->part[PART_INIT])
        return type_of(s->unit, value->first);
    if (node->decl->of_typedef)
        return node->decl->of_typedef->type->target;
    return value && node->decl->type->is_inferred ? storage_value_type(s->unit, value) : NULL;
}

static void settle_variable(struct storage *s, struct node *node)
{
    struct decl *decl = node->decl;
    size_t next = 0;
    add_sizes(s, node, decl->type);
    s->of_typeof = type_from_expression(s, node);
    decl->type = with_sizes(s, decl->type, decl, &next);
}

static void settle_typedef(struct storage *s, struct node *node)
{
    struct decl *decl = node->decl;
    struct type *copy = arena_get(s->unit->arena, sizeof *copy);
    size_t next = 0;
    for (const struct node *scope = node; scope && !decl->scope; scope = scope->parent)
        if (scope->kind == NODE_COMPOUND)
            decl->scope = (struct node *)scope;
    add_sizes(s, node, decl->type->target);
    *copy = *decl->type;
    s->of_typeof = type_from_expression(s, node);
    copy->target = with_sizes(s, decl->type->target, decl, &next);
    decl->type = copy;
    arena_push(s->unit->arena, s->function->typedefs, s->function->typedef_count, decl);
    seen_add(node->parent);
}

static void insert_after(struct node *node, struct node *added)
{
    added->parent = node->parent;
    added->next = node->next;
    node->next = added;
    if (node->parent->last == node)
        node->parent->last = added;
}

/* One statement for each declarator, so that what one of them ends in comes before the next. */
static void split(struct storage *s, struct node *declarations)
{
    unsigned end = declarations->end;
    for (struct node *child = declarations->first, *next; child && child->next; child = next) {
        next = child->next;
        struct node *rest = node_new(s->unit, NODE_DECLARATIONS);
        rest->to_lower = true;
        rest->begin = next->begin > child->end ? next->begin : child->end;
        rest->end = end;
        declarations->end = rest->begin;
        declarations->to_lower = true;
        insert_after(declarations, rest);
        rest->last = declarations->last;
        rest->first = next;
        for (struct node *moved = next; moved; moved = moved->next)
            moved->parent = rest;
        child->next = NULL;
        declarations->last = child;
        declarations = rest;
    }
}

static void add_release(struct storage *s, struct node *declarations, struct decl *decl)
{
    struct node *defer = node_new(s->unit, NODE_DEFER), *release = node_new(s->unit, NODE_X_RELEASE);
    release->decl = decl;
    node_append(defer, release);
    defer->part[PART_BODY] = release;
    defer->begin = defer->end = declarations->end;
    insert_after(declarations, defer);
    s->function->has_defer = true;
}

static void check_cleanup(struct storage *s, const struct decl *decl, const struct place *place)
{
    for (size_t i = 0; decl->cleanup && i < s->unit->collected_count; i++) {
        const struct decl *function = s->unit->collected[i];
        if (function->kind == DECL_FUNCTION && function->is_async && strcmp(function->name, decl->cleanup) == 0)
            diag(s->diagnostics, DIAG_CLEANUP_ASYNC, place, decl->cleanup);
    }
}

static bool returns_variable(struct type *type)
{
    for (type = type_plain(type); is_pointer(type) || type->kind == TYPE_FUNCTION; type = type_plain(type->target))
        if (type->kind == TYPE_FUNCTION && type_is_variable(type->target))
            return true;
    return false;
}

/* It stays a declaration of C's, which no jump may lead past. */
static bool is_left_to_c(const struct decl *decl)
{
    return returns_variable(decl->type) || (decl->is_static && type_is_variable(decl->type));
}

static void settle_declaration(struct storage *s, struct node *declarations, struct node *child)
{
    struct decl *decl = child->decl;
    if (is_sized_typedef(child))
        settle_typedef(s, child);
    if (!decl || !decl->type || (child->kind != NODE_VARIABLE && decl->kind != DECL_TYPEDEF))
        return;
    bool refused = is_left_to_c(decl) && declarations->parent->awaits;
    if (!refused && (child->kind != NODE_VARIABLE || !decl_is_resident(decl) || !storage_is_special(decl)))
        return;
    struct place place = unit_place(s->unit, child->begin, child->end);
    if (refused)
        diag(s->diagnostics, DIAG_VARIABLE_TYPE, &place, unit_shown_name(s->unit, decl));
    if (child->kind != NODE_VARIABLE || !decl_is_resident(decl) || !storage_is_special(decl))
        return;
    check_cleanup(s, decl, &place);
    if (type_is_variable(decl->type))
        settle_variable(s, child);
    if (!decl->cleanup && type_plain(decl->type)->kind != TYPE_VARIABLE_ARRAY)
        return; /* a pointer ends by itself */
    if (declarations->parent->kind == NODE_COMPOUND)
        add_release(s, declarations, decl);
    else
        diag(s->diagnostics, DIAG_LOOP_STORAGE, &place, unit_shown_name(s->unit, decl));
}

static void settle(struct storage *s, struct node *node)
{
    if (node->kind == NODE_UNEVALUATED)
        return;
    if (node->kind == NODE_DECLARATIONS && node->first != node->last && node->parent->kind == NODE_COMPOUND &&
        is_special_declaration(node)) {
        bool resident = false;
        for (const struct node *child = node->first; child; child = child->next)
            resident = resident || (child->kind == NODE_VARIABLE && decl_is_resident(child->decl));
        if (resident)
            split(s, node);
    }
    for (struct node *child = node->first; child && node->kind == NODE_DECLARATIONS; child = child->next)
        settle_declaration(s, node, child);
    for (struct node *child = node->first; child; child = child->next)
        settle(s, child);
}

void storage_settle(struct unit *unit, struct function *function, struct diagnostics *diagnostics)
{
    struct storage storage = { .unit = unit, .function = function, .diagnostics = diagnostics };
    for (size_t i = 0; i < function->decl->param_count; i++) {
        struct decl *param = function->decl->params[i];
        settle_outer_size(unit, param);
        if (type_is_variable(param->type))
            settle_parameter(&storage, param);
        else
            param->size_count = 0;
    }
    if (function->suspends)
        settle(&storage, function->body);
}
