#include "local_types.h"

#include "base/arena.h"
#include "local_types_internal.h"
#include "front/name_index.h"
#include "tree/names.h"
#include "front/resolve.h"
#include "base/set.h"
#include "tree/specifier.h"
#include "visible.h"

#include <stdlib.h>
#include <string.h>

static void need(struct move *m, struct decl *decl);
static void mention(struct move *m, struct type *type);

/* ---- the function's text ---- */

static bool is_inside(unsigned offset, const struct extent *extent)
{
    return offset >= extent->begin && offset < extent->end;
}

static void find_specifiers(struct move *m)
{
    const struct node *node = m->function->node;
    for (const struct token *token = unit_token(m->unit, node->begin); token && token->begin < node->end;) {
        struct specifier specifier;
        bool found = specifier_read(m->unit, token, &specifier);
        if (found)
            arena_push(m->unit->arena, m->specifiers, m->specifier_count, specifier);
        token = unit_token(m->unit, found ? specifier.close->end : token->end);
    }
}

static const struct specifier *specifier_around(const struct move *m, unsigned offset)
{
    for (size_t i = 0; i < m->specifier_count; i++)
        if (is_inside(offset, &m->specifiers[i].all))
            return &m->specifiers[i];
    return NULL;
}

/* The invocation is expanded, and the file read again; false when the offset is not in one. */
bool local_types_wait(struct move *m, unsigned offset)
{
    struct invocation *invocation = unit_invocation(m->unit, offset);
    if (!invocation || invocation->is_dialect)
        return false;
    invocation->must_expand = true;
    return m->waits = true;
}

/* ---- names ---- */

/* asyncc_f_S_type, or asyncc_f_S_type_2 ...; the kind is "struct", "" and so on: tags are a space of their own. */
static const char *fresh(struct move *m, const char *kind, const char *base, const char *what)
{
    struct unit *unit = m->unit;
    const char *name = names_of(unit, m->function->decl, arena_format(unit->arena, "%s_%s", base, what));
    if (!unit->moved_names) {
        unit->moved_names = arena_get(unit->arena, 2 * sizeof *unit->moved_names);
        unit->moved_names[0].arena = unit->moved_names[1].arena = unit->arena;
    }
    name = set_fresh(&unit->moved_names[*kind != '\0'], name);
    return *kind ? arena_format(unit->arena, "%s %s", kind, name) : name;
}

static const char *keyword_text(const struct unit *unit, const struct token *keyword)
{
    return token_is(unit, keyword, "struct") ? "struct" : token_is(unit, keyword, "union") ? "union" : "enum";
}

/* A specifier without a tag gets one. */
void local_types_tag(struct move *m, struct decl *decl)
{
    const struct unit *unit = m->unit;
    struct specifier s;
    if (decl->written || !decl->specifier.end || !specifier_read(unit, unit_token(unit, decl->specifier.begin), &s) || s.tag)
        return;
    const char *kind = keyword_text(unit, s.keyword);
    decl->written = fresh(m, kind, "anonymous", "type");
    bool apart = unit_token_before(unit, s.open->begin)->end < s.open->begin;
    unit_add_edit(m->unit, s.open->begin, s.open->begin,
                  arena_format(unit->arena, apart ? "%s " : " %s ", decl->written + strlen(kind) + 1));
}

static const char *kind_of(const struct name *name)
{
    const struct decl *decl = name->decl;
    if (name->space != SPACE_TAG)
        return "";
    return decl->kind == DECL_ENUM ? "enum" : strncmp(decl->type->name, "union", 5) == 0 ? "union" : "struct";
}

static void rename_it(struct move *m, const struct name *name)
{
    struct decl *decl = name->decl;
    const char *kind = kind_of(name), *what = decl->kind == DECL_CONSTANT ? "constant" : "type";
    decl->written = fresh(m, kind, name->text, what);
    arena_push(m->unit->arena, m->renamed, m->renamed_count, name);
}

/* ---- which text ---- */

static bool is_type(const struct decl *decl)
{
    return decl && (decl->kind == DECL_RECORD || decl->kind == DECL_ENUM || decl->kind == DECL_TYPEDEF);
}

