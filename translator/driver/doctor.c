#include "doctor.h"

#include "base/arena.h"
#include "beside.h"
#include "front/clang.h"
#include "compiler.h"
#include "base/diag.h"
#include "options.h"
#include "process.h"
#include "resource.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct doctor {
    const struct options *options;
    struct arena *arena;
    const char *resources;
    struct compiler compiler;
    bool well;
};

static void report(struct doctor *d, bool good, const char *what, const char *found)
{
    printf("%-4s %-20s %s\n", good ? "ok" : "BAD", what, found);
    d->well = d->well && good;
}

static void examine_library(struct doctor *d)
{
    const char *path = resource_library(d->arena);
    report(d, true, "asyncc", ASYNCC_VERSION);
    report(d, path != NULL, "libclang", arena_format(d->arena, "%s, %s", clang_version(), path ? path : "from nowhere"));
}

static void examine_resources(struct doctor *d)
{
    const char *looked_in;
    d->resources = resource_find(d->arena, d->options->resource_dir, &looked_in);
    report(d, d->resources != NULL, "clang's own headers",
           d->resources ? d->resources
                        : arena_format(d->arena,
                                       "not found; install libclang-common-%d-dev or say where they are with "
                                       "-resource-dir; looked in:%s",
                                       ASYNCC_LIBCLANG_MAJOR, looked_in));
}

static void examine_compiler(struct doctor *d)
{
    const char *said = d->options->compiler ? d->options->compiler : getenv("CC");
    struct words words;
    words_split(&words, d->arena, said && *said ? said : "cc");
    if (!words.count || !process_find(d->arena, words.at[0]))
        report(d, false, "C compiler",
               arena_format(d->arena,
                            "there is no program '%s'; install one, or name it: "
                            "--cc=gcc, or $CC",
                            words.count ? words.at[0] : ""));
    else if (!compiler_ask(&d->compiler, d->arena, words.at, words.count, d->options->asked, d->options->asked_count))
        report(d, false, "C compiler", d->compiler.trouble);
    else
        report(d, true, "C compiler",
               arena_format(d->arena, "%s, %s, for %s", process_find(d->arena, words.at[0]),
                            d->compiler.version ? d->compiler.version : "no version", d->compiler.target));
}

/* Whether libclang takes the text as it is, with the headers that were found. */
static bool parses(struct doctor *d, const char *text)
{
    struct diagnostics *diagnostics = arena_get(d->arena, sizeof *diagnostics);
    const char **arguments = NULL;
    size_t count = 0;
    diagnostics_init(diagnostics, d->arena);
    for (size_t i = 0; i < d->options->clang_count; i++)
        arena_push(d->arena, arguments, count, d->options->clang[i]);
    static const char *const ours[] = { "-xc", "-w", "-D__ASYNCC__=1", "-resource-dir" };
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        arena_push(d->arena, arguments, count, ours[i]);
    arena_push(d->arena, arguments, count, d->resources);
    struct clang_input input = {
        .path = "doctor.c", .text = text, .length = strlen(text), .arguments = arguments, .argument_count = count
    };
    return clang_parse(d->arena, &input, diagnostics) && !diagnostics->errors;
}

static void examine_headers(struct doctor *d)
{
    if (!d->resources)
        return;
    bool system = parses(d, "#include <stddef.h>\n#include <stdio.h>\n");
    report(d, system, "system headers",
           system ? "<stdio.h> parses" : "<stdio.h> does not parse; is the C library's development package there?");
    bool own = parses(d, "#include <asyncc.h>\n");
    report(d, own, "asyncc.h", own ? "found" : "not found; say where it is: asyncc --doctor -I <directory>");
    const char *library = beside_library(d->arena);
    report(d, true, "library", library ? library : "none beside asyncc; 'asyncc cc' links what the command line names");
}

bool doctor_examine(const struct options *options)
{
    struct doctor d = { .options = options, .arena = arena_new(), .well = true };
    examine_library(&d);
    examine_resources(&d);
    examine_compiler(&d);
    examine_headers(&d);
    bool well = d.well;
    arena_free(d.arena);
    return well;
}
