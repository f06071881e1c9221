/*
 * local_types_edit.c - the user's text around local types that move: names are spelled otherwise, what left leaves a
 * reference or nothing, and what is mentioned nowhere else is said to be unused.
 */
#include "local_types_internal.h"

#include "base/arena.h"
#include "base/diag.h"

#include <string.h>

/* The word is spelled otherwise, in its place if it is no part of a string or another word there. */
static void spell(struct move *m, const struct extent *word, const char *text)
{
    const struct invocation *invocation = unit_invocation(m->unit, word->begin);
    if (!invocation || invocation->is_dialect || !invocation->has_hash)
        unit_add_edit(m->unit, word->begin, word->end, text);
    else
        local_types_wait(m, word->begin);
}

/* Whether what the byte is part of is asked for its type only. */
static bool is_unevaluated(const struct unit *unit, unsigned offset, unsigned begin)
{
    static const char *const asking[] = { "sizeof", "_Alignof",   "__alignof__", "__alignof",
                                          "typeof", "__typeof__", "__typeof",    "__builtin_types_compatible_p" };
    int depth = 0;
    for (const struct token *token = unit_token_before(unit, offset); token && token->begin >= begin;
         token = unit_token_before(unit, token->begin)) {
        depth += token_is(unit, token, ")") || token_is(unit, token, "]") || token_is(unit, token, "}");
        depth -= token_is(unit, token, "(") || token_is(unit, token, "[") || token_is(unit, token, "{");
        for (size_t i = 0; depth <= 0 && i < sizeof asking / sizeof *asking; i++)
            if (token_is(unit, token, asking[i]))
                return true;
        depth = depth < 0 ? 0 : depth; /* further out */
        if (!depth && token_is(unit, token, ";"))
            return false;
    }
    return false;
}

/* Whether the literal's value is perhaps none that an object at file scope can have: it has a local's, or a call's. */
static bool is_computed(const struct move *m, const struct extent *braces)
{
    for (size_t i = 0; i < m->stranger_count; i++)
        if (m->strangers[i].use.begin > braces->begin && m->strangers[i].use.end < braces->end &&
            !is_unevaluated(m->unit, m->strangers[i].use.begin, braces->begin))
            return true;
    for (const struct token *token = unit_token(m->unit, braces->begin); token->begin < braces->end;
         token = unit_token(m->unit, token->end))
        if (token->kind == TOKEN_IDENTIFIER && token_is(m->unit, unit_token(m->unit, token->end), "("))
            return true;
    return false;
}

static bool is_in_literal(const struct move *m, unsigned offset)
{
    for (size_t i = 0; i < m->literal_count; i++)
        if (m->literals[i].begin < offset && offset < m->literals[i].end)
            return true;
    return false;
}

static void find_literals(struct move *m, const struct extent *text)
{
    const struct unit *unit = m->unit;
    for (const struct token *token = unit_token(unit, text->begin); token && token->begin < text->end;
         token = unit_token(unit, token->end)) {
        const struct token *open = token_is(unit, token, ")") ? unit_token(unit, token->end) : NULL;
        const struct token *closing = token_is(unit, open, "{") ? unit_closing(unit, open) : NULL;
        struct extent braces = { closing ? open->begin : 0, closing ? closing->end : 0 };
        if (!closing || !is_computed(m, &braces))
            continue;
        arena_push(unit->arena, m->literals, m->literal_count, braces);
        token = closing;
    }
}

static void edit_names(struct move *m)
{
    for (size_t i = 0; i < m->renamed_count; i++) {
        const struct name *name = m->renamed[i];
        const char *text = strrchr(name->decl->written, ' ');
        for (size_t k = 0; k < name->use_count; k++)
            if (!is_in_literal(m, name->uses[k].begin))
                spell(m, &name->uses[k], text ? text + 1 : name->decl->written);
        for (size_t k = 0; k < name->other_count; k++)
            local_types_wait(m, name->others[k]);
    }
}

static void refuse(struct move *m, unsigned begin, unsigned end, const char *what)
{
    struct place place = unit_place(m->unit, begin, end);
    if (!m->waits)
        diag(m->diagnostics, DIAG_LOCAL_TYPE, &place, what);
}

static void put_unused(struct move *m, unsigned offset)
{
    unsigned begin = specifier_declaration(m->unit, offset).all.begin;
    unit_add_edit(m->unit, begin, begin, "__attribute__((unused)) ");
}

