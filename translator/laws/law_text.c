/*
 * law_text.c - no text is lost or doubled: each token of an async function's body stands in the output once, or is one
 * that has no work to do there:
 *
 *   - the words of the dialect, those of statements, their attributes and pragmas, and the names of labels;
 *   - macros that are empty;
 *   - brackets, commas, semicolons, and the operators that say in which order or whether operands are evaluated;
 *   - of a declaration what stands in front of its initialiser, but for sizes that are evaluated;
 *   - what only reads, converts or computes a value that is not wanted, and the arms of a generic selection that awaits:
 *     one is taken.
 *
 * And what has to be translated has gone: awaits and defers, and returns out of what can suspend.
 *
 * So no operand, argument, condition, initialiser or evaluated size is lost. The name of what is called may be said
 * again, to announce the call.
 */
#include "base/arena.h"
#include "laws_internal.h"

#include "tree/object.h"

#include <string.h>

/* ---- what the source says ---- */

static bool is_one_of(const struct unit *unit, const struct token *token, const char *const *words)
{
    for (; *words; words++)
        if (token_is(unit, token, *words))
            return true;
    return false;
}

static bool is_structure(const struct unit *unit, const struct token *token)
{
    static const char *const marks[] = {
        "&&", "||", "<%", "%>", "?\?<", "?\?>", "?\?!?\?!", "(", ")", "{", "}", ",", ";", ":", "?", "=", "!", NULL
    }; /* in splices, too */
    static const char *const words[] = { "if",    "else",     "for",  "while",         "do", "return",
                                         "break", "continue", "goto", "__extension__", NULL };
    if (token->kind == TOKEN_PUNCTUATION && token->end == token->begin + 1)
        return strchr("(){},;:?=!", unit->text[token->begin]);
    return (token->kind == TOKEN_PUNCTUATION && is_one_of(unit, token, marks)) ||
           (token->kind == TOKEN_KEYWORD && is_one_of(unit, token, words));
}

static void decide(struct laws *laws, unsigned begin, unsigned end, enum fate fate)
{
    for (size_t i = unit_token_index(laws->unit, begin); i < laws->unit->token_count && laws->unit->tokens[i].end <= end;
         i++)
        if (laws->fates[i] == FATE_KEPT || (laws->fates[i] == FATE_MAY_GO && fate == FATE_CALLEE))
            laws->fates[i] = fate;
}

/* The declaration's tokens up to its semicolon, without the initialisers. */
static void declaration(struct laws *laws, const struct node *node)
{
    const struct unit *unit = laws->unit;
    bool initialises = false;
    int depth = 0;
    for (size_t i = unit_token_index(unit, node->begin); i < unit->token_count && unit->tokens[i].begin < node->end; i++) {
        const struct token *token = &unit->tokens[i];
        depth += token_is(unit, token, "(") || token_is(unit, token, "[") || token_is(unit, token, "{");
        depth -= token_is(unit, token, ")") || token_is(unit, token, "]") || token_is(unit, token, "}");
        if (!depth && (token_is(unit, token, ",") || token_is(unit, token, ";")))
            initialises = false;
        if (!initialises && laws->fates[i] == FATE_KEPT)
            laws->fates[i] = FATE_MAY_GO;
        initialises = initialises || (!depth && token_is(unit, token, "="));
    }
}

static bool holds_local(const struct node *node)
{
    if (node->kind == NODE_REFERENCE && node->decl && decl_is_automatic(node->decl))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (holds_local(child))
            return true;
    return false;
}

/* Sizes that are evaluated; others, and they in part, are said as numbers. */
static void sizes(struct laws *laws, const struct node *node)
{
    bool varies = type_is_variable(node->decl->type) && node_is_evaluated(node);
    for (struct node *child = varies ? node->first : NULL; child; child = child->next) {
        if (!token_is(laws->unit, unit_token_before(laws->unit, child->begin), "[") || !holds_local(child))
            continue; /* the initialiser, or what typeof asks */
        for (size_t i = unit_token_index(laws->unit, child->begin); laws->unit->tokens[i].begin < child->end; i++)
            if (laws->fates[i] && !is_structure(laws->unit, &laws->unit->tokens[i]) &&
                laws->unit->tokens[i].kind != TOKEN_PUNCTUATION)
                laws->fates[i] = FATE_KEPT;
    }
}

static void labels(struct laws *laws, const struct node *node)
{
    const struct token *first = unit_token(laws->unit, node->begin), *second = unit_token(laws->unit, first->end);
    decide(laws, first->begin, node->kind == NODE_LABEL ? first->end : second->end, FATE_MAY_GO);
}

/* Also what may go, in an arm of a generic selection. */
static void decide_callee(struct laws *laws, unsigned begin, unsigned end)
{
    for (size_t i = unit_token_index(laws->unit, begin); i < laws->unit->token_count && laws->unit->tokens[i].end <= end;
         i++)
        if (laws->fates[i] != FATE_OTHER)
            laws->fates[i] = FATE_CALLEE;
}

