#include "alternatives.h"

#include "base/arena.h"
#include "base/set.h"
#include "tree/tree.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A definition, taken apart. A token that is a parameter is spelled by its number, behind an @. */
struct macro {
    const struct definition_text *definition;
    bool has_parameters, is_skipped, is_standard;
    const char **tokens;
    size_t count;
};

/* All definitions of a name, here and in skipped text. */
struct name {
    struct macro *macros;
    size_t count;
    bool is_visited;
};

struct alternatives {
    struct unit *unit;
    bool prints_long;                    /* of the function at hand */
    const struct invocation *invocation; /* the latest that was asked whether it */
    bool pastes;                         /* names */
    struct set numbers;                  /* of the names, from 1 */
    struct set functions;                /* names of those of the unit, by their index */
    struct name *names;
    size_t count;
};

/* ---- definitions ---- */

static const char *literal_end(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote)
        at += at[0] == '\\' && at[1] ? 2 : 1;
    return *at ? at + 1 : at;
}

static const char *comment_end(const char *at)
{
    if (at[1] == '/')
        return at + strcspn(at, "\n");
    const char *end = strstr(at + 2, "*/");
    return end ? end + 2 : at + strlen(at);
}

/* The next token, and where it ends; blanks, comments and continued lines are none. NULL at the end. */
static const char *next_token(struct arena *arena, const char **text)
{
    const char *at = *text, *end;
    for (;; at = end) {
        if (*at == '/' && (at[1] == '/' || at[1] == '*'))
            end = comment_end(at);
        else if (isspace((unsigned char)*at) || (*at == '\\' && isspace((unsigned char)at[1])))
            end = at + 1;
        else
            break;
    }
    if (!*at)
        return NULL;
    end = at + 1;
    if (*at == '"' || *at == '\'')
        end = literal_end(at);
    else if (text_is_word(*at))
        while (text_is_word(*end) || (isdigit((unsigned char)*at) && *end == '.'))
            end++;
    else if (strchr("+-&|<>=#:", *at) && at[1] == *at)
        end = at + 2;
    else if (at[1] == '=' || (*at == '-' && at[1] == '>'))
        end = at + 2;
    *text = end;
    return arena_copy(arena, at, (size_t)(end - at));
}

static size_t index_of(const char *token, const char *const *tokens, size_t count)
{
    size_t i = 0;
    while (i < count && strcmp(tokens[i], token) != 0)
        i++;
    return i;
}

static struct macro take_apart(struct arena *arena, const struct definition_text *definition)
{
    struct macro macro = { .definition = definition,
                           .is_skipped = definition->is_skipped,
                           .is_standard = definition->is_standard };
    const char *text = definition->text, **parameters = NULL, *token;
    size_t parameter_count = 0;
    if (*text == '(') {
        macro.has_parameters = true;
        text++;
        while ((token = next_token(arena, &text)) && strcmp(token, ")") != 0)
            if (text_is_word(*token))
                arena_push(arena, parameters, parameter_count, token);
            else if (*token == '.')
                arena_push(arena, parameters, parameter_count, "__VA_ARGS__");
    }
    while ((token = next_token(arena, &text))) {
        size_t index = index_of(token, parameters, parameter_count);
        if (index < parameter_count)
            token = arena_format(arena, "@%zu", index);
        arena_push(arena, macro.tokens, macro.count, token);
    }
    return macro;
}

static void read_definitions(struct alternatives *a)
{
    struct unit *unit = a->unit;
    for (size_t i = 0; i < unit->definition_count; i++) {
        const struct definition_text *definition = &unit->definitions[i];
        unsigned *number = set_number(&a->numbers, definition->name, strlen(definition->name));
        if (!*number) {
            struct name name = { 0 };
            arena_push(unit->arena, a->names, a->count, name);
            *number = (unsigned)a->count;
        }
        struct name *name = &a->names[*number - 1];
        arena_push(unit->arena, name->macros, name->count, take_apart(unit->arena, definition));
    }
}

