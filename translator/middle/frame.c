#include "frame.h"

#include "base/arena.h"
#include "base/diag.h"
#include "local_types.h"
#include "tree/names.h"
#include "pack.h"
#include "front/resolve.h"
#include "base/set.h"
#include "storage.h"
#include "tree/tree.h"
#include "visible.h"

#include <string.h>

struct lay {
    struct unit *unit;
    struct function *function;
    struct frame *frame;
    struct diagnostics *diagnostics;
    struct set members; /* of the frame */
};

/* ---- records without a tag, outside the function ---- */

static struct decl *untagged(struct type *type)
{
    while (type->kind == TYPE_ARRAY || type->kind == TYPE_POINTER || type->kind == TYPE_SUGAR ||
           (type->kind == TYPE_TYPEDEF && type->decl && type->decl->is_local))
        type = type->target;
    return type->kind == TYPE_RECORD && type->decl && type->decl->is_anonymous && !type->decl->is_local ? type->decl : NULL;
}

/* It gets a tag where it is declared, to be called by. */
static void tag(struct lay *lay, struct type *type, const struct node *at, const char *of)
{
    struct unit *unit = lay->unit;
    struct decl *record = untagged(type);
    if (!record || record->written)
        return;
    const struct token *keyword = record->node ? unit_token(unit, record->node->begin) : NULL;
    if (!keyword || unit_invocation(unit, keyword->begin)) {
        struct place place = unit_place(unit, at->begin, at->end);
        diag(lay->diagnostics, DIAG_UNNAMED_TYPE, &place, of);
        return;
    }
    record->written = arena_format(unit->arena, "%.*s asyncc_untagged%u", (int)(keyword->end - keyword->begin),
                                   unit->text + keyword->begin, ++unit->untagged_count);
    unit_add_edit(unit, keyword->begin, keyword->end, record->written);
}

static void tag_all(struct lay *lay)
{
    const struct function *function = lay->function;
    const struct decl *decl = function->decl;
    tag(lay, decl->type->target, function->node, decl->name);
    for (size_t i = 0; i < function->local_count; i++) {
        const struct local *local = function->locals[i];
        const struct decl *named = local->decl;
        tag(lay, named->type, named->node ? named->node : function->node, *named->name ? named->name : decl->name);
        if (local->unaligned)
            tag(lay, local->unaligned, function->node, decl->name);
    }
}

/* ---- names ---- */

/* Of such pointers a cast from a pointer to void * is called unsafe. */
static bool points_to_qualified(struct type *type)
{
    bool inside = false;
    for (; type && type->kind != TYPE_FUNCTION; type = type->target) {
        if (inside && type->quals)
            return true;
        inside = inside || type->kind == TYPE_POINTER;
    }
    return false;
}

/* What stands for a local of a variably modified type: the object that a pointer of that type points to. */
static void name_variable(struct lay *lay, struct decl *decl)
{
    decl->local->slot = storage_slot_type(lay->unit, decl->type);
    bool array = type_plain(decl->type)->kind == TYPE_VARIABLE_ARRAY;
    if (!storage_is_sized(decl->type)) {
        const struct node *at = decl->node ? decl->node : lay->function->node;
        struct place place = unit_place(lay->unit, at->begin, at->end);
        diag(lay->diagnostics, DIAG_VARIABLE_TYPE, &place,
             decl_is_temporary(decl) ? "this expression" : unit_shown_name(lay->unit, decl));
        return;
    }
    struct type *place = type_unconst(lay->unit, decl->type); /* it is assigned its first value */
    const char *type = type_declare(lay->unit, type_pointer_to(lay->unit, place), "");
    const char *object = array ? "" : points_to_qualified(decl->type) ? "(void *)&" : "&";
    decl->written =
        arena_format(lay->unit->arena, "(*(%s)%s%sself->%s)", type, object, lay->unit->prefix, local_of(decl)->field);
}

static void name_resident(struct lay *lay, struct decl *decl)
{
    const char *name = set_fresh(&lay->members, decl->name);
    while (name != decl->name && names_is_taken(lay->unit, name))
        name = set_fresh(&lay->members, decl->name);
    decl->local->field = name;
    decl->written = arena_format(lay->unit->arena, "%sself->%s", lay->unit->prefix, name);
}

/* A macro that has the name, or whose argument does, is expanded first: it may ask how its argument is spelled. */
static void must_expand(const struct lay *lay, unsigned at)
{
    struct invocation *invocation = unit_invocation(lay->unit, at);
    if (invocation && !invocation->is_dialect)
        invocation->must_expand = true;
}

