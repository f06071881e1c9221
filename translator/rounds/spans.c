/*
 * spans.c - an expression is compared with its text: what is left of that without the operands has to be the
 * expression's own punctuation, as `@(@, @)` of a call. Macros that make nothing may stand between; every other
 * one is part of exactly one operand, or makes the text another one.
 */
#include "spans.h"

#include "base/arena.h"
#include "middle/locals.h"
#include "middle/order.h"
#include "middle/seen.h"
#include "tree/tree.h"

#include <string.h>

struct spans {
    struct unit *unit;
    bool is_torn;
};

/* A child, with the invocations that it begins or ends in. */
struct operand {
    struct node *node;
    struct extent at;
};

struct operands_of {
    struct operand *items;
    size_t count;
};

/* ---- invocations ---- */

static struct invocation *opaque_at(const struct unit *unit, unsigned offset)
{
    struct invocation *invocation = unit_invocation(unit, offset);
    return invocation && !invocation->is_dialect ? invocation : NULL;
}

static void expand_at(struct spans *s, unsigned offset)
{
    struct invocation *invocation = opaque_at(s->unit, offset);
    if (!invocation)
        return;
    invocation->must_expand = true;
    s->is_torn = true;
}

/* The token at or behind the offset, if it is none of an invocation's; those are stepped over. */
static const struct token *own_token(const struct unit *unit, unsigned *offset)
{
    const struct token *token = unit_token(unit, *offset);
    const struct invocation *opaque = token ? opaque_at(unit, token->begin) : NULL;
    *offset = opaque ? opaque->end : token ? token->end : *offset + 1;
    return opaque ? NULL : token;
}

static void expand_between(struct spans *s, unsigned begin, unsigned end)
{
    for (const struct token *token = unit_token(s->unit, begin); token && token->begin < end;
         token = unit_token(s->unit, begin)) {
        expand_at(s, token->begin);
        own_token(s->unit, &begin);
    }
}

static bool has_opaque(const struct unit *unit, unsigned begin, unsigned end)
{
    size_t low = 0, high = unit->invocation_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (unit->invocations[middle].end <= begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < unit->invocation_count && unit->invocations[low].begin < end; low++)
        if (!unit->invocations[low].is_dialect)
            return true;
    return false;
}

static bool has_text(const struct node *node)
{
    return node->begin < node->end && !node->source;
}

static struct extent outer(const struct unit *unit, const struct node *node)
{
    struct extent at = { node->begin, node->end };
    const struct invocation *first = opaque_at(unit, at.begin), *last = opaque_at(unit, at.end - 1);
    at.begin = first ? first->begin : at.begin;
    at.end = last && last->end > at.end ? last->end : at.end;
    return at;
}

static bool is_inside_opaque(const struct unit *unit, const struct node *node)
{
    const struct invocation *opaque = opaque_at(unit, node->begin);
    return opaque && node->end <= opaque->end;
}

/* The invocation of create_task, gather ... that the node is made by, not written in. */
static const struct invocation *dialect_body(const struct unit *unit, const struct node *node)
{
    const struct invocation *invocation = unit_invocation(unit, node->begin);
    return invocation && invocation->is_dialect && invocation->begin == node->begin &&
                   invocation->whole_end > invocation->end && node->end <= invocation->whole_end
               ? invocation
               : NULL;
}

/* The node's text, and that of what it converts. */
static void widen(struct node *node, struct extent at)
{
    for (; node; node = node->kind == NODE_IMPLICIT ? node->first : NULL) {
        node->begin = at.begin;
        node->end = at.end;
    }
}

/* ---- an expression and its text ---- */

static struct operands_of operands_of(const struct unit *unit, const struct node *node)
{
    struct operands_of operands = { 0 };
    for (struct node *child = node->first; child; child = child->next) {
        if (!has_text(child))
            continue;
        struct operand operand = { child, outer(unit, child) };
        size_t at = operands.count;
        arena_push(unit->arena, operands.items, operands.count, operand);
        for (; at > 0 && operands.items[at - 1].at.begin > operand.at.begin; at--) {
            operands.items[at] = operands.items[at - 1];
            operands.items[at - 1] = operand;
        }
    }
    return operands;
}

