/*
 * emit_expression.c - expressions, written as emit_code.c writes statements; and copies of objects.
 */
#include "base/arena.h"
#include "emit_internal.h"
#include "mark.h"

unsigned emit_children(struct emit *e, struct node *node, unsigned at, bool sync)
{
    for (struct node *child = node->first; child; child = child->next) {
        if (!child->is_dirty || child->begin < at)
            continue;
        writer_copy(e->w, at, child->begin, sync);
        writer_seam(e->w);
        if (node_is_expression(child)) {
            emit_expression(e, child);
            at = child->end > at ? child->end : at;
        } else {
            at = emit_statement(e, child);
        }
        writer_seam(e->w);
    }
    return at;
}

/* The node's own text with its dirty children in their places; the value is the offset reached. */
unsigned emit_around(struct emit *e, struct node *node, bool sync)
{
    unsigned at = emit_children(e, node, node->begin, sync);
    if (at < node->end) {
        writer_copy(e->w, at, node->end, sync);
        at = node->end;
    }
    return at;
}

/* No qualifier of what is pointed to may be lost on the way; asyncc_object has all that void can have. */
static const char *object_of(const struct type *type)
{
    return type_quals(type) & QUAL_RESTRICT ? "asyncc_object((const volatile void *)" : "asyncc_object(";
}

const char *emit_source(const struct type *type)
{
    return type_quals(type) & (QUAL_VOLATILE | QUAL_RESTRICT) ? object_of(type) : "";
}

const char *emit_target(struct emit *e, const struct type *type, const char *name)
{
    if (type_quals(type) & (QUAL_CONST | QUAL_VOLATILE))
        return arena_format(e->unit->arena, "%s&%s)", object_of(type), name);
    return arena_format(e->unit->arena, "(void *)&%s", name);
}

/* An object without a name, in its member of the frame: a compound literal, or another value, which is made an array to have an address. */
static void emit_object(struct emit *e, struct node *node)
{
    const char *pointer = type_declare(e->unit, type_pointer_to(e->unit, node->type), "");
    const char *name = emit_local(node->decl);
    writer_format(e->w, "(*(%s)__builtin_memcpy(%s, ", pointer, emit_target(e, node->type, name));
    if (node->kind == NODE_COMPOUND_LITERAL) {
        const char *source = emit_source(node->type);
        writer_format(e->w, "%s&", source);
        emit_around(e, node, false);
        writer_put(e->w, *source ? ")" : "");
    } else {
        writer_format(e->w, "(%s[1]){ (", type_declare(e->unit, type_unqualified(e->unit, node->type), ""));
        emit_expression(e, node->first);
        writer_put(e->w, ") }");
    }
    writer_format(e->w, ", sizeof %s))", name);
}

/* As the member of a struct that is packed: what it has is stored byte by byte where that is needed. */
static void emit_unaligned(struct emit *e, struct node *node)
{
    const char *name = arena_format(e->unit->arena, "%sobject", e->unit->prefix);
    writer_format(e->w, "(*(struct { %s; } __attribute__((__packed__, __may_alias__)) *)asyncc_object(",
                  type_declare(e->unit, node->type, name));
    emit_expression(e, node->part[0]);
    writer_format(e->w, ")).%s", name);
}

/* A variable-length array of one dimension, of which only the address of its elements is wanted. */
static bool is_decayed_array(const struct node *node)
{
    return decl_is_resident(node->decl) && type_plain(node->decl->type)->kind == TYPE_VARIABLE_ARRAY &&
           node->parent->kind == NODE_IMPLICIT && type_plain(node->parent->type)->kind == TYPE_POINTER &&
           !type_is_variable(node->parent->type);
}

