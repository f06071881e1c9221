/*
 * clang_decl.c - types and declarations: clang's objects become ours, one for each. The order in which they are met is
 * that of unit->collected.
 */
#include "clang_internal.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* ---- maps from clang's objects to ours ---- */

static struct slot *map_slot(const struct map *map, const void *key, uintptr_t detail)
{
    size_t at = ((uintptr_t)key >> 3) * 0x9E3779B97F4A7C15u + detail * 31;
    for (at >>= 7;; at++) {
        struct slot *slot = &map->slots[at & (map->room - 1)];
        if (!slot->value || (slot->key == key && slot->detail == detail))
            return slot;
    }
}

void **map_at(struct map *map, const void *key, uintptr_t detail)
{
    if (map->count * 2 >= map->room) {
        struct map bigger = { calloc(map->room ? map->room * 2 : 256, sizeof(struct slot)), map->count,
                              map->room ? map->room * 2 : 256 };
        require(bigger.slots);
        for (size_t i = 0; i < map->room; i++)
            if (map->slots[i].value)
                *map_slot(&bigger, map->slots[i].key, map->slots[i].detail) = map->slots[i];
        free(map->slots);
        *map = bigger;
    }
    struct slot *slot = map_slot(map, key, detail);
    if (!slot->value) {
        slot->key = key;
        slot->detail = detail;
        map->count++; /* the caller stores the value at once */
    }
    return &slot->value;
}

void *map_get(const struct map *map, const void *key, uintptr_t detail)
{
    return map->room ? map_slot(map, key, detail)->value : NULL;
}

/* ---- types ---- */

/* Without the qualifiers that clang prints in front. */
static const char *unqualified_spelling(struct builder *b, CXType type)
{
    const char *name = take(b->unit->arena, clang_getTypeSpelling(type));
    static const char *const words[] = { "const ", "volatile ", "restrict " };
    for (size_t i = 0; i < 3; i++)
        if (strncmp(name, words[i], strlen(words[i])) == 0) {
            name += strlen(words[i]);
            i = (size_t)-1;
        }
    return name;
}

static unsigned local_quals(CXType type)
{
    return (clang_isConstQualifiedType(type) ? QUAL_CONST : 0u) |
           (clang_isVolatileQualifiedType(type) ? QUAL_VOLATILE : 0u) |
           (clang_isRestrictQualifiedType(type) ? QUAL_RESTRICT : 0u);
}

/* A parameter written as an array or a function is a pointer; libclang gives it as written. */
static struct type *adjusted(struct builder *b, struct type *type)
{
    enum type_kind kind = type_plain(type)->kind;
    return kind == TYPE_ARRAY || kind == TYPE_VARIABLE_ARRAY || kind == TYPE_FUNCTION ? type_value(b->unit, type) : type;
}

/* The qualifier that the word is. */
static unsigned qualifier(const char *word, size_t length)
{
    static const char *const words[] = { "const", "volatile", "restrict" };
    while (length && *word == '_') /* __const__ and so on */
        word++, length--;
    while (length && word[length - 1] == '_')
        length--;
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && strncmp(word, words[i], length) == 0)
            return 1u << i;
    return 0;
}

/*
 * What stands in the outermost brackets of an array qualifies the parameter, which is a pointer (6.7.6.3p7). libclang tells it
 * by printing the type: behind what is the element's.
 */
static unsigned bracket_quals(struct builder *b, CXType array)
{
    const char *text = take(b->unit->arena, clang_getTypeSpelling(array));
    const char *element = take(b->unit->arena, clang_getTypeSpelling(clang_getArrayElementType(array)));
    unsigned quals = 0;
    size_t at = 0;
    while (text[at] && text[at] == element[at])
        at++;
    for (size_t i = at; i > 0 && text[i - 1] != ']'; i--) /* `int[c` is what `int[const n][c]` and `int[c]` have in common */
        if (text[i - 1] == '[')
            at = i;
    text += at + strspn(text + at, " [");
    for (const char *end; (end = strchr(text, ' ')) != NULL; text = end + 1) {
        unsigned found = qualifier(text, (size_t)(end - text));
        if (!found && strncmp(text, "static ", 7) != 0)
            break;
        quals |= found;
    }
    return quals;
}