/* What an async call calls: one name, or an expression in front of the parentheses. */
static void callee(struct laws *laws, struct node *node)
{
    const struct unit *unit = laws->unit;
    const struct node *called = node_strip(node);
    const struct token *first = unit_token(unit, called->begin);
    if (called->kind != NODE_REFERENCE && token_is(unit, unit_token(unit, node->end), "("))
        decide_callee(laws, node->begin, node->end);
    else if (called->kind == NODE_REFERENCE && called->decl &&
             (token_is(unit, first, called->decl->name) || unit_invocation(unit, first->begin)))
        decide_callee(laws, first->begin, called->end);
}

/* What of the node's text is none of its operands'. */
static void own_text(struct laws *laws, const struct node *node)
{
    unsigned at = node->begin;
    for (const struct node *child = node->first; child; child = child->next) {
        decide(laws, at, child->begin, FATE_MAY_GO);
        at = child->end > at ? child->end : at;
    }
    decide(laws, at, node->end, FATE_MAY_GO);
}

/* Reading, computing and converting, apart from their operands, and constants. */
static bool is_pure(const struct node *node)
{
    switch (node->kind) {
    case NODE_UNARY: return node->op != OP_INCREMENT && node->op != OP_OTHER;
    case NODE_BINARY:
    case NODE_LITERAL:
    case NODE_STRING:
    case NODE_REFERENCE:
    case NODE_MEMBER:
    case NODE_SUBSCRIPT:
    case NODE_CONDITIONAL:
    case NODE_CAST:
    case NODE_IMPLICIT:
    case NODE_PAREN: return true;
    default: return false;
    }
}

static bool does_nothing(const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (!does_nothing(child))
            return false;
    return is_pure(node);
}

/* All that an invocation makes does nothing: so it need not stand there. */
static void idle_macro(struct laws *laws, const struct node *node)
{
    const struct invocation *invocation = unit_invocation(laws->unit, node->begin);
    if (invocation && !invocation->is_dialect && node->begin < node->end && node->end <= invocation->end &&
        (node->parent->begin < invocation->begin || node->parent->end > invocation->end) && does_nothing(node))
        decide(laws, invocation->begin, invocation->end, FATE_MAY_GO);
}

/* The value is not wanted: reading and converting have no work to do, nor have constants and what is not evaluated. */
static void unwanted(struct laws *laws, const struct node *node)
{
    idle_macro(laws, node);
    if (node->kind == NODE_UNEVALUATED)
        decide(laws, node->begin, node->end, FATE_MAY_GO);
    if (node->kind == NODE_STATEMENT_EXPRESSION && node->first && node->first->last && node_is_expression(node->first->last))
        unwanted(laws, node->first->last);
    if (!is_pure(node))
        return;
    if (node->op != OP_COMMA)
        own_text(laws, node);
    for (const struct node *child = node->first; child; child = child->next)
        unwanted(laws, child);
}

/* The last expression of a statement expression may be its value. */
static bool is_for_its_effect(const struct node *node)
{
    const struct node *block = node->parent, *step = block->part[PART_STEP], *init = block->part[PART_INIT];
    if (block->kind == NODE_FOR && (node == step || node == init))
        return true;
    return node_is_expression(node) && node_is_statement_position(node) &&
           !(block->last == node && block->parent && block->parent->kind == NODE_STATEMENT_EXPRESSION);
}

/* `p->bits = f()` in a gather: of a bit-field, the address of what it is a member of is taken; of an element of a vector, that of the vector. */
static void bit_field(struct laws *laws, const struct node *node)
{
    const struct node *target = node_strip(node->first), *value = node_strip_casts(node->last);
    if (target->kind == NODE_MEMBER && target->decl && target->decl->is_bit_field && value->is_consumed)
        decide(laws, target->first->end, target->end, FATE_MAY_GO);
    if (object_is_element(target) && value->is_consumed) {
        decide(laws, target->first->end, target->last->begin, FATE_MAY_GO);
        decide(laws, target->last->end, target->end, FATE_MAY_GO);
    }
}

/* The first word of what is translated, or the macro that it comes out of. */
static void first_word(struct laws *laws, const struct node *node, enum fate fate)
{
    const struct token *word = unit_token(laws->unit, node->begin);
    while (token_is(laws->unit, word, "__extension__"))
        word = unit_token(laws->unit, word->end);
    if (word && node->begin < node->end && !node->source)
        laws->fates[word - laws->unit->tokens] = (unsigned char)fate;
}

static void words(struct laws *laws, const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED || node->kind == NODE_GENERIC)
        return;
    if (node->kind == NODE_AWAIT || node->kind == NODE_DEFER)
        first_word(laws, node, FATE_GOES);
    else if (node->kind == NODE_RETURN)
        first_word(laws, node, FATE_RETURNS);
    for (const struct node *child = node->first; child; child = child->next)
        words(laws, child);
}

/* What is left of it then is not wanted either, as was said of what is right of both. */
static bool is_left_of_comma(const struct node *node)
{
    return node->parent && node->parent->op == OP_COMMA && node->parent->first == node;
}

