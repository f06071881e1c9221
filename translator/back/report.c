/*
 * report.c - walks a frame's layout and the struct that was made of it side by side: the members stand in the order
 * of the layout, so that names need not be compared.
 */
#include "report.h"

#include "base/arena.h"
#include "base/diag.h"
#include "middle/frame.h"
#include "tree/names.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

/* Without -Wlarge-frame=N: what fits into a page of memory is not large. */
enum { LARGE = 4096 };

/* Something that takes bytes of a frame. */
struct occupant {
    const char *text;
    long long size;
    struct place place;
    const struct node *await; /* that keeps it alive, or that it is part of; NULL: none is known */
    bool is_part;
};

struct report {
    struct unit *unit;
    bool remarks;
    long long limit; /* bytes of a frame that are not warned of */
    struct diagnostics *diagnostics;
    const struct decl **records; /* the structs of the output, by name */
    size_t record_count;
    const struct function *function; /* being reported */
    struct occupant *largest;        /* of the parts that make the frame as large as it is */
    size_t largest_count;
};

/* ---- the structs of the output ---- */

static int by_name(const void *left, const void *right)
{
    const struct decl *a = *(const struct decl *const *)left, *b = *(const struct decl *const *)right;
    return strcmp(a->name, b->name);
}

static void find_records(struct report *r, const struct unit *output)
{
    for (const struct node *node = output->root->first; node; node = node->next)
        if (node->kind == NODE_TYPE && node->decl && node->decl->kind == DECL_RECORD)
            arena_push(r->unit->arena, r->records, r->record_count, node->decl);
    if (r->record_count)
        qsort(r->records, r->record_count, sizeof *r->records, by_name);
}

static const struct decl *record_of(const struct report *r, const char *suffix)
{
    struct decl key = { .name = names_of(r->unit, r->function->decl, suffix) };
    const struct decl *wanted = &key, **found = NULL;
    if (r->record_count)
        found = bsearch(&wanted, r->records, r->record_count, sizeof *r->records, by_name);
    return found ? *found : NULL;
}

static const struct decl *member_record(const struct decl *record, size_t index)
{
    require(index < record->field_count);
    return type_plain(record->fields[index]->type)->decl;
}

static long long member_size(const struct decl *record, size_t index)
{
    require(index < record->field_count);
    return record->fields[index]->type->size;
}

/* ---- what takes bytes ---- */

static const char *bytes(const struct report *r, long long size)
{
    return arena_format(r->unit->arena, "%lld byte%s", size, size == 1 ? "" : "s");
}

static const char *called(const struct report *r, const struct decl *decl)
{
    if (decl_is_temporary(decl))
        return "a temporary";
    if (decl->node && decl->node->kind == NODE_COMPOUND_LITERAL)
        return "a compound literal";
    return arena_format(r->unit->arena, "'%s'", decl->name);
}

static struct place name_place(const struct report *r, const struct decl *decl, unsigned at)
{
    return unit_place(r->unit, at, at + (unsigned)strlen(decl->name));
}

static struct place function_place(const struct report *r)
{
    const struct decl *decl = r->function->decl;
    return name_place(r, decl, decl->definition_at ? decl->definition_at : decl->at);
}

/* Where it is declared; what is declared nowhere stands at the await, or at the function. */
static struct place place_of(const struct report *r, const struct decl *decl, const struct node *await)
{
    if (decl->node && decl->node->kind == NODE_COMPOUND_LITERAL)
        return unit_place(r->unit, decl->node->begin, decl->node->end);
    if (!decl_is_temporary(decl) && decl->in_file)
        return name_place(r, decl, decl->at);
    return await ? unit_place(r->unit, await->begin, await->end) : function_place(r);
}

static const char *operation_text(const struct report *r, const struct await *await)
{
    const char *name = await->callee ? await->callee->name : NULL;
    switch (await->kind) {
    case AWAIT_FRAME: return arena_format(r->unit->arena, "the frame of '%s'", name);
    case AWAIT_LEAF: return arena_format(r->unit->arena, "'%s'", name);
    case AWAIT_CALL:
        return name ? arena_format(r->unit->arena, "the call of '%s', whose frame is its own", name)
                    : "the call, whose frame is its own";
    case AWAIT_SUSPEND: return "--suspend-points";
    default: return await_form(await)->word;
    }
}

/* A child of a gather. */
static const char *child_text(const struct report *r, const struct await *item)
{
    bool embedded = item->kind == AWAIT_FRAME || item->kind == AWAIT_PLAIN;
    if (item->is_item)
        return item->kind == AWAIT_TIMEOUT ? "timeout" : operation_text(r, item);
    if (!item->callee)
        return "a call, whose frame is its own";
    return arena_format(r->unit->arena, embedded ? "the task of '%s'" : "'%s', whose frame is its own", item->callee->name);
}

