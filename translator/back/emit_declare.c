/*
 * emit_declare.c - locals: how they are declared, get their values and end, and local types.
 */
#include "rounds/alternatives.h"
#include "base/arena.h"
#include "emit_internal.h"

#include <string.h>

static bool is_list(const struct node *value)
{
    return value->kind == NODE_INITIALISERS;
}

static const char *type_text(struct emit *e, struct decl *decl)
{
    return type_declare(e->unit, type_unqualified(e->unit, decl->type), "");
}

/* The type without its size, which the value gives. */
static const char *unsized_text(struct emit *e, struct decl *decl, const char *name)
{
    return type_declare(e->unit, type_element(e->unit, decl->type), arena_format(e->unit->arena, "%s[]", name));
}

/* The frame has the size that was seen, which the value may have no more. */
static void emit_sized_store(struct emit *e, struct decl *decl, struct node *value)
{
    const char *name = emit_local(decl), *p = e->unit->prefix;
    const char *source = emit_source(decl->type);
    writer_format(e->w, "{ __extension__ __auto_type %svalue = &(%s)%s", p, unsized_text(e, decl, ""),
                  is_list(value) ? "" : "{ ");
    emit_value(e, value);
    writer_format(e->w, "%s; _Static_assert(sizeof *%svalue == sizeof %s, \"%s\"); ", is_list(value) ? "" : " }", p, name,
                  ALTERNATIVES_ERROR);
    writer_format(e->w, "__builtin_memcpy(%s, %s%svalue%s, sizeof %s); }", emit_target(e, decl->type, name), source, p,
                  *source ? ")" : "", name);
}

void emit_store(struct emit *e, struct node *node)
{
    struct decl *decl = node->decl;
    struct node *value = node->part[0];
    const char *name = emit_local(decl);
    emit_begin_line(e, node);
    if (decl->has_open_size) {
        emit_sized_store(e, decl, value);
    } else if (type_plain(decl->type)->kind == TYPE_ARRAY || type_has_const_member(decl->type)) {
        bool whole = type_plain(decl->type)->kind == TYPE_ARRAY || is_list(value);
        const char *source = whole ? emit_source(decl->type) : "";
        writer_format(e->w, "__builtin_memcpy(%s, %s", emit_target(e, decl->type, name), source);
        writer_format(e->w, whole ? "&(%s)" : "(%s[1])", type_text(e, decl));
        writer_put(e->w, is_list(value) ? "" : "{ ");
        emit_value(e, value);
        writer_format(e->w, "%s%s, sizeof %s);", is_list(value) ? "" : " }", *source ? ")" : "", name);
    } else {
        writer_format(e->w, "%s = ", name);
        if (is_list(value))
            writer_format(e->w, "(%s)", type_text(e, decl));
        else if (local_of(decl)->purpose == PURPOSE_SIZE)
            writer_put(e->w, "(size_t)");
        (local_of(decl)->purpose == PURPOSE_SIZE ? emit_operand : emit_value)(e, value);
        writer_put(e->w, ";");
    }
    emit_end_line(e);
}

/* To clang 14 what is assigned to an atomic object is of the atomic type, which nothing else can be initialised with. */
static bool is_atomic_assignment(const struct node *value)
{
    while (value->kind == NODE_PAREN || value->kind == NODE_IMPLICIT || value->kind == NODE_X_REST ||
           (value->kind == NODE_BINARY && value->op == OP_COMMA))
        value = value->last;
    bool assigns = value->kind == NODE_ASSIGN || value->kind == NODE_COMPOUND_ASSIGN;
    return assigns && value->first->type && type_plain(value->first->type)->kind == TYPE_ATOMIC;
}

static bool is_arithmetic(struct type *type)
{
    return type_plain(type)->kind == TYPE_SCALAR || type_plain(type)->kind == TYPE_BOOL;
}

/* The user may have written a macro there. */
static unsigned name_end(const struct unit *unit, unsigned at)
{
    const struct invocation *invocation = unit_invocation(unit, at);
    return invocation ? invocation->end : unit_token_end(unit, at);
}

/* Text that declares the variable with its value, without a semicolon. */
static void put_declaration(struct emit *e, struct decl *decl, struct node *value)
{
    struct type *type = decl->type;
    bool is_extern = decl->kind == DECL_VARIABLE && (decl->is_extern || !decl->is_local);
    bool own = is_extern || decl->is_static || decl->kind == DECL_FUNCTION;
    if (!own)
        type = type_of_slot(e->unit, type);
    size_t at = e->w->text.length;
    writer_format(e->w, "%s%s%s%s", decl->is_static && !is_extern ? "static " : "", is_extern ? "extern " : "",
                  decl->alignment ? decl->alignment : "",
                  decl->has_open_size && value ? unsized_text(e, decl, emit_local(decl))
                                               : type_declare(e->unit, type, emit_local(decl)));
    if (decl->in_file)
        writer_stands_for(e->w, at, decl->at, name_end(e->unit, decl->at));
    if (decl->attributes)
        writer_format(e->w, " %.*s", (int)strlen(decl->attributes) - 1, decl->attributes);
    if (value) {
        writer_put(e->w, " = ");
        bool computed = is_arithmetic(type) && is_atomic_assignment(value);
        (computed ? emit_operand : emit_value)(e, value);
        writer_put(e->w, computed ? " - 0" : ""); /* as an operand it is a value; and so -0.0 stays what it is */
    } else if (local_of(decl)->needs_zero) {
        writer_format(e->w, " = %s", emit_zero_initialiser(decl->type));
    } else if (local_of(decl)->is_guarded && type_plain(decl->type)->kind == TYPE_BOOL) {
        writer_put(e->w, " = 0"); /* what is in it before would be no value of the type */
    } else if (local_of(decl)->is_guarded) {
        writer_format(e->w, " ASYNCC_UNSET(%s)", emit_local(decl));
    }
}