/* Of one without a size it prints none. */
static unsigned open_bracket_quals(const struct unit *unit, const struct decl *decl)
{
    unsigned quals = 0;
    for (const struct token *token = unit_dimension(unit, decl); token && !token_is(unit, token, "]");
         token = unit_token(unit, token->end))
        quals |= qualifier(unit->text + token->begin, token->end - token->begin);
    return quals;
}

static void settle_parameter(struct builder *b, struct decl *param, CXType type)
{
    bool is_open = type.kind == CXType_IncompleteArray;
    param->is_array = is_open || type.kind == CXType_ConstantArray || type.kind == CXType_VariableArray;
    param->type = adjusted(b, param->type);
    if (param->is_array && param->in_file)
        param->type =
            type_with_quals(b->unit, param->type, is_open ? open_bracket_quals(b->unit, param) : bracket_quals(b, type));
}

static void expand_at(const struct unit *unit, const struct token *token)
{
    struct invocation *invocation = token ? unit_invocation(unit, token->begin) : NULL;
    if (invocation && !invocation->is_dialect)
        invocation->must_expand = true;
}

/* What is said in its brackets has to be seen: not so where a macro makes them, or qualifiers in those without a size. */
static void show_brackets(const struct unit *unit, const struct decl *param, bool is_open)
{
    const struct token *name = unit_token(unit, param->at), *token = unit_dimension(unit, param);
    if (!token && name && *param->name) {
        expand_at(unit, name);
        expand_at(unit, unit_token(unit, name->end));
    }
    for (; is_open && token && !token_is(unit, token, "]"); token = unit_token(unit, token->end))
        expand_at(unit, token);
}

static void function_type(struct builder *b, struct type *result, CXType type)
{
    result->kind = TYPE_FUNCTION;
    result->target = type_of(b, clang_getResultType(type));
    result->no_prototype = type.kind == CXType_FunctionNoProto;
    result->variadic = !result->no_prototype && clang_isFunctionTypeVariadic(type);
    int count = result->no_prototype ? 0 : clang_getNumArgTypes(type);
    for (int i = 0; i < count; i++) {
        struct type *param = adjusted(b, type_of(b, clang_getArgType(type, (unsigned)i)));
        arena_push(b->unit->arena, result->params, result->param_count, param);
    }
}

static bool is_unnamed(const char *name)
{
    return strstr(name, "(unnamed") || strstr(name, "(anonymous");
}

/* What a va_list is made of has a name that clang knows alone, or that no program can say; NULL: it is something else. */
static const char *part_of_va_list(const char *name)
{
    if (strcmp(name, "struct __va_list_tag") == 0 || strcmp(name, "__va_list_tag") == 0)
        return "__typeof__(**(__builtin_va_list *)0)"; /* its element */
    if (strcmp(name, "struct __va_list") == 0 || strcmp(name, "__va_list") == 0)
        return "__typeof__(*(__builtin_va_list *)0)";
    return NULL;
}

static void record_type(struct builder *b, struct type *result, CXType type)
{
    result->kind = TYPE_RECORD;
    result->decl = decl_of(b, clang_getTypeDeclaration(type));
    result->name = unqualified_spelling(b, clang_getCanonicalType(type));
    if (part_of_va_list(result->name))
        result->name = part_of_va_list(result->name);
    if (result->decl && is_unnamed(result->name))
        result->decl->is_anonymous = true;
}