/* The await that keeps a resident alive: the first one behind its declaration, or the first one in its scope. */
static const struct node *keeper(const struct report *r, const struct decl *decl)
{
    const struct node *first = NULL;
    for (size_t i = 0; i < r->function->await_count; i++) {
        const struct node *await = r->function->awaits[i];
        if (decl->kind == DECL_VARIABLE && !node_is_inside(await, decl->scope))
            continue;
        if (decl->kind != DECL_VARIABLE || !decl->node || await->end > decl->node->begin)
            return await;
        first = first ? first : await;
    }
    return first;
}

/* ---- remarks ---- */

static void remark_await(struct report *r, const struct node *node, const char *part, long long size, const char *members)
{
    struct place place = unit_place(r->unit, node->begin, node->end);
    diag_remark(r->diagnostics, "-Rframe", &place, "this await: %s of the frame of '%s'%s%s", bytes(r, size),
                r->function->decl->name, part, members);
}

static void remark_resident(struct report *r, const struct decl *decl, const char *part, const struct occupant *occupant)
{
    diag_remark(r->diagnostics, "-Rframe", &occupant->place, "%s: %s of the frame of '%s'%s%s", occupant->text,
                bytes(r, occupant->size), r->function->decl->name, part,
                type_is_variable(decl->type) ? "; what it stands for is memory of its own" : "");
}

/* ---- the walk ---- */

struct where {
    const struct decl *record;
    const char *part; /* ", part 1 of 2, part 2 of 3"; "" in what is always there */
    bool taken;       /* it counts for the size of the frame: no part beside it is larger */
};

static void occupy(struct report *r, const struct where *w, struct occupant occupant)
{
    if (w->taken)
        arena_push(r->unit->arena, r->largest, r->largest_count, occupant);
}

static void add_member(struct report *r, const char **text, const char *name, long long size)
{
    *text = arena_format(r->unit->arena, "%s%s %lld %s", *text, **text ? "," : ":", size, name);
}

/* The operation, and timeouts around it; the value is the index behind their members. */
static size_t walk_operation(struct report *r, const struct node *node, const struct where *w, size_t index,
                             const char **members)
{
    const struct await *await = node->await;
    struct place place = unit_place(r->unit, node->begin, node->end);
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        add_member(r, members, "timeout", member_size(w->record, index++));
    const char *text = operation_text(r, await);
    occupy(r, w, (struct occupant){ text, member_size(w->record, index), place, node, true });
    add_member(r, members, text, member_size(w->record, index++));
    for (size_t i = 0; i < await->item_count; i++, index++) {
        text = child_text(r, await->items[i]);
        occupy(r, w, (struct occupant){ text, member_size(w->record, index), place, node, true });
        add_member(r, members, text, member_size(w->record, index));
    }
    return index;
}

static void walk_await(struct report *r, const struct node *node, const struct where *w, long long size)
{
    const struct await *await = node->await;
    const char *members = "";
    size_t index = 0;
    if (r->function->frame->is_over_state)
        add_member(r, &members, "the state", member_size(w->record, index++));
    for (size_t i = 0; i <= await->live_count; i++) {
        if (i == await->operation_at)
            index = walk_operation(r, node, w, index, &members);
        if (i == await->live_count)
            break;
        const struct decl *decl = await->live[i];
        struct occupant occupant = { called(r, decl), member_size(w->record, index), place_of(r, decl, node), node, false };
        occupy(r, w, occupant);
        add_member(r, &members, occupant.text, member_size(w->record, index++));
    }
    if (r->remarks)
        remark_await(r, node, w->part, size, members);
}

static void walk_residents(struct report *r, const struct layout *layout, size_t from, size_t to, const struct where *w,
                           size_t index)
{
    for (size_t i = from; i < to; i++, index++) {
        const struct decl *decl = layout->residents[i];
        struct occupant occupant = { called(r, decl), member_size(w->record, index), place_of(r, decl, NULL),
                                     keeper(r, decl), false };
        occupy(r, w, occupant);
        if (r->remarks)
            remark_resident(r, decl, w->part, &occupant);
    }
}

static void walk_union(struct report *r, const struct layout *layout, const struct where *w, size_t first);

/* The await or scope that is the index-th of the layout's, in the member of the record. */
static void walk_part(struct report *r, const struct layout *layout, size_t index, const struct where *w, size_t member)
{
    long long size = member_size(w->record, member);
    struct where inner = { member_record(w->record, member), w->part, w->taken };
    if (index < layout->await_count) {
        walk_await(r, layout->awaits[index], &inner, size);
        return;
    }
    const struct layout *child = layout->children[index - layout->await_count];
    walk_union(r, child, &inner, 0);
    walk_residents(r, child, 0, child->resident_count, &inner, child->await_count + child->child_count ? 1 : 0);
}