/* The tokens, each in front of a blank; those of a call are "@ ( @ , @ ) ". NULL when operands share text. */
static char *form_of(const struct unit *unit, const struct node *node, const struct operands_of *operands)
{
    struct text text = { 0 };
    unsigned at = node->begin;
    size_t i = 0;
    bool good = true;
    for (; good && (i < operands->count || at < node->end);) {
        const struct token *next = unit_token(unit, at);
        unsigned begin = next ? next->begin : node->end;
        if (i < operands->count && operands->items[i].at.begin <= begin) {
            good = i == 0 || operands->items[i].at.begin >= operands->items[i - 1].at.end;
            text_put(&text, "@ ");
            at = operands->items[i++].at.end;
            continue;
        }
        if (begin >= node->end)
            break;
        const struct token *token = own_token(unit, &at);
        if (token)
            text_format(&text, "%.*s ", (int)(token->end - token->begin), unit->text + token->begin);
    }
    char *form = good && i == operands->count ? arena_copy(unit->arena, text.at ? text.at : "", text.length) : NULL;
    text_free(&text);
    return form;
}

static bool begins(const char *form, const char *start)
{
    return strncmp(form, start, strlen(start)) == 0;
}

static bool ends(const char *form, const char *end)
{
    size_t length = strlen(form), own = strlen(end);
    return length >= own && strcmp(form + length - own, end) == 0;
}

/* How many tokens there are, operands included. */
static size_t token_count(const char *form)
{
    size_t count = 0;
    for (; *form; form++)
        count += *form == ' ';
    return count;
}

static bool is_call(const char *form, size_t operands)
{
    if (operands == 1)
        return strcmp(form, "@ ( ) ") == 0;
    if (!begins(form, "@ ( @ "))
        return false;
    for (form += strlen("@ ( @ "); operands > 2 && begins(form, ", @ "); operands--)
        form += strlen(", @ ");
    return operands == 2 && strcmp(form, ") ") == 0;
}

static bool has_own_form(const struct node *node, const char *form, size_t operands)
{
    switch (node->kind) {
    case NODE_CALL: return is_call(form, operands);
    case NODE_PAREN:
    case NODE_STATEMENT_EXPRESSION: return strcmp(form, "( @ ) ") == 0;
    case NODE_BINARY:
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: return operands == 2 && token_count(form) == 3 && begins(form, "@ ") && ends(form, " @ ");
    case NODE_CONDITIONAL: return strcmp(form, "@ ? @ : @ ") == 0 || strcmp(form, "@ ? : @ ") == 0;
    case NODE_SUBSCRIPT: return operands == 2 && token_count(form) == 4 && begins(form, "@ ");
    case NODE_UNARY: return operands == 1 && token_count(form) == 2;
    case NODE_AWAIT: return operands == 1 && token_count(form) >= 2 && ends(form, "@ ");
    case NODE_CAST:
    case NODE_COMPOUND_LITERAL: return begins(form, "( ") && ends(form, " ) @ ");
    case NODE_INITIALISERS: return begins(form, "{ ") && ends(form, " } ") && !strstr(form, "@ @");
    case NODE_IMPLICIT: return true;
    default: return !strstr(form, "@ @");
    }
}

/* Expands what stands between the operands, and with `torn` what they begin or end in. */
static void expand_around(struct spans *s, const struct node *node, const struct operands_of *operands, bool torn)
{
    unsigned at = node->begin;
    for (size_t i = 0; i < operands->count; i++) {
        const struct operand *operand = &operands->items[i];
        expand_between(s, at, operand->at.begin);
        if (torn) {
            expand_at(s, operand->node->begin);
            expand_at(s, operand->node->end - 1);
        }
        at = operand->at.end > at ? operand->at.end : at;
    }
    expand_between(s, at, node->end);
}