/* A variable-length array gets its memory; an empty initialiser zeroes it. */
static void emit_array(struct emit *e, struct node *node)
{
    const struct decl *decl = node->decl;
    const char *place = arena_format(e->unit->arena, "%sself->%s", e->unit->prefix, local_of(decl)->field);
    struct type *element = decl->type;
    while (type_plain(element)->kind == TYPE_VARIABLE_ARRAY || type_plain(element)->kind == TYPE_ARRAY)
        element = type_plain(element)->target;
    writer_own_line(e->w);
    writer_format(e->w, "%s%s = asyncc_array_new(sizeof %s, ", e->indent, place, decl->written);
    writer_format(e->w, decl->alignment ? "_Alignof(struct { %s%s; }));\n" : "_Alignof(%.0s%s));\n",
                  decl->alignment ? decl->alignment : "", type_declare(e->unit, element, decl->alignment ? "element" : ""));
    writer_format(e->w, "%sif (!%s) {\n", e->indent, place);
    const char *outer = emit_deeper(e);
    emit_line(e, node->part[1]);
    e->indent = outer;
    writer_format(e->w, "%s}\n", e->indent);
    if (node->part[0])
        writer_format(e->w, "%s__builtin_memset(%s, 0, sizeof %s);\n", e->indent, place, decl->written);
}

void emit_release(struct emit *e, const struct decl *decl)
{
    writer_own_line(e->w);
    if (decl->cleanup)
        writer_format(e->w, "%s%s(&%s);\n", e->indent, decl->cleanup, decl->written);
    else
        writer_format(e->w, "%sasyncc_array_free(%sself->%s);\n", e->indent, e->unit->prefix, local_of(decl)->field);
}

void emit_declare(struct emit *e, struct node *node)
{
    struct decl *decl = node->decl;
    if (!decl || local_of(decl)->is_dropped || (node->is_defer && !decl->is_used))
        return;
    if (decl_is_resident(decl)) {
        if (type_plain(decl->type)->kind == TYPE_VARIABLE_ARRAY)
            emit_array(e, node);
        else if (node->part[0])
            emit_store(e, node);
        return;
    }
    emit_begin_line(e, node);
    put_declaration(e, decl, node->part[0]);
    writer_put(e->w, ";");
    emit_end_line(e);
}

void emit_type(struct emit *e, struct node *node)
{
    struct decl *decl = node->decl;
    if (decl && (decl->is_moved || (decl->kind == DECL_TYPEDEF && type_is_variable(decl->type))))
        return; /* it stands in front of the function, or is written out where it is used */
    emit_begin_line(e, node);
    if (decl && decl->kind == DECL_TYPEDEF)
        writer_format(e->w, "typedef %s", type_declare(e->unit, decl->type->target, decl->name));
    else
        emit_expression(e, node);
    writer_put(e->w, ";");
    emit_end_line(e);
}

/* Its text begins with those declared before it in the same declaration, if there are any. */
static bool is_one_of_several(const struct unit *unit, const struct node *node)
{
    for (const struct token *token = unit_token(unit, node->begin); token && token->begin < node->end;
         token = unit_token(unit, token->end)) {
        if (token_is(unit, token, ","))
            return true;
        if (token_is(unit, token, "(") || token_is(unit, token, "{") || token_is(unit, token, "["))
            token = unit_closing(unit, token);
    }
    return false;
}

bool emit_function_declaration(struct emit *e, struct node *node)
{
    if (!is_one_of_several(e->unit, node))
        return false;
    emit_begin_line(e, node);
    put_declaration(e, node->decl, NULL);
    writer_put(e->w, ";");
    emit_end_line(e);
    return true;
}

static bool is_redeclared(const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (child->is_edited && (child->kind == NODE_VARIABLE || child->kind == NODE_TYPE))
            return true;
    return false;
}

bool emit_is_apart(const struct node *head)
{
    return head && head->kind == NODE_DECLARATIONS && head->is_dirty && head->first != head->last && is_redeclared(head);
}

void emit_apart(struct emit *e, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next) {
        if (child->kind == NODE_TYPE) {
            emit_type(e, child);
        } else {
            emit_begin_line(e, child);
            put_declaration(e, child->decl, child->part[PART_INIT]);
            writer_put(e->w, ";");
            emit_end_line(e);
        }
    }
}

/* Declarations whose types or names change are written one by one. */
unsigned emit_declarations(struct emit *e, struct node *node)
{
    if (!is_redeclared(node))
        return emit_around(e, node, false);
    if (node_is_statement_position(node)) {
        emit_apart(e, node);
    } else { /* the head of a for: see emit_is_apart */
        put_declaration(e, node->last->decl, node->last->part[PART_INIT]);
        writer_put(e->w, ";");
    }
    return node->end;
}
