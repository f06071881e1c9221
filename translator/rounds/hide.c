#include "hide.h"

#include "base/arena.h"
#include "counter.h"
#include "base/set.h"
#include "tree/tree.h"

#include <string.h>

#define PUSH "#pragma push_macro(\"%s\")\n#undef %s\n"

static bool is_listed(const struct function *function, const char *name)
{
    for (size_t i = 0; i < function->hidden_count; i++)
        if (strcmp(function->hidden[i], name) == 0)
            return true;
    return false;
}

/* Whether the directives in front of the function hide the macro: it was here before. */
static bool is_hidden(const struct unit *unit, const struct function *function, const char *name)
{
    unsigned end = function->node->begin, begin = 0;
    for (const struct node *node = unit->root->first; node && node != function->node; node = node->next)
        begin = node->end <= end && node->end > begin ? node->end : begin;
    const char *ours = arena_format(unit->arena, PUSH, name, name); /* the user may undefine it, too, and define it again */
    const char *between = arena_copy(unit->arena, unit->text + begin, end - begin);
    return strstr(between, ours) != NULL;
}

static bool list(struct unit *unit, struct function *function, const char *name)
{
    if (is_listed(function, name) || is_hidden(unit, function, name))
        return false;
    arena_push(unit->arena, function->hidden, function->hidden_count, name);
    return true;
}

bool hide_keywords(struct unit *unit)
{
    bool any = false;
    for (size_t i = 0; i < unit->function_count; i++)
        for (size_t k = 0; k < unit->keyword_macro_count; k++)
            any = list(unit, unit->functions[i], unit->keyword_macros[k]) || any;
    return any;
}

/* Behind the word, number, string or other character that begins there. */
static const char *skip(const char *text)
{
    const char *end = text + 1;
    if (*text == '"' || *text == '\'') {
        while (*end && *end != *text)
            end += *end == '\\' && end[1] ? 2 : 1;
        return end + (*end != '\0');
    }
    while (text_is_word(*text) && text_is_word(*end))
        end++;
    return end;
}

bool hide_left(struct unit *unit, struct function *function, const char *expansion)
{
    bool any = false;
    for (const char *end; function && *expansion; expansion = end) {
        end = skip(expansion);
        size_t length = (size_t)(end - expansion);
        if (text_is_word(*expansion) && set_has(unit->object_macros, expansion, length))
            any = list(unit, function, arena_copy(unit->arena, expansion, length)) || any;
    }
    return any;
}

void hide_mark(struct unit *unit)
{
    for (size_t i = 0; i < unit->mention_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        const struct function *function = unit_function_at(unit, mention->at);
        struct invocation *invocation = unit_invocation(unit, mention->at);
        if (function && function->hidden_count && invocation && !invocation->is_dialect &&
            (mention->has_names || is_listed(function, mention->name)))
            invocation->must_expand = true;
    }
}

static void put_line(struct text *text, const struct unit *unit, unsigned offset)
{
    text_format(text, "#line %u ", unit_line(unit, offset));
    text_quote(text, unit_path(unit, offset));
    text_put(text, "\n");
}

void hide_begin(struct text *text, const struct unit *unit, const struct function *function)
{
    text_put(text, "\n");
    counter_put(text, function);
    for (size_t i = 0; i < function->hidden_count; i++)
        text_format(text, PUSH, function->hidden[i], function->hidden[i]);
    put_line(text, unit, function->node->begin);
}

void hide_end(struct text *text, const struct unit *unit, const struct function *function)
{
    if (!function->hidden_count)
        return;
    text_put(text, "\n");
    for (size_t i = function->hidden_count; i > 0; i--)
        text_format(text, "#pragma pop_macro(\"%s\")\n", function->hidden[i - 1]);
    put_line(text, unit, function->node->end);
}
