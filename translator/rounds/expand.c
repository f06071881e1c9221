/*
 * expand.c - asks libclang's preprocessor for the expansions: a copy of the file gets, in front of each
 * invocation, a line `#line 1 STRING(number: invocation :number)`, and the names that lines then have are asked for. (Of
 * #pragma message, which would say the same, libclang before 16 drops what is not ASCII.) The keywords of the
 * dialect are left alone by then (ASYNCC_PROBE in asyncc.h).
 */
#include "expand.h"

#include "base/arena.h"
#include "front/clang.h"
#include "counter.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "hide.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

/* ---- which ---- */

static void mark_at(struct unit *unit, unsigned offset, size_t *count)
{
    struct invocation *invocation = unit_invocation(unit, offset);
    if (!invocation || invocation->is_dialect || invocation->must_expand)
        return;
    invocation->must_expand = true;
    ++*count;
}

/* The arguments of an awaited call are written one by one. */
static void mark_calls(struct unit *unit, const struct await *await, size_t *count)
{
    if (!await)
        return;
    if (await->call)
        mark_at(unit, await->call->begin, count);
    for (size_t i = 0; i < await->item_count; i++)
        mark_calls(unit, await->items[i], count);
}

/* ---- text that several have a part in ---- */

static bool is_in(const struct invocation *invocation, unsigned offset)
{
    return invocation->begin <= offset && offset < invocation->end;
}

/* Whether a statement behind the node begins in the invocation, or one around it that the node ends has a word there. */
static bool has_more(const struct unit *unit, const struct node *node, const struct invocation *invocation)
{
    for (const struct node *parent = node->parent; parent; node = parent, parent = node->parent) {
        const struct node *other = parent->part[PART_ELSE], *next = node->next;
        for (; next && parent->kind < NODE_X_SEQUENCE; next = next->next)
            if (next->begin < next->end && is_in(invocation, next->begin))
                return true;
        if (parent->kind == NODE_COMPOUND && is_in(invocation, parent->end - 1))
            return true;
        if (parent->kind == NODE_IF && other && other != node && node == parent->part[PART_THEN] &&
            !token_is(unit, unit_token_before(unit, other->begin), "else"))
            return true;
        if (parent->kind == NODE_DO && node == parent->part[PART_BODY] && !is_in(invocation, parent->end - 1)) {
            const struct token *behind = unit_token(unit, invocation->end);
            behind = token_is(unit, behind, ";") ? unit_token(unit, behind->end) : behind;
            if (!token_is(unit, behind, "while"))
                return true;
        }
        if (parent->kind == NODE_FUNCTION || parent->end > invocation->end)
            return false;
    }
    return false;
}

/* What is written in the place of the node must not take along what a macro at its end makes besides. */
static void mark_end(struct unit *unit, struct node *node, size_t *count)
{
    const struct invocation *last = unit_invocation(unit, node->end - 1);
    if (last && !last->is_dialect && !node_is_expression(node) && has_more(unit, node, last))
        mark_at(unit, node->end - 1, count);
}

/* The list at the end of a block stands in front of its brace; it has no text. */
static bool is_epilogue(const struct node *node)
{
    return node->kind == NODE_X_SEQUENCE && node->begin == node->end && node->is_edited;
}

/* The brace comes out of a macro, which may have more in front of it. */
static void mark_brace(struct unit *unit, const struct node *epilogue, size_t *count)
{
    const struct invocation *last = unit_invocation(unit, epilogue->begin);
    const struct token *before = unit_token_before(unit, epilogue->begin);
    bool is_ended = token_is(unit, before, ";") || token_is(unit, before, "{") || token_is(unit, before, "}");
    if (last && (last->begin != epilogue->begin || !is_ended))
        mark_at(unit, epilogue->begin, count);
}

/* Children that are written each for itself, and share the text of a macro. */
static void mark_shared(struct unit *unit, const struct node *node, size_t *count)
{
    unsigned dirty = node->begin, all = node->begin; /* how far the children reach */
    for (const struct node *child = node->first; child; child = child->next) {
        unsigned reached = is_epilogue(child) ? all : dirty;
        bool has_text = child->begin < child->end;
        if (child->is_dirty && child->begin < reached && (has_text || is_epilogue(child))) {
            mark_at(unit, child->begin, count);
            mark_at(unit, reached - 1, count);
        }
        all = has_text && child->end > all ? child->end : all;
        dirty = has_text && child->is_dirty && child->end > dirty ? child->end : dirty;
    }
}