/* Whether its own text has names, and stays; that of others is brackets, operators and commas, and may not. */
static bool has_own_names(const struct node *node)
{
    switch (node->kind) {
    case NODE_CAST:
    case NODE_COMPOUND_LITERAL:
    case NODE_DESIGNATED:
    case NODE_MEMBER:
    case NODE_GENERIC:
    case NODE_OTHER: return true;
    default: return false;
    }
}

/* The node's children get the text between its own tokens. */
static void settle_operands(struct spans *s, struct node *node)
{
    const struct unit *unit = s->unit;
    if (!has_text(node) || !has_opaque(unit, node->begin, node->end))
        return;
    struct operands_of operands = operands_of(unit, node);
    const char *form = form_of(unit, node, &operands);
    bool good = form && has_own_form(node, form, operands.count);
    for (size_t i = 0; good && i < operands.count; i++)
        widen(operands.items[i].node, operands.items[i].at);
    if (!good || !has_own_names(node)) /* those that make nothing would be lost */
        expand_around(s, node, &operands, !good);
}

/* ---- awaits ---- */

static void settle(struct spans *s, struct node *node);

static void settle_children(struct spans *s, struct node *node)
{
    for (struct node *child = node->first; child; child = child->next)
        settle(s, child);
}

/* What is written argument by argument. */
static void settle_call(struct spans *s, struct node *call)
{
    if (is_inside_opaque(s->unit, call)) {
        expand_at(s, call->begin);
        return;
    }
    settle_operands(s, call);
    settle_children(s, call);
}

/* The arguments of the dialect's macro, one after the other; false at the end. */
static bool next_argument(const struct unit *unit, unsigned end, unsigned *offset, struct extent *at)
{
    if (*offset >= end)
        return false;
    at->begin = *offset;
    for (int depth = 0; *offset < end;) {
        const struct token *token = own_token(unit, offset);
        if (!token)
            continue;
        at->end = token->begin;
        if (depth == 0 && (token_is(unit, token, ",") || token->end >= end))
            return true;
        depth += token_is(unit, token, "(") - token_is(unit, token, ")");
    }
    at->end = end;
    return true;
}

/* What stands there, one behind the other: of a timeout, its seconds come first. */
static struct node **written_in(struct spans *s, const struct await *await, size_t *count)
{
    bool is_several = await->kind == AWAIT_TIMEOUT && await->items[0]->is_several;
    const struct await *of = is_several ? await->items[0] : await;
    struct node **nodes = arena_get(s->unit->arena, (of->item_count + 1) * sizeof *nodes);
    *count = 0;
    if (await->seconds)
        nodes[(*count)++] = await->seconds;
    for (size_t i = 0; i < of->item_count; i++)
        nodes[(*count)++] = of->items[i]->expression;
    return nodes;
}

static void settle_awaited(struct spans *s, struct node *operand, const struct await *await);

static void settle_item(struct spans *s, const struct await *await)
{
    struct node *value = await->expression;
    if (await->target) {
        settle_operands(s, await->expression);
        settle(s, await->target);
        value = await->expression->last;
    }
    settle_awaited(s, value, await);
}

/* Each argument of gather, race, timeout has to be one item. */
static void settle_items(struct spans *s, const struct await *await, const struct invocation *word)
{
    size_t count, i = 0;
    struct node **nodes = written_in(s, await, &count);
    unsigned end = word->whole_end, offset = unit_token(s->unit, word->end)->end;
    struct extent at, own;
    while (next_argument(s->unit, end, &offset, &at)) {
        bool good = i < count;
        if (good) {
            own = outer(s->unit, nodes[i]);
            good = own.begin >= at.begin && own.end <= at.end;
        }
        bool is_seconds = await->seconds && i == 0;
        good = good && (is_seconds || !is_inside_opaque(s->unit, nodes[i]));
        if (good && is_seconds)
            widen(nodes[i], own);
        expand_between(s, at.begin, good ? own.begin : at.end);
        if (good)
            expand_between(s, own.end, at.end);
        i++;
    }
    if (i != count)
        expand_between(s, word->begin, word->whole_end);
    if (await->seconds)
        settle(s, await->seconds);
    if (await->kind == AWAIT_TIMEOUT && await->items[0]->is_several)
        await = await->items[0];
    for (i = 0; i < await->item_count; i++)
        settle_item(s, await->items[i]);
}

