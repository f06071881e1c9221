#include "warnings.h"

#include "arena.h"
#include "clang.h"
#include "diag.h"
#include "local_types.h"
#include "options.h"
#include "path.h"
#include "tree.h"

#include <string.h>

enum { SILENCED = 3 };

struct warning {
    const char *clang, *gcc;          /* options; of gcc NULL: the same */
    const char *silenced[SILENCED];   /* what compilers would say of the translation */
    bool needs_option;                /* gcc says it only when it is asked to */
    bool needs_name;                  /* nor with -Wall, by which clang does */
    bool is_everywhere;               /* of the whole file: the output has to switch it off */
    int gcc_error, clang_error;       /* from which version on it is an error; 0: it is none */
};

static const struct warning list[] = {
    { .clang = "return-type", .silenced = { "return-type" }, .needs_option = true },
    { .clang = "return-stack-address", .gcc = "return-local-addr", .silenced = { "return-local-addr", "dangling-pointer" } },
    { .clang = "uninitialized", .silenced = { "uninitialized", "maybe-uninitialized" }, .needs_option = true },
    { .clang = "sometimes-uninitialized", .gcc = "maybe-uninitialized",
      .silenced = { "uninitialized", "maybe-uninitialized" }, .needs_option = true },
    { .clang = "format", .silenced = { "format" }, .needs_option = true },
    { .clang = "format-extra-args", .silenced = { "format-extra-args" }, .needs_option = true },
    { .clang = "format-insufficient-args", .gcc = "format", .silenced = { "format" }, .needs_option = true },
    { .clang = "format-invalid-specifier", .gcc = "format", .silenced = { "format" }, .needs_option = true },
    { .clang = "format-security", .silenced = { "format-security" }, .needs_name = true },
    { .clang = "format-zero-length", .silenced = { "format-zero-length" }, .needs_option = true },
    { .clang = "unused-result", .silenced = { "unused-result" } },
    { .clang = "int-conversion", .silenced = { "int-conversion" }, .gcc_error = 14, .clang_error = 16 },
    { .clang = "incompatible-pointer-types", .silenced = { "incompatible-pointer-types" }, .gcc_error = 14 },
    { .clang = "incompatible-function-pointer-types", .gcc = "incompatible-pointer-types",
      .silenced = { "incompatible-pointer-types", "incompatible-function-pointer-types" }, .gcc_error = 14, .clang_error = 16 },
    { .clang = "incompatible-pointer-types-discards-qualifiers", .gcc = "discarded-qualifiers",
      .silenced = { "incompatible-pointer-types-discards-qualifiers", "discarded-qualifiers" } },
    { .clang = "pointer-sign", .silenced = { "pointer-sign" }, .needs_option = true },
    { .clang = "declaration-after-statement", .needs_option = true, .is_everywhere = true },
    { .clang = "shadow", .silenced = { "shadow" }, .needs_option = true },
    { .clang = "", .silenced = { "restrict" } }, /* is said by gcc alone, see warnings_find */
};
enum { WARNINGS = sizeof list / sizeof *list, RESTRICT = WARNINGS - 1, SHADOW = WARNINGS - 2 };

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
    if (strcmp(option, "error") == 0 || has_prefix(option, "no-error"))
        return;
    option += has_prefix(option, "error=") ? 6 : 0;
    bool off = has_prefix(option, "no-");
    const char *name = option + (off ? 3 : 0);
    ask(input, arena, "", option);
    for (size_t i = 0; i < WARNINGS; i++)
        if (list[i].gcc && strcmp(list[i].gcc, name) == 0)
            ask(input, arena, off ? "no-" : "", list[i].clang);
}

static bool is_named(const struct options *options, const char *option)
{
    bool named = false;
    for (size_t i = 0; i < options->warning_count; i++)
        named = named || strcmp(options->warnings[i], option) == 0 || strcmp(options->warnings[i], "format=2") == 0;
    return named;
}

void warnings_options(struct clang_input *input, struct arena *arena, const struct options *options,
                      struct warnings_wanted *wanted)
{
    if (options->no_warnings)
        return;
    for (size_t i = 0; i < RESTRICT; i++) {
        const struct warning *warning = &list[i];
        if (wanted->gcc && warning->needs_option)
            ask(input, arena, "no-", warning->clang);
        bool is_error = wanted->gcc ? warning->gcc_error && wanted->gcc >= warning->gcc_error
                                    : warning->clang_error && wanted->clang >= warning->clang_error;
        if (is_error)
            ask(input, arena, "error=", warning->clang);
    }
    for (size_t i = 0; i < options->warning_count; i++) {
        const char *option = options->warnings[i];
        ask_for(input, arena, option);
        if (has_prefix(option, "shadow") || has_prefix(option, "no-shadow"))
            wanted->shadow = option[0] == 's';
    }
    for (size_t i = 0; i < RESTRICT; i++)
        if (wanted->gcc && list[i].needs_name && !is_named(options, list[i].clang))
            ask(input, arena, "no-", list[i].clang);
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

static bool is_said(const struct unit *unit, size_t index)
{
    const struct diagnostic *said = unit->warnings[index];
    for (size_t i = 0; i < index; i++) /* an operand of a word of the dialect's can stand twice in its macro */
        if (unit->warnings[i]->place.begin == said->place.begin && strcmp(unit->warnings[i]->message, said->message) == 0)
            return true;
    return false;
}

void warnings_say(struct unit *unit, struct diagnostics *diagnostics, struct warnings_wanted wanted, bool said)
{
    unit->warns_of_shadow = wanted.shadow;
    for (size_t i = 0; i < unit->warning_count; i++) {
        struct diagnostic *each = unit->warnings[i];
        const struct warning *warning = find(each->tag);
        struct function *function = unit_function_at(unit, each->place.begin);
        bool is_read_later = strstr(warning->clang, "uninitialized") && function && in_defer(function->body, each->place.begin);
        if ((!function && !warning->is_everywhere) || is_read_later || is_said(unit, i))
            continue;
        /* what may be an error for a compiler that is not known has to stay one */
        if (function && (wanted.gcc || wanted.clang || !(warning->gcc_error || warning->clang_error)))
            function->warnings |= 1u << (warning - list);
        if (!said)
            diag_foreign_warning(diagnostics, name_for(warning, wanted), each);
    }
}

static bool is_text(const struct type *type)
{
    const struct type *array = type_plain((struct type *)type);
    return array->kind == TYPE_ARRAY && type_plain(array->target)->size == 1;
}

void warnings_find(const struct unit *unit, struct function *function)
{
    size_t count = 0;
    for (size_t i = 0; i < function->local_count; i++)
        count += function->locals[i]->is_resident && is_text(function->locals[i]->type);
    if (count > 1)
        function->warnings |= 1u << RESTRICT;
    if (unit->warns_of_shadow && (function->has_defer || (function->types && function->types->text_count)))
        function->warnings |= 1u << SHADOW;
}

const char *warnings_silenced(const struct function *function, size_t k)
{
    for (size_t i = 0; i < WARNINGS; i++)
        for (size_t n = 0; function->warnings >> i & 1 && n < SILENCED && list[i].silenced[n]; n++)
            if (k-- == 0)
                return list[i].silenced[n];
    return NULL;
}