static void fill_type(struct builder *b, struct type *result, CXType type)
{
    result->is_integer = type.kind >= CXType_Bool && type.kind <= CXType_Int128;
    switch (type.kind) {
    case CXType_Void:
        result->kind = TYPE_VOID;
        result->name = "void";
        return;
    case CXType_Bool:
        result->kind = TYPE_BOOL;
        result->name = "_Bool";
        return;
    case CXType_Pointer:
    case CXType_BlockPointer:
        result->kind = TYPE_POINTER;
        result->target = type_of(b, clang_getPointeeType(type));
        return;
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
        result->kind = TYPE_ARRAY;
        result->target = type_of(b, clang_getArrayElementType(type));
        result->count = type.kind == CXType_ConstantArray ? clang_getArraySize(type) : -1;
        return;
    case CXType_VariableArray:
        result->kind = TYPE_VARIABLE_ARRAY;
        result->target = type_of(b, clang_getArrayElementType(type));
        return;
    case CXType_FunctionProto:
    case CXType_FunctionNoProto: function_type(b, result, type); return;
    case CXType_Record: record_type(b, result, type); return;
    case CXType_Enum:
        result->kind = TYPE_ENUM;
        result->name = unqualified_spelling(b, clang_getCanonicalType(type));
        result->decl = decl_of(b, clang_getTypeDeclaration(type));
        if (is_unnamed(result->name) || (result->decl && result->decl->is_local)) {
            /* a variable of it can be kept as one of its integer type */
            struct type *integer = type_of(b, clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type)));
            result->kind = TYPE_SCALAR;
            result->name = integer->name;
            result->decl = NULL;
        }
        return;
    case CXType_Typedef:
        result->kind = TYPE_TYPEDEF;
        result->decl = decl_of(b, clang_getTypeDeclaration(type));
        result->name = take(b->unit->arena, clang_getTypedefName(type));
        result->target = type_of(b, clang_getTypedefDeclUnderlyingType(clang_getTypeDeclaration(type)));
        return;
    case CXType_Elaborated:
        result->kind = TYPE_SUGAR;
        result->target = type_of(b, clang_Type_getNamedType(type));
        return;
    case CXType_Atomic:
        result->kind = TYPE_ATOMIC;
        result->target = type_of(b, clang_Type_getValueType(type));
        return;
    case CXType_Auto:
    case CXType_Unexposed: {
        CXType canonical = clang_getCanonicalType(type);
        if (canonical.kind != CXType_Unexposed && canonical.kind != CXType_Auto) {
            const char *spelling = unqualified_spelling(b, type);
            result->kind = TYPE_SUGAR;
            result->is_inferred =
                type.kind == CXType_Auto || strncmp(spelling, "typeof", 6) == 0 || strncmp(spelling, "__typeof", 8) == 0;
            result->quals = 0;
            result->target = type_of(b, canonical);
            return;
        }
        break;
    }
    default: break;
    }
    CXType canonical = clang_getCanonicalType(type);
    result->kind = TYPE_SCALAR;
    result->name = unqualified_spelling(b, canonical);
    if (type.kind == CXType_Vector)
        result->target = type_of(b, clang_getElementType(type));
}

struct type *type_of(struct builder *b, CXType type)
{
    if (type.kind == CXType_Invalid)
        return NULL;
    void **found = map_at(&b->types, type.data[0], (uintptr_t)type.kind);
    if (*found)
        return *found;
    struct type *result = arena_get(b->unit->arena, sizeof *result);
    *found = result; /* a record may contain itself; the map may move from here on */
    result->quals = local_quals(type);
    if (type.kind == CXType_Unexposed && *unqualified_spelling(b, type) == '<') {
        result->kind = TYPE_VOID; /* the name of a builtin; asking for its size ends in a crash */
        result->name = "void";
        return result;
    }
    result->size = clang_Type_getSizeOf(type);
    result->align = clang_Type_getAlignOf(type);
    fill_type(b, result, type);
    return result;
}

/* ---- declarations ---- */

static enum decl_kind decl_kind(CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl: return DECL_FUNCTION;
    case CXCursor_ParmDecl: return DECL_PARAMETER;
    case CXCursor_TypedefDecl: return DECL_TYPEDEF;
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl: return DECL_RECORD;
    case CXCursor_EnumDecl: return DECL_ENUM;
    case CXCursor_FieldDecl: return DECL_FIELD;
    case CXCursor_EnumConstantDecl: return DECL_CONSTANT;
    default: return DECL_VARIABLE;
    }
}

enum CXChildVisitResult attribute_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_AnnotateAttr) {
        const char *name = take(a->b->unit->arena, clang_getCursorSpelling(cursor));
        if (strcmp(name, "async") == 0)
            a->decl->is_async = true;
        else if (strcmp(name, "asyncc_leaf") == 0)
            a->decl->is_leaf = true;
    }
    return CXChildVisit_Continue;
}

