/*
 * pack.c - members are taken one after the other: of those that need no padding where the last one ended, the one
 * of the largest alignment. A frame is tried in both of its forms (see frame.h) and gets the smaller one.
 */
#include "pack.h"

#include "base/arena.h"
#include "frame.h"
#include "tree/tree.h"

enum { CLASSES = 7, STATE_SIZE = 4, WORD = 8, UNIT_SIZE = 32 };

struct member {
    long long size;
    struct decl *decl; /* NULL: the operation of an await, with its timeout */
    struct member *next;
};

struct pack {
    struct frame *frame;
    struct member *members; /* of the struct that is being filled; there is room for the largest */
    size_t count;
    struct member *classes[CLASSES], **ends[CLASSES]; /* by alignment: 1 << rank bytes */
};

/* Where something ends, and its alignment. */
struct area {
    long long end, align;
};

static long long round_up(long long offset, long long align)
{
    return (offset + align - 1) / align * align;
}

static long long larger(long long a, long long b)
{
    return a > b ? a : b;
}

/* ---- one struct ---- */

static void begin(struct pack *p)
{
    p->count = 0;
    for (int rank = 0; rank < CLASSES; rank++) {
        p->classes[rank] = NULL;
        p->ends[rank] = &p->classes[rank];
    }
}

static void add(struct pack *p, struct decl *decl, long long size, long long align)
{
    int rank = 0;
    while (rank < CLASSES - 1 && 1 << rank < align)
        rank++;
    struct member *member = &p->members[p->count++];
    *member = (struct member){ size, decl, NULL };
    *p->ends[rank] = member;
    p->ends[rank] = &member->next;
}

static void add_decl(struct pack *p, struct decl *decl)
{
    const struct type *type = decl->type;
    bool known = type->size >= 0 && type->align > 0;
    /* what an attribute asks for is text; the largest rank will do */
    long long align = decl->alignment ? 1 << (CLASSES - 1) : known ? type->align : WORD;
    add(p, decl, known ? type->size : WORD, align);
}

/* The next member of the struct that has come to the extent, which it moves on; NULL when none is left. */
static struct member *take(struct pack *p, struct area *extent)
{
    int best = -1;
    for (int rank = CLASSES - 1; rank >= 0; rank--)
        if (p->classes[rank] && (best < 0 || extent->end % (1 << best) != 0))
            best = rank; /* where padding cannot be avoided, that of the smallest alignment */
    if (best < 0)
        return NULL;
    struct member *member = p->classes[best];
    p->classes[best] = member->next;
    extent->end = round_up(extent->end, 1 << best) + member->size;
    extent->align = larger(extent->align, 1 << best);
    return member;
}

/* ---- what the runtime and callees need ---- */

/* Of a time limit, of one of an item, and of that without what is in it. */
enum { TIMEOUT_SIZE = 6 * WORD, LIMIT_SIZE = 8 * WORD, ITEM_SIZE = 15 * WORD };

static long long own_size(const struct await *await);

static long long child_size(const struct await *item)
{
    const struct await *inner = await_operation(item);
    if (item->is_pooled)
        return WORD;
    if (!item->is_item)
        return UNIT_SIZE + round_up(item->callee->function->frame->size, WORD);
    long long size = ITEM_SIZE + LIMIT_SIZE * (item->kind == AWAIT_TIMEOUT);
    if (await_has_children(inner))
        return size + own_size(inner);
    return size + round_up(inner->call->type->size > 0 ? inner->call->type->size : 0, WORD);
}

/* Of its struct in the runtime, with its children. */
static long long own_size(const struct await *await)
{
    long long size = await_form(await)->words * WORD;
    for (size_t i = 0; i < await->item_count; i++)
        size += child_size(await->items[i]);
    return size;
}

static long long operation_size(const struct await *await, long long *align)
{
    *align = WORD;
    switch (await->kind) {
    case AWAIT_FRAME: *align = await->callee->function->frame->align; return await->callee->function->frame->size;
    case AWAIT_SUSPEND: return *align = 1;
    default: return own_size(await);
    }
}

/* ---- the parts of a frame ---- */