static struct name *find(struct alternatives *a, const char *word)
{
    size_t length = strlen(word);
    return set_has(&a->numbers, word, length) ? &a->names[*set_number(&a->numbers, word, length) - 1] : NULL;
}

/* ---- what could change the translation ---- */

static bool is_reserved(const char *word)
{
    return word[0] == '_' && (word[1] == '_' || isupper((unsigned char)word[1]));
}

/* Of type int, whatever its value. */
static bool is_plain_number(const char *token)
{
    char *end;
    return strtoull(token, &end, 10) <= INT_MAX && !*end;
}

static bool is_among(const char *word, const char *const *words, size_t count)
{
    return index_of(word, words, count) < count;
}

#define IS_AMONG(word, words) is_among(word, words, sizeof(words) / sizeof *(words))

/* Other languages' share the headers of the system. */
static bool is_of_c(const struct macro *macro)
{
    static const char *const others[] = { "static_cast", "reinterpret_cast", "const_cast", "::" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (index_of(others[i], macro->tokens, macro->count) < macro->count)
            return false;
    return true;
}

/* Words that say types are, where they have no part in what is kept: the system's casts. */
static bool is_harmless_word(const char *word, const char *own, bool is_standard)
{
    static const char *const types[] = { "void", "char", "short", "int", "long", "unsigned", "signed", "const" };
    return strcmp(word, own) == 0 || strcmp(word, "sizeof") == 0 || (is_standard && IS_AMONG(word, types)) ||
           is_reserved(word);
}

/* A constant of the standard headers has the same type for all compilers of that system. */
static bool is_harmless_token(const char *token, const char *own, bool is_standard)
{
    static const char *const effects[] = { "=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
                                           "&", "{",  "}",  "#",  "##", ";",  "->", ".",  "<<", ">>" };
    if (*token == '@')
        return false;
    if (isdigit((unsigned char)*token))
        return is_standard || is_plain_number(token);
    if (text_is_word(*token))
        return is_harmless_word(token, own, is_standard);
    return !IS_AMONG(token, effects);
}

/* Whether the other definition uses nothing, and does nothing, that this one does not; NULL: a function, or the like. */
static bool is_covered(const struct macro *other, const struct macro *here, const char *own)
{
    if (here && here->has_parameters != other->has_parameters)
        return false;
    for (size_t i = 0; i < other->count; i++) {
        const char *token = other->tokens[i];
        bool is_here = here ? index_of(token, here->tokens, here->count) < here->count : *token == '@';
        if (!is_here && !is_harmless_token(token, own, other->is_standard))
            return false;
    }
    return true;
}

static bool is_same(const struct macro *left, const struct macro *right)
{
    bool same = left->count == right->count && left->has_parameters == right->has_parameters;
    for (size_t i = 0; same && i < left->count; i++)
        same = strcmp(left->tokens[i], right->tokens[i]) == 0;
    return same;
}

static bool may_differ(const struct name *name, const struct macro *here, const char *word, bool is_expanded)
{
    for (size_t i = 0; i < name->count; i++) {
        const struct macro *other = &name->macros[i];
        if (other->is_skipped && is_of_c(other) && !is_same(other, here) && (is_expanded || !is_covered(other, here, word)))
            return true;
    }
    return false;
}

/* ---- the functions ---- */

static bool has_guard(const struct function *function, const char *word)
{
    for (size_t i = 0; i < function->guard_count; i++)
        if (strcmp(function->guards[i].name, word) == 0)
            return true;
    return false;
}

/* The macro has another value, perhaps, but one of the same type: a number stays one, a string a string. */
static struct guard constant_guard(struct arena *arena, const char *word, const struct macro *here)
{
    if (here->tokens[0][0] == '"')
        return (struct guard){ word, arena_format(arena, "__typeof__(*(\"\" %s \"\"))", word), "char" };
    return (struct guard){ word, arena_format(arena, "__typeof__(%s)", word),
                           arena_format(arena, "__typeof__(%s)", here->definition->text) };
}

static bool is_constant(const struct macro *macro)
{
    for (size_t i = 0; i < macro->count; i++) {
        const char *token = macro->tokens[i];
        bool is_string = *token == '"' && macro->count == 1;
        bool is_number = isdigit((unsigned char)*token) || *token == '\'' || (*token != '"' && !text_is_word(*token));
        if (strchr(",{}[];", *token) || (!is_string && !is_number))
            return false;
    }
    return macro->count && !macro->has_parameters;
}

static void add_guard(struct alternatives *a, struct function *function, const char *word, const struct macro *here,
                      bool may_differ)
{
    struct guard guard = { word, here ? here->definition->text : NULL, NULL };
    if (here && !may_differ && is_constant(here))
        guard = constant_guard(a->unit->arena, word, here);
    if (!has_guard(function, word))
        arena_push(a->unit->arena, function->guards, function->guard_count, guard);
}

/* A name that is no macro here: one that would change what it stands in must not be one. */
static void settle_name(struct alternatives *a, struct function *function, const char *word, bool is_called)
{
    const struct name *name = find(a, word);
    for (size_t i = 0; name && i < name->count; i++) {
        const struct macro *other = &name->macros[i];
        if (other->is_skipped && !other->is_standard && !is_covered(other, NULL, word) &&
            (!other->has_parameters || is_called))
            add_guard(a, function, word, NULL, true);
    }
}

/* The definition that holds where the function begins; NULL: it gets one inside, beside a condition that is guarded. */
static const struct macro *definition_for(const struct name *name, const struct function *function)
{
    const struct macro *here = NULL;
    for (size_t i = 0; i < name->count; i++) {
        const struct definition_text *definition = name->macros[i].definition;
        if (definition->is_skipped || definition->at > function->node->end)
            continue;
        if (definition->at > function->node->begin)
            return NULL;
        here = &name->macros[i];
    }
    return here;
}

/* The command line defines it, or would if it were to. Names that are reserved are the compiler's own business. */
static bool is_open(const struct definition_text *definition)
{
    static const char *const systems[] = { "linux", "unix", "i386" };
    return !IS_AMONG(definition->name, systems) &&
           (definition->is_default || (definition->is_own && !is_reserved(definition->name)));
}

/* The macro, and what its definition mentions; false: it is none. */
static bool settle_macro(struct alternatives *a, struct function *function, const char *word, bool is_expanded)
{
    struct name *name = find(a, word);
    const struct macro *here = name ? definition_for(name, function) : NULL;
    if (!here || name->is_visited || here->definition->is_parsers)
        return here;
    bool mentions_itself = index_of(word, here->tokens, here->count) < here->count;
    bool differs = may_differ(name, here, word, is_expanded) || (is_expanded && here->definition->is_own);
    if (!mentions_itself && (differs || is_open(here->definition)))
        add_guard(a, function, word, here, differs);
    name->is_visited = true;
    for (size_t i = 0; i < here->count; i++)
        if (text_is_word(here->tokens[i][0]) && !settle_macro(a, function, here->tokens[i], is_expanded))
            settle_name(a, function, here->tokens[i], true);
    name->is_visited = false;
    return true;
}

/* Whether the macro, or one that it mentions, makes names, which may be those of macros. */
static bool pastes(struct alternatives *a, const struct function *function, const char *word)
{
    struct name *name = find(a, word);
    const struct macro *here = name && !name->is_visited ? definition_for(name, function) : NULL;
    bool does = here && index_of("##", here->tokens, here->count) < here->count;
    for (size_t i = 0; here && !does && i < here->count; i++) {
        name->is_visited = true;
        does = text_is_word(here->tokens[i][0]) && pastes(a, function, here->tokens[i]);
        name->is_visited = false;
    }
    return does;
}

/* What names are made of decides like a condition. */
static bool is_pasted(struct alternatives *a, const struct function *function, const struct invocation *invocation)
{
    const struct unit *unit = a->unit;
    bool does = false;
    if (!invocation || invocation->is_dialect)
        return false;
    if (invocation == a->invocation) /* of the token before */
        return a->pastes;
    for (const struct token *token = unit_token(unit, invocation->begin); !does && token && token->begin < invocation->end;
         token = unit_token(unit, token->end))
        does = token->kind == TOKEN_IDENTIFIER &&
               set_has(&a->numbers, unit->text + token->begin, token->end - token->begin) &&
               pastes(a, function, arena_copy(unit->arena, unit->text + token->begin, token->end - token->begin));
    a->invocation = invocation;
    a->pastes = does;
    return does;
}

static void settle_token(struct alternatives *a, struct function *function, const struct token *token)
{
    struct unit *unit = a->unit;
    const char *text = unit->text + token->begin;
    const struct invocation *invocation = unit_invocation(unit, token->begin);
    size_t length = token->end - token->begin;
    bool is_dialect = invocation && invocation->is_dialect && invocation->begin == token->begin;
    if (is_dialect || !set_has(&a->numbers, text, length)) /* nearly all */
        return;
    const char *word = arena_copy(unit->arena, text, length);
    if (unit_has_mention(unit, token->begin))
        settle_macro(a, function, word, is_pasted(a, function, invocation));
    else
        settle_name(a, function, word, token_is(unit, unit_token(unit, token->end), "("));
}

/* ---- types ---- */

/* Whether its spelling says all: no record's, whose name stays, and no enum's. */
static bool is_spelled_out(struct type *type)
{
    while (type_plain(type)->kind == TYPE_POINTER || type_plain(type)->kind == TYPE_ARRAY)
        type = type_plain(type)->target;
    type = type_plain(type);
    return type->kind == TYPE_SCALAR || type->kind == TYPE_BOOL ||
           (type->kind == TYPE_FUNCTION && is_spelled_out(type->target));
}

/* The compiler's own functions are for clang declared where they are called first. */
static bool is_users(const struct unit *unit, const struct decl *decl)
{
    if (strncmp(decl->name, "__", 2) == 0)
        return false;
    for (size_t i = 0; decl->header && i < unit->source_count; i++)
        if (strcmp(unit->sources[i]->path, decl->header) == 0)
            return !unit->sources[i]->is_standard;
    return decl->in_file;
}

/* As wide as long on every Unix. */
static bool is_of_words(const char *name)
{
    static const char *const names[] = { "size_t", "ssize_t", "ptrdiff_t", "intptr_t", "uintptr_t" };
    return IS_AMONG(name, names);
}

/* Another type where pointers are of another size, or with other flags: what off_t and uint64_t stand for. */
static bool is_long(struct type *type)
{
    type = type_plain(type);
    return type->kind == TYPE_SCALAR && type->is_integer && strstr(type->name, "long");
}

/* Whether generated code says that type itself, where the user leaves it to the compiler. */
static bool prints_long(const struct function *function)
{
    for (size_t i = 0; i < function->local_count; i++) {
        const struct decl *local = function->locals[i]->decl;
        const struct type *type = local->type;
        while (type->kind == TYPE_SUGAR && !type->is_inferred) /* as a name's, for some libclangs */
            type = type->target;
        if ((decl_is_temporary(local) || type->kind == TYPE_SUGAR) && type->kind != TYPE_TYPEDEF && is_long(local->type))
            return true;
    }
    return false;
}

/*
 * A name of the file's that skipped text has, too: a declaration there could be of another type. Or the one that was read
 * says its type by a macro; or the system's depends on how wide its types are.
 */
static bool has_open_type(struct alternatives *a, const struct decl *decl)
{
    if (decl->is_local || !decl->name || !*decl->name || type_is_variable(decl->type) || !is_spelled_out(decl->type))
        return false;
    bool is_open = decl->is_typed_by_macro || set_has(a->unit->other_words, decl->name, strlen(decl->name));
    return (is_open && is_users(a->unit, decl)) ||
           (a->prints_long && decl->kind == DECL_TYPEDEF && !is_reserved(decl->name) && !is_of_words(decl->name) &&
            is_long(decl->type));
}

static void add_type_guard(struct alternatives *a, struct function *function, const char *text, struct type *type)
{
    struct guard guard = { text, text, type_declare(a->unit, type_plain(type), "") };
    if (!has_guard(function, text))
        arena_push(a->unit->arena, function->guards, function->guard_count, guard);
}

/* `extern int x;` in a block says nothing to what stands in front of the function. */
static bool is_in_block(const struct unit *unit, const struct decl *decl)
{
    const struct node *node = decl->in_file ? node_function(unit_innermost(unit, decl->at)) : NULL;
    return node && node->part[PART_BODY] && decl->at > node->part[PART_BODY]->begin;
}

static void guard_type(struct alternatives *a, struct function *function, const struct decl *decl)
{
    bool is_typedef = decl->kind == DECL_TYPEDEF,
         has_type = is_typedef || decl->kind == DECL_VARIABLE || decl->kind == DECL_FUNCTION;
    if (has_type && !decl->function && !decl->is_async && has_open_type(a, decl) && !is_in_block(a->unit, decl))
        add_type_guard(a, function, arena_format(a->unit->arena, is_typedef ? "%s" : "__typeof__(%s)", decl->name),
                       decl->type);
}

/* The same of a member, by an object of the type that it was asked of. */
static void guard_member(struct alternatives *a, struct function *function, const struct node *node)
{
    struct type *of = node->first ? node->first->type : NULL;
    if (node->kind != NODE_MEMBER || !of || node->decl->kind != DECL_FIELD || node->decl->is_bit_field ||
        !has_open_type(a, node->decl))
        return;
    struct type *record = type_plain(of)->kind == TYPE_POINTER ? type_plain(of)->target : of;
    const struct decl *definition = type_plain(record)->kind == TYPE_RECORD ? type_plain(record)->decl : NULL;
    bool is_inside = definition && definition->specifier.end > function->node->begin; /* of the function's declaration */
    if (!definition || is_inside || (record->kind != TYPE_TYPEDEF && !*type_plain(record)->decl->name))
        return;
    const char *pointer = type_declare(a->unit, type_pointer_to(a->unit, type_unqualified(a->unit, record)), "");
    add_type_guard(a, function, arena_format(a->unit->arena, "__typeof__(((%s)0)->%s)", pointer, node->decl->name),
                   node->decl->type);
}

static void settle_type(struct alternatives *a, struct function *function, struct type *type)
{
    for (; type; type = type->target) {
        if (type->kind == TYPE_TYPEDEF && type->decl)
            guard_type(a, function, type->decl);
        if (type->kind != TYPE_TYPEDEF && type->kind != TYPE_SUGAR && type->kind != TYPE_POINTER &&
            type->kind != TYPE_ARRAY &&
            type->kind != TYPE_FUNCTION) /* its value's: a call's type is for older libclangs what the typedef stands for */
            return;
    }
}

static void settle_types(struct alternatives *a, struct function *function, const struct node *node)
{
    if (node->decl && node->decl->type) {
        guard_type(a, function, node->decl);
        guard_member(a, function, node);
        settle_type(a, function, node->decl->type);
    }
    settle_type(a, function, node->type);
    for (const struct node *child = node->first; child; child = child->next)
        settle_types(a, function, child);
}

/* ---- sizes ---- */

/* Whether the word stands in the function before the offset: it may be a local's. */
static bool is_said_before(const struct unit *unit, const struct function *function, const char *word, unsigned offset)
{
    for (size_t i = unit_token_index(unit, function->node->begin); i < unit->token_count && unit->tokens[i].begin < offset;
         i++)
        if (token_is(unit, &unit->tokens[i], word))
            return true;
    return false;
}

/* What is nothing outside of functions, or something else: values and blocks in braces, names and labels of the function, async calls. */
static bool is_inner(const struct alternatives *a, const char *token)
{
    static const char *const inner[] = { "{", "&&", "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__", "await" };
    return set_has(&a->functions, token, strlen(token)) || IS_AMONG(token, inner);
}

/* Whether the word means in front of the function what it means at the offset. */
static bool means_the_same(struct alternatives *a, const struct function *function, const char *word, unsigned offset)
{
    struct name *name = find(a, word);
    const struct macro *here = name && !name->is_visited ? definition_for(name, function) : NULL;
    if (!here)
        return !name && !is_said_before(a->unit, function, word, offset);
    bool same = true;
    name->is_visited = true;
    for (size_t i = 0; same && i < here->count; i++)
        same = !is_inner(a, here->tokens[i]) &&
               (!text_is_word(here->tokens[i][0]) || isdigit((unsigned char)here->tokens[i][0]) ||
                is_harmless_word(here->tokens[i], "", true) || means_the_same(a, function, here->tokens[i], offset));
    name->is_visited = false;
    return same;
}

/* The bound between the brackets, if it means the same in front of the function, and has words. */
static const char *bound_text(struct alternatives *a, const struct function *function, unsigned begin, unsigned end)
{
    const struct unit *unit = a->unit;
    bool has_words = false;
    for (size_t i = unit_token_index(unit, begin); i < unit->token_count && unit->tokens[i].begin < end; i++) {
        const struct token *token = &unit->tokens[i];
        const char *word = arena_copy(unit->arena, unit->text + token->begin, token->end - token->begin);
        bool is_name = token->kind == TOKEN_IDENTIFIER && !is_harmless_word(word, "", true);
        if (is_inner(a, word) || (is_name && !means_the_same(a, function, word, begin)))
            return NULL;
        has_words = has_words || token->kind == TOKEN_IDENTIFIER || token->kind == TOKEN_KEYWORD;
    }
    const char *text = arena_copy(unit->arena, unit->text + begin, end - begin);
    return has_words && !strstr(text, "#line") ? text : NULL; /* of what is included; it would say ours, too */
}

/* A frame has bounds as numbers: what the text says has to be them. */
static void settle_bounds(struct alternatives *a, struct function *function, const struct decl *decl)
{
    const struct unit *unit = a->unit;
    const struct type *type = decl->type;
    const struct token *token = unit_dimension(unit, decl);
    if (token && decl->is_array)
        token = unit_next_dimension(unit, unit_closing(unit, token));
    for (; token; token = unit_next_dimension(unit, token)) {
        unsigned begin = token->end;
        token = unit_closing(unit, token);
        while (type->kind == TYPE_POINTER || type->kind == TYPE_SUGAR)
            type = type->target;
        if (!token || type->kind != TYPE_ARRAY)
            return;
        const char *text = bound_text(a, function, begin, token->begin);
        struct guard guard = { .name = text, .text = arena_format(unit->arena, "char [%s]", text ? text : "") };
        guard.type = arena_format(unit->arena, "char [%lld]", type->count);
        if (text && type->count > 0 && !has_guard(function, text))
            arena_push(unit->arena, function->guards, function->guard_count, guard);
        type = type->target;
    }
}

/* Whether other flags may make more of the value, or less: by a macro, or by the characters that strings are made of. */
static bool is_open_value(struct alternatives *a, const struct function *function, const struct node *value)
{
    const struct unit *unit = a->unit;
    for (size_t i = 0; i < unit->mention_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        struct name *name = mention->at >= value->begin && mention->at < value->end ? find(a, mention->name) : NULL;
        const struct macro *macro = name ? definition_for(name, function) : NULL;
        if (macro && !macro->is_standard)
            return true;
    }
    for (unsigned at = value->begin; at < value->end; at++)
        if ((unsigned char)unit->text[at] > 127 || (unit->text[at] == '\\' && (unit->text[at + 1] | 32) == 'u'))
            return true;
    return false;
}

/* Nothing stands between its brackets. */
static bool has_open_size(struct alternatives *a, const struct function *function, const struct decl *decl)
{
    const struct unit *unit = a->unit;
    const struct node *value = decl->node ? decl->node->part[PART_INIT] : NULL;
    const struct token *open = unit_dimension(unit, decl);
    if (!value || type_plain(decl->type)->kind != TYPE_ARRAY || !open || !token_is(unit, unit_token(unit, open->end), "]"))
        return false;
    return is_open_value(a, function, value);
}

static void settle_function(struct alternatives *a, struct function *function)
{
    struct unit *unit = a->unit;
    for (size_t i = unit_token_index(unit, function->node->begin);
         i < unit->token_count && unit->tokens[i].begin < function->node->end; i++)
        if (unit->tokens[i].kind == TOKEN_IDENTIFIER || unit->tokens[i].kind == TOKEN_KEYWORD)
            settle_token(a, function, &unit->tokens[i]);
    a->prints_long = prints_long(function);
    settle_types(a, function, function->node);
    for (size_t i = 0; i < function->local_count; i++) {
        struct decl *local = function->locals[i]->decl;
        if (type_plain(local->type)->kind == TYPE_ARRAY || decl_is_resident(local))
            settle_bounds(a, function, local);
        local->has_open_size = has_open_size(a, function, local);
    }
}

static const struct definition_text *own_definition(const struct unit *unit, const char *name)
{
    for (size_t i = 0; i < unit->definition_count; i++)
        if (unit->definitions[i].is_own && strcmp(unit->definitions[i].name, name) == 0)
            return &unit->definitions[i];
    return NULL;
}

void alternatives_expanded(struct unit *unit, struct expanded *expanded)
{
    for (size_t i = 0; i < unit->mention_count && unit->definition_count; i++) {
        const struct mention *mention = &unit->mentions[i];
        const struct invocation *invocation = unit_invocation(unit, mention->at);
        const struct function *function = invocation && invocation->must_expand ? unit_function_at(unit, mention->at) : NULL;
        if (!function)
            continue;
        struct expanded_name name = { function->decl->name, mention->name, own_definition(unit, mention->name) };
        arena_push(expanded->arena, expanded->names, expanded->count, name);
    }
}

void alternatives_find(struct unit *unit, const struct expanded *expanded)
{
    struct alternatives a = { .unit = unit, .numbers = { .arena = unit->arena }, .functions = { .arena = unit->arena } };
    if (!unit->function_count)
        return;
    for (size_t i = 0; i < expanded->count; i++) /* the text that was expanded does not mention them any more */
        if (expanded->names[i].own && !own_definition(unit, expanded->names[i].name))
            arena_push(unit->arena, unit->definitions, unit->definition_count, *expanded->names[i].own);
    read_definitions(&a);
    for (size_t i = 0; i < unit->function_count; i++)
        *set_number(&a.functions, unit->functions[i]->decl->name, strlen(unit->functions[i]->decl->name)) = i;
    for (size_t i = 0; i < unit->function_count; i++)
        settle_function(&a, unit->functions[i]);
    for (size_t i = 0; i < expanded->count; i++) {
        const struct expanded_name *name = &expanded->names[i];
        if (!set_has(&a.functions, name->function, strlen(name->function)))
            continue;
        struct function *function = unit->functions[*set_number(&a.functions, name->function, strlen(name->function))];
        a.prints_long = prints_long(function);
        settle_macro(&a, function, name->name, true);
    }
}