static enum CXVisitorResult field_visit(CXCursor cursor, CXClientData data)
{
    struct attributes *a = data;
    struct decl *field = decl_of(a->b, cursor);
    arena_push(a->b->unit->arena, a->decl->fields, a->decl->field_count, field);
    return CXVisit_Continue;
}

static bool is_local(CXCursor cursor)
{
    CXCursor parent = clang_getCursorSemanticParent(cursor);
    enum CXCursorKind kind = clang_getCursorKind(parent);
    if (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl)
        return is_local(parent);
    return kind == CXCursor_FunctionDecl;
}

/* `handler f;` declares a function by a typedef, which may say async. */
static bool is_async_by_typedef(const struct type *type)
{
    for (; type && type->kind != TYPE_FUNCTION; type = type->target)
        if (type->kind == TYPE_TYPEDEF && type->decl && type->decl->is_async)
            return true;
    return false;
}

static void settle_function_type(struct decl *decl)
{
    decl->is_async = decl->is_async || is_async_by_typedef(decl->type);
    decl->type = type_plain(decl->type);
}

/* Assignments, and calls, of functions and of macros with arguments. */
static bool has_effect(const struct unit *unit, unsigned begin, unsigned end)
{
    static const char *const operators[] = { "++", "--", "=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|=" };
    const struct token *before = NULL;
    for (const struct token *token = unit_token(unit, begin); token && token->begin < end;
         before = token, token = unit_token(unit, token->end)) {
        for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
            if (token_is(unit, token, operators[i]))
                return true;
        if (token_is(unit, token, "(") && before && before->kind == TOKEN_IDENTIFIER)
            return true;
    }
    return false;
}

static enum CXChildVisitResult size_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    struct unit *unit = a->b->unit;
    (void)parent;
    if (!clang_isExpression(clang_getCursorKind(cursor)))
        return CXChildVisit_Continue;
    struct decl *size = arena_get(unit->arena, sizeof *size);
    size->kind = DECL_VARIABLE;
    size->is_local = true;
    unsigned end;
    span(a->b, cursor, &size->at, &end);
    size->size_text = arena_copy(unit->arena, unit->text + size->at, end - size->at);
    size->has_effect = has_effect(unit, size->at, end);
    arena_push(unit->arena, a->decl->sizes, a->decl->size_count, size);
    return CXChildVisit_Continue;
}

/* The text of the file from the place on. */
static const char *text_at(struct builder *b, CXSourceLocation location)
{
    CXFile file = NULL;
    size_t length = 0;
    unsigned offset = file_offset(location, &file);
    const char *text = file ? file_text(b, file, &length) : NULL;
    return text && offset < length ? text + offset : "";
}

/* _Noreturn is an attribute that libclang has no name for, the other one a part of the type. */
static enum CXChildVisitResult noreturn_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_UnexposedAttr)
        return CXChildVisit_Continue;
    const char *text = text_at(a->b, clang_getRangeStart(clang_getCursorExtent(cursor)));
    a->decl->is_noreturn = a->decl->is_noreturn || strncmp(text, "_Noreturn", 9) == 0 || strncmp(text, "noreturn", 8) == 0;
    return CXChildVisit_Continue;
}

static void find_noreturn(struct builder *b, struct decl *decl, CXCursor cursor)
{
    struct attributes attributes = { b, decl };
    const char *type = take(b->unit->arena, clang_getTypeSpelling(clang_getCursorType(cursor)));
    decl->is_noreturn = strstr(type, "((noreturn))") != NULL;
    clang_visitChildren(cursor, noreturn_visit, &attributes);
}

void fill_function(struct builder *b, struct decl *decl, CXCursor cursor)
{
    int count = clang_Cursor_getNumArguments(cursor);
    for (int i = 0; i < count; i++) {
        CXCursor argument = clang_Cursor_getArgument(cursor, (unsigned)i);
        struct decl *param = decl_of(b, argument);
        arena_push(b->unit->arena, decl->params, decl->param_count, param);
        if (decl->definition && !param->attributes)
            clang_visitChildren(argument, own_attribute_visit, &(struct attributes){ b, param });
        bool is_array = type_is_variable(param->type) || (decl->is_async && type_plain(param->type)->kind == TYPE_POINTER);
        if (decl->definition && is_array && !param->size_count)
            clang_visitChildren(argument, size_visit, &(struct attributes){ b, param });
        if (decl->definition && decl->is_async && param->is_array)
            show_brackets(b->unit, param, clang_getCursorType(argument).kind == CXType_IncompleteArray);
    }
    decl->is_inline = clang_Cursor_isFunctionInlined(cursor);
}