static void find(struct unit *unit, struct node *node, size_t *count)
{
    if (!node->is_dirty)
        return;
    if (node->is_edited && node->end && node->begin + 1 < unit->length && node->kind != NODE_FUNCTION) {
        if (is_epilogue(node)) {
            mark_brace(unit, node, count);
        } else {
            mark_at(unit, node->begin, count);
            mark_calls(unit, node->await, count);
            mark_end(unit, node, count);
        }
        if (node->kind == NODE_COMPOUND_LITERAL) /* more may come out of a macro that has its braces */
            mark_at(unit, node->end - 1, count);
    }
    if (node->kind < NODE_X_SEQUENCE)
        mark_shared(unit, node, count);
    for (struct node *child = node->first; child; child = child->next)
        find(unit, child, count);
}

/*
 * A macro that the function itself defines or undefines, pushes or pops, or that may use such a one: text with it can end
 * up where it means something else, as that of a defer does.
 */
static void find_own(struct unit *unit, const struct directive *directive, size_t *count)
{
    unsigned length;
    const char *name = directive_macro(directive, &length);
    const struct function *function = name ? unit_function_at(unit, directive->begin) : NULL;
    if (!function || !(function->body->is_dirty || function->leaving_count))
        return;
    for (size_t i = 0; i < unit->mention_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        if (mention->at > function->body->begin && mention->at < function->body->end &&
            (mention->has_names || (strlen(mention->name) == length && strncmp(mention->name, name, length) == 0)))
            mark_at(unit, mention->at, count);
    }
}

/* Words of a head are spelled otherwise, and its attributes again elsewhere. */
static void find_heads(struct unit *unit, size_t *count)
{
    for (size_t i = 0; i < unit->head_macro_count; i++)
        if (unit->head_macros[i].decl->function)
            mark_at(unit, unit->head_macros[i].at, count);
    for (const struct node *node = unit->root->first; node; node = node->next) {
        if (node->kind != NODE_FUNCTION || !node->decl->function || !node->decl->is_inline || node->decl->is_static)
            continue;
        unsigned end = node->part[PART_BODY] ? node->part[PART_BODY]->begin : node->end;
        for (size_t i = 0; i < unit->invocation_count; i++)
            if (unit->invocations[i].begin >= node->begin && unit->invocations[i].begin < end)
                mark_at(unit, unit->invocations[i].begin, count);
    }
}

size_t expand_find(struct unit *unit)
{
    size_t count = hide_keywords(unit);
    struct directives scan = directives_of(unit->arena, unit->text, unit->length);
    struct directive directive;
    for (size_t i = 0; i < unit->invocation_count; i++) /* by passes before */
        count += unit->invocations[i].must_expand;
    for (size_t i = 0; i < unit->function_count; i++) {
        const struct function *function = unit->functions[i];
        mark_at(unit, function->node->begin, &count);
        mark_at(unit, function->body->begin, &count);
        mark_at(unit, function->body->end - 1, &count);
        find(unit, function->body, &count);
    }
    find_heads(unit, &count);
    while (directives_next(&scan, &directive))
        find_own(unit, &directive, &count);
    return count;
}

/* ---- asking ---- */

/* Whether it is text of an invocation. One that stands for its statement has other text, too. */
static bool is_argument(const struct unit *unit, const struct token *token)
{
    for (size_t i = 0; i < unit->invocation_count; i++) {
        const struct invocation *invocation = &unit->invocations[i];
        unsigned begin = invocation->own_end ? invocation->own_begin : invocation->begin;
        unsigned end = invocation->own_end ? invocation->own_end : invocation->end;
        if (!invocation->is_dialect && token->begin >= begin && token->begin < end)
            return true;
    }
    return false;
}

/*
 * The invocation on one line, without comments. With `apart`, some bracket in it is closed by what a macro makes: none of
 * them are to be seen before macros are expanded.
 */
static void put_tokens(struct text *text, const struct unit *unit, unsigned begin, unsigned end, bool apart)
{
    unsigned at = begin;
    for (const struct token *token = unit_token(unit, begin); token && token->begin < end;
         token = unit_token(unit, token->end)) {
        if (token->begin > at)
            text_put(text, " ");
        bool open = apart && token_is(unit, token, "("), close = apart && token_is(unit, token, ")");
        bool is_bracket = (open || close) && !is_argument(unit, token);
        text_put(text, !is_bracket ? "" : open ? " ASYNCC_OPEN " : " ASYNCC_CLOSE ");
        for (unsigned i = token->begin; i < token->end && !is_bracket; i++) {
            i += token_splices(unit->text + i, unit->text + token->end);
            if (i < token->end)
                text_add(text, unit->text + i, 1);
        }
        at = token->end;
    }
}