void emit_expression(struct emit *e, struct node *node)
{
    node->is_written = true;
    switch (node->kind) {
    case NODE_X_NAME:
        if (node->decl->is_bit_field) /* see bit_fields.h */
            writer_format(e->w, "ASYNCC_BIT_FIELD(%s, %d, %s)", type_declare(e->unit, node->decl->type, ""),
                          node->decl->bits, emit_local(node->decl));
        else
            writer_format(e->w, node->is_through ? "(*%s)" : "%s", emit_local(node->decl));
        break;
    case NODE_X_FIELD:
        emit_expression(e, node->part[0]);
        writer_format(e->w, ".%s", node->decl->name);
        break;
    case NODE_X_NUMBER: writer_format(e->w, "%d", node->number); break;
    case NODE_X_NOTHING: writer_put(e->w, "(void)0"); break;
    case NODE_X_REST: emit_expression(e, node->part[0]); break;
    case NODE_X_ADDRESS:
        writer_put(e->w, "&(");
        emit_expression(e, node->part[0]);
        writer_put(e->w, ")");
        break;
    case NODE_X_ELEMENT:
        emit_expression(e, node->part[0]);
        writer_put(e->w, "[");
        emit_expression(e, node->part[1]);
        writer_put(e->w, "]");
        break;
    case NODE_X_UNALIGNED: emit_unaligned(e, node); break;
    case NODE_X_OBJECT: emit_object(e, node); break;
    case NODE_X_IS:
        emit_expression(e, node->part[0]);
        writer_format(e->w, " == %d", node->code);
        break;
    case NODE_X_TRUTH:
        if (node->part[0]->kind == NODE_X_NAME) {
            writer_put(e->w, node->is_negated ? "!" : "!!");
            emit_expression(e, node->part[0]);
            break;
        }
        writer_put(e->w, node->is_negated ? "!(" : "!!(");
        emit_expression(e, node->part[0]);
        writer_put(e->w, ")");
        break;
    case NODE_REFERENCE:
        if (node->is_edited && is_decayed_array(node))
            writer_instead(e->w, node->begin, node->end,
                           arena_format(e->unit->arena, "((%s)%sself->%s)", type_declare(e->unit, node->parent->type, ""),
                                        e->unit->prefix, local_of(node->decl)->field));
        else if (node->is_edited)
            writer_instead(e->w, node->begin, node->end, mark_spelling(e->unit, node));
        else
            writer_copy(e->w, node->begin, node->end, false);
        break;
    case NODE_FUNCTION_NAME:
        writer_instead(e->w, node->begin, node->end, arena_format(e->unit->arena, "%sname", e->unit->prefix));
        break;
    case NODE_AWAIT: /* or one that is not evaluated */
        if (node->is_edited)
            emit_plain_call(e, node->await);
        else
            emit_around(e, node, false);
        break;
    case NODE_COMPOUND_LITERAL:
        if (node->is_edited)
            emit_object(e, node);
        else
            emit_around(e, node, false);
        break;
    default:
        if (node->is_dirty)
            emit_around(e, node, false);
        else
            writer_copy(e->w, node->begin, node->end, false);
        break;
    }
}

/* A comma binds less than an assignment; of an operator out of a macro it is not known which it is. */
void emit_value(struct emit *e, struct node *node)
{
    const struct node *inner = node;
    while (inner->kind == NODE_IMPLICIT && inner->first)
        inner = inner->first;
    bool closed = inner->kind == NODE_BINARY && (inner->op == OP_COMMA || inner->op == OP_OTHER);
    writer_put(e->w, closed ? "(" : "");
    emit_expression(e, node);
    writer_put(e->w, closed ? ")" : "");
}

void emit_arguments(struct emit *e, struct node *call, bool first)
{
    for (struct node *argument = call->first->next; argument; argument = argument->next) {
        writer_put(e->w, first ? ", " : "");
        emit_expression(e, argument);
        first = true;
    }
}

const char *emit_copy(struct emit *e, struct type *type, const char *to, const char *from)
{
    if (!type_has_const_member(type))
        return arena_format(e->unit->arena, "%s = %s;", to, from);
    const char *source = emit_source(type);
    return arena_format(e->unit->arena, "__builtin_memcpy(%s, %s&%s%s, sizeof %s);", emit_target(e, type, to), source, from,
                        *source ? ")" : "", to);
}

const char *emit_zero_initialiser(struct type *type)
{
    enum type_kind kind = type_plain(type)->kind;
    return kind == TYPE_RECORD || kind == TYPE_ARRAY || type_is_vector(type) ? "{ 0 }" : "0";
}

const char *emit_zero(struct emit *e, struct type *type)
{
    const char *zero = emit_zero_initialiser(type);
    if (*zero != '{')
        return zero;
    return arena_format(e->unit->arena, "(%s)%s", type_declare(e->unit, type_unqualified(e->unit, type), ""), zero);
}

/* Not a null pointer: compilers would warn of what the function does with it when it begins. */
const char *emit_no_argument(struct emit *e, struct type *type)
{
    struct type *plain = type_plain(type);
    if (plain->kind == TYPE_POINTER && type_plain(plain->target)->kind != TYPE_FUNCTION)
        return "asyncc_no_argument";
    return emit_zero(e, type);
}