static bool is_variable(const struct move *m, const struct extent *declaration)
{
    size_t count;
    const struct name **names = name_index_within(m->index, declaration, &count);
    for (size_t i = 0; i < count; i++) {
        const struct decl *decl = names[i]->decl;
        if (decl && decl->kind == DECL_TYPEDEF && is_inside(names[i]->at, declaration) && type_is_variable(decl->type))
            return true;
    }
    return false;
}

/* What is a name in the text that moves: declared in it, a type of its own, or what only the function has. */
static void take_name(struct move *m, const struct name *name, const struct moved_text *moved)
{
    struct decl *decl = name->decl;
    bool declared = is_inside(name->at, &moved->text);
    if (declared && decl->kind == DECL_CONSTANT && !decl->is_moved) {
        decl->is_moved = true;
        rename_it(m, name);
    } else if (is_type(decl)) {
        need(m, decl);
    }
}

static void add_text(struct move *m, unsigned offset);

static void take_use(struct move *m, const struct name *name, const struct extent *use, const struct extent *text)
{
    struct decl *decl = name->decl;
    bool has_sizes = decl->kind == DECL_TYPEDEF && type_is_variable(decl->type); /* which only the function has */
    if (is_type(decl) && !has_sizes) {
        need(m, decl);
    } else if (decl->kind == DECL_CONSTANT) {
        add_text(m, name->at);
    } else {
        struct stranger stranger = { name, *use, *text };
        arena_push(m->unit->arena, m->strangers, m->stranger_count, stranger);
        if (decl->type)
            mention(m, decl->type);
    }
}

