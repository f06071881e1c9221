#include "resolve.h"

#include "base/arena.h"
#include "tree/tree.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A token, and what it means. */
struct meaning {
    unsigned at;
    struct name *name;
};

struct resolve {
    struct unit *unit;
    const struct function *function;
    struct names *names;
    const struct word *words; /* those of the function */
    size_t word_count;
};

/* ---- names from words ---- */

static enum name_space space_of(const struct decl *decl)
{
    switch (decl->kind) {
    case DECL_RECORD:
    case DECL_ENUM: return SPACE_TAG;
    case DECL_LABEL: return SPACE_LABEL;
    default: return SPACE_ORDINARY;
    }
}

bool name_has_linkage(const struct name *name)
{
    const struct decl *decl = name->decl;
    return name->is_outside || decl->kind == DECL_FUNCTION ||
           (decl->kind == DECL_VARIABLE && (decl->is_extern || !decl->is_local));
}

/* The end of the declarator around the name, as far as what follows the name tells. */
static unsigned declarator_end(const struct unit *unit, const struct token *name)
{
    unsigned end = name->end;
    for (const struct token *token = unit_token(unit, end); token; token = unit_token(unit, end)) {
        if (token_is(unit, token, "(") || token_is(unit, token, "["))
            token = unit_closing(unit, token);
        else if (!token_is(unit, token, ")"))
            break;
        if (!token)
            break;
        end = token->end;
    }
    return end;
}

/* The end of an enumerator's definition. */
static unsigned enumerator_end(const struct unit *unit, const struct token *name)
{
    unsigned end = name->end;
    for (const struct token *token = unit_token(unit, end); token; token = unit_token(unit, end)) {
        if (token_is(unit, token, ",") || token_is(unit, token, "}"))
            break;
        if (token_is(unit, token, "(") || token_is(unit, token, "[") || token_is(unit, token, "{"))
            token = unit_closing(unit, token);
        end = token ? token->end : end + 1;
    }
    return end;
}

static unsigned visible_from(const struct unit *unit, const struct word *word)
{
    const struct token *token = unit_token(unit, word->at);
    if (word->decl->kind == DECL_LABEL)
        return word->scope.begin;
    if (!word->is_spelled || word->decl->kind == DECL_RECORD || word->decl->kind == DECL_ENUM)
        return token->end;
    return word->decl->kind == DECL_CONSTANT ? enumerator_end(unit, token) : declarator_end(unit, token);
}

static void add_declaration(const struct unit *unit, struct name *name, const struct word *word)
{
    unsigned begin = visible_from(unit, word);
    bool is_first = name->is_outside || word->at < name->at;
    name->begin = name->is_outside || begin < name->begin ? begin : name->begin;
    name->end = name->is_outside || word->scope.end > name->end ? word->scope.end : name->end;
    if (is_first) {
        name->at = word->at;
        name->is_made = !word->is_spelled;
        name->is_prototype = word->is_prototype;
    }
    name->is_outside = false;
}

static void add_meaning(struct resolve *r, unsigned at, struct name *name)
{
    struct meaning meaning = { at, name };
    arena_push(r->unit->arena, r->names->meanings, r->names->meaning_count, meaning);
}

static void add_other(struct resolve *r, struct name *name, unsigned at)
{
    const struct invocation *invocation = unit_invocation(r->unit, at);
    if (invocation)
        arena_push(r->unit->arena, name->others, name->other_count, invocation->begin);
}

