#include "warnings.h"

#include "base/arena.h"
#include "clang.h"
#include "base/diag.h"
#include "base/path.h"
#include "tree/tree.h"

#include <stdint.h>
#include <string.h>

enum { SILENCED = 3, GROUPS = 3 };

struct warning {
    const char *clang, *gcc;        /* options; of gcc NULL: the same */
    const char *silenced[SILENCED]; /* what compilers would say of the translation */
    const char *groups[GROUPS];     /* gcc's options that turn it on and off, the narrower first; none: it is on */
    const char *also;               /* and this one has to be given */
    bool needs_name;                /* gcc says it only when it is asked for by its name, or by a group's */
    bool is_everywhere;             /* of the whole file: the output has to switch it off */
    int gcc_error, clang_error;     /* from which version on it is an error; 0: it is none */
};

#define UNUSED .groups = { "unused", "all" }
#define ALL .groups = { "all" }
#define EXTRA .groups = { "extra" }
#define ALL_EXTRA .groups = { "all", "extra" }
#define FORMAT .groups = { "format", "all" }
#define PARENTHESES .gcc = "parentheses", .silenced = { "parentheses" }, .groups = { "all" }

/* clang-format off */
static const struct warning list[] = {
    { .clang = "return-type", .silenced = { "return-type" }, ALL },
    { .clang = "return-mismatch", .gcc = "return-type", .silenced = { "return-type", "return-mismatch", "unused-value" },
      .gcc_error = 14, .clang_error = 1 },
    { .clang = "return-stack-address", .gcc = "return-local-addr", .silenced = { "return-local-addr", "dangling-pointer" } },
    { .clang = "uninitialized", .silenced = { "uninitialized", "maybe-uninitialized" }, ALL_EXTRA },
    { .clang = "sometimes-uninitialized", .gcc = "maybe-uninitialized",
      .silenced = { "uninitialized", "maybe-uninitialized" }, ALL_EXTRA },
    { .clang = "format", .silenced = { "format" }, FORMAT },
    { .clang = "format-extra-args", .silenced = { "format-extra-args" }, FORMAT },
    { .clang = "format-insufficient-args", .gcc = "format", .silenced = { "format" }, FORMAT },
    { .clang = "format-invalid-specifier", .gcc = "format", .silenced = { "format" }, FORMAT },
    { .clang = "format-security", .silenced = { "format-security" }, .groups = { "format=2" } },
    { .clang = "format-zero-length", .silenced = { "format-zero-length" }, FORMAT },
    { .clang = "unused-result", .silenced = { "unused-result" } },
    { .clang = "int-conversion", .silenced = { "int-conversion" }, .gcc_error = 14, .clang_error = 16 },
    { .clang = "incompatible-pointer-types", .silenced = { "incompatible-pointer-types" }, .gcc_error = 14 },
    { .clang = "incompatible-function-pointer-types", .gcc = "incompatible-pointer-types",
      .silenced = { "incompatible-pointer-types", "incompatible-function-pointer-types" }, .gcc_error = 14, .clang_error = 16 },
    { .clang = "incompatible-pointer-types-discards-qualifiers", .gcc = "discarded-qualifiers",
      .silenced = { "incompatible-pointer-types-discards-qualifiers", "discarded-qualifiers" } },
    { .clang = "pointer-sign", .silenced = { "pointer-sign" }, .groups = { "all", "pedantic" } },
    { .clang = "unused-parameter", .silenced = { "unused-parameter" }, UNUSED, .also = "extra" },
    { .clang = "unused-but-set-parameter", .silenced = { "unused-but-set-parameter", "unused-parameter" }, UNUSED,
      .also = "extra" },
    { .clang = "unused-variable", .silenced = { "unused-variable", "unused-but-set-variable" }, UNUSED },
    { .clang = "unused-but-set-variable", .silenced = { "unused-but-set-variable", "unused-variable" }, UNUSED },
    { .clang = "unused-value", .silenced = { "unused-value" }, UNUSED },
    { .clang = "unused-comparison", .gcc = "unused-value", .silenced = { "unused-value", "unused-comparison" }, UNUSED },
    { .clang = "unused-function", .silenced = { "unused-function" }, UNUSED },
    { .clang = "unused-label", .silenced = { "unused-label" }, UNUSED },
    { .clang = "unused-local-typedef", .gcc = "unused-local-typedefs",
      .silenced = { "unused-local-typedef", "unused-local-typedefs" }, UNUSED },
    { .clang = "switch", .silenced = { "switch" }, ALL },
    { .clang = "parentheses", PARENTHESES },
    { .clang = "logical-op-parentheses", PARENTHESES },
    { .clang = "bitwise-op-parentheses", PARENTHESES },
    { .clang = "dangling-else", .silenced = { "dangling-else" }, .groups = { "parentheses", "all" } },
    { .clang = "empty-body", .silenced = { "empty-body" }, EXTRA },
    { .clang = "misleading-indentation", .silenced = { "misleading-indentation" }, ALL },
    { .clang = "main", .silenced = { "main" }, .groups = { "all", "pedantic" } },
    { .clang = "main-return-type", .gcc = "main", .silenced = { "main-return-type", "main" }, .groups = { "all", "pedantic" } },
    { .clang = "declaration-after-statement", .needs_name = true, .is_everywhere = true },
    { .clang = "unused-macros", .needs_name = true, .is_everywhere = true },
    { .clang = "shadow", .silenced = { "shadow" }, .needs_name = true },
    { .clang = "", .silenced = { "restrict" } } /* is said by gcc alone, see warnings_find */
};
/* clang-format on */
enum { WARNINGS = sizeof list / sizeof *list, RESTRICT = WARNINGS - 1, SHADOW = WARNINGS - 2 };

