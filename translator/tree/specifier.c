#include "specifier.h"

#include <string.h>

static const struct token *next(const struct unit *unit, const struct token *token)
{
    return token ? unit_token(unit, token->end) : NULL;
}

static bool is_attribute(const struct unit *unit, const struct token *token)
{
    return token_is(unit, token, "__attribute__") || token_is(unit, token, "__attribute");
}

/* The last token of the attribute; of [[...]], the outer bracket. */
static const struct token *attribute_end(const struct unit *unit, const struct token *token)
{
    return unit_closing(unit, token_is(unit, token, "[") ? token : next(unit, token));
}

/* ---- specifiers ---- */

static bool is_keyword(const struct unit *unit, const struct token *token)
{
    return token_is(unit, token, "struct") || token_is(unit, token, "union") || token_is(unit, token, "enum");
}

static const struct invocation *macro_at(const struct unit *unit, const struct token *token)
{
    const struct invocation *invocation = token ? unit_invocation(unit, token->begin) : NULL;
    return invocation && !invocation->is_dialect ? invocation : NULL;
}

/* From the keyword to the brace. */
static const struct token *read_head(const struct unit *unit, struct specifier *s)
{
    const struct token *token = next(unit, s->keyword);
    while (token && !token_is(unit, token, "{")) {
        const struct invocation *macro = macro_at(unit, token);
        if (macro) {
            s->has_macro = true;
            token = unit_token(unit, macro->end);
            continue;
        }
        if (is_attribute(unit, token) || token_is(unit, token, "["))
            token = attribute_end(unit, token);
        else if (token->kind == TOKEN_IDENTIFIER && !s->tag)
            s->tag = token;
        else if (!(token_is(unit, s->keyword, "enum") && (token_is(unit, token, ":") || token->kind == TOKEN_KEYWORD)))
            return NULL; /* an enum may name its integer type */
        token = next(unit, token);
    }
    return token;
}

bool specifier_read(const struct unit *unit, const struct token *keyword, struct specifier *s)
{
    *s = (struct specifier){ .keyword = keyword };
    if (!is_keyword(unit, keyword))
        return false;
    s->open = read_head(unit, s);
    s->close = s->open ? unit_closing(unit, s->open) : NULL;
    if (!s->close)
        return false;
    const struct token *last = s->close, *token = next(unit, last);
    while (is_attribute(unit, token)) {
        last = attribute_end(unit, token);
        token = next(unit, last);
    }
    s->has_macro = s->has_macro || macro_at(unit, token) || macro_at(unit, keyword) != macro_at(unit, s->close);
    s->all = (struct extent){ keyword->begin, last->end };
    return true;
}

/* ---- declarations ---- */

static const struct token *opening(const struct unit *unit, const struct token *close)
{
    int depth = 0;
    for (const struct token *token = close; token; token = unit_token_before(unit, token->begin)) {
        depth += token_is(unit, token, ")") || token_is(unit, token, "]") || token_is(unit, token, "}");
        depth -= token_is(unit, token, "(") || token_is(unit, token, "[") || token_is(unit, token, "{");
        if (!depth)
            return token;
    }
    return NULL;
}

/* The keyword of the specifier that the brace closes; NULL when it closes something else. */
static const struct token *keyword_of(const struct unit *unit, const struct token *close)
{
    const struct token *open = opening(unit, close), *token = open;
    struct specifier s;
    for (int words = 0; token && words < 64; words++) {
        token = unit_token_before(unit, token->begin);
        if (token_is(unit, token, ")") || token_is(unit, token, "]"))
            token = opening(unit, token);
        else if (is_keyword(unit, token))
            return specifier_read(unit, token, &s) && s.close == close ? token : NULL;
        else if (!token || (token->kind == TOKEN_PUNCTUATION && !token_is(unit, token, ":")))
            return NULL;
    }
    return NULL;
}

static bool is_end(const struct unit *unit, const struct token *token)
{
    return token_is(unit, token, ";") || token_is(unit, token, "{") || token_is(unit, token, ":");
}

static unsigned declaration_begin(const struct unit *unit, unsigned offset)
{
    unsigned begin = offset;
    const struct token *token = unit_token_before(unit, offset);
    for (; token && !is_end(unit, token); token = unit_token_before(unit, begin)) {
        if (token_is(unit, token, "}"))
            token = keyword_of(unit, token);
        else if (token_is(unit, token, ")") || token_is(unit, token, "]"))
            token = opening(unit, token);
        if (!token || (token_is(unit, token, "(") && token_is(unit, unit_token_before(unit, token->begin), "_Pragma")))
            break;
        begin = token->begin;
    }
    return begin;
}

struct declaration specifier_declaration(const struct unit *unit, unsigned offset)
{
    struct declaration d = { .all.begin = declaration_begin(unit, offset) };
    const struct token *token = unit_token(unit, d.all.begin);
    while (token && !token_is(unit, token, ";")) {
        d.is_typedef = d.is_typedef || token_is(unit, token, "typedef");
        if (token_is(unit, token, "(") || token_is(unit, token, "[") || token_is(unit, token, "{"))
            token = unit_closing(unit, token);
        token = next(unit, token);
    }
    d.all.end = token ? token->end : offset;
    return d;
}
