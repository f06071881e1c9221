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
    const char **command;  /* of the compiler, ended by NULL */
};

static int compile_body(void *data)
{
    const struct job *job = data;
    struct launch *l = job->launch;
    dependencies_environment(&l->dependencies, l->arena, job->directory);
    launch_feed(l);
    return launch_become(l, job->command);
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

const char **launch_command(struct launch *l, const struct source *only, const char *output)
{
    const char **words = NULL;
    size_t count = 0, source = 0;
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, words, count, l->compiler[i]);
    for (size_t i = 0; i < l->source_count; i++)
        if (l->sources[i].is_async && (!only || only == &l->sources[i]))
            arena_push(l->arena, words, count, quote_flag(l, l->words.at[l->sources[i].word]));
    for (size_t i = 0; i < l->words.count; i++) {
        const struct source *here = source < l->source_count && l->sources[source].word == i ? &l->sources[source] : NULL;
        source += here != NULL;
        if (here && only && here != only)
            continue;
        bool translated = only ? only->is_async : l->async_count > 0;
        if (!launch_is_ours(l->arena, l->words.at[i]) && !(translated && is_for_sources(l->words.at[i])))
            arena_push(l->arena, words, count, here && here->is_async ? here->generated : l->words.at[i]);
    }
    if (output) {
        arena_push(l->arena, words, count, "-o");
        arena_push(l->arena, words, count, output);
    }
    words = launch_add_runtime(l, words, &count);
    arena_push(l->arena, words, count, NULL);
    return words;
}

/* The command, with what it says of dependencies in the directory of the translation. */
static const char **redirected(struct launch *l, const char **command, const struct source *source)
{
    struct words words = { command, 0 }, front = { 0 };
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, front.at, front.count, command[i]);
    words.at += l->compiler_count;
    while (words.at[words.count])
        words.count++;
    dependencies_redirect(&l->dependencies, l->arena, &words, source->place.directory, launch_depfile(l, source) != NULL);
    for (size_t i = 0; i < words.count; i++)
        arena_push(l->arena, front.at, front.count, words.at[i]);
    arena_push(l->arena, front.at, front.count, NULL);
    return front.at;
}

/* A depfile whose name the compiler has chosen, if it has: gcc's `a-source.d`, or clang's `source.d`. */
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
    const char *depfile = launch_depfile(l, place), *failed = "a depfile";
    struct renamed *renamed = NULL;
    size_t count = 0;
    bool good = true;
    for (size_t i = 0; i < l->source_count; i++) {
        const struct source *source = &l->sources[i];
        if (!source->place.directory)
            continue;
        struct renamed name = { source->generated, launch_is_input(l, source) ? "" : l->words.at[source->word] };
        arena_push(l->arena, renamed, count, name);
        if (l->dependencies.kind && !depfile)
            good = correct_chosen(l, source, &name) && good;
    }
    good = dependencies_save(&l->dependencies, l->arena, place->place.directory, depfile, renamed, count, &failed) && good;
    if (!good) {
        fprintf(stderr, "asyncc: error: cannot write '%s': %s\n", failed, strerror(errno));
        l->status = EXIT_FAILURE;
    }
}

void launch_compile(struct launch *l, const char **command, const struct source *source)
{
    struct job job = { .launch = l, .command = command };
    if (source) {
        job.directory = source->place.directory;
        job.command = redirected(l, command, source);
    }
    launch_run(l, compile_body, &job);
    if (source && !l->show)
        save_dependencies(l, source);
}