static uint64_t bit(size_t index)
{
    return UINT64_C(1) << index;
}

static const struct warning *find(const char *option)
{
    for (size_t i = 0; i < WARNINGS; i++)
        if (*option && strcmp(list[i].clang, option) == 0)
            return &list[i];
    return NULL;
}

bool warnings_has(const char *option)
{
    return find(option) != NULL;
}

static const char *name_for(const struct warning *warning, struct warnings_wanted wanted)
{
    return wanted.gcc && warning->gcc ? warning->gcc : warning->clang;
}

/* ---- what is asked for ---- */

static void ask(struct clang_input *input, struct arena *arena, const char *prefix, const char *option)
{
    const char *text = arena_format(arena, "-W%s%s", prefix, option);
    arena_push(arena, input->warnings, input->warning_count, text);
}

/* One of the command line's. That it is to be an error is for us: libclang would leave out what has errors. */
static void ask_for(struct clang_input *input, struct arena *arena, const char *option)
{
    if (strcmp(option, "error") == 0 || strcmp(option, "no-error") == 0)
        return;
    ask(input, arena, "", option + (has_prefix(option, "error=") ? 6 : 0));
}

enum choice { NOT_SAID, OFF, ON };

/* What the command line says last of an option, which may have a level behind it; -W is -Wextra. */
static enum choice said_last(const struct warning_options *options, const char *name)
{
    enum choice found = NOT_SAID;
    for (size_t i = 0; i < options->count; i++) {
        const char *option = *options->at[i] ? options->at[i] : "extra";
        option += has_prefix(option, "error=") ? 6 : 0;
        bool off = has_prefix(option, "no-");
        option += off ? 3 : 0;
        size_t length = strlen(name);
        if (strncmp(option, name, length) == 0 && (!option[length] || option[length] == '='))
            found = off ? OFF : ON;
    }
    return found;
}

/* Whether gcc has it on: of its own name and its groups', the narrowest that is mentioned decides. */
static bool is_on(const struct warning *warning, const struct warning_options *options)
{
    enum choice found = said_last(options, warning->gcc ? warning->gcc : warning->clang);
    if (found == NOT_SAID && warning->also && said_last(options, warning->also) != ON)
        return false;
    for (size_t i = 0; found == NOT_SAID && i < GROUPS && warning->groups[i]; i++)
        found = said_last(options, warning->groups[i]);
    return found == ON || (found == NOT_SAID && !warning->groups[0] && !warning->needs_name);
}

/* As gcc would: each by itself, whatever clang's groups have in them. But -Wpedantic decides, for C90, what stands everywhere. */
static void ask_as_gcc(struct clang_input *input, struct arena *arena, const struct warning_options *options,
                       struct warnings_wanted *wanted)
{
    wanted->missing_return = is_on(&list[0], options);
    for (size_t i = 0; i < RESTRICT; i++) {
        bool on = is_on(&list[i], options) || i == 0; /* up to clang 18 it is "return-mismatch", too */
        if (!list[i].is_everywhere)
            ask(input, arena, on ? "" : "no-", list[i].clang);
    }
}

void warnings_options(struct clang_input *input, struct arena *arena, const struct warning_options *options,
                      struct warnings_wanted *wanted)
{
    wanted->missing_return = true;
    wanted->macros = said_last(options, "unused-macros") == ON;
    for (size_t i = 0; i < RESTRICT; i++) {
        const struct warning *warning = &list[i];
        bool is_error = wanted->gcc ? warning->gcc_error && wanted->gcc >= warning->gcc_error
                                    : warning->clang_error && wanted->clang >= warning->clang_error;
        if (is_error)
            ask(input, arena, "error=", warning->clang);
    }
    for (size_t i = 0; i < options->count; i++) {
        const char *option = options->at[i];
        ask_for(input, arena, option);
        if (has_prefix(option, "shadow") || has_prefix(option, "no-shadow"))
            wanted->shadow = option[0] == 's';
    }
    if (!wanted->clang)
        ask_as_gcc(input, arena, options, wanted);
}

/* ---- what is said ---- */