static void put_probe(struct text *text, const struct unit *unit, struct invocation *invocation)
{
    unsigned line = unit_line(unit, invocation->begin);
    text_format(text, "\n#line %u\n#line 1 ASYNCC_STRING(%u: ", line, invocation->begin);
    put_tokens(text, unit, invocation->begin, invocation->end, invocation->own_end != 0);
    text_format(text, " :%u)\n", invocation->begin);
    invocation->probe = (unsigned)text->length;
    text_format(text, "#line %u ", line);
    text_quote(text, unit_path(unit, invocation->begin));
    text_put(text, "\n");
}

static void probe_text(struct text *text, const struct unit *unit)
{
    unsigned at = 0;
    text_put(text, "#define ASYNCC_OPEN (\n"
                   "#define ASYNCC_CLOSE )\n"
                   "#define ASYNCC_STRING_(...) #__VA_ARGS__\n"
                   "#define ASYNCC_STRING(...) ASYNCC_STRING_(__VA_ARGS__)\n#line 1\n");
    for (size_t i = 0; i < unit->invocation_count; i++) {
        struct invocation *invocation = &unit->invocations[i];
        if (!invocation->must_expand)
            continue;
        text_add(text, unit->text + at, invocation->begin - at);
        put_probe(text, unit, invocation);
        at = invocation->counts ? invocation->end : invocation->begin; /* once is enough */
    }
    text_add(text, unit->text + at, unit->length - at);
}

const char **expand_ask(struct unit *unit, const struct clang_input *input, const struct text *text, const unsigned *offsets,
                        size_t offset_count)
{
    size_t count = input->argument_count;
    const char **arguments = arena_get(unit->arena, (count + 2) * sizeof *arguments);
    for (size_t i = 0; i < count; i++)
        arguments[i] = input->arguments[i];
    arguments[count++] = "-DASYNCC_PROBE";
    arguments[count++] = "-ferror-limit=0";
    struct clang_input probe = {
        .path = input->path, .text = text->at, .length = text->length, .arguments = arguments, .argument_count = count
    };
    return clang_presumed_names(unit->arena, &probe, offsets, offset_count);
}

/* What the invocations that must be expanded become, in order. */
static const char **ask(struct unit *unit, const struct clang_input *input)
{
    struct text text = { 0 };
    size_t offset_count = 0;
    probe_text(&text, unit);
    unsigned *offsets = NULL;
    for (size_t i = 0; i < unit->invocation_count; i++)
        if (unit->invocations[i].must_expand)
            arena_push(unit->arena, offsets, offset_count, unit->invocations[i].probe);
    const char **names = expand_ask(unit, input, &text, offsets, offset_count);
    text_free(&text);
    return names;
}

/* The expansion in the name that its line got; NULL if the preprocessor could not make it, or only a part of it. */
static const char *answer(struct arena *arena, const char *name, unsigned offset)
{
    char *end;
    bool begins = strtoul(name, &end, 10) == offset && *end == ':';
    const char *text = end + 1 + (end[1] == ' '), *last = strrchr(end, ':');
    if (!begins || last <= end || strtoul(last + 1, &end, 10) != offset || *end)
        return NULL;
    last -= last > text && last[-1] == ' ';
    return arena_copy(arena, text, last > text ? (size_t)(last - text) : 0);
}

/* ---- the new text ---- */

static bool is_macro(const struct unit *unit, const char *name, size_t length)
{
    for (size_t i = 0; i < unit->keyword_macro_count; i++) /* hidden */
        if (strlen(unit->keyword_macros[i]) == length && strncmp(unit->keyword_macros[i], name, length) == 0)
            return false;
    for (size_t i = 0; i < unit->function_macro_count; i++)
        if (strlen(unit->function_macros[i]) == length && strncmp(unit->function_macros[i], name, length) == 0)
            return true;
    return false;
}

/*
 * The expansion is read again. Invocations that are left in it are of macros inside their own expansion, which the
 * preprocessor leaves alone: with parentheses around the name, it will again.
 */
