/*
 * launch_compile.c - runs the compiler, with translations in the place of their sources, of which nothing tells afterwards.
 */
#include "launch.h"

#include "base/arena.h"
#include "depfile.h"
#include "base/path.h"
#include "save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct job {
    struct launch *launch;
    const char *directory; /* where what the compiler says of dependencies goes to, or NULL */
    struct words command;
};

static int compile_body(void *data)
{
    const struct job *job = data;
    struct launch *l = job->launch;
    dependencies_environment(&l->dependencies, l->arena, job->directory);
    launch_feed(l);
    return launch_become(l, &job->command);
}

/* A source's own directory comes first for #include "...". */
static const char *quote_flag(struct launch *l, const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? "-iquote." : arena_format(l->arena, "-iquote%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/*
 * What a translation cannot be asked: its functions are entered in their middle, and gcc notes where, whatever pragmas say.
 */
static bool is_for_sources(const char *item)
{
    return strcmp(item, "-Wjump-misses-init") == 0;
}

/* What the command line does not say, and a translation's name does not give; of all else it is the compiler's to name. */
static const char *output_of(const struct launch *l, const struct source *only)
{
    if (!only || !only->is_async || l->output)
        return NULL;
    const char *source = path_base(l->words.at[only->word]), *translation = path_base(only->generated);
    return strcmp(source, translation) != 0 || l->has_empty_output ? launch_product(l, only) : NULL;
}

/* Depfiles whose names the compiler chooses, one for each of the sources. */
static bool has_depfiles(const struct launch *l)
{
    return l->dependencies.kind && l->mode == MODE_LINK && !l->output && !l->dependencies.depfile && l->compiled_count > 1;
}

/* What the compiler says of dependencies goes to `place`, unless that is NULL, with the target that it would choose. */
static void add_dependencies(struct launch *l, struct words *words, const struct source *only, const struct source *place)
{
    const char *directory = place ? place->place.directory : NULL;
    struct dependencies said = l->dependencies;
    if (has_depfiles(l)) { /* they are made already */
        said.kind = NULL;
        said.rule_count = 0;
    }
    dependencies_say(&said, l->arena, words, directory, said.kind && place && place->depfile);
    if (!l->dependencies.kind || l->dependencies.has_target || !output_of(l, only))
        return;
    launch_add(l, words, "-MQ");
    launch_add(l, words, launch_target(l, only));
}

static struct words command_for(struct launch *l, const struct source *only, const struct source *place)
{
    struct words words = { 0 };
    const char *output = output_of(l, only);
    size_t source = 0;
    launch_add_compiler(l, &words);
    for (size_t i = 0; i < l->source_count; i++)
        if (l->sources[i].is_async && (!only || only == &l->sources[i]) && !l->is_split)
            launch_add(l, &words, quote_flag(l, l->words.at[l->sources[i].word]));
    for (size_t i = 0; i < l->words.count; i++) {
        const struct source *here = source < l->source_count && l->sources[source].word == i ? &l->sources[source] : NULL;
        source += here != NULL;
        if (here && only && here != only)
            continue;
        bool translated = only ? only->is_async : l->async_count > 0;
        if (!launch_is_ours(l->arena, l->words.at[i]) && !(translated && is_for_sources(l->words.at[i])))
            launch_add(l, &words, here && here->is_async ? here->generated : l->words.at[i]);
    }
    if (output) {
        launch_add(l, &words, "-o");
        launch_add(l, &words, output);
    }
    add_dependencies(l, &words, only, place);
    launch_add_runtime(l, &words);
    return words;
}

/* As a compiler that cannot write the depfile makes none. */
static void remove_product(const struct launch *l, const struct source *source)
{
    const char *product = launch_product(l, source);
    struct stat status;
    if (product && stat(product, &status) == 0 && S_ISREG(status.st_mode))
        unlink(product);
}

/* Whether the compiler was content or not, nothing names what will be gone. */
static void save_dependencies(struct launch *l, const struct source *place, const char *depfile)
{
    const char *failed = "a depfile";
    struct renamed *renamed = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->source_count; i++) {
        const struct source *source = &l->sources[i];
        if (!source->place.directory)
            continue;
        struct renamed name = { source->generated, launch_is_input(l, source) ? "" : l->words.at[source->word] };
        arena_push(l->arena, renamed, count, name);
    }
    if (!dependencies_save(&l->dependencies, l->arena, place->place.directory, depfile, renamed, count, &failed)) {
        fprintf(stderr, "asyncc: error: cannot write '%s': %s\n", failed, strerror(errno));
        l->status = EXIT_FAILURE;
        remove_product(l, place);
    }
}

/*
 * The depfiles of several sources that are compiled and linked at once: the compiler would write them where they are to be, with
 * the translations' names. So they are made beforehand, by preprocessing alone.
 */
static void save_each(struct launch *l, const struct source *place)
{
    const char *entry = l->dependencies.entry;
    l->dependencies.entry = NULL;                                           /* that comes of the compile */
    memset(l->dependencies.variables, 0, sizeof l->dependencies.variables); /* gcc does not heed them then */
    for (size_t i = 0; i < l->source_count && !l->signal; i++) {
        const struct source *source = &l->sources[i];
        const char *path = l->words.at[source->word];
        struct words words = { 0 };
        if (!source->is_c)
            continue;
        launch_add_compiler(l, &words);
        if (source->is_async && !l->is_split)
            launch_add(l, &words, quote_flag(l, path));
        launch_add_flags(l, &words);
        dependencies_say(&l->dependencies, l->arena, &words, place->place.directory, true);
        if (!l->dependencies.has_target) {
            launch_add(l, &words, "-MQ");
            launch_add(l, &words, launch_target(l, source));
        }
        const char *const preprocess[] = {
            "-w", "-E", "-o", "/dev/null", "-x", "c", source->is_async ? source->generated : path
        };
        for (size_t k = 0; k < sizeof preprocess / sizeof *preprocess; k++)
            launch_add(l, &words, preprocess[k]);
        struct job job = { l, place->place.directory, words };
        if (launch_run(l, compile_body, &job) && !l->show)
            save_dependencies(l, place, launch_depfile(l, source));
    }
    l->dependencies.entry = entry;
}

void launch_compile(struct launch *l, const struct source *only)
{
    const struct source *place = only && only->is_async ? only : NULL;
    for (size_t i = 0; i < l->source_count && !only && !place; i++)
        place = l->sources[i].is_async ? &l->sources[i] : NULL;
    struct job job = { l, place ? place->place.directory : NULL, command_for(l, only, place) };
    if (place && has_depfiles(l))
        save_each(l, place);
    if (l->signal)
        return;
    launch_run(l, compile_body, &job);
    if (place && !l->show)
        save_dependencies(l, place, has_depfiles(l) ? NULL : place->depfile);
}