/* The text instead of the name, where the file spells it. */
static void write_uses(struct lay *lay, const struct extent *at, const struct name *name, const char *text)
{
    for (size_t i = 0; i < name->use_count; i++)
        if (name->uses[i].begin >= at->begin && name->uses[i].begin < at->end) {
            unit_add_edit(lay->unit, name->uses[i].begin, name->uses[i].end, text);
            must_expand(lay, name->uses[i].begin);
        }
    for (size_t i = 0; i < name->other_count; i++)
        if (name->others[i] >= at->begin && name->others[i] < at->end)
            must_expand(lay, name->others[i]);
}

/* The name of a variably modified type is written out where it is used. */
static void write_out(struct lay *lay, const struct names *names, const struct decl *decl)
{
    struct unit *unit = lay->unit;
    if (!storage_is_sized(decl->type->target)) {
        struct place place = unit_place(unit, decl->node->begin, decl->node->end);
        diag(lay->diagnostics, DIAG_VARIABLE_TYPE, &place, unit_shown_name(unit, decl));
        return;
    }
    const char *text = arena_format(unit->arena, "__typeof__(%s)", type_declare(unit, decl->type->target, ""));
    const struct extent behind = { decl->node->end, lay->function->node->end };
    for (size_t i = 0; i < names->count; i++)
        if (names->all[i]->decl == decl)
            write_uses(lay, &behind, names->all[i], text);
}

/* ---- prototypes ---- */

/* What the sizes in a prototype mention is text there: no pass goes into it. */
static void write_resident(struct lay *lay, const struct extent *at, const struct name *name)
{
    if (name->decl && decl_is_resident(name->decl))
        write_uses(lay, at, name, name->decl->written);
}

static bool points_to_function(struct type *type)
{
    while (type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY || type->kind == TYPE_SUGAR)
        type = type->target;
    return type->kind == TYPE_FUNCTION;
}

/* Where parameters are declared, in a function's declaration or in that of a pointer to one; false: nowhere. */
static bool find_parameters(const struct node *node, struct extent *at)
{
    const struct decl *decl = node->decl;
    *at = (struct extent){ node->begin, node->end };
    if (node->kind == NODE_FUNCTION)
        return true;
    if ((node->kind != NODE_VARIABLE && node->kind != NODE_X_DECLARE) || !decl || !decl->node || decl_is_resident(decl) ||
        type_is_variable(decl->type) || !points_to_function(decl->type))
        return false;
    const struct node *value = decl->node->part[PART_INIT];
    *at = (struct extent){ decl->at, value ? value->begin : decl->node->end };
    return true;
}

static void write_prototypes(struct lay *lay, const struct node *node, const struct names **names)
{
    struct extent at;
    if (find_parameters(node, &at)) {
        *names = *names ? *names : resolve_function(lay->unit, lay->function);
        for (size_t i = 0; i < (*names)->count; i++)
            write_resident(lay, &at, (*names)->all[i]);
    }
    for (const struct node *child = node->first; child && node->kind != NODE_FUNCTION; child = child->next)
        write_prototypes(lay, child, names);
}

/* ---- layout ---- */

static struct layout *layout_of(struct lay *lay, struct node *scope)
{
    struct frame *frame = lay->frame;
    for (size_t i = 0; i < frame->layout_count; i++)
        if (frame->layouts[i]->scope == scope)
            return frame->layouts[i];
    struct layout *layout = arena_get(lay->unit->arena, sizeof *layout);
    layout->scope = scope;
    arena_push(lay->unit->arena, frame->layouts, frame->layout_count, layout);
    return layout;
}

/* The layout of the innermost scope around the node that has residents. */
static struct layout *layout_around(struct lay *lay, struct node *node)
{
    for (; node; node = node->parent)
        for (size_t i = 1; i < lay->frame->layout_count; i++)
            if (lay->frame->layouts[i]->scope == node)
                return lay->frame->layouts[i];
    return lay->frame->root;
}

static void see(struct lay *lay, unsigned from)
{
    lay->frame->visible_from = visible_later(lay->frame->visible_from, from);
}

static void see_slot(struct lay *lay, const struct decl *decl)
{
    see(lay, visible_type(lay->unit, lay->function, decl->type, true));
    see(lay, visible_words(lay->unit, lay->function, decl->name));
}

