#include "unique.h"

#include "base/arena.h"
#include "expand.h"
#include "tree/names.h"
#include "front/resolve.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

/* The declarations of one name in a function; those in prototypes and inside macros hide nothing that matters. */
struct group {
    struct name **names; /* by begin, outer ones first */
    size_t count;
    unsigned *depths; /* from 1: of those that it hides, the deepest, and one more */
    unsigned deepest;
};

struct unique {
    struct unit *unit;
    struct edit *edits;
    size_t edit_count, expanded;
};

/* ---- what the translation will mention ---- */

static void mention_type(const struct names *names, const struct type *type)
{
    for (; type; type = type->target) {
        for (size_t i = 0; i < type->param_count; i++)
            mention_type(names, type->params[i]);
        bool is_tag = type->kind == TYPE_RECORD || type->kind == TYPE_ENUM;
        if ((!is_tag && type->kind != TYPE_TYPEDEF) || !type->decl || type->decl->is_local)
            continue;
        resolve_mention(names, is_tag ? SPACE_TAG : SPACE_ORDINARY, type->decl->name);
        break;
    }
}

static void mention_node(const struct names *names, const struct node *node)
{
    mention_type(names, node->type);
    if (node->decl && node->decl->is_local)
        mention_type(names, node->decl->type);
    if (node->kind == NODE_VARIABLE && node->decl->cleanup)
        resolve_mention(names, SPACE_ORDINARY, node->decl->cleanup);
    for (const struct node *child = node->first; child; child = child->next)
        mention_node(names, child);
}

static struct names *names_of_function(struct unit *unit, const struct function *function)
{
    struct names *names = resolve_function(unit, function);
    mention_type(names, function->decl->type);
    for (size_t i = 0; i < function->decl->param_count; i++)
        mention_type(names, function->decl->params[i]->type);
    mention_node(names, function->body);
    return names;
}

/* ---- which names hide others ---- */

static bool hides_nothing(const struct unit *unit, const struct name *name)
{
    const struct invocation *invocation = name->is_made ? unit_invocation(unit, name->at) : NULL;
    return name->is_prototype || (invocation && name->end <= invocation->end);
}

/* Names with linkage cannot change, so others of that name do: those that can be seen with them. */
static bool is_fixed(const struct group *group)
{
    bool found = group->names[0]->is_mentioned;
    for (size_t i = 0; i < group->count && !found; i++) {
        const struct name *linked = group->names[i];
        for (size_t k = 0; name_has_linkage(linked) && k < group->count && !found; k++) {
            const struct name *other = group->names[k];
            found = !name_has_linkage(other) && linked->begin < other->end && other->begin < linked->end;
        }
    }
    return found;
}

/* Scopes are nested or apart, so those that are open at a declaration are a stack. */
static void find_depths(struct unit *unit, struct group *group)
{
    size_t *stack = arena_get(unit->arena, group->count * sizeof *stack), height = 0;
    unsigned base = is_fixed(group) ? 1 : 0;
    group->depths = arena_get(unit->arena, group->count * sizeof *group->depths);
    for (size_t i = 0; i < group->count; i++) {
        const struct name *name = group->names[i];
        if (name_has_linkage(name))
            continue;
        while (height && group->names[stack[height - 1]]->end <= name->begin)
            height--;
        group->depths[i] = (height ? group->depths[stack[height - 1]] : base) + 1;
        stack[height++] = i;
        if (group->depths[i] > group->deepest)
            group->deepest = group->depths[i];
    }
}

/* ---- new names ---- */

static const char *numbered(struct unit *unit, const char *text, unsigned number)
{
    return arena_format(unit->arena, "%s_%u", text, number);
}

/* What is added to the depth, so that the file has none of the new names. */
static unsigned free_from(struct unit *unit, const struct group *group)
{
    unsigned more = 0;
    for (unsigned depth = 2; depth <= group->deepest; depth++)
        while (names_is_taken(unit, numbered(unit, group->names[0]->text, depth + more))) {
            more++;
            depth = 2;
        }
    return more;
}

static void must_expand(struct unique *u, unsigned at)
{
    struct invocation *invocation = unit_invocation(u->unit, at);
    if (!invocation || invocation->is_dialect || invocation->must_expand)
        return;
    invocation->must_expand = true;
    u->expanded++;
}

static void rename(struct unique *u, const struct name *name, const char *by)
{
    for (size_t i = 0; i < name->other_count; i++)
        must_expand(u, name->others[i]);
    for (size_t i = 0; i < name->use_count; i++) {
        const struct invocation *invocation = unit_invocation(u->unit, name->uses[i].begin);
        struct edit edit = { .begin = name->uses[i].begin, .end = name->uses[i].end, .text = by };
        if (invocation && invocation->has_hash)
            must_expand(u, edit.begin);
        arena_push(u->unit->arena, u->edits, u->edit_count, edit);
    }
}

static void settle_group(struct unique *u, struct group *group)
{
    find_depths(u->unit, group);
    unsigned more = group->deepest > 1 ? free_from(u->unit, group) : 0;
    for (size_t i = 0; i < group->count; i++)
        if (group->depths[i] > 1)
            rename(u, group->names[i], numbered(u->unit, group->names[i]->text, group->depths[i] + more));
}

static bool is_same(const struct name *left, const struct name *right)
{
    return left->space == right->space && strcmp(left->text, right->text) == 0;
}

static void settle_function(struct unique *u, const struct function *function)
{
    struct names *names = names_of_function(u->unit, function);
    for (size_t from = 0, to; from < names->count; from = to) {
        struct group group = { .names = NULL };
        for (to = from; to < names->count && is_same(names->all[from], names->all[to]); to++)
            if (!hides_nothing(u->unit, names->all[to]))
                arena_push(u->unit->arena, group.names, group.count, names->all[to]);
        if (group.count > 1 || (group.count && group.names[0]->is_mentioned))
            settle_group(u, &group);
    }
}

/* ---- the new text ---- */

static int by_begin(const void *left, const void *right)
{
    const struct edit *a = left, *b = right;
    return a->begin < b->begin ? -1 : a->begin > b->begin;
}

static const char *edited(const struct unique *u, size_t *length)
{
    const struct unit *unit = u->unit;
    struct text text = { 0 };
    unsigned at = 0;
    qsort(u->edits, u->edit_count, sizeof *u->edits, by_begin);
    for (size_t i = 0; i < u->edit_count; i++) {
        const struct edit *edit = &u->edits[i];
        text_add(&text, unit->text + at, edit->begin - at);
        text_put(&text, edit->text);
        for (unsigned k = edit->begin; k < edit->end; k++) /* a word may go on in the next line */
            if (unit->text[k] == '\n')
                text_put(&text, "\\\n");
        at = edit->end;
    }
    text_add(&text, unit->text + at, unit->length - at);
    *length = text.length;
    const char *copy = arena_copy(unit->arena, text.at, text.length);
    text_free(&text);
    return copy;
}

const char *unique_text(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics, size_t *length)
{
    struct unique u = { .unit = unit };
    for (size_t i = 0; i < unit->function_count; i++)
        settle_function(&u, unit->functions[i]);
    if (u.expanded)
        return expand_text(unit, input, diagnostics, length);
    return u.edit_count ? edited(&u, length) : NULL;
}