/* The variable may be used by nothing else. */
static void keep_used(struct move *m, const struct name *name)
{
    struct decl *decl = name->decl;
    for (size_t i = 0; i < name->use_count; i++)
        if (name->uses[i].begin != name->at && !local_types_at(m->function, name->uses[i].begin))
            return;
    if (decl->kind == DECL_FUNCTION || decl->is_used || name->other_count)
        return;
    decl->is_used = true;
    decl->attributes = arena_format(m->unit->arena, "%s__attribute__((unused)) ", decl->attributes ? decl->attributes : "");
    if (decl->kind == DECL_VARIABLE)
        put_unused(m, name->at);
}

static void edit_strangers(struct move *m)
{
    for (size_t i = 0; i < m->stranger_count; i++) {
        const struct name *name = m->strangers[i].name;
        struct extent use = m->strangers[i].use;
        struct type *type = name->decl->type;
        bool object =
            name->decl->kind == DECL_VARIABLE || name->decl->kind == DECL_PARAMETER || name->decl->kind == DECL_FUNCTION;
        if (local_types_wait(m, use.begin)) /* for what stands around it */
            continue;
        if (is_in_literal(m, use.begin)) {
            keep_used(m, name);
            continue;
        }
        if (!object || !type || type_is_variable(type) || !is_unevaluated(m->unit, use.begin, m->strangers[i].text.begin)) {
            refuse(m, use.begin, use.end, arena_format(m->unit->arena, "'%s'", name->text));
            continue;
        }
        const char *pointer = type_declare(m->unit, type_pointer_to(m->unit, type), "");
        keep_used(m, name);
        spell(m, &use, arena_format(m->unit->arena, "(*(%s)0)", pointer));
    }
}

/* The literal that ends there. */
static const struct node *literal_node(const struct node *node, unsigned end)
{
    if (node->kind == NODE_COMPOUND_LITERAL && node->end == end)
        return node;
    const struct node *found = NULL;
    for (const struct node *child = node->first; child && !found; child = child->next)
        found = literal_node(child, end);
    return found;
}

/* A value of the literal's type that is constant. Of an array, the last element, since they may give its size. */
static const char *constant_value(struct move *m, const struct node *literal)
{
    struct type *type = literal ? type_plain(literal->type) : NULL;
    if (!type || type->kind != TYPE_ARRAY || type->count <= 0)
        return "{ 0 }";
    struct type *element = type_plain(type->target);
    bool is_vector = element->kind == TYPE_SCALAR && element->target;
    bool braced = element->kind == TYPE_ARRAY || element->kind == TYPE_RECORD || is_vector;
    return arena_format(m->unit->arena, "{ [%lld] = %s }", type->count - 1, braced ? "{ 0 }" : "0");
}

/* Outside of a function their values have to be constant. They are asked for their types only: any value does. */
static void edit_literals(struct move *m)
{
    for (size_t i = 0; i < m->literal_count; i++)
        spell(m, &m->literals[i], constant_value(m, literal_node(m->function->node, m->literals[i].end)));
}

/* What is nobody's declaration: the function's name as a string; and what has no place outside of a function. */
static void edit_others(struct move *m, const struct extent *text)
{
    const struct unit *unit = m->unit;
    for (const struct token *token = unit_token(unit, text->begin); token && token->begin < text->end;
         token = unit_token(unit, token->end)) {
        const struct token *next = unit_token(unit, token->end);
        struct extent word = { token->begin, token->end };
        if (is_in_literal(m, token->begin))
            continue;
        if (token_is(unit, token, "__func__") || token_is(unit, token, "__FUNCTION__"))
            spell(m, &word, arena_format(unit->arena, "\"%s\"", m->function->decl->name));
        if (token_is(unit, token, "(") && token_is(unit, next, "{"))
            refuse(m, token->begin, next->end, "a block in an expression");
    }
}

/* Whether what follows in the line where the text ends may ask for its number: all but a plain rest of a declaration. */
static bool has_line(const struct unit *unit, unsigned end)
{
    bool over = unit->text[end - 1] == ';';
    for (const struct token *token = unit_token(unit, end); token; token = unit_token(unit, token->end)) {
        if (unit_line_start(unit, token->begin) > end)
            return false;
        if (over || unit_invocation(unit, token->begin) || token_is(unit, token, "__LINE__"))
            return true;
        over = token_is(unit, token, ";");
    }
    return false;
}