static void put_expansion(struct text *text, const struct unit *unit, const char *expansion)
{
    while (*expansion) {
        const char *end = expansion + 1;
        if (*expansion == '"' || *expansion == '\'') {
            while (*end && *end != *expansion)
                end += *end == '\\' && end[1] ? 2 : 1;
            end += *end != '\0';
        } else if (text_is_word(*expansion)) {
            while (text_is_word(*end))
                end++;
        }
        size_t length = (size_t)(end - expansion);
        bool left = text_is_word(*expansion) && end[strspn(end, " ")] == '(' && is_macro(unit, expansion, length);
        text_put(text, left ? "(" : "");
        text_add(text, expansion, length);
        text_put(text, left ? ")" : "");
        expansion = end;
    }
}

static bool add_expansion(struct text *text, const struct unit *unit, const struct invocation *invocation,
                          const char *expansion, struct diagnostics *diagnostics)
{
    if (!expansion) {
        bool is_own = !invocation->own_end;
        struct place place = unit_place(unit, is_own ? invocation->begin : invocation->own_begin,
                                        is_own ? invocation->end : invocation->own_end);
        diag(diagnostics, DIAG_MACRO_EXPANSION, &place);
        return false;
    }
    put_expansion(text, unit, expansion);
    /* lines keep their numbers */
    for (unsigned i = invocation->begin; i < invocation->end; i++)
        if (unit->text[i] == '\n')
            text_put(text, "\n");
    return true;
}

/* ---- brackets without the other one ---- */

/* A token that no expression goes beyond. */
static bool is_end(const struct unit *unit, const struct token *token)
{
    return !token || token_is(unit, token, ";") || token_is(unit, token, "{") || token_is(unit, token, "}");
}

/* The statement, or the part of a for's head, that the macro stands in. */
static struct extent statement_around(const struct unit *unit, const struct invocation *invocation)
{
    struct extent at = { invocation->own_begin, invocation->own_end };
    const struct token *token;
    while (!is_end(unit, token = unit_token_before(unit, at.begin)))
        at.begin = token->begin;
    while (!is_end(unit, token = unit_token(unit, at.end)))
        at.end = token->end;
    return at;
}

/* What the spelled brackets of some text leave open, without those that belong to invocations. */
struct brackets {
    const struct token *open;  /* the first that is not closed */
    const struct token *close; /* the last that nothing opens */
};

static struct brackets brackets_of(const struct unit *unit, unsigned begin, unsigned end)
{
    struct brackets left = { NULL, NULL };
    int depth = 0;
    for (const struct token *token = unit_token(unit, begin); token && token->begin < end;
         token = unit_token(unit, token->end)) {
        bool opens = token_is(unit, token, "("), closes = token_is(unit, token, ")");
        if ((!opens && !closes) || is_argument(unit, token))
            continue;
        if (opens && depth++ == 0)
            left.open = token;
        else if (closes && depth == 0)
            left.close = token;
        else if (closes && --depth == 0)
            left.open = NULL;
    }
    return left;
}

/*
 * What makes a bracket without the other one can be asked for with that one only. Which text has both the spelled tokens
 * do not tell: a bracket in it can be that of a head around. Whether there is another one to try.
 */
static bool next_text(const struct unit *unit, struct invocation *invocation, struct extent *at)
{
    enum { WHOLE, BEHIND_CLOSE, BEHIND_OPEN, UNTIL_CLOSE, END };
    struct extent whole = statement_around(unit, invocation);
    struct brackets before = brackets_of(unit, whole.begin, invocation->own_begin);
    struct brackets behind = brackets_of(unit, invocation->own_end, whole.end);
    for (; invocation->tries < END; invocation->tries++) {
        *at = whole;
        if (invocation->tries == BEHIND_CLOSE && before.close)
            at->begin = unit_token(unit, before.close->end)->begin;
        else if (invocation->tries == BEHIND_OPEN && before.open)
            at->begin = unit_token(unit, before.open->end)->begin;
        else if (invocation->tries == UNTIL_CLOSE && behind.close)
            at->end = unit_token_before(unit, behind.close->begin)->end;
        else if (invocation->tries != WHOLE)
            continue;
        if (at->begin < invocation->own_begin || at->end > invocation->own_end)
            return invocation->tries++, true;
    }
    return false;
}

/* What stands in its text is expanded with it. */
static void take_in(struct unit *unit, struct invocation *invocation)
{
    for (struct invocation *other = unit->invocations; other < unit->invocations + unit->invocation_count; other++)
        if (other != invocation && other->begin >= invocation->begin && other->begin < invocation->end) {
            other->must_expand = false;
            invocation->counts = invocation->counts || other->counts;
        }
}

