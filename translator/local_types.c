#include "local_types.h"

#include "arena.h"
#include "diag.h"
#include "name_index.h"
#include "names.h"
#include "resolve.h"
#include "set.h"
#include "specifier.h"
#include "visible.h"

#include <stdlib.h>
#include <string.h>

/* A local variable in text that moves. */
struct stranger {
    const struct name *name;
    struct extent use, text;
};

struct move {
    struct unit *unit;
    struct function *function;
    struct diagnostics *diagnostics;
    const struct names *names;
    const struct name_index *index; /* of them */
    struct local_types *types;
    struct specifier *specifiers; /* of the function, without those inside others */
    size_t specifier_count;
    const struct name **renamed; /* types and enumerators; decl->written has the new spelling */
    size_t renamed_count;
    struct stranger *strangers;
    size_t stranger_count;
    bool waits; /* for an invocation's expansion */
};

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
static bool wait_for(struct move *m, unsigned offset)
{
    struct invocation *invocation = unit_invocation(m->unit, offset);
    if (!invocation || invocation->is_dialect)
        return false;
    invocation->must_expand = true;
    return m->waits = true;
}

/* The word is spelled otherwise, in its place if it is no part of a string or another word there. */
static void spell(struct move *m, const struct extent *word, const char *text)
{
    const struct invocation *invocation = unit_invocation(m->unit, word->begin);
    if (!invocation || invocation->is_dialect || !invocation->has_hash)
        unit_add_edit(m->unit, word->begin, word->end, text);
    else
        wait_for(m, word->begin);
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
static void give_tag(struct move *m, struct decl *decl)
{
    const struct unit *unit = m->unit;
    struct specifier s;
    if (decl->written || !decl->specifier.end ||
        !specifier_read(unit, unit_token(unit, decl->specifier.begin), &s) || s.tag)
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
    if (is_type(decl)) {
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
    if (first < name->use_count && is_inside(name->uses[first].begin, &moved->text) && decl && decl->in_file)
        m->types->visible_from = visible_later(m->types->visible_from,
                                               decl->specifier.end ? decl->specifier.end : decl->at);
}

static void see_macros(struct move *m, const struct moved_text *moved)
{
    bool any = m->unit->has_packing;
    for (const struct token *token = unit_token(m->unit, moved->text.begin); token && token->begin < moved->text.end;
         token = unit_token(m->unit, token->end))
        any = any || unit_invocation(m->unit, token->begin);
    if (any)
        m->types->visible_from = m->function->node->begin;
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
                wait_for(m, name->others[k]);
    }
}

/* The text around the offset moves; of what is only a tag, there is none. */
static void add_text(struct move *m, unsigned offset)
{
    const struct specifier *s = specifier_around(m, offset);
    if (local_types_at(m->function, offset) || wait_for(m, s ? s->keyword->begin : offset))
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
            wait_for(m, token->begin);
            if (token->begin >= s->all.end)
                break;
        }
        if (m->waits)
            return;
    }
    if (moved.is_declaration && (wait_for(m, moved.text.begin) || wait_for(m, moved.text.end - 1)))
        return;
    arena_push(m->unit->arena, m->types->texts, m->types->text_count, moved);
    take_names(m, moved);
    see_macros(m, &moved);
}

/* The type is to be visible in front of the function. */
static void need(struct move *m, struct decl *decl)
{
    const struct name *name = name_index_of(m->index, decl);
    if (!decl->is_local || decl->is_moved)
        return;
    decl->is_moved = true;
    if (name && (name->is_made || !name->use_count)) {
        wait_for(m, name->at);
        return;
    }
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
    case TYPE_SUGAR:
        mention(m, type->target);
        break;
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
        give_tag(m, type->decl);
        break;
    default:
        break;
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
    return (!declaration || declaration->to_lower || local->is_unconst || local->needs_zero || local->written) &&
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
        const struct decl *local = function->locals[i];
        if (local->is_resident || local->is_temporary || local->kind == DECL_PARAMETER || is_written_out(local))
            mention(m, local->type);
        if (local->unaligned)
            mention(m, local->unaligned);
        if (local->is_resident)
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
        specifier_read(m->unit, unit_token(m->unit, decl->specifier.begin), &s) &&
        (s.has_macro || s.all.end > s.close->end))
        need(m, decl);
    for (struct node *child = node->first; child; child = child->next)
        find_apart(m, child);
}

/* ---- the edits ---- */

