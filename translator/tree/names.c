#include "names.h"

#include "base/arena.h"
#include "base/set.h"
#include "tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Words of ours inside functions: whole, or with a number behind. */
static bool is_ours(const char *name, size_t length)
{
    static const char *const whole[] = { "self", "at", "s", "result", "value", "name" };
    static const char *const numbered[] = { "t", "await", "defer", "continue", "exit" };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strlen(whole[i]) == length && memcmp(whole[i], name, length) == 0)
            return true;
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
        size_t word = strlen(numbered[i]);
        if (length > word && memcmp(numbered[i], name, word) == 0 && isdigit((unsigned char)name[word]))
            return true;
    }
    return false;
}

/* `i_2`: an inner `i`. */
static bool is_numbered(const char *name)
{
    size_t length = strlen(name), end = length;
    while (end && isdigit((unsigned char)name[end - 1]))
        end--;
    return end < length && end && name[end - 1] == '_';
}

bool names_is_ours(const char *name)
{
    return is_ours(name, strlen(name)) || strncmp(name, "asyncc", 6) == 0 || is_numbered(name);
}

bool names_is_slot(const char *name)
{
    static const char *const slots[] = { "state", "callee", "timeout", "gather", "race" };
    static const char *const numbered[] = { "child", "timeout" };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (strcmp(name, slots[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
        if (strncmp(name, numbered[i], strlen(numbered[i])) == 0 && isdigit((unsigned char)name[strlen(numbered[i])]))
            return true;
    return false;
}

bool names_is_member(const char *name)
{
    static const char *const members[] = { "start", "frame", "unit", "result", "literal", "object", "element" };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strcmp(name, members[i]) == 0)
            return true;
    return names_is_slot(name);
}

static bool begins(const char *name, size_t length, const char *prefix)
{
    return length >= strlen(prefix) && memcmp(name, prefix, strlen(prefix)) == 0;
}

typedef bool name_test(const char *name, size_t length, const void *data);

static bool any_name(const struct unit *unit, name_test *test, const void *data)
{
    for (size_t i = 0; i < unit->token_count; i++) {
        const struct token *token = &unit->tokens[i];
        if (token->kind == TOKEN_IDENTIFIER && test(unit->text + token->begin, token->end - token->begin, data))
            return true;
    }
    for (size_t i = 0; i < unit->macro_count; i++)
        if (test(unit->macros[i], strlen(unit->macros[i]), data))
            return true;
    for (size_t i = 0; i < unit->poisoned_count; i++)
        if (test(unit->poisoned[i].name, strlen(unit->poisoned[i].name), data))
            return true;
    return false;
}

static bool test_ours(const char *name, size_t length, const void *data)
{
    (void)data;
    return is_ours(name, length);
}

static bool test_prefix(const char *name, size_t length, const void *prefix)
{
    return begins(name, length, prefix);
}

/* Variables that headers declare and macros mention count as well: they are among the collected. */
static bool collected_ours(const struct unit *unit)
{
    for (size_t i = 0; i < unit->collected_count; i++) {
        const struct decl *decl = unit->collected[i];
        if ((decl->kind == DECL_VARIABLE || decl->kind == DECL_FUNCTION || decl->kind == DECL_CONSTANT ||
             decl->kind == DECL_TYPEDEF) &&
            is_ours(decl->name, strlen(decl->name)))
            return true;
    }
    return false;
}

static bool is_users(const struct unit *unit, const char *word)
{
    for (size_t i = 0; i < unit->collected_count; i++) {
        const struct decl *decl = unit->collected[i];
        if (decl->in_file && decl->kind != DECL_FIELD && decl->kind != DECL_LABEL && strcmp(decl->name, word) == 0)
            return true;
    }
    return false;
}

/* A word of ours that is a macro here and a name of the user's there keeps its spelling; the macro is hidden instead. */
static void settle_hidden(struct unit *unit)
{
    size_t kept = 0;
    for (size_t i = 0; i < unit->hidden_count; i++) {
        const char *word = unit->hidden[i];
        if (is_users(unit, word))
            arena_push(unit->arena, unit->keyword_macros, unit->keyword_macro_count, word);
        else
            unit->hidden[kept++] = word;
    }
    unit->hidden_count = kept;
}

void names_choose(struct unit *unit)
{
    settle_hidden(unit);
    unit->prefix = "";
    if (!any_name(unit, test_ours, NULL) && !collected_ours(unit))
        return;
    unit->prefix = "asyncc_";
    for (unsigned n = 2; any_name(unit, test_prefix, unit->prefix); n++)
        unit->prefix = arena_format(unit->arena, "asyncc%u_", n);
}

/* All words of the text, directives and what they skip included; macros, and what is declared elsewhere. */
static struct set *all_names(const struct unit *unit)
{
    struct set *set = arena_get(unit->arena, sizeof *set);
    set->arena = unit->arena;
    for (size_t at = 0, end; at < unit->length; at = end) {
        for (end = at; end < unit->length && text_is_word(unit->text[end]);)
            end++;
        if (end > at)
            set_add(set, unit->text + at, end - at);
        else
            end++;
    }
    for (size_t i = 0; i < unit->macro_count; i++)
        set_add(set, unit->macros[i], strlen(unit->macros[i]));
    for (size_t i = 0; i < unit->poisoned_count; i++)
        set_add(set, unit->poisoned[i].name, strlen(unit->poisoned[i].name));
    for (size_t i = 0; i < unit->collected_count; i++)
        set_add(set, unit->collected[i]->name, strlen(unit->collected[i]->name));
    return set;
}

bool names_is_taken(struct unit *unit, const char *name)
{
    if (!unit->taken)
        unit->taken = all_names(unit);
    return set_has(unit->taken, name, strlen(name));
}

const char *names_of(struct unit *unit, const struct decl *function, const char *suffix)
{
    return arena_format(unit->arena, "asyncc_%s%s%s", function->name, *suffix ? "_" : "", suffix);
}

const char *names_of_leaf(struct unit *unit, const struct decl *function, const char *suffix)
{
    const char *name = function->name;
    if (strncmp(name, "async_", 6) == 0)
        name += 6;
    return arena_format(unit->arena, "asyncc_%s%s%s", name, *suffix ? "_" : "", suffix);
}
