#include "driver.h"

#include "arena.h"
#include "check.h"
#include "clang.h"
#include "diag.h"
#include "dialect.h"
#include "dump.h"
#include "emit.h"
#include "expand.h"
#include "frame.h"
#include "graph.h"
#include "live.h"
#include "locals.h"
#include "lower.h"
#include "mark.h"
#include "names.h"
#include "options.h"
#include "resource.h"
#include "scope.h"
#include "storage.h"
#include "tree.h"
#include "writer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct driver {
    const struct options *options;
    struct arena *arena;
    struct diagnostics diagnostics;
    struct clang_input input;
};

static bool dumped(const struct driver *d, const char *pass, const struct unit *unit)
{
    if (!d->options->dump || strcmp(d->options->dump, pass) != 0)
        return false;
    dump_unit(unit, stdout);
    return true;
}

static void each(struct unit *unit, void (*pass)(struct unit *, struct function *))
{
    for (size_t i = 0; i < unit->function_count; i++)
        pass(unit, unit->functions[i]);
}

static void lower(struct driver *d, struct unit *unit, struct function *function)
{
    locals_find(unit, function, d->options->suspend_points);
    storage_settle(unit, function, &d->diagnostics);
    if (!d->diagnostics.errors)
        lower_function(unit, function, d->options->suspend_points);
}

/* From the parsed file to a tree that is ready to be written; false when there is nothing to write. */
static bool run_passes(struct driver *d, struct unit *unit, bool checked)
{
    if (dumped(d, "parse", unit))
        return false;
    dialect_find(unit);
    if (dumped(d, "dialect", unit))
        return false;
    if (checked)
        check_expanded(unit, &d->diagnostics);
    else
        check_unit(unit, &d->diagnostics);
    if (d->diagnostics.errors || d->options->syntax_only)
        return false;
    names_choose(unit);
    struct function **order = graph_order(unit, d->options->suspend_points);
    for (size_t i = 0; i < unit->function_count; i++)
        lower(d, unit, unit->functions[i]);
    if (d->diagnostics.errors || dumped(d, "lower", unit))
        return false;
    each(unit, scope_function);
    if (dumped(d, "scope", unit))
        return false;
    each(unit, live_solve);
    if (dumped(d, "live", unit))
        return false;
    for (size_t i = 0; i < unit->function_count; i++)
        frame_lay_out(unit, order[i], &d->diagnostics);
    mark_unit(unit);
    return !dumped(d, "frame", unit) && !d->diagnostics.errors;
}

/* The second parse is of the text with macros expanded; it writes no depfile. */
static void drop_depfile(struct driver *d)
{
    const char **kept = arena_get(d->arena, (d->input.argument_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < d->input.argument_count; i++) {
        const char *item = d->input.arguments[i];
        if (strcmp(item, "-MF") == 0 || strcmp(item, "-MT") == 0 || strcmp(item, "-MQ") == 0)
            i++;
        else if (strncmp(item, "-M", 2) != 0)
            kept[count++] = item;
    }
    d->input.arguments = kept;
    d->input.argument_count = count;
}

static struct unit *translate(struct driver *d)
{
    struct unit *unit = clang_parse(d->arena, &d->input, &d->diagnostics);
    if (!unit || d->diagnostics.errors || !run_passes(d, unit, false))
        return NULL;
    drop_depfile(d);
    for (int round = 0; expand_find(unit) && round < 8; round++) {
        d->input.text = expand_text(unit, &d->input, &d->diagnostics, &d->input.length);
        if (!d->input.text)
            return NULL;
        unit = clang_parse(d->arena, &d->input, &d->diagnostics);
        if (!unit || d->diagnostics.errors || !run_passes(d, unit, true))
            return NULL;
    }
    return unit;
}

/* The name that generated lines carry: without its directory, so that the bytes do not depend on it. */
static const char *own_name(const char *output)
{
    const char *slash = strrchr(output, '/');
    return strcmp(output, "-") == 0 ? "translated.c" : slash ? slash + 1 : output;
}

static bool write_output(struct driver *d, struct unit *unit)
{
    struct writer writer;
    writer_init(&writer, unit, own_name(d->options->output));
    emit_unit(unit, &writer);
    bool good = writer_save(d->options->output, writer.text.at, writer.text.length);
    if (!good)
        fprintf(stderr, "asyncc: error: cannot write '%s': %s\n", d->options->output, strerror(errno));
    text_free(&writer.text);
    return good;
}

static void pass(struct driver *d, const char *argument)
{
    arena_push(d->arena, d->input.arguments, d->input.argument_count, argument);
}

static bool prepare(struct driver *d)
{
    const struct options *options = d->options;
    const char *resources = resource_find(d->arena, options->resource_dir);
    if (!resources)
        return false;
    FILE *file = fopen(options->input, "rb");
    bool readable = file && fgetc(file) + 1 >= 0 && !ferror(file);
    if (file)
        fclose(file);
    if (!readable) {
        fprintf(stderr, "asyncc: error: cannot read '%s': %s\n", options->input, strerror(errno));
        return false;
    }
    d->input.path = options->input;
    for (size_t i = 0; i < options->clang_count; i++)
        pass(d, options->clang[i]);
    static const char *const ours[] = {
        "-xc", "-w", "-D__ASYNCC__=1", "-Qunused-arguments", "-Wno-unknown-warning-option",
        /* what gcc only warns of */
        "-Wno-error=implicit-function-declaration", "-Wno-error=int-conversion", "-Wno-error=implicit-int",
        "-Wno-error=incompatible-function-pointer-types", "-Wno-error=incompatible-pointer-types",
    };
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        pass(d, ours[i]);
    pass(d, "-resource-dir");
    pass(d, resources);
    return true;
}

bool driver_translate(const struct options *options)
{
    struct driver d = { .options = options, .arena = arena_new() };
    bool good = false;
    diagnostics_init(&d.diagnostics, d.arena);
    d.diagnostics.no_warnings = options->no_warnings;
    for (size_t i = 0; i < options->warning_count; i++)
        diagnostics_option(&d.diagnostics, options->warnings[i]);
    if (prepare(&d)) {
        struct unit *unit = translate(&d);
        bool colour = options->colour > 0 || (options->colour < 0 && isatty(STDERR_FILENO));
        diagnostics_print(&d.diagnostics, stderr, colour);
        good = !d.diagnostics.errors;
        if (unit && good)
            good = write_output(&d, unit);
    }
    arena_free(d.arena);
    return good;
}
