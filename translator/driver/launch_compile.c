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

/* What the command line does not say, and a translation's name may not give; of all else it is the compiler's to name. */
static const char *output_of(const struct launch *l, const struct source *only)
{
    return only && only->is_async && !l->output ? launch_product(l, only) : NULL;
}

/* What the compiler says of dependencies goes to `place`, unless that is NULL, with the target that it would choose. */
static void add_dependencies(struct launch *l, struct words *words, const struct source *only, const struct source *place)
{
    dependencies_say(&l->dependencies, l->arena, words, place ? place->place.directory : NULL, place && place->depfile);
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
        if (l->sources[i].is_async && (!only || only == &l->sources[i]))
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

/* Depfiles whose names the compiler has chosen, of several sources: gcc's `a-source.d`, or clang's `source.d`. Nothing is made by their rules:
 * the objects that they name are not there. */
static bool correct_chosen(struct launch *l, const struct source *source, const struct renamed *renamed)
{
    const char *base = path_stem(l->arena, path_base(source->generated));
    const char *names[] = { arena_format(l->arena, "a-%s.d", base), arena_format(l->arena, "%s.d", base) };
    bool good = true;
    for (int i = 0; i < 2; i++) {
        struct text text = { 0 };
        if (text_read(&text, names[i]) && strstr(text.at, source->place.directory))
            good = depfile_correct(l->arena, &text, renamed->translation, renamed->source) &&
                   save_file(names[i], text.at, text.length) && good;
        text_free(&text);
    }
    return good;
}

/* Whether the compiler was content or not, nothing names what will be gone. */
static void save_dependencies(struct launch *l, const struct source *place)
{
    const char *failed = "a depfile";
    struct renamed *renamed = NULL;
    size_t count = 0;
    bool good = true;
    for (size_t i = 0; i < l->source_count; i++) {
        const struct source *source = &l->sources[i];
        if (!source->place.directory)
            continue;
        struct renamed name = { source->generated, launch_is_input(l, source) ? "" : l->words.at[source->word] };
        arena_push(l->arena, renamed, count, name);
        if (l->dependencies.kind && !place->depfile)
            good = correct_chosen(l, source, &name) && good;
    }
    good = dependencies_save(&l->dependencies, l->arena, place->place.directory, place->depfile, renamed, count, &failed) &&
           good;
    if (!good) {
        fprintf(stderr, "asyncc: error: cannot write '%s': %s\n", failed, strerror(errno));
        l->status = EXIT_FAILURE;
    }
}

void launch_compile(struct launch *l, const struct source *only)
{
    const struct source *place = only && only->is_async ? only : NULL;
    for (size_t i = 0; i < l->source_count && !only && !place; i++)
        place = l->sources[i].is_async ? &l->sources[i] : NULL;
    struct job job = { l, place ? place->place.directory : NULL, command_for(l, only, place) };
    launch_run(l, compile_body, &job);
    if (place && !l->show)
        save_dependencies(l, place);
}
