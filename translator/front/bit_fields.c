#include "bit_fields.h"

#include "tree/tree.h"

#include <limits.h>
#include <string.h>

static const struct bit_field none = { NULL, 0 };

static bool is_integer(struct type *type)
{
    static const char *const others[] = { "double", "float", "Float", "_Complex", "vector" };
    type = type ? type_plain(type) : NULL;
    if (!type || (type->kind != TYPE_SCALAR && type->kind != TYPE_ENUM && type->kind != TYPE_BOOL))
        return false;
    for (size_t i = 0; type->name && i < sizeof others / sizeof *others; i++)
        if (strstr(type->name, others[i]))
            return false;
    return true;
}

static struct bit_field of_member(const struct decl *decl)
{
    struct type *type = type_plain(decl->type);
    bool is_wide = decl->is_bit_field && decl->bits > (int)(sizeof(int) * CHAR_BIT) && decl->bits < type->size * CHAR_BIT;
    return is_wide ? (struct bit_field){ type, decl->bits } : none;
}

/* In a macro's expansion the operator is not known. */
static bool is_shift(const struct unit *unit, const struct node *node)
{
    const struct token *token = unit_token_before(unit, node->last->begin);
    while (token_is(unit, token, "("))
        token = unit_token_before(unit, token->begin);
    return token_is(unit, token, "<<") || token_is(unit, token, ">>");
}

static struct node *unconverted(struct node *node)
{
    while (node->kind == NODE_IMPLICIT)
        node = node->first;
    return node;
}

/* The usual arithmetic conversions: the one of more bits. What clang has converted already, it converted to those of its own. */
static struct bit_field wider(const struct unit *unit, struct node *left, struct node *right)
{
    left = unconverted(left);
    right = unconverted(right);
    struct bit_field l = bit_field_of(unit, left), r = bit_field_of(unit, right);
    if (!is_integer(left->type) || !is_integer(right->type))
        return none;
    long long left_width = l.width ? l.width : type_plain(left->type)->size * CHAR_BIT;
    long long right_width = r.width ? r.width : type_plain(right->type)->size * CHAR_BIT;
    return left_width >= right_width ? l : r;
}

struct bit_field bit_field_of(const struct unit *unit, struct node *node)
{
    if (!is_integer(node->type))
        return none;
    switch (node->kind) {
    case NODE_MEMBER: return node->decl ? of_member(node->decl) : none;
    case NODE_X_NAME: return node->is_through ? none : of_member(node->decl);
    case NODE_UNARY: return node->op == OP_NOT || node->op == OP_DEREFERENCE ? none : bit_field_of(unit, node->first);
    case NODE_PAREN:
    case NODE_IMPLICIT:
    case NODE_X_REST:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: return node->first ? bit_field_of(unit, node->first) : none;
    case NODE_STATEMENT_EXPRESSION: return node->last && node->last->last ? bit_field_of(unit, node->last->last) : none;
    case NODE_BINARY:
        if (node->op == OP_COMMA)
            return bit_field_of(unit, node->last);
        if (node->op == OP_AND || node->op == OP_OR || type_plain(node->type)->size <= (long long)sizeof(int))
            return none; /* comparisons are ints */
        return is_shift(unit, node) ? bit_field_of(unit, node->first) : wider(unit, node->first, node->last);
    case NODE_CONDITIONAL: return wider(unit, node->last == node->first->next ? node->first : node->first->next, node->last);
    default: return none;
    }
}