static enum CXChildVisitResult parameter_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_ParmDecl) {
        struct decl *param = decl_of(a->b, cursor);
        arena_push(a->b->unit->arena, a->decl->params, a->decl->param_count, param);
    }
    return CXChildVisit_Continue;
}

/* Of what is no function, but has one in its type: then its parameters. Those of several cannot be told apart. */
static void find_parameters(struct builder *b, struct decl *decl, CXCursor cursor)
{
    unsigned functions = 0;
    for (const struct type *type = decl->type; type && type->kind != TYPE_TYPEDEF; type = type->target)
        functions += type->kind == TYPE_FUNCTION;
    if (decl->kind == DECL_TYPEDEF && decl->type && decl->type->kind == TYPE_TYPEDEF)
        for (const struct type *type = decl->type->target; type && type->kind != TYPE_TYPEDEF; type = type->target)
            functions += type->kind == TYPE_FUNCTION;
    if (functions == 1)
        clang_visitChildren(cursor, parameter_visit, &(struct attributes){ b, decl });
}

/* `async int (*pick(int))(void)` is a plain function that returns a pointer to async ones. */
void settle_async(struct decl *decl)
{
    struct type *result = decl->type && decl->type->kind == TYPE_FUNCTION ? decl->type->target : NULL;
    while (result && result->kind == TYPE_SUGAR)
        result = result->target;
    if (!decl->is_async || !result || result->kind != TYPE_POINTER)
        return;
    result = result->target;
    while (result->kind == TYPE_SUGAR)
        result = result->target;
    if (result->kind == TYPE_FUNCTION) {
        decl->is_async = false;
        decl->returns_async = true;
    }
}

/* Whether a macro, which other flags may define otherwise, stands in the text that says the type. */
static bool is_typed_by_macro(struct builder *b, const struct decl *decl, CXCursor key)
{
    CXSourceRange range = clang_getCursorExtent(key);
    CXFile file = NULL;
    unsigned begin = file_offset(clang_getRangeStart(range), &file);
    unsigned end = decl->kind == DECL_TYPEDEF ? file_offset(clang_getRangeEnd(range), NULL) : decl->at;
    bool has_type =
        decl->kind == DECL_TYPEDEF || decl->kind == DECL_VARIABLE || decl->kind == DECL_FUNCTION || decl->kind == DECL_FIELD;
    return file && has_type && has_expansion(b, source_of(b, file), begin, end);
}