static void edit_names(struct move *m)
{
    for (size_t i = 0; i < m->renamed_count; i++) {
        const struct name *name = m->renamed[i];
        const char *text = strrchr(name->decl->written, ' ');
        for (size_t k = 0; k < name->use_count; k++)
            spell(m, &name->uses[k], text ? text + 1 : name->decl->written);
        for (size_t k = 0; k < name->other_count; k++)
            wait_for(m, name->others[k]);
    }
}

/* Whether what the byte is part of is asked for its type only. */
static bool is_unevaluated(const struct unit *unit, unsigned offset, unsigned begin)
{
    static const char *const asking[] = { "sizeof", "_Alignof", "__alignof__", "__alignof", "typeof", "__typeof__",
                                          "__typeof", "__builtin_types_compatible_p" };
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
    decl->attributes = arena_format(m->unit->arena, "%s__attribute__((unused)) ",
                                    decl->attributes ? decl->attributes : "");
    if (decl->kind == DECL_VARIABLE)
        put_unused(m, name->at);
}

static void edit_strangers(struct move *m)
{
    for (size_t i = 0; i < m->stranger_count; i++) {
        const struct name *name = m->strangers[i].name;
        struct extent use = m->strangers[i].use;
        struct type *type = name->decl->type;
        bool object = name->decl->kind == DECL_VARIABLE || name->decl->kind == DECL_PARAMETER ||
                      name->decl->kind == DECL_FUNCTION;
        if (wait_for(m, use.begin)) /* for what stands around it */
            continue;
        if (!object || !type || type_is_variable(type) || !is_unevaluated(m->unit, use.begin, m->strangers[i].text.begin)) {
            refuse(m, use.begin, use.end, arena_format(m->unit->arena, "'%s'", name->text));
            continue;
        }
        const char *pointer = type_declare(m->unit, type_pointer_to(m->unit, type), "");
        keep_used(m, name);
        spell(m, &use, arena_format(m->unit->arena, "(*(%s)0)", pointer));
    }
}

/* What is nobody's declaration: the function's name as a string, and blocks in expressions. */
static void edit_others(struct move *m, const struct extent *text)
{
    const struct unit *unit = m->unit;
    for (const struct token *token = unit_token(unit, text->begin); token && token->begin < text->end;
         token = unit_token(unit, token->end)) {
        const struct token *next = unit_token(unit, token->end);
        struct extent word = { token->begin, token->end };
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

static struct decl *decl_at(const struct unit *unit, unsigned specifier)
{
    for (size_t i = 0; i < unit->collected_count; i++)
        if (unit->collected[i]->specifier.end && unit->collected[i]->specifier.begin == specifier)
            return unit->collected[i];
    return NULL;
}

/* Where the text stood, a reference stays, unless it declared nothing else. */
static void edit_place(struct move *m, const struct moved_text *moved)
{
    const struct unit *unit = m->unit;
    struct declaration d = specifier_declaration(unit, moved->text.begin);
    struct decl *decl = decl_at(unit, moved->text.begin);
    if (moved->is_declaration || token_is(unit, unit_token(unit, moved->text.end), ";")) {
        drop(m, d.all);
        return;
    }
    require(decl);
    decl->is_moved = true;
    give_tag(m, decl);
    leave(m, moved->text, decl->written);
}

static void edit(struct move *m)
{
    edit_names(m);
    edit_strangers(m);
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
        struct decl *local = m->function->locals[i];
        for (size_t k = 0; local->is_resident && k < local->alignment_count; k++) {
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
            type_is_variable(name->decl->type) || wait_for(m, name->at))
            continue;
        put_unused(m, name->at);
    }
}

/* What says how structs are laid out is to be read, wherever it comes from. */
static void find_layout(struct move *m)
{
    for (size_t i = 0; m->types->text_count && i < m->unit->mention_count; i++)
        if (m->unit->mentions[i].has_layout)
            wait_for(m, m->unit->mentions[i].at);
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

static bool has_local_types(const struct unit *unit)
{
    for (size_t i = 0; i < unit->collected_count; i++)
        if (unit->collected[i]->is_local && is_type(unit->collected[i]))
            return true;
    return false;
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
    if (!has_local_types(unit))
        return;
    m.names = resolve_function(unit, function);
    m.index = name_index_new(unit->arena, m.names);
    find_specifiers(&m);
    mention_locals(&m);
    find_apart(&m, function->body);
    find_layout(&m);
    edit(&m);
    edit_alignments(&m);
    keep_quiet(&m);
    function->uses_name = function->uses_name && names_itself(function, function->body);
    settle_ahead(&m);
    if (m.types->text_count)
        qsort(m.types->texts, m.types->text_count, sizeof *m.types->texts, by_begin);
}