static int by_decl(const void *left, const void *right)
{
    const struct word *a = *(const struct word *const *)left, *b = *(const struct word *const *)right;
    if (a->decl != b->decl)
        return (uintptr_t)a->decl < (uintptr_t)b->decl ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static struct name *new_name(struct resolve *r, struct decl *decl)
{
    struct name *name = arena_get(r->unit->arena, sizeof *name);
    *name = (struct name){ .space = space_of(decl), .text = decl->name, .decl = decl, .end = UINT_MAX, .is_outside = true };
    arena_push(r->unit->arena, r->names->all, r->names->count, name);
    return name;
}

/* The declaration of an object or function of the whole program that is seen at the word: blocks may repeat it. */
static struct name *linked_name(struct resolve *r, size_t from, const struct word *word)
{
    struct name *found = NULL, *outside = NULL;
    for (size_t i = from; i < r->names->count; i++) {
        struct name *name = r->names->all[i];
        if (name->is_outside)
            outside = name;
        else if (name->begin <= word->at && word->at < name->end && (!found || found->begin < name->begin))
            found = name;
    }
    if (!found && !outside)
        outside = new_name(r, word->decl);
    return found ? found : outside;
}

/* Of one token. */
static bool is_twin(const struct word *const *words, size_t index)
{
    return index && words[index - 1]->at == words[index]->at && words[index - 1]->is_spelled;
}

static void add_meanings(struct resolve *r, const struct word *const *words, size_t count)
{
    size_t from = r->names->count;
    struct name *name = NULL;
    for (size_t i = 0; i < count; i++) {
        if (words[i]->kind != WORD_DECLARES || is_twin(words, i))
            continue;
        if (!name || name_has_linkage(name))
            name = new_name(r, words[i]->decl);
        add_declaration(r->unit, name, words[i]);
        if (words[i]->is_spelled)
            add_meaning(r, words[i]->at, name);
    }
    for (size_t i = 0; i < count; i++) {
        if (words[i]->kind == WORD_DECLARES && words[i]->is_spelled)
            continue;
        if (!name || name_has_linkage(name))
            name = linked_name(r, from, words[i]);
        if (words[i]->is_spelled && !is_twin(words, i))
            add_meaning(r, words[i]->at, name);
        else if (!words[i]->is_spelled)
            add_other(r, name, words[i]->at);
    }
}

static void add_names(struct resolve *r)
{
    const struct word **sorted = arena_get(r->unit->arena, (r->word_count + 1) * sizeof *sorted);
    size_t count = 0;
    for (size_t i = 0; i < r->word_count; i++)
        if (r->words[i].decl)
            sorted[count++] = &r->words[i];
    qsort(sorted, count, sizeof *sorted, by_decl);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && sorted[to]->decl == sorted[from]->decl;)
            to++;
        add_meanings(r, sorted + from, to - from);
    }
}

/* ---- order ---- */

static int compare(const struct name *name, enum name_space space, const char *text)
{
    if (name->space != space)
        return name->space < space ? -1 : 1;
    return strcmp(name->text, text);
}

