/*
 * types.c - types and how they are written. A declaration is printed from its type when the user's text cannot
 * be copied: for temporaries, frame members, and variables whose initialiser moved.
 */
#include "base/arena.h"
#include "tree.h"

#include <string.h>

struct type *type_plain(struct type *type)
{
    while (type->kind == TYPE_TYPEDEF || type->kind == TYPE_SUGAR)
        type = type->target;
    return type;
}

static bool is_array(const struct type *type)
{
    return type->kind == TYPE_ARRAY || type->kind == TYPE_VARIABLE_ARRAY;
}

/* Those that it has itself: an array has none, its elements do, also where a typedef of the array is qualified (6.7.3p9). */
static unsigned own_quals(const struct type *type)
{
    unsigned quals = type->quals;
    while (type->kind == TYPE_TYPEDEF || type->kind == TYPE_SUGAR) {
        type = type->target;
        quals |= type->quals;
    }
    return is_array(type) ? 0 : quals;
}

unsigned type_quals(const struct type *type)
{
    unsigned quals = type->quals;
    while (type->target && type->kind != TYPE_POINTER && type->kind != TYPE_FUNCTION && type->kind != TYPE_ATOMIC) {
        type = type->target;
        quals |= type->quals;
    }
    return quals;
}

struct type *type_element(struct unit *unit, struct type *array)
{
    unsigned quals = 0;
    for (; !is_array(array); array = array->target)
        quals |= array->quals;
    return type_with_quals(unit, array->target, quals | array->quals);
}

struct type *type_unqualified(struct unit *unit, struct type *type)
{
    if (!own_quals(type))
        return type;
    while ((type->kind == TYPE_TYPEDEF || type->kind == TYPE_SUGAR) && own_quals(type->target))
        type = type->target;
    if (!type->quals)
        return type;
    struct type *copy = arena_get(unit->arena, sizeof *copy);
    *copy = *type;
    copy->quals = 0;
    return copy;
}

/* A vector's elements have its qualifiers, by its typedef: one of the same size without. */
static struct type *vector_unqualified(struct unit *unit, struct type *vector)
{
    const char *element = type_declare(unit, type_unqualified(unit, type_plain(vector->target)), "");
    struct type *copy = arena_get(unit->arena, sizeof *copy);
    *copy = *vector;
    copy->quals = 0;
    copy->target = type_unqualified(unit, type_plain(vector->target));
    copy->name = arena_format(unit->arena, "__attribute__((__vector_size__(%lld))) %s", vector->size, element);
    return copy;
}

struct type *type_unconst(struct unit *unit, struct type *type)
{
    unsigned quals = own_quals(type);
    if (!(quals & QUAL_CONST))
        return type;
    struct type *copy = arena_get(unit->arena, sizeof *copy);
    *copy = *type_unqualified(unit, type);
    copy->quals = quals & ~(unsigned)QUAL_CONST;
    return copy;
}

struct type *type_with_quals(struct unit *unit, struct type *type, unsigned quals)
{
    if (!(quals & ~type->quals))
        return type;
    struct type *copy = arena_get(unit->arena, sizeof *copy);
    *copy = *type;
    copy->quals |= quals;
    return copy;
}

struct type *type_of_slot(struct unit *unit, struct type *type)
{
    return own_quals(type) & QUAL_VOLATILE ? type_unconst(unit, type) : type_unqualified(unit, type);
}

struct type *type_pointer_to(struct unit *unit, struct type *type)
{
    struct type *pointer = arena_get(unit->arena, sizeof *pointer);
    pointer->kind = TYPE_POINTER;
    pointer->target = type;
    pointer->size = pointer->align = sizeof(void *);
    return pointer;
}

struct type *type_pointer_to_void(struct unit *unit, unsigned quals)
{
    struct type *nothing = arena_get(unit->arena, sizeof *nothing);
    *nothing = (struct type){ .kind = TYPE_VOID, .name = "void", .quals = quals };
    return type_pointer_to(unit, nothing);
}

struct type *type_address_of(struct unit *unit, struct type *type)
{
    return type_pointer_to_void(unit, type_quals(type));
}

struct type *type_value(struct unit *unit, struct type *type)
{
    struct type *plain = type_plain(type);
    if (is_array(plain))
        return type_pointer_to(unit, type_element(unit, type));
    if (plain->kind == TYPE_FUNCTION)
        return type_pointer_to(unit, type);
    if (plain->kind == TYPE_ATOMIC)
        return type_value(unit, plain->target);
    return type_of_result(unit, type);
}

struct type *type_of_result(struct unit *unit, struct type *type)
{
    struct type *plain = type_plain(type);
    bool qualified = type_is_vector(type) && plain->target && type_quals(plain->target);
    return qualified ? vector_unqualified(unit, plain) : type_unqualified(unit, type);
}

bool type_leads_to_function(struct type *type)
{
    type = type_plain(type);
    while (is_array(type) || type->kind == TYPE_POINTER)
        type = type_plain(type->target);
    return type->kind == TYPE_FUNCTION;
}

bool type_is_void(struct type *type)
{
    return type_plain(type)->kind == TYPE_VOID;
}

bool type_is_vector(struct type *type)
{
    struct type *plain = type_plain(type);
    return plain->kind == TYPE_SCALAR && strstr(plain->name, "__attribute__") != NULL;
}