/* The handle is what stands between the parentheses of join. */
static void settle_join(struct spans *s, const struct await *await, const struct invocation *word)
{
    struct node *handle = await->call->first;
    struct extent at;
    unsigned offset = unit_token(s->unit, word->end)->end;
    while ((handle->kind == NODE_PAREN || handle->kind == NODE_IMPLICIT) && handle->first &&
           dialect_body(s->unit, handle) == word)
        handle = handle->first;
    if (next_argument(s->unit, word->whole_end, &offset, &at)) {
        struct extent own = outer(s->unit, handle);
        expand_between(s, at.begin, own.begin);
        expand_between(s, own.end, at.end);
        widen(handle, own);
    }
    for (; handle->kind == NODE_PAREN && !dialect_body(s->unit, handle); handle = handle->first)
        settle_operands(s, handle);
    settle(s, handle);
}

/* What is awaited: a call, or one of the dialect's words. */
static void settle_awaited(struct spans *s, struct node *operand, const struct await *await)
{
    for (; (operand->kind == NODE_PAREN || operand->kind == NODE_IMPLICIT || operand->kind == NODE_CAST) &&
           !dialect_body(s->unit, operand);
         operand = operand->last)
        settle_operands(s, operand);
    const struct invocation *word = dialect_body(s->unit, operand);
    enum await_operand given = await_form(await)->operand;
    bool has_word = given == OPERAND_HANDLE || given == OPERAND_ITEMS;
    if (await->kind == AWAIT_WRONG || is_inside_opaque(s->unit, operand) || (!word && has_word))
        expand_at(s, operand->begin);
    else if (word && given == OPERAND_HANDLE)
        settle_join(s, await, word);
    else if (word && has_word)
        settle_items(s, await, word);
    else if (await->call)
        settle_call(s, await->call);
}

static void settle_await(struct spans *s, struct node *node)
{
    settle_operands(s, node);
    settle_awaited(s, node->first, node->await);
}

/* ---- the walk ---- */

/* What stands beside an expression in a statement is the statement's. */
static void settle_neighbours(struct spans *s, const struct node *statement, struct node *node)
{
    const struct unit *unit = s->unit;
    struct extent at = outer(unit, node);
    const struct token *before = unit_token_before(unit, at.begin), *behind = unit_token(unit, at.end);
    if (before && before->begin >= statement->begin && !node_is_statement_position(node))
        expand_at(s, before->begin);
    if (behind)
        expand_at(s, behind->begin);
    widen(node, at);
}

static void settle(struct spans *s, struct node *node)
{
    if (!node->to_lower || node->source)
        return;
    bool is_expression = node_is_expression(node);
    if (is_expression && has_text(node) && is_inside_opaque(s->unit, node)) {
        expand_at(s, node->begin);
        return;
    }
    if (node->kind == NODE_AWAIT) {
        settle_await(s, node);
        return;
    }
    if (is_expression && !dialect_body(s->unit, node))
        settle_operands(s, node);
    for (struct node *child = node->first; child && !is_expression; child = child->next)
        if (node_is_expression(child) && has_text(child) && (child->to_lower || !node_is_statement_position(child)))
            settle_neighbours(s, node, child);
    settle_children(s, node);
}

/* What makes nothing in front of a value, from `begin` on, or behind it, up to a semicolon or `end`, goes with those words. */
static void settle_beside(struct spans *s, unsigned begin, struct extent at, const char *end)
{
    const struct token *token = unit_token(s->unit, at.end);
    while (token && opaque_at(s->unit, token->begin))
        token = unit_token(s->unit, opaque_at(s->unit, token->begin)->end);
    expand_between(s, begin, at.begin);
    if (token_is(s->unit, token, ";") || token_is(s->unit, token, end))
        expand_between(s, at.end, token->begin);
}