static struct area pack_await(struct pack *p, struct await *await, long long offset)
{
    struct area extent = { offset, 1 };
    const struct await *inner = await_operation(await);
    long long align, size = operation_size(inner, &align);
    size_t count = 0;
    begin(p);
    if (inner != await) {
        align = larger(align, WORD);
        size = round_up(size, align) + TIMEOUT_SIZE * inner->level;
    }
    add(p, NULL, size, align);
    for (size_t i = 0; i < await->live_count; i++)
        add_decl(p, await->live[i]);
    for (struct member *member; (member = take(p, &extent)) != NULL;) {
        if (member->decl)
            await->live[count++] = member->decl;
        else
            await->operation_at = count;
    }
    return extent;
}

/* The residents from `from` on, in the order in which they stand behind the extent. */
static void pack_residents(struct pack *p, struct layout *layout, size_t from, struct area *extent)
{
    begin(p);
    for (size_t i = from; i < layout->resident_count; i++)
        add_decl(p, layout->residents[i]);
    for (size_t i = from; i < layout->resident_count; i++)
        layout->residents[i] = take(p, extent)->decl;
}

static struct area pack_layout(struct pack *p, struct layout *layout, long long offset);

/* What lies over each other: awaits, and scopes inside. */
static struct area pack_union(struct pack *p, struct layout *layout, long long offset)
{
    struct area all = { offset, 1 };
    for (size_t i = 0; i < layout->await_count + layout->child_count; i++) {
        struct area one = i < layout->await_count ? pack_await(p, layout->awaits[i]->await, offset)
                                                  : pack_layout(p, layout->children[i - layout->await_count], offset);
        all.end = larger(all.end, one.end);
        all.align = larger(all.align, one.align);
    }
    all.end = round_up(all.end, all.align);
    return all;
}

/* A scope: its residents stand behind the union, so that all that is lost is at the end. */
static struct area pack_layout(struct pack *p, struct layout *layout, long long offset)
{
    struct area extent = pack_union(p, layout, offset);
    pack_residents(p, layout, 0, &extent);
    return extent;
}

/* ---- the two forms ---- */

/* How many residents stand between the state and the union: those that fit before its boundary. */
static size_t fill_front(struct pack *p, struct layout *root, long long boundary, long long *end)
{
    struct area all = { *end, 1 };
    size_t count = 0;
    pack_residents(p, root, 0, &all);
    for (; count < root->resident_count && *end % boundary; count++) {
        const struct type *type = root->residents[count]->type;
        if (root->residents[count]->alignment || type->size < 0 || type->align < 1 || *end % type->align ||
            type->size > round_up(*end, boundary) - *end)
            break;
        *end += type->size;
    }
    return count;
}

static void finish(struct frame *frame, struct area all)
{
    frame->align = larger(all.align, STATE_SIZE);
    frame->size = round_up(all.end, frame->align);
}

static void pack_behind_state(struct pack *p)
{
    struct layout *root = p->frame->root;
    struct area all = pack_union(p, root, 0);
    long long front = STATE_SIZE;
    p->frame->front_count = fill_front(p, root, all.align, &front);
    all.end += round_up(front, all.align);
    pack_residents(p, root, p->frame->front_count, &all);
    finish(p->frame, all);
}

static void pack_over_state(struct pack *p)
{
    struct area all = pack_union(p, p->frame->root, STATE_SIZE);
    all.end = round_up(all.end, larger(all.align, STATE_SIZE));
    p->frame->front_count = 0;
    pack_residents(p, p->frame->root, 0, &all);
    finish(p->frame, all);
}

void pack_frame(struct arena *arena, struct function *function)
{
    struct frame *frame = function->frame;
    struct pack pack = { .frame = frame };
    size_t room = function->local_count;
    for (size_t i = 0; i < function->await_count; i++)
        if (function->awaits[i]->await->live_count > room)
            room = function->awaits[i]->await->live_count;
    pack.members = arena_get(arena, (room + 1) * sizeof *pack.members);
    pack_over_state(&pack);
    long long over = frame->size;
    pack_behind_state(&pack);
    frame->is_over_state = over < frame->size;
    if (frame->is_over_state)
        pack_over_state(&pack);
}
