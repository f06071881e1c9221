/*
 * law_exits.c - every way out of a block runs its defers. In the output a defer's statement stands once, behind all
 * that stood behind the defer in the source: the region. Then each way from the defer's place to the end of its block passes
 * the statement once, if
 *
 *   - it stands in a block that the region is in, too, so that the end of the region leads to it;
 *   - no jump in the region leads out of it, but to the statement. The one return is that of a step that suspends;
 *   - no jump leads into it, but from the `switch` where a step goes on.
 */
#include "arena.h"
#include "laws_internal.h"

/* ---- what the source says ---- */

static void visit(struct laws *laws, const struct node *node)
{
    const struct unit *unit = laws->unit;
    if (node->kind == NODE_DEFER && node->parent->kind == NODE_COMPOUND) {
        const struct token *word = unit_token(unit, node->begin), *last = unit_token(unit, node->end);
        struct law_defer defer = { node->begin, word->end, node->end, node->parent->end };
        if (token_is(unit, last, ";"))
            defer.end = last->end;
        arena_push(unit->arena, laws->defers, laws->defer_count, defer);
    }
    for (const struct node *child = node->first; child; child = child->next)
        visit(laws, child);
}

void law_exits_begin(struct laws *laws)
{
    for (size_t i = 0; i < laws->unit->function_count; i++)
        visit(laws, laws->unit->functions[i]->body);
}

/* ---- what the output has ---- */

/* The first byte of the output, from `from` to `to`, that comes from what the source has in between; or `to`. */
static unsigned first_of(const struct laws *laws, unsigned from, unsigned to, unsigned begin, unsigned end)
{
    for (size_t i = 0; i < laws->writer->origin_count; i++) {
        const struct origin *origin = &laws->writer->origins[i];
        unsigned at = origin->at;
        if (origin->is_copy && origin->begin < begin && origin->end > begin)
            at += begin - origin->begin; /* copied with what stands in front of it */
        else if (origin->begin < begin || origin->begin >= end)
            continue;
        if (at >= from && at < to)
            return at;
    }
    return to;
}

/* The function of the output that the byte is in. */
static const struct clang_extent *function_at(const struct clang_facts *output, unsigned at)
{
    for (size_t i = 0; i < output->function_count; i++)
        if (output->functions[i].begin <= at && at < output->functions[i].end)
            return &output->functions[i];
    return NULL;
}

static unsigned block_at(const struct clang_facts *output, unsigned at)
{
    unsigned begin = 0;
    for (size_t i = 0; i < output->block_count; i++)
        if (output->blocks[i].begin < at && at < output->blocks[i].end && output->blocks[i].begin > begin)
            begin = output->blocks[i].begin;
    return begin;
}

/* Where the region begins, and the statement behind it. */
struct region {
    unsigned begin, end;
};

static bool is_broken_by(const struct laws *laws, const struct region *region, const struct clang_jump *jump)
{
    unsigned from;
    bool inside = region->begin <= jump->at && jump->at < region->end;
    bool leads_inside = region->begin <= jump->target && jump->target <= region->end;
    if (!inside)
        return jump->kind == JUMP_GOTO && leads_inside &&
               !(jump->is_dispatch && !law_source(laws, jump->at, &from));
    return jump->kind == JUMP_RETURN ? !jump->is_pending : !leads_inside;
}

static bool check_defer(struct laws *laws, const struct law_defer *defer)
{
    const struct clang_facts *output = laws->output;
    unsigned length = (unsigned)laws->writer->text.length;
    struct region region;
    region.end = first_of(laws, 0, length, defer->statement, defer->end);
    const struct clang_extent *function = region.end < length ? function_at(output, region.end) : NULL;
    if (!function)
        return true;
    region.begin = first_of(laws, function->begin, region.end, defer->end, defer->block_end);
    if (block_at(output, region.end) > region.begin) {
        law_broken(laws, "exits", defer->begin, defer->statement, "the end of the block does not lead to this defer");
        return false;
    }
    for (size_t i = 0; i < output->jump_count; i++) {
        const struct clang_jump *jump = &output->jumps[i];
        if (jump->at < function->begin || jump->at >= function->end || !is_broken_by(laws, &region, jump))
            continue;
        const struct origin *origin = writer_origin(laws->writer, jump->at);
        unsigned at = origin ? origin->begin : defer->begin;
        law_source(laws, jump->at, &at);
        law_broken(laws, "exits", at, at, "a jump %s the defer in line %u",
                   jump->at < region.begin || jump->at >= region.end ? "leads behind" : "misses",
                   unit_line(laws->unit, defer->begin));
        return false;
    }
    return true;
}

void law_exits(struct laws *laws)
{
    for (size_t i = 0; i < laws->defer_count; i++)
        if (!check_defer(laws, &laws->defers[i]))
            return;
}