static bool share(const struct unit *unit, unsigned left, unsigned right)
{
    const struct invocation *opaque = opaque_at(unit, left);
    return opaque && opaque == opaque_at(unit, right);
}

/*
 * Of a declaration that is taken apart, each variable has its own words: no macro has those of two, of a name and its
 * value, or the end.
 */
static void settle_several(struct spans *s, const struct node *declarations)
{
    const struct unit *unit = s->unit;
    const struct token *last = unit_token_before(unit, declarations->end);
    if (is_inside_opaque(unit, declarations) || !last)
        return;
    if (!opaque_at(unit, last->begin) && !token_is(unit, last, ";"))
        last = unit_token(unit, last->end);
    if (last)
        expand_at(s, last->begin);
    for (const struct node *child = declarations->first; child; child = child->next) {
        const struct node *value = child->kind == NODE_VARIABLE ? child->part[PART_INIT] : NULL;
        const struct node *next = child->next;
        if (!child->decl || !child->decl->in_file)
            continue;
        if ((value && share(unit, child->decl->at, value->begin)) ||
            (next && next->decl && next->decl->in_file && share(unit, child->decl->at, next->decl->at)))
            expand_at(s, child->decl->at);
        if (value && next && next->decl && next->decl->in_file && share(unit, value->end - 1, next->decl->at))
            expand_at(s, next->decl->at);
    }
}

/* Whatever takes a declaration apart, an initialiser has the text between its own tokens; what is returned or deferred, too. */
static void settle_values(struct spans *s, struct node *node)
{
    const struct unit *unit = s->unit;
    bool has_value = node->kind == NODE_VARIABLE || node->kind == NODE_RETURN || node->kind == NODE_DEFER;
    struct node *value = has_value ? node->last : NULL;
    if (value && node_is_expression(value) && has_text(value) && !is_inside_opaque(unit, node)) {
        struct extent at = outer(unit, value);
        const struct token *before = unit_token_before(unit, at.begin), *behind = unit_token(unit, at.end);
        while (before && before->begin > node->begin && opaque_at(unit, before->begin))
            before = unit_token_before(unit, opaque_at(unit, before->begin)->begin);
        if (node->kind == NODE_RETURN) {
            settle_beside(s, before->end, at, ";");
            if (token_is(unit, behind, ";"))
                widen(value, at);
        } else if (node->kind == NODE_DEFER && token_is(unit, behind, ";")) {
            widen(value, at);
        } else if (before && token_is(unit, before, "=") && before->begin >= node->begin && behind) {
            settle_beside(s, before->end, at, ",");
            if (token_is(unit, behind, ",") || token_is(unit, behind, ";"))
                widen(value, at);
        }
    }
    if (node->kind == NODE_DECLARATIONS && node->first != node->last)
        settle_several(s, node);
    for (struct node *child = node->first; child; child = child->next)
        settle_values(s, child);
}

/* What seen.c will find, whatever the awaits turn out to be. */
static bool find_seen(struct node *node)
{
    bool any = node->kind == NODE_AWAIT || node->kind == NODE_DEFER ||
               (node->kind == NODE_STATEMENT_EXPRESSION && seen_leaves(node));
    for (struct node *child = node->first; child && node->kind != NODE_UNEVALUATED; child = child->next)
        any = find_seen(child) || any;
    node->to_lower = any;
    return any;
}

bool spans_settle(struct unit *unit)
{
    struct spans s = { unit, false };
    for (size_t i = 0; i < unit->function_count; i++) {
        struct node *body = unit->functions[i]->body;
        find_seen(body);
        locals_take_addresses(body);
        order_mark(unit->arena, body);
        settle_values(&s, body);
        settle(&s, body);
    }
    return !s.is_torn;
}