/* The parts of the layout, in the member of the record that has them; only the largest one is taken. */
static void walk_union(struct report *r, const struct layout *layout, const struct where *w, size_t first)
{
    bool over_state = layout == r->function->frame->root && r->function->frame->is_over_state;
    size_t count = layout->await_count + layout->child_count, largest = 0;
    if (count + over_state <= 1) {
        if (count)
            walk_part(r, layout, 0, w, first);
        return;
    }
    struct where inner = *w;
    inner.record = member_record(w->record, first);
    for (size_t i = 1; i < count; i++)
        if (member_size(inner.record, i + over_state) > member_size(inner.record, largest + over_state))
            largest = i;
    for (size_t i = 0; i < count; i++) {
        if (count > 1)
            inner.part = arena_format(r->unit->arena, "%s, part %zu of %zu", w->part, i + 1, count);
        inner.taken = w->taken && i == largest;
        walk_part(r, layout, i, &inner, i + over_state);
    }
}

static void walk_frame(struct report *r, const struct decl *record)
{
    const struct frame *frame = r->function->frame;
    const struct layout *root = frame->root;
    struct where where = { record, "", true };
    size_t index = frame->is_over_state ? 0 : 1; /* of the state */
    walk_residents(r, root, 0, frame->front_count, &where, index);
    index += frame->front_count;
    bool has_parts = root->await_count + root->child_count > 0;
    if (has_parts)
        walk_union(r, root, &where, index);
    walk_residents(r, root, frame->front_count, root->resident_count, &where, index + has_parts);
}

/* ---- the functions ---- */

static int by_size(const void *left, const void *right)
{
    const struct occupant *a = left, *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->place.begin < b->place.begin ? -1 : a->place.begin > b->place.begin;
}

/* The largest three, of those that are worth a word. */
static void warn_large(struct report *r, const struct place *place, long long size)
{
    const char *text = "";
    size_t shown = 0;
    if (size <= r->limit)
        return;
    if (r->largest_count)
        qsort(r->largest, r->largest_count, sizeof *r->largest, by_size);
    while (shown < r->largest_count && shown < 3 && (!shown || r->largest[shown].size * 8 >= size))
        shown++;
    for (size_t i = 0; i < shown; i++) {
        const struct occupant *one = &r->largest[i];
        text = arena_format(r->unit->arena, "%s%s %s (%s)", text, i ? "," : ":", one->text, bytes(r, one->size));
        if (one->await)
            text = arena_format(r->unit->arena, "%s %s the await in line %u", text, one->is_part ? "for" : "across",
                                unit_line(r->unit, one->await->begin));
    }
    struct diagnostic *warning =
        diag(r->diagnostics, DIAG_LARGE_FRAME, place, r->function->decl->name, bytes(r, size), r->limit, text);
    for (size_t i = 0; i < shown; i++) {
        const struct occupant *one = &r->largest[i];
        diag_note(r->diagnostics, warning, &one->place, "%s takes %s", one->text, bytes(r, one->size));
        if (one->await && !one->is_part) {
            struct place await = unit_place(r->unit, one->await->begin, one->await->end);
            diag_note(r->diagnostics, warning, &await, "it is alive across this await");
        }
    }
}

static void remark_function(struct report *r, const struct place *place, const struct decl *frame)
{
    const struct decl *unit = record_of(r, "unit");
    const char *name = r->function->decl->name, *whole = "";
    if (unit)
        whole = arena_format(r->unit->arena, "; as a task, %s", bytes(r, unit->type->size));
    if (!frame) {
        diag_remark(r->diagnostics, "-Rframe", place, "'%s' never suspends and has no frame%s", name, whole);
        return;
    }
    const struct layout *root = r->function->frame->root;
    size_t parts = root->await_count + root->child_count;
    diag_remark(r->diagnostics, "-Rframe", place, "frame of '%s': %s%s%s", name, bytes(r, frame->type->size),
                parts > 1 ? arena_format(r->unit->arena, ", in %zu parts that lie over each other", parts) : "", whole);
}

static void report_function(struct report *r)
{
    const struct decl *frame = record_of(r, "frame");
    struct place place = function_place(r);
    if (r->remarks)
        remark_function(r, &place, frame);
    r->largest_count = 0;
    if (!frame)
        return;
    walk_frame(r, frame);
    warn_large(r, &place, frame->type->size);
}

bool report_is_wanted(bool remarks, const struct diagnostics *diagnostics)
{
    return remarks || diagnostics_is_on(diagnostics, DIAG_LARGE_FRAME);
}

void report_frames(struct unit *unit, const struct unit *output, bool remarks, unsigned long limit,
                   struct diagnostics *diagnostics)
{
    struct report report = {
        .unit = unit, .remarks = remarks, .limit = limit ? (long long)limit : LARGE, .diagnostics = diagnostics
    };
    find_records(&report, output);
    for (size_t i = 0; i < unit->function_count; i++) {
        report.function = unit->functions[i];
        report_function(&report);
    }
}