/* Its text is written in the frame; what it mentions but numbers and keywords may be declared anywhere. */
static void see_alignment(struct lay *lay, const struct decl *decl)
{
    for (size_t i = 0; i < decl->alignment_count; i++) {
        const struct extent *text = &decl->alignments[i];
        for (const struct token *token = unit_token(lay->unit, text->begin); token && token->begin < text->end;
             token = unit_token(lay->unit, token->end))
            if (unit_invocation(lay->unit, token->begin) || (token->kind == TOKEN_IDENTIFIER && token->begin > text->begin))
                see(lay, lay->function->node->begin);
    }
}

static void add_residents(struct lay *lay)
{
    struct function *function = lay->function;
    for (size_t i = 0; i < function->local_count; i++) {
        struct decl *decl = function->locals[i]->decl;
        if (!decl_is_resident(decl))
            continue;
        bool at_root = decl->scope == function->node || decl->scope == function->body;
        struct layout *layout = at_root ? lay->frame->root : layout_of(lay, decl->scope);
        name_resident(lay, decl);
        arena_push(lay->unit->arena, layout->residents, layout->resident_count, decl);
        see_slot(lay, decl);
        see_alignment(lay, decl);
    }
    for (size_t i = 0; i < function->local_count; i++) /* now that their sizes have names */
        if (decl_is_resident(function->locals[i]->decl) && type_is_variable(function->locals[i]->decl->type))
            name_variable(lay, function->locals[i]->decl);
    const struct names *names = function->typedef_count ? resolve_function(lay->unit, function) : NULL;
    for (size_t i = 0; i < function->typedef_count; i++)
        write_out(lay, names, function->typedefs[i]);
    write_prototypes(lay, function->body, &names);
    for (size_t i = 1; i < lay->frame->layout_count; i++) {
        struct layout *layout = lay->frame->layouts[i];
        layout->parent = layout_around(lay, layout->scope->parent);
        arena_push(lay->unit->arena, layout->parent->children, layout->parent->child_count, layout);
    }
}

/* Frames that stand inside this one, and results of calls in items that are more. */
static void add_callee(struct lay *lay, const struct await *await, bool unit)
{
    const struct await *inner = await_operation(await);
    if (await->is_item && inner->call)
        see(lay, visible_type(lay->unit, lay->function, inner->call->type, true));
    const struct function *callee = await->callee ? await->callee->function : NULL;
    for (size_t i = 0; i < await->item_count; i++)
        add_callee(lay, await->items[i], unit || await_has_children(await));
    if (await->kind == AWAIT_LEAF)
        see(lay, visible_decl(await->callee, false));
    if (callee && (await->kind == AWAIT_FRAME || (unit && await->kind == AWAIT_PLAIN)))
        see(lay, visible_callee(callee, unit));
}

static void add_await(struct lay *lay, struct node *node)
{
    struct await *await = node->await;
    struct layout *layout = layout_around(lay, node);
    arena_push(lay->unit->arena, layout->awaits, layout->await_count, node);
    for (size_t i = 0; i < await->live_count; i++) {
        struct decl *decl = await->live[i];
        if (type_unqualified(lay->unit, decl->type) != decl->type)
            decl->local->is_unconst = true;
        see_slot(lay, decl);
    }
    add_callee(lay, await, false);
}

void frame_lay_out(struct unit *unit, struct function *function, struct diagnostics *diagnostics)
{
    struct lay lay = { .unit = unit, .function = function, .diagnostics = diagnostics };
    lay.members.arena = unit->arena;
    set_fresh(&lay.members, "state");
    lay.frame = arena_get(unit->arena, sizeof *lay.frame);
    function->frame = lay.frame;
    lay.frame->root = layout_of(&lay, function->node);
    lay.frame->visible_from = function->types->visible_from;
    lay.frame->definition_from = visible_prototype(unit, function, false);
    lay.frame->prototype_from = visible_prototype(unit, function, true);
    if (lay.frame->definition_from < lay.frame->prototype_from)
        lay.frame->prototype_from = lay.frame->definition_from;
    lay.frame->arguments_from = visible_arguments(unit, function);
    if (!function->suspends) {
        tag_all(&lay);
        return;
    }
    add_residents(&lay);
    for (size_t i = 0; i < function->await_count; i++)
        add_await(&lay, function->awaits[i]);
    tag_all(&lay);
    pack_frame(unit->arena, function);
}