static bool ask_for_more(struct unit *unit, struct invocation *invocation)
{
    struct extent at;
    if (!invocation->own_end) {
        invocation->own_begin = invocation->begin;
        invocation->own_end = invocation->end;
    }
    if (!next_text(unit, invocation, &at))
        return false;
    invocation->begin = at.begin;
    invocation->end = at.end;
    take_in(unit, invocation);
    return true;
}

/* ---- all answers ---- */

/* What they become, in order; NULL of those that could not be had. */
static const char **answers(struct unit *unit, const char **names)
{
    const char **name = names;
    for (size_t i = 0; i < unit->invocation_count; i++)
        if (unit->invocations[i].must_expand) {
            *name = answer(unit->arena, *name, unit->invocations[i].begin);
            name++;
        }
    return names;
}

/* With more text for those that could not be had alone. */
static bool ask_again(struct unit *unit, const char **names)
{
    struct invocation **failed = NULL;
    size_t count = 0;
    bool again = false;
    for (size_t i = 0; i < unit->invocation_count; i++)
        if (unit->invocations[i].must_expand && !*names++)
            arena_push(unit->arena, failed, count, &unit->invocations[i]);
    for (size_t i = 0; i < count; i++)
        again = (failed[i]->must_expand && ask_for_more(unit, failed[i])) || again;
    return again;
}

static const char **complete(struct unit *unit, const struct clang_input *input)
{
    const char **names = answers(unit, ask(unit, input));
    while (ask_again(unit, names))
        names = answers(unit, ask(unit, input));
    return names;
}

/* Macros that stand in their own expansions are none in the function any more: all that uses them is expanded. */
static const char **expansions(struct unit *unit, const struct clang_input *input)
{
    enum { ROUNDS = 4 };
    hide_keywords(unit);
    hide_mark(unit);
    const char **names = complete(unit, input);
    bool again = true;
    for (int round = 0; again && round < ROUNDS; round++) {
        const char **name = names;
        again = false;
        for (size_t i = 0; i < unit->invocation_count; i++)
            if (unit->invocations[i].must_expand && *name++)
                again = hide_left(unit, unit_function_at(unit, unit->invocations[i].begin), name[-1]) || again;
        if (again) {
            hide_mark(unit);
            for (size_t i = 0; i < unit->invocation_count; i++)
                if (unit->invocations[i].must_expand && unit->invocations[i].own_end)
                    take_in(unit, &unit->invocations[i]);
            names = complete(unit, input);
        }
    }
    return names;
}

/* The functions' directives in front of the offset that are not written yet; `next` counts beginnings and ends. */
struct around {
    const struct function **functions; /* that have any, in order */
    size_t count, next;
};

static struct around directives_around(const struct unit *unit)
{
    struct around around = { 0 };
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->hidden_count || unit->functions[i]->counts)
            arena_push(unit->arena, around.functions, around.count, unit->functions[i]);
    return around;
}

/* The user's text from `at` to the end, with those directives. */
static void copy_until(struct text *text, const struct unit *unit, struct around *around, unsigned at, unsigned end)
{
    for (; around->next < 2 * around->count; around->next++) {
        const struct function *function = around->functions[around->next / 2];
        bool is_end = around->next % 2;
        unsigned place = is_end ? function->node->end : function->node->begin;
        if (place > end)
            break;
        text_add(text, unit->text + at, place - at);
        (is_end ? hide_end : hide_begin)(text, unit, function);
        at = place;
    }
    text_add(text, unit->text + at, end - at);
}

const char *expand_text(struct unit *unit, const struct clang_input *input, struct diagnostics *diagnostics, size_t *length)
{
    const char **names = expansions(unit, input);
    bool good = counter_read(unit, input, diagnostics);
    struct around around = directives_around(unit);
    struct text text = { 0 };
    unsigned at = 0;
    for (size_t i = 0; i < unit->invocation_count; i++) {
        const struct invocation *invocation = &unit->invocations[i];
        if (!invocation->must_expand)
            continue;
        copy_until(&text, unit, &around, at, invocation->begin);
        good = add_expansion(&text, unit, invocation, *names++, diagnostics) && good;
        at = invocation->end;
    }
    copy_until(&text, unit, &around, at, (unsigned)unit->length);
    *length = text.length;
    const char *copy = good ? arena_copy(unit->arena, text.at, text.length) : NULL;
    text_free(&text);
    return copy;
}
