/*
 * law_exits.c - every way out of a block runs its defers. In the output a defer's statement stands once, behind all
 * that stood behind the defer in the source: the region. Then each way from the defer's place to the end of its block passes
 * the statement once, if
 *
 *   - it stands in a block that the region is in, too, so that the end of the region leads to it;
 *   - no jump in the region leads out of it, but to the statement. The one return is that of a step that suspends;
 *   - no jump leads into it, but from the `switch` where a step goes on.
 *
 * A jump that runs defers on its way leaves its number in a variable, and what asks for it behind the statement goes on as
 * the jump of the source does.
 */
#include "base/arena.h"
#include "laws_internal.h"

#include <ctype.h>
#include <string.h>

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
        return jump->kind == JUMP_GOTO && leads_inside && !(jump->is_dispatch && !law_source(laws, jump->at, &from));
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

/* ---- where a jump goes on behind the defers ---- */

/* `variable = number;` in the line before the place: as it is asked for; NULL if something else stands there. */
static const char *number_before(const struct laws *laws, unsigned at)
{
    const char *text = laws->writer->text.at;
    unsigned end = at;
    while (end && isspace((unsigned char)text[end - 1]))
        end--;
    unsigned digits = end ? end - 1 : 0, begin = digits;
    while (digits && isdigit((unsigned char)text[digits - 1]))
        digits--;
    while (begin && text[begin - 1] != '\n')
        begin--;
    begin += (unsigned)strspn(text + begin, " \t");
    bool assigns = end && text[end - 1] == ';' && digits >= begin + 3 && memcmp(text + digits - 3, " = ", 3) == 0;
    if (!assigns)
        return NULL;
    return arena_format(laws->unit->arena, "if (%.*s == %.*s)", (int)(digits - 3 - begin), text + begin,
                        (int)(end - 1 - digits), text + digits);
}

static const struct clang_jump *first_jump(const struct clang_facts *output, unsigned from)
{
    const struct clang_jump *found = NULL;
    for (size_t i = 0; i < output->jump_count; i++)
        if (output->jumps[i].at >= from && (!found || output->jumps[i].at < found->at))
            found = &output->jumps[i];
    return found;
}

/* What the jump does in the end, behind all defers; NULL: it is not asked for, as nothing else comes there. */
static const struct clang_jump *last_jump(const struct laws *laws, const struct clang_jump *jump)
{
    const char *asked;
    while (jump && jump->kind == JUMP_GOTO && (asked = number_before(laws, jump->at))) {
        const char *there = strstr(laws->writer->text.at + jump->target, asked);
        unsigned at = there ? (unsigned)(there - laws->writer->text.at) : 0;
        const struct clang_extent *function = function_at(laws->output, jump->at);
        if (!there || !function || at >= function->end)
            return NULL;
        jump = first_jump(laws->output, at);
    }
    return jump;
}

static bool has_word(const char *text, size_t length, unsigned at, const char *word)
{
    return at + strlen(word) <= length && memcmp(text + at, word, strlen(word)) == 0;
}

static bool is_like(const struct laws *laws, const struct clang_jump *source, const struct clang_jump *last)
{
    const struct text *text = &laws->writer->text;
    const struct unit *unit = laws->unit;
    if (source->kind == JUMP_RETURN)
        return last->kind == JUMP_RETURN && !has_word(text->at, text->length, last->at, "return ASYNCC_CANCELLED");
    if (last->kind == JUMP_GOTO || last->kind != source->kind)
        return last->kind == JUMP_GOTO; /* to the user's label, or one that stands for the end of the loop */
    return !(has_word(unit->text, unit->length, source->at, "break") &&
             has_word(text->at, text->length, last->at, "continue")) &&
           !(has_word(unit->text, unit->length, source->at, "continue") &&
             has_word(text->at, text->length, last->at, "break"));
}

/* The source's jump that the output has come to at the end of what it copied: in front of it, or of its value. */
static const struct clang_jump *source_jump(const struct laws *laws, unsigned end)
{
    const struct unit *unit = laws->unit;
    const struct clang_jump *found = NULL;
    for (size_t i = 0; i < laws->source->jump_count; i++) {
        const struct clang_jump *jump = &laws->source->jumps[i];
        if (jump->at <= end && (!found || jump->at > found->at))
            found = jump;
    }
    for (const struct token *token = found ? unit_token(unit, found->at) : NULL; token && token->begin < end;
         token = unit_token(unit, token->end))
        if (token_is(unit, token, ";") || token_is(unit, token, "}"))
            return NULL; /* it is over */
    return found;
}

/* Whether one of the source's jumps at the place goes on so; a macro may have several. */
static bool goes_on(const struct laws *laws, unsigned at, const struct clang_jump *last)
{
    for (size_t i = 0; i < laws->source->jump_count; i++)
        if (laws->source->jumps[i].at == at && is_like(laws, &laws->source->jumps[i], last))
            return true;
    return false;
}

/* What comes behind a deferred statement goes on for jumps that have been. */
static bool is_deferred(const struct laws *laws, unsigned at)
{
    for (size_t i = 0; i < laws->defer_count; i++)
        if (laws->defers[i].begin < at && at <= laws->defers[i].end)
            return true;
    return false;
}

static bool check_number(struct laws *laws, const struct clang_jump *jump)
{
    unsigned at;
    const struct origin *origin = writer_origin(laws->writer, jump->at);
    if (jump->kind != JUMP_GOTO || jump->is_dispatch || jump->is_cancelled || !origin || is_deferred(laws, origin->end) ||
        law_source(laws, jump->at, &at))
        return true;
    const struct clang_jump *source = source_jump(laws, origin->end), *last = last_jump(laws, jump);
    if (!source || !last || last == jump || goes_on(laws, source->at, last))
        return true;
    law_broken(laws, "exits", source->at, source->at, "behind the defers, this jump goes on elsewhere");
    return false;
}

void law_exits(struct laws *laws)
{
    for (size_t i = 0; i < laws->defer_count; i++)
        if (!check_defer(laws, &laws->defers[i]))
            return;
    for (size_t i = 0; laws->defer_count && i < laws->output->jump_count; i++)
        if (!check_number(laws, &laws->output->jumps[i]))
            return;
}