/* What a defer reads has been given its value by then, mostly; to clang it runs where it stands. */
static bool in_defer(const struct node *node, unsigned at)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (at >= child->begin && at < child->end && (child->kind == NODE_DEFER || in_defer(child, at)))
            return true;
    return false;
}

/* Whether what is declared there is incremented or decremented, or also changed otherwise by what it was. */
static bool is_updated(const struct node *node, unsigned at, bool otherwise)
{
    const struct node *left = node->first;
    while (left && left->kind == NODE_PAREN)
        left = left->first;
    bool updates = (node->kind == NODE_COMPOUND_ASSIGN && otherwise) || node->op == OP_INCREMENT;
    if (updates && left && left->kind == NODE_REFERENCE && left->decl && left->decl->at == at)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (is_updated(child, at, otherwise))
            return true;
    return false;
}

/* Whether it is what a statement expression ends with: nothing has to take that, to gcc. */
static bool ends_block_value(const struct node *node, unsigned at)
{
    for (const struct node *child = node->first; child; child = child->next) {
        bool is_end = node->kind == NODE_COMPOUND && node->parent->kind == NODE_STATEMENT_EXPRESSION && child == node->last;
        if (at >= child->begin && at < child->end && (is_end || ends_block_value(child, at)))
            return true;
    }
    return false;
}

/*
 * What is unused to clang now is more than to gcc: inline functions, values of statement expressions, what is read where it
 * changes; or than to clang 14.
 */
static bool is_used(const struct warning *warning, const struct function *function, unsigned at,
                    struct warnings_wanted wanted)
{
    if (!wanted.clang && strcmp(warning->clang, "unused-function") == 0)
        return function->decl->is_inline;
    if (!wanted.clang && strcmp(warning->clang, "unused-value") == 0)
        return ends_block_value(function->body, at);
    return (!wanted.clang || wanted.clang < 15) && has_prefix(warning->clang, "unused-but-set") &&
           is_updated(function->body, at, !wanted.clang);
}

static bool is_said(const struct unit *unit, size_t index)
{
    const struct diagnostic *said = unit->warnings[index];
    for (size_t i = 0; i < index; i++) /* an operand of a word of the dialect's can stand twice in its macro */
        if (unit->warnings[i]->place.begin == said->place.begin && strcmp(unit->warnings[i]->message, said->message) == 0)
            return true;
    return false;
}

/* Before clang 19, what a return statement lacks or has too much is called as what the end of a function lacks. */
static const struct warning *warning_of(const struct diagnostic *said)
{
    return find(strcmp(said->tag, "return-type") == 0 && strstr(said->message, " should ") ? "return-mismatch" : said->tag);
}

/* Whether the compiler would not say it. */
static bool is_left_out(const struct unit *unit, size_t index, const struct warning *warning,
                        const struct function *function, struct warnings_wanted wanted)
{
    unsigned at = unit->warnings[index]->place.begin;
    if (!function)
        return !warning->is_everywhere;
    return (warning == list && !wanted.missing_return) || is_used(warning, function, at, wanted) ||
           (strstr(warning->clang, "uninitialized") && in_defer(function->body, at)) || is_said(unit, index);
}

void warnings_say(struct unit *unit, struct diagnostics *diagnostics, struct warnings_wanted wanted, bool said)
{
    unit->warns_of_shadow = wanted.shadow;
    unit->warns_of_macros = wanted.macros;
    for (size_t i = 0; i < unit->warning_count; i++) {
        struct diagnostic *each = unit->warnings[i];
        const struct warning *warning = warning_of(each);
        struct function *function = unit_function_at(unit, each->place.begin);
        if (is_left_out(unit, i, warning, function, wanted))
            continue;
        /* what may be an error for a compiler that is not known has to stay one */
        if (function && (wanted.gcc || wanted.clang || !(warning->gcc_error || warning->clang_error)))
            function->warnings |= bit((size_t)(warning - list));
        if (!said)
            diag_foreign_warning(diagnostics, name_for(warning, wanted), warning->groups, GROUPS, each);
    }
}

static bool is_text(const struct type *type)
{
    const struct type *array = type_plain((struct type *)type);
    return array->kind == TYPE_ARRAY && type_plain(array->target)->size == 1;
}

void warnings_find(const struct unit *unit, struct function *function, bool moves_text)
{
    size_t count = 0;
    for (size_t i = 0; i < function->local_count; i++)
        count += function->locals[i]->home == HOME_FRAME && is_text(function->locals[i]->decl->type);
    if (count > 1)
        function->warnings |= bit(RESTRICT);
    if (unit->warns_of_shadow && moves_text)
        function->warnings |= bit(SHADOW);
}

const char *warnings_silenced(const struct function *function, size_t k)
{
    for (size_t i = 0; i < WARNINGS; i++)
        for (size_t n = 0; function->warnings >> i & 1 && n < SILENCED && list[i].silenced[n]; n++)
            if (k-- == 0)
                return list[i].silenced[n];
    return NULL;
}