static int by_text(const void *left, const void *right)
{
    const struct name *a = *(const struct name *const *)left, *b = *(const struct name *const *)right;
    int order = compare(a, b->space, b->text);
    if (order)
        return order;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

static int by_offset(const void *left, const void *right)
{
    unsigned a = *(const unsigned *)left, b = *(const unsigned *)right;
    return a < b ? -1 : a > b;
}

static int by_place(const void *left, const void *right)
{
    const struct meaning *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void sort(struct names *names)
{
    if (names->count)
        qsort(names->all, names->count, sizeof *names->all, by_text);
    for (size_t i = 1; i < names->count; i++) {
        struct name *name = names->all[i], *outer = names->all[i - 1];
        outer = compare(outer, name->space, name->text) == 0 ? outer : NULL;
        while (outer && outer->end <= name->begin)
            outer = outer->outer;
        name->outer = outer;
    }
    if (names->meaning_count)
        qsort(names->meanings, names->meaning_count, sizeof *names->meanings, by_place);
}

static const struct meaning *meaning_at(const struct names *names, unsigned offset)
{
    struct meaning key = { offset, NULL };
    return names->meaning_count ? bsearch(&key, names->meanings, names->meaning_count, sizeof key, by_place) : NULL;
}

struct name *resolve_at(const struct names *names, unsigned offset)
{
    const struct meaning *found = meaning_at(names, offset);
    return found ? found->name : NULL;
}

/* How many come before those that have the name and begin at the offset or later. */
static size_t count_before(const struct names *names, enum name_space space, const char *text, unsigned begin)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(names->all[middle], space, text);
        if (order < 0 || (order == 0 && names->all[middle]->begin < begin))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct name *resolve_visible(const struct names *names, enum name_space space, const char *text, unsigned offset)
{
    size_t count = count_before(names, space, text, offset + 1);
    struct name *found = count ? names->all[count - 1] : NULL;
    if (!found || compare(found, space, text) != 0)
        return NULL;
    while (found && found->end <= offset)
        found = found->outer;
    return found;
}

void resolve_mention(const struct names *names, enum name_space space, const char *text)
{
    for (size_t i = count_before(names, space, text, 0); i < names->count && !compare(names->all[i], space, text); i++)
        names->all[i]->is_mentioned = true;
}

/* ---- what clang does not show ---- */

static bool is_word_of(const struct unit *unit, const struct token *token, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        if (token_is(unit, token, words[i]))
            return true;
        /* __aligned__ */
        if (token->end - token->begin == length + 4 && memcmp(unit->text + token->begin + 2, words[i], length) == 0 &&
            unit->text[token->begin] == '_')
            return true;
    }
    return false;
}

/* A word of an attribute: behind some of those stand expressions, types or functions; all else there is no name. */
static bool is_attribute_word(const struct unit *unit, const struct token *token)
{
    static const char *const words[] = { "cleanup",         "aligned",        "vector_size",
                                         "ext_vector_type", "assume_aligned", "warn_if_not_aligned",
                                         "malloc" };
    int round = 0, square = 0;
    for (const struct token *last = token; (token = unit_token_before(unit, token->begin)) != NULL; last = token) {
        if (token_is(unit, token, ";") || token_is(unit, token, "{") || token_is(unit, token, "}"))
            break;
        round += token_is(unit, token, ")") - token_is(unit, token, "(");
        square += token_is(unit, token, "]") - token_is(unit, token, "[");
        if (square < 0 && token_is(unit, token, "[") && token_is(unit, last, "["))
            return true;
        square = square < 0 && !token_is(unit, token, "[") ? 0 : square;
        const struct token *word = round < 0 ? unit_token_before(unit, token->begin) : NULL;
        if (!word)
            continue;
        round = 0;
        if (is_word_of(unit, word, words, sizeof words / sizeof *words))
            return false;
        if (token_is(unit, word, "__attribute__") || token_is(unit, word, "__attribute"))
            return true;
    }
    return false;
}

/* The name of an operand: [x] "r"(y). */
static bool is_operand(const struct unit *unit, const struct token *token)
{
    const struct token *before = unit_token_before(unit, token->begin), *next = unit_token(unit, token->end);
    const struct token *string = token_is(unit, next, "]") ? unit_token(unit, next->end) : NULL;
    return token_is(unit, before, "[") && string && string->kind == TOKEN_LITERAL && unit->text[string->begin] == '"';
}

static bool is_behind_tag_word(const struct unit *unit, const struct token *token)
{
    const struct token *before = unit_token_before(unit, token->begin);
    return token_is(unit, before, "struct") || token_is(unit, before, "union") || token_is(unit, before, "enum");
}

/* `a` of `f(a, b) int a; char b;` */
static bool is_old_style(const struct resolve *r, const struct token *token)
{
    const struct unit *unit = r->unit;
    const struct decl *decl = r->function->decl;
    const struct token *name = unit_token(unit, decl->definition_at), *next = unit_token(unit, token->end);
    const struct token *before = unit_token_before(unit, token->begin);
    return name && token->begin > name->begin && token->begin < r->function->body->begin &&
           (token_is(unit, before, "(") || token_is(unit, before, ",")) &&
           (token_is(unit, next, ")") || token_is(unit, next, ","));
}

static struct name *label_of(const struct resolve *r, const struct token *token)
{
    const struct unit *unit = r->unit;
    const struct token *before = unit_token_before(unit, token->begin);
    while (before && (token_is(unit, before, ",") || before->kind == TOKEN_IDENTIFIER))
        before = unit_token_before(unit, before->begin);
    if (!token_is(unit, before, "__label__"))
        return NULL;
    const char *text = token_word(unit, token);
    return resolve_visible(r->names, SPACE_LABEL, text, token->begin);
}

static struct name *meaning_of(struct resolve *r, const struct token *token)
{
    const struct unit *unit = r->unit;
    struct name *label = label_of(r, token);
    if (label || unit_is_member(unit, token) || unit_invocation(unit, token->begin))
        return label;
    const char *text = token_word(unit, token);
    if (is_old_style(r, token))
        return resolve_visible(r->names, SPACE_ORDINARY, text, r->function->body->begin);
    enum name_space space = is_behind_tag_word(unit, token) ? SPACE_TAG : SPACE_ORDINARY;
    struct name *name = resolve_visible(r->names, space, text, token->begin);
    bool is_none = !name || token->begin == r->function->decl->definition_at || is_operand(unit, token) ||
                   is_attribute_word(unit, token);
    return is_none ? NULL : name;
}

/* In an argument of a macro: whatever is called so may be meant. */
static void add_doubt(struct resolve *r, const struct token *token)
{
    const char *text = token_word(r->unit, token);
    for (int space = SPACE_ORDINARY; space <= SPACE_LABEL; space++) {
        struct name *name = resolve_visible(r->names, (enum name_space)space, text, token->begin);
        if (name)
            add_other(r, name, token->begin);
    }
}

/* Whether clang says something of the token; `at` goes through the words. */
static bool is_known(const struct resolve *r, size_t *at, const struct token *token)
{
    while (*at < r->word_count && r->words[*at].at < token->begin)
        ++*at;
    for (size_t i = *at; i < r->word_count && r->words[i].at == token->begin; i++)
        if (r->words[i].is_spelled)
            return true;
    return false;
}

static void add_rest(struct resolve *r)
{
    const struct node *node = r->function->node;
    struct unit *unit = r->unit;
    struct meaning *rest = NULL;
    size_t at = 0, rest_count = 0;
    for (const struct token *token = unit_token(unit, node->begin); token && token->begin < node->end;
         token = unit_token(unit, token->end)) {
        if (token->kind != TOKEN_IDENTIFIER || is_known(r, &at, token))
            continue;
        const struct invocation *invocation = unit_invocation(unit, token->begin);
        if (invocation && !invocation->is_dialect) {
            add_doubt(r, token);
            continue;
        }
        struct meaning meaning = { token->begin, meaning_of(r, token) };
        if (meaning.name)
            arena_push(unit->arena, rest, rest_count, meaning);
    }
    for (size_t i = 0; i < rest_count; i++)
        add_meaning(r, rest[i].at, rest[i].name);
    sort(r->names);
}

/* ---- all of it ---- */

/* __attribute__((overloadable)): several functions of one name, which all are seen where one of them is. */
static bool is_overload(const struct name *left, const struct name *right)
{
    return left && left->decl->kind == DECL_FUNCTION && right->decl->kind == DECL_FUNCTION;
}

/* Where clang says what a name means, the scopes say the same; not of what a macro declares, whose scope is its own. */
static void verify(const struct resolve *r)
{
    for (size_t i = 0; i < r->word_count; i++) {
        const struct word *word = &r->words[i];
        if (!word->is_spelled || word->kind != WORD_USES || unit_invocation(r->unit, word->at))
            continue;
        struct name *name = resolve_at(r->names, word->at);
        require(name);
        struct name *visible = resolve_visible(r->names, name->space, name->text, word->at);
        require(visible == name || name->is_made || is_overload(visible, name));
    }
}

/* ---- the function's words ---- */

/* A declaration, and the one that stands for it. */
struct twin {
    struct decl *decl, *of;
};

static int by_twin(const void *left, const void *right)
{
    uintptr_t a = (uintptr_t)((const struct twin *)left)->decl, b = (uintptr_t)((const struct twin *)right)->decl;
    return a < b ? -1 : a > b;
}

/*
 * A macro that has its argument several times, as create_task in a typeof, declares all that the argument does as often.
 * One declaration stands for those of a token: the last, which is no typeof's.
 */
static void join_twins(struct resolve *r, struct word *words)
{
    struct twin *twins = NULL, key = { NULL, NULL };
    size_t count = 0;
    for (size_t i = 0, last = 0; i < r->word_count; i++) {
        if (words[i].kind != WORD_DECLARES || !words[i].is_spelled)
            continue;
        for (last = last > i ? last : i; last + 1 < r->word_count && words[last + 1].at == words[i].at;)
            last++;
        struct twin twin = { words[i].decl, words[last].decl };
        if (twin.of && twin.decl != twin.of && words[last].kind == WORD_DECLARES)
            arena_push(r->unit->arena, twins, count, twin);
    }
    if (!count)
        return;
    qsort(twins, count, sizeof *twins, by_twin);
    for (size_t i = 0; i < r->word_count; i++) {
        key.decl = words[i].decl;
        const struct twin *twin = bsearch(&key, twins, count, sizeof key, by_twin);
        words[i].decl = twin ? twin->of : words[i].decl;
    }
}

static void find_words(struct resolve *r)
{
    const struct unit *unit = r->unit;
    size_t low = unit_first_word(unit, r->function->node->begin), high;
    for (high = low; high < unit->word_count && unit->words[high].at < r->function->node->end;)
        high++;
    r->word_count = high - low;
    struct word *words = arena_get(unit->arena, (r->word_count + 1) * sizeof *words);
    if (r->word_count)
        memcpy(words, unit->words + low, r->word_count * sizeof *words);
    join_twins(r, words);
    r->words = words;
}

static void collect_uses(struct unit *unit, struct names *names)
{
    for (size_t i = 0; i < names->meaning_count; i++) {
        const struct meaning *meaning = &names->meanings[i];
        const struct token *token = unit_token(unit, meaning->at);
        struct extent use = { token->begin, token->end };
        arena_push(unit->arena, meaning->name->uses, meaning->name->use_count, use);
    }
    for (size_t i = 0; i < names->count; i++)
        if (names->all[i]->other_count)
            qsort(names->all[i]->others, names->all[i]->other_count, sizeof(unsigned), by_offset);
}

struct names *resolve_function(struct unit *unit, const struct function *function)
{
    struct resolve r = { .unit = unit, .function = function };
    r.names = arena_get(unit->arena, sizeof *r.names);
    find_words(&r);
    add_names(&r);
    sort(r.names);
    add_rest(&r);
    collect_uses(unit, r.names);
    verify(&r);
    return r.names;
}