static void visit(struct laws *laws, const struct node *node)
{
    if (node->kind == NODE_DECLARATIONS)
        declaration(laws, node);
    else if (node->kind == NODE_VARIABLE)
        sizes(laws, node);
    else if (node->kind == NODE_LABEL || node->kind == NODE_GOTO)
        labels(laws, node);
    else if (node->kind == NODE_GOTO_INDIRECT)
        decide(laws, node->begin, node->first->begin, FATE_MAY_GO);
    else if (node->kind == NODE_CALL && node->is_consumed)
        callee(laws, node->first);
    else if (node->kind == NODE_ASSIGN)
        bit_field(laws, node);
    else if (node->kind == NODE_GENERIC)
        decide(laws, node->begin, node->end, FATE_MAY_GO); /* of its arms one may be all that is left */
    if ((node->kind == NODE_CAST && type_is_void(node->type)) || is_for_its_effect(node))
        unwanted(laws, node);
    else if (node->op == OP_COMMA && node->first && !is_left_of_comma(node))
        unwanted(laws, node->first);
    for (const struct node *child = node->first; child; child = child->next)
        visit(laws, child);
}

/* Whether a macro that is expanded there mentions something. */
static bool has_word(const struct unit *unit, unsigned at)
{
    for (size_t i = 0; i < unit->word_count; i++)
        if (unit->words[i].at == at)
            return true;
    return false;
}

static void empty_macros(struct laws *laws)
{
    const struct unit *unit = laws->unit;
    for (size_t i = 0; i < unit->mention_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        const struct invocation *invocation = mention->is_empty ? unit_invocation(unit, mention->at) : NULL;
        if (invocation && invocation->begin == mention->at && laws->fates[unit_token_index(unit, mention->at)] &&
            !(mention->has_names && has_word(unit, mention->at)))
            decide(laws, invocation->begin, invocation->end, FATE_MAY_GO);
    }
}

void law_text_begin(struct laws *laws)
{
    const struct unit *unit = laws->unit;
    laws->fates = arena_get(unit->arena, unit->token_count + 1);
    for (size_t i = 0; i < laws->body_count; i++) {
        const struct law_body *body = &laws->bodies[i];
        for (size_t k = body->first; k < body->last; k++)
            if (unit->tokens[k].kind != TOKEN_COMMENT)
                laws->fates[k] = is_structure(unit, &unit->tokens[k]) ? FATE_MAY_GO : FATE_KEPT;
    }
    for (size_t i = 0; i < unit->function_count; i++)
        visit(laws, unit->functions[i]->body);
    empty_macros(laws);
    for (size_t i = 0; i < unit->invocation_count; i++)
        if (unit->invocations[i].is_dialect)
            decide(laws, unit->invocations[i].begin, unit->invocations[i].end, FATE_MAY_GO);
    for (size_t i = 0; i < unit->lead_count; i++)
        decide(laws, unit->leads[i].begin, unit->leads[i].end, FATE_MAY_GO);
    for (size_t i = 0; i < unit->function_count; i++)
        words(laws, unit->functions[i]->body);
}

/* ---- what the output has ---- */

/* How often each token was written. */
static unsigned *count_copies(const struct laws *laws)
{
    const struct unit *unit = laws->unit;
    unsigned *counts = arena_get(unit->arena, (unit->token_count + 1) * sizeof *counts);
    for (size_t i = 0; i < laws->writer->origin_count; i++) {
        const struct origin *origin = &laws->writer->origins[i];
        if (!origin->length)
            continue;
        size_t k = unit_token_index(unit, origin->begin);
        for (; k < unit->token_count && unit->tokens[k].end <= origin->end; k++)
            counts[k]++;
    }
    return counts;
}

/* What is wrong with so many copies of the token, or NULL. */
static const char *wrong_with(const struct law_body *body, enum fate fate, unsigned copies)
{
    switch (fate) {
    case FATE_OTHER:
    case FATE_CALLEE: return NULL;
    case FATE_GOES: return copies ? "is left" : NULL;
    case FATE_RETURNS: return copies && body->function->suspends ? "is left" : copies > 1 ? "stands twice" : NULL;
    case FATE_MAY_GO: return copies > 1 ? "stands twice" : NULL;
    case FATE_KEPT: break;
    }
    return copies > 1 ? "stands twice" : copies ? NULL : "stands not";
}

void law_text(struct laws *laws)
{
    const unsigned *counts = count_copies(laws);
    for (size_t i = 0; i < laws->body_count; i++) {
        const struct law_body *body = &laws->bodies[i];
        for (size_t k = body->first; k < body->last; k++) {
            const struct token *token = &laws->unit->tokens[k];
            const char *wrong = wrong_with(body, laws->fates[k], counts[k]);
            if (!wrong)
                continue;
            law_broken(laws, "text", token->begin, token->end, "'%s' %s in the translation", law_word(laws, token), wrong);
            return;
        }
    }
}