struct decl *decl_of(struct builder *b, CXCursor cursor)
{
    if (clang_Cursor_isNull(cursor) || clang_isInvalid(clang_getCursorKind(cursor)))
        return NULL;
    CXCursor key = clang_getCanonicalCursor(cursor);
    void **found = map_at(&b->decls, key.data[0], 0);
    if (*found)
        return *found;
    struct decl *decl = arena_get(b->unit->arena, sizeof *decl);
    *found = decl;
    decl->kind = decl_kind(cursor);
    decl->name = take(b->unit->arena, clang_getCursorSpelling(cursor));
    if (is_unnamed(decl->name)) /* in words of clang's, since 16 */
        decl->name = "";
    decl->is_local = is_local(cursor); /* its type may ask */
    decl->type = type_of(b, clang_getCursorType(cursor));
    decl->in_file = in_main_file(b, clang_getCursorLocation(key));
    CXFile file;
    decl->at = file_offset(clang_getCursorLocation(key), &file);
    if (!decl->in_file && file)
        decl->header = take(b->unit->arena, clang_getFileName(file));
    if (decl->kind == DECL_PARAMETER && decl->type)
        settle_parameter(b, decl, clang_getCursorType(cursor));
    decl->is_typed_by_macro = is_typed_by_macro(b, decl, key);
    decl->declared_from = decl->in_file ? decl->at : visible_below(b, key);
    enum CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);
    decl->is_static = storage == CX_SC_Static;
    decl->is_extern = storage == CX_SC_Extern;
    if (decl->kind == DECL_FIELD) {
        decl->bits = clang_Cursor_isBitField(cursor) ? clang_getFieldDeclBitWidth(cursor) : -1;
        decl->is_bit_field = decl->bits >= 0;
        decl->offset = clang_Cursor_getOffsetOfField(cursor);
        if (decl->in_file && is_local(cursor))
            clang_visitChildren(cursor, alignment_visit, &(struct attributes){ b, decl });
    }
    struct attributes attributes = { b, decl };
    if (decl->kind == DECL_FUNCTION || decl->kind == DECL_VARIABLE || decl->kind == DECL_PARAMETER ||
        decl->kind == DECL_FIELD || decl->kind == DECL_TYPEDEF) {
        clang_visitChildren(key, attribute_visit, &attributes);
        decl->is_async = decl->is_async || is_async_by_typeof(b, key);
    }
    if (decl->kind == DECL_FUNCTION) {
        settle_function_type(decl);
        decl->first_type = decl->type;
        fill_function(b, decl, cursor);
        decl->first_async = decl->is_async;
        if (decl->is_async)
            find_noreturn(b, decl, key);
        settle_async(decl);
    } else {
        find_parameters(b, decl, cursor);
    }
    CXCursor definition = clang_getCursorDefinition(cursor);
    if ((decl->kind == DECL_RECORD || decl->kind == DECL_ENUM) && in_main_file(b, clang_getCursorLocation(definition)))
        span(b, definition, &decl->specifier.begin, &decl->specifier.end);
    if (decl->kind == DECL_RECORD || decl->kind == DECL_ENUM)
        decl->whole_from = decl->specifier.end ? decl->specifier.end : visible_below(b, definition);
    if (decl->kind == DECL_RECORD)
        clang_Type_visitFields(clang_getCursorType(cursor), field_visit, &attributes);
    arena_push(b->unit->arena, b->unit->collected, b->unit->collected_count, decl);
    if (decl->is_local && (decl->kind == DECL_RECORD || decl->kind == DECL_ENUM || decl->kind == DECL_TYPEDEF))
        b->unit->has_local_types = true;
    return decl;
}

struct decl *label_of(struct builder *b, CXCursor statement)
{
    void **found = map_at(&b->decls, statement.data[1], 0);
    if (*found)
        return *found;
    struct decl *label = *found = arena_get(b->unit->arena, sizeof *label);
    label->kind = DECL_LABEL;
    label->name = take(b->unit->arena, clang_getCursorSpelling(statement));
    return label;
}

/* ---- attributes ---- */

/* The text of an attribute as it can be written again: of a macro, its invocation. */
static const char *attribute_text(struct builder *b, CXCursor cursor)
{
    struct unit *unit = b->unit;
    unsigned begin, end;
    span(b, cursor, &begin, &end);
    struct invocation *invocation = unit_invocation(unit, begin);
    if (invocation)
        return invocation->is_dialect
                   ? NULL
                   : arena_copy(unit->arena, unit->text + invocation->begin, invocation->end - invocation->begin);
    if (begin >= end)
        return NULL;
    const char *text = arena_copy(unit->arena, unit->text + begin, end - begin);
    const struct token *before = unit_token_before(unit, begin);
    if (token_is(unit, before, "[")) /* [[gnu::noinline]] and [[maybe_unused]] */
        text = strncmp(text, "gnu::", 5) == 0 ? text + 5 : strcmp(text, "maybe_unused") == 0 ? "unused" : text;
    else if (!token_is(unit, before, "(") && !token_is(unit, before, ",")) /* a keyword: _Alignas(n) */
        return text;
    return arena_format(unit->arena, "__attribute__((%s))", text);
}

/*
 * The function of a variable's cleanup attribute, which libclang has no call for: as it prints the declaration. Its
 * attributes stand in front of the initialiser, with libclang 14 behind it; what stands inside is of other variables.
 */