bool type_differs(struct type *left, struct type *right)
{
    left = type_plain(left);
    right = type_plain(right);
    if (left == right)
        return false;
    if (left->kind != right->kind)
        return left->kind != TYPE_ENUM && right->kind != TYPE_ENUM; /* some are shown as their integers */
    switch (left->kind) {
    case TYPE_SCALAR:
    case TYPE_RECORD: return strcmp(left->name, right->name) != 0;
    case TYPE_POINTER:
    case TYPE_ATOMIC: return type_differs(left->target, right->target);
    default: return false;
    }
}

bool type_is_variable(struct type *type)
{
    for (;;) {
        type = type_plain(type);
        if (type->kind == TYPE_VARIABLE_ARRAY)
            return true;
        if (type->kind != TYPE_POINTER && type->kind != TYPE_ARRAY && type->kind != TYPE_ATOMIC)
            return false;
        type = type->target;
    }
}

bool type_has_const_member(struct type *type)
{
    type = type_plain(type);
    while (type->kind == TYPE_ARRAY || type->kind == TYPE_ATOMIC)
        type = type_plain(type->target);
    if (type->kind == TYPE_SCALAR && type->target && type_quals(type->target) & QUAL_CONST)
        return true;
    if (type->kind != TYPE_RECORD || !type->decl)
        return false;
    for (size_t i = 0; i < type->decl->field_count; i++) {
        struct type *field = type->decl->fields[i]->type;
        if (type_quals(field) & QUAL_CONST || type_has_const_member(field))
            return true;
    }
    return false;
}

bool type_ends_open(struct type *type)
{
    type = type_plain(type);
    while (type->kind == TYPE_RECORD && type->decl && type->decl->field_count)
        type = type_plain(type->decl->fields[type->decl->field_count - 1]->type);
    return type->kind == TYPE_ARRAY && type->count < 0;
}

bool type_is_task(struct type *type)
{
    type = type_plain(type);
    if (type->kind != TYPE_POINTER)
        return false;
    type = type_plain(type->target);
    if (type->kind != TYPE_FUNCTION || type->param_count != 1)
        return false;
    type = type_plain(type->params[0]);
    if (type->kind != TYPE_POINTER)
        return false;
    type = type_plain(type->target);
    return type->kind == TYPE_RECORD && strcmp(type->name, "struct async_task") == 0;
}

/* ---- printing ---- */

static const char *quals_text(struct unit *unit, unsigned quals)
{
    return arena_format(unit->arena, "%s%s%s", quals & QUAL_CONST ? "const " : "", quals & QUAL_VOLATILE ? "volatile " : "",
                        quals & QUAL_RESTRICT ? "restrict " : "");
}

static const char *parameters(struct unit *unit, struct type *type)
{
    if (type->no_prototype)
        return "";
    if (!type->param_count)
        return "void";
    struct text text = { 0 };
    for (size_t i = 0; i < type->param_count; i++)
        text_format(&text, "%s%s", i ? ", " : "", type_declare(unit, type->params[i], ""));
    if (type->variadic)
        text_put(&text, ", ...");
    return text_take(&text, unit->arena);
}

/* One inside the function is not visible where frames are declared, unless it moved. */
static bool is_written_out(const struct unit *unit, const struct type *type)
{
    const struct decl *decl = type->kind == TYPE_TYPEDEF ? type->decl : NULL;
    return decl && !decl->is_moved && decl->is_local && !unit->inside;
}

/* What is written for the type, whose qualifiers come along. */
static struct type *spelled(struct unit *unit, struct type *type)
{
    while (type->kind == TYPE_SUGAR || is_written_out(unit, type))
        type = type_with_quals(unit, type->target, type->quals);
    return type;
}

/* The declarator grows from the inside out; `inner` binds tighter than a pointer's star when `postfix`. */
static const char *declare(struct unit *unit, struct type *type, const char *inner)
{
    type = spelled(unit, type);
    switch (type->kind) {
    case TYPE_POINTER: {
        const char *quals = quals_text(unit, type->quals);
        enum type_kind kind = spelled(unit, type->target)->kind;
        bool wrap = kind == TYPE_ARRAY || kind == TYPE_VARIABLE_ARRAY || kind == TYPE_FUNCTION;
        size_t length = strlen(quals);
        if (length && !*inner)
            length--; /* no blank at the end of a type name */
        const char *pointer = arena_format(unit->arena, wrap ? "(*%.*s%s)" : "*%.*s%s", (int)length, quals, inner);
        return declare(unit, type->target, pointer);
    }
    case TYPE_ARRAY: /* its qualifiers are its elements' */
        return declare(unit, type_with_quals(unit, type->target, type->quals),
                       type->count >= 0 ? arena_format(unit->arena, "%s[%lld]", inner, type->count)
                                        : arena_format(unit->arena, "%s[]", inner));
    case TYPE_VARIABLE_ARRAY:
        return declare(unit, type_with_quals(unit, type->target, type->quals),
                       arena_format(unit->arena, "%s[%s]", inner,
                                    !type->decl           ? "*"
                                    : type->decl->written ? type->decl->written
                                                          : type->decl->name));
    case TYPE_FUNCTION:
        return declare(unit, type->target, arena_format(unit->arena, "%s(%s)", inner, parameters(unit, type)));
    case TYPE_ATOMIC:
        return arena_format(unit->arena, "%s_Atomic(%s)%s%s", quals_text(unit, type->quals),
                            type_declare(unit, type->target, ""), *inner ? " " : "", inner);
    default:
        return arena_format(unit->arena, "%s%s%s%s", quals_text(unit, type->quals),
                            type->decl && type->decl->written ? type->decl->written : type->name, *inner ? " " : "", inner);
    }
}

const char *type_declare(struct unit *unit, struct type *type, const char *name)
{
    return declare(unit, type, name);
}