/* The first use in the text or behind it. */
static size_t first_use(const struct name *name, const struct extent *text)
{
    size_t low = 0, high = name->use_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (name->uses[middle].begin < text->begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where in the file what the name means outside of the function is known; macros may be defined anywhere. */
static void see_from(struct move *m, const struct name *name, const struct moved_text *moved)
{
    const struct decl *decl = name->decl;
    size_t first = first_use(name, &moved->text);
    if (first < name->use_count && is_inside(name->uses[first].begin, &moved->text))
        m->types->visible_from = visible_later(m->types->visible_from, visible_decl(decl, true));
}

static void see_macros(struct move *m, const struct moved_text *moved)
{
    bool any = m->unit->has_packing;
    for (const struct token *token = unit_token(m->unit, moved->text.begin); token && token->begin < moved->text.end;
         token = unit_token(m->unit, token->end))
        any = any || unit_invocation(m->unit, token->begin);
    const char *text = arena_copy(m->unit->arena, m->unit->text + moved->text.begin, moved->text.end - moved->text.begin);
    unsigned from = any ? m->function->node->begin : visible_words(m->unit, m->function, text);
    m->types->visible_from = visible_later(m->types->visible_from, from);
}

static void take_names(struct move *m, struct moved_text moved)
{
    size_t count;
    const struct name **names = name_index_within(m->index, &moved.text, &count);
    for (size_t i = 0; i < count; i++) {
        const struct name *name = names[i];
        bool declared = is_inside(name->at, &moved.text);
        if (name->is_outside)
            see_from(m, name, &moved);
        if (name->is_outside || !name->decl || name->is_prototype || name->space == SPACE_LABEL)
            continue;
        if (declared)
            take_name(m, name, &moved);
        for (size_t k = first_use(name, &moved.text);
             k < name->use_count && !declared && is_inside(name->uses[k].begin, &moved.text); k++)
            take_use(m, name, &name->uses[k], &moved.text);
        for (size_t k = 0; k < name->other_count; k++)
            if (is_inside(name->others[k], &moved.text) && (!declared || is_type(name->decl)))
                local_types_wait(m, name->others[k]);
    }
}

/* The text around the offset moves; of what is only a tag, there is none. */
static void add_text(struct move *m, unsigned offset)
{
    const struct specifier *s = specifier_around(m, offset);
    if (local_types_at(m->function, offset) || local_types_wait(m, s ? s->keyword->begin : offset))
        return;
    struct declaration d = specifier_declaration(m->unit, s ? s->keyword->begin : offset);
    struct moved_text moved = { .is_declaration = d.is_typedef && !is_variable(m, &d.all) };
    if (!moved.is_declaration && !s)
        return;
    moved.text = moved.is_declaration ? d.all : s->all;
    if (!moved.is_declaration && s->has_macro) {
        for (const struct token *token = s->keyword; token; token = unit_token(m->unit, token->end)) {
            if (token->begin > s->open->begin && token->begin < s->close->begin)
                continue;
            local_types_wait(m, token->begin);
            if (token->begin >= s->all.end)
                break;
        }
        if (m->waits)
            return;
    }
    if (moved.is_declaration && (local_types_wait(m, moved.text.begin) || local_types_wait(m, moved.text.end - 1)))
        return;
    arena_push(m->unit->arena, m->types->texts, m->types->text_count, moved);
    take_names(m, moved);
    see_macros(m, &moved);
}

/* The braces of the definition there are perhaps a macro's, which then is the first behind the tag: it is expanded. */
static bool waits_for_braces(struct move *m, unsigned specifier)
{
    const struct specifier *s = specifier_around(m, specifier);
    for (const struct token *token = s && s->keyword->begin == specifier ? NULL : unit_token(m->unit, specifier);
         token && !token_is(m->unit, token, ";") && !token_is(m->unit, token, "="); token = unit_token(m->unit, token->end))
        if (local_types_wait(m, token->begin))
            return true;
    return false;
}

/* The type is to be visible in front of the function. */
static void need(struct move *m, struct decl *decl)
{
    const struct name *name = name_index_of(m->index, decl);
    if (!decl->is_local || decl->is_moved)
        return;
    decl->is_moved = true;
    if (name && (name->is_made || !name->use_count)) {
        local_types_wait(m, name->at);
        return;
    }
    if (decl->specifier.end && waits_for_braces(m, decl->specifier.begin))
        return;
    arena_push(m->unit->arena, m->types->decls, m->types->decl_count, decl);
    if (name)
        rename_it(m, name);
    add_text(m, decl->specifier.end ? decl->specifier.begin : name ? name->at : decl->at);
}

/* ---- what is mentioned ---- */

/* Whether the whole declaration can stand elsewhere: a block in an expression cannot. */
static bool is_movable(const struct move *m, const struct decl *decl)
{
    const struct name *name = name_index_of(m->index, decl);
    if (!name)
        return false;
    struct declaration d = specifier_declaration(m->unit, name->at);
    for (const struct token *token = unit_token(m->unit, d.all.begin); token && token->begin < d.all.end;) {
        const struct token *next = unit_token(m->unit, token->end);
        if (token_is(m->unit, token, "(") && token_is(m->unit, next, "{"))
            return false;
        token = next;
    }
    return !is_variable(m, &d.all);
}

static void mention(struct move *m, struct type *type)
{
    switch (type->kind) {
    case TYPE_FUNCTION:
        for (size_t i = 0; i < type->param_count; i++)
            mention(m, type->params[i]);
        /* fall through */
    case TYPE_POINTER:
    case TYPE_ARRAY:
    case TYPE_VARIABLE_ARRAY:
    case TYPE_ATOMIC:
    case TYPE_SUGAR: mention(m, type->target); break;
    case TYPE_TYPEDEF:
        if (!type->decl || !type->decl->is_local)
            break;
        if (!is_movable(m, type->decl)) { /* it is written out, and perhaps used by nothing else */
            type->decl->is_used = true;
            mention(m, type->target);
            break;
        }
        need(m, type->decl);
        break;
    case TYPE_RECORD:
        if (!type->decl || !type->decl->is_local)
            break;
        need(m, type->decl);
        local_types_tag(m, type->decl);
        break;
    default: break;
    }
}

static bool is_inferred(const struct type *type)
{
    for (; type; type = type->target)
        if ((type->kind == TYPE_SUGAR && type->is_inferred) ||
            (type->kind == TYPE_RECORD && type->decl && type->decl->is_anonymous))
            return true;
    return false;
}

/* The output declares it by its type, and its words may not be those that name the type. */
static bool is_written_out(const struct decl *local)
{
    const struct node *declaration = local->node ? local->node->parent : NULL;
    return (!declaration || declaration->to_lower || local_of(local)->is_unconst || local_of(local)->needs_zero ||
            local->written) &&
           is_inferred(local->type);
}

/* What is aligned so in the frame. */
static void mention_alignment(struct move *m, const struct decl *local)
{
    for (size_t i = 0; i < local->alignment_count; i++)
        take_names(m, (struct moved_text){ .text = local->alignments[i] });
}

static void mention_locals(struct move *m)
{
    const struct function *function = m->function;
    for (size_t i = 0; i < function->local_count; i++) {
        const struct decl *local = function->locals[i]->decl;
        if (decl_is_resident(local) || decl_is_temporary(local) || local->kind == DECL_PARAMETER || is_written_out(local))
            mention(m, local->type);
        if (function->locals[i]->unaligned)
            mention(m, function->locals[i]->unaligned);
        if (decl_is_resident(local))
            mention_alignment(m, local);
    }
    for (size_t i = 0; i < function->await_count; i++) {
        const struct await *await = function->awaits[i]->await;
        for (size_t k = 0; k < await->live_count; k++)
            mention(m, await->live[k]->type);
    }
}

/* A declaration that is taken apart prints its types without what stands behind their braces. */
static void find_apart(struct move *m, struct node *node)
{
    struct decl *decl = node->kind == NODE_TYPE ? node->decl : NULL;
    struct specifier s;
    if (decl && decl->specifier.end && node->parent->kind != NODE_DECLARATIONS && node->parent->kind != NODE_TYPE &&
        specifier_read(m->unit, unit_token(m->unit, decl->specifier.begin), &s) && (s.has_macro || s.all.end > s.close->end))
        need(m, decl);
    for (struct node *child = node->first; child; child = child->next)
        find_apart(m, child);
}

/* What says how structs are laid out is to be read, wherever it comes from. */
static void find_layout(struct move *m)
{
    for (size_t i = 0; m->types->text_count && i < m->unit->mention_count; i++)
        if (m->unit->mentions[i].has_layout)
            local_types_wait(m, m->unit->mentions[i].at);
}

/* In what stays. */
static bool names_itself(const struct function *function, const struct node *node)
{
    if (node->kind == NODE_FUNCTION_NAME && !local_types_at(function, node->begin))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (names_itself(function, child))
            return true;
    return false;
}

/* ---- all of it ---- */

static int by_begin(const void *left, const void *right)
{
    const struct moved_text *a = left, *b = right;
    return a->text.begin < b->text.begin ? -1 : a->text.begin > b->text.begin;
}

static void settle_ahead(struct move *m)
{
    for (size_t i = 0; i < m->renamed_count; i++) {
        const struct name *name = m->renamed[i];
        struct decl *decl = name->decl;
        if (decl->kind == DECL_RECORD && (!decl->specifier.end || name->uses[0].begin < decl->specifier.begin))
            arena_push(m->unit->arena, m->types->ahead, m->types->ahead_count, decl);
    }
}

const struct moved_text *local_types_at(const struct function *function, unsigned offset)
{
    const struct local_types *types = function->types;
    for (size_t i = 0; types && i < types->text_count; i++)
        if (is_inside(offset, &types->texts[i].text))
            return &types->texts[i];
    return NULL;
}

void local_types_move(struct unit *unit, struct function *function, struct diagnostics *diagnostics)
{
    struct move m = { .unit = unit, .function = function, .diagnostics = diagnostics };
    m.types = function->types = arena_get(unit->arena, sizeof *m.types);
    if (!unit->has_local_types)
        return;
    m.names = resolve_function(unit, function);
    m.index = name_index_new(unit->arena, m.names);
    find_specifiers(&m);
    mention_locals(&m);
    find_apart(&m, function->body);
    find_layout(&m);
    local_types_edit(&m);
    function->uses_name = function->uses_name && names_itself(function, function->body);
    settle_ahead(&m);
    if (m.types->text_count)
        qsort(m.types->texts, m.types->text_count, sizeof *m.types->texts, by_begin);
}