static void take_cleanup(struct builder *b, struct decl *decl, CXCursor cursor)
{
    static const char word[] = "cleanup(";
    const char *printed = take(b->unit->arena, clang_getCursorPrettyPrinted(cursor, NULL));
    const char *initialiser = printed + strcspn(printed, "="), *name = strstr(printed, word);
    if (name > initialiser) {
        for (const char *next = name; next; next = strstr(name + 1, word))
            name = next;
        name = strpbrk(name, ";}") ? NULL : name;
    }
    if (name) {
        name += sizeof word - 1;
        decl->cleanup = arena_copy(b->unit->arena, name, strcspn(name, ")"));
    }
}

enum CXChildVisitResult own_attribute_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    /* those that are about the symbol and not about its code stay with the function of the user's name */
    static const char *const about_symbol[] = { "deprecated",  "warn_unused_result",
                                                "constructor", "destructor",
                                                "alias",       "weak",
                                                "visibility",  "unused",
                                                "used",        "nodiscard",
                                                "format",      "nonnull",
                                                "pure",        "const",
                                                "malloc",      "noreturn",
                                                "_Noreturn",   "alloc_size",
                                                "alloc_align", "assume_aligned",
                                                "access",      "sentinel",
                                                "fd_arg",      "null_terminated" };
    struct attributes *a = data;
    (void)parent;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (!clang_isAttribute(kind) || kind == CXCursor_AlignedAttr || kind == CXCursor_AsmLabelAttr)
        return CXChildVisit_Continue;
    if (clang_getCursorKind(cursor) == CXCursor_AnnotateAttr &&
        strcmp(take(a->b->unit->arena, clang_getCursorSpelling(cursor)), "async") == 0)
        return CXChildVisit_Continue;
    if (!in_main_file(a->b, clang_getRangeStart(clang_getCursorExtent(cursor))))
        return CXChildVisit_Continue;
    if (a->decl->kind == DECL_VARIABLE && kind == CXCursor_UnexposedAttr && !a->decl->cleanup)
        take_cleanup(a->b, a->decl, parent);
    if (a->decl->kind == DECL_FUNCTION) {
        struct unit *unit = a->b->unit;
        struct head_macro macro = { file_offset(clang_getRangeStart(clang_getCursorExtent(cursor)), NULL), a->decl };
        struct invocation *invocation = unit_invocation(unit, macro.at);
        if (invocation && !invocation->is_dialect)
            arena_push(unit->arena, unit->head_macros, unit->head_macro_count, macro);
    }
    const char *text = attribute_text(a->b, cursor);
    for (size_t i = 0; text && a->decl->kind == DECL_FUNCTION && i < sizeof about_symbol / sizeof *about_symbol; i++)
        if (strstr(text, about_symbol[i]))
            text = NULL;
    if (text && !(a->decl->attributes && strstr(a->decl->attributes, text)))
        a->decl->attributes = arena_format(a->b->unit->arena, "%s%s ", a->decl->attributes ? a->decl->attributes : "", text);
    return CXChildVisit_Continue;
}

enum CXChildVisitResult alignment_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    (void)parent;
    if (clang_getCursorKind(cursor) != CXCursor_AlignedAttr)
        return CXChildVisit_Continue;
    unsigned begin, end;
    span(a->b, cursor, &begin, &end);
    const struct unit *unit = a->b->unit;
    const struct token *first = unit_token(unit, begin), *open = first ? unit_token(unit, first->end) : NULL;
    /* clang's span ends with the word */
    if (!unit_invocation(unit, begin) && token_is(unit, open, "("))
        end = unit_closing(unit, open)->end;
    struct invocation *invocation = unit_invocation(unit, begin);
    struct extent extent = { invocation ? invocation->begin : begin, invocation ? invocation->end : end };
    const char *text = arena_copy(unit->arena, unit->text + extent.begin, extent.end - extent.begin);
    arena_push(unit->arena, a->decl->alignments, a->decl->alignment_count, extent);
    if (!invocation && strncmp(text, "_Alignas", 8) != 0 && strncmp(text, "alignas", 7) != 0)
        text = arena_format(unit->arena, "__attribute__((%s))", text);
    a->decl->alignment = arena_format(unit->arena, "%s%s ", a->decl->alignment ? a->decl->alignment : "", text);
    return CXChildVisit_Continue;
}