/* The text leaves, but perhaps not its lines. */
static void leave(struct move *m, struct extent text, const char *instead)
{
    const struct unit *unit = m->unit;
    bool keeps = has_line(unit, text.end);
    for (unsigned i = text.begin; i < text.end; i++)
        if (keeps && unit->text[i] == '\n')
            instead = arena_format(unit->arena, "%s\n", instead);
    unit_add_leaving(m->unit, text.begin, text.end, instead);
}

static void drop(struct move *m, struct extent declaration)
{
    const struct token *before = unit_token_before(m->unit, declaration.begin);
    leave(m, declaration, token_is(m->unit, before, ":") ? ";" : "");
}

/* A tag's declaration alone would be one of another type. */
static void drop_ahead(struct move *m, const struct name *name)
{
    const struct unit *unit = m->unit;
    for (size_t i = 0; i < name->use_count && name->space == SPACE_TAG; i++) {
        const struct token *next = unit_token(unit, name->uses[i].end);
        struct declaration d = specifier_declaration(unit, name->uses[i].begin);
        const struct token *first = unit_token(unit, d.all.begin);
        if (token_is(unit, next, ";") && unit_token(unit, first->end)->begin == name->uses[i].begin)
            drop(m, d.all);
    }
}

/* Where the text stood, a reference stays, unless it declared nothing else. */
static void edit_place(struct move *m, const struct moved_text *moved)
{
    const struct unit *unit = m->unit;
    struct declaration d = specifier_declaration(unit, moved->text.begin);
    struct decl *decl = unit_type_at(unit, moved->text.begin);
    if (moved->is_declaration || token_is(unit, unit_token(unit, moved->text.end), ";")) {
        drop(m, d.all);
        return;
    }
    require(decl);
    decl->is_moved = true;
    local_types_tag(m, decl);
    leave(m, moved->text, decl->written);
}

static void edit_texts(struct move *m)
{
    for (size_t i = 0; i < m->types->text_count; i++)
        find_literals(m, &m->types->texts[i].text);
    edit_names(m);
    edit_strangers(m);
    edit_literals(m);
    for (size_t i = 0; i < m->types->text_count; i++) {
        edit_others(m, &m->types->texts[i].text);
        edit_place(m, &m->types->texts[i]);
    }
    for (size_t i = 0; i < m->renamed_count; i++)
        drop_ahead(m, m->renamed[i]);
}

static const char *edited(const struct unit *unit, const struct extent *extent)
{
    const char *text = "";
    unsigned at = extent->begin;
    for (size_t i = 0; i < unit->edit_count; i++) {
        const struct edit *edit = &unit->edits[i];
        if (edit->begin < at || edit->end > extent->end)
            continue;
        text = arena_format(unit->arena, "%s%.*s%s", text, (int)(edit->begin - at), unit->text + at, edit->text);
        at = edit->end;
    }
    return arena_format(unit->arena, "%s%.*s", text, (int)(extent->end - at), unit->text + at);
}

/* In the frame it is text of ours. */
static void edit_alignments(struct move *m)
{
    struct arena *arena = m->unit->arena;
    for (size_t i = 0; i < m->function->local_count; i++) {
        struct decl *local = m->function->locals[i]->decl;
        for (size_t k = 0; decl_is_resident(local) && k < local->alignment_count; k++) {
            const struct extent *extent = &local->alignments[k];
            const char *was = arena_copy(arena, m->unit->text + extent->begin, extent->end - extent->begin);
            const char *at = strstr(local->alignment, was);
            if (at)
                local->alignment = arena_format(arena, "%.*s%s%s", (int)(at - local->alignment), local->alignment,
                                                edited(m->unit, extent), at + strlen(was));
        }
    }
}

/* A typedef that stays has perhaps no use left. */
static void keep_quiet(struct move *m)
{
    for (size_t i = 0; i < m->names->count; i++) {
        const struct name *name = m->names->all[i];
        if (!name->decl || name->decl->kind != DECL_TYPEDEF || !name->decl->is_local || !name->decl->is_used ||
            type_is_variable(name->decl->type) || local_types_wait(m, name->at))
            continue;
        put_unused(m, name->at);
    }
}

void local_types_edit(struct move *m)
{
    edit_texts(m);
    edit_alignments(m);
    keep_quiet(m);
}
