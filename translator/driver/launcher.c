/*
 * launcher.c - translates what is async, and has the compiler do everything else.
 */
#include "launcher.h"

#include "base/arena.h"
#include "launch.h"
#include "base/path.h"
#include "process.h"
#include "save.h"
#include "words.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void launch_add(const struct launch *l, struct words *words, const char *word)
{
    arena_push(l->arena, words->at, words->count, word);
}

void launch_add_compiler(const struct launch *l, struct words *words)
{
    for (size_t i = 0; i < l->compiler_count; i++)
        launch_add(l, words, l->compiler[i]);
}

int launch_become(const struct launch *l, const struct words *command)
{
    if (!l->show)
        return process_become(words_ended(command, l->arena));
    if (l->said_include)
        printf("C_INCLUDE_PATH=%s ", words_join(l->arena, &l->said_include, 1));
    puts(words_join(l->arena, command->at, command->count));
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

bool launch_run(struct launch *l, int (*body)(void *), void *data)
{
    int status = process_run(body, data, &l->signal);
    if (status < 0)
        fprintf(stderr, "asyncc: error: cannot start another process: %s\n", strerror(errno));
    if (status != 0)
        l->status = status < 0 ? EXIT_FAILURE : status;
    return status == 0;
}

/* Each source by itself, as the compiler would, with the name that its product would have. */
static void compile_each(struct launch *l)
{
    for (size_t i = 0; i < l->source_count && !l->signal; i++) {
        struct source *source = &l->sources[i];
        if (!source->is_async || launch_translate(l, source, 0))
            launch_compile(l, source);
        launch_clean(l, source);
    }
}

static void link_all(struct launch *l)
{
    bool good = true;
    size_t number = 0;
    for (size_t i = 0; i < l->source_count && !l->signal; i++)
        if (l->sources[i].is_async)
            good = launch_translate(l, &l->sources[i], number++) && good;
    if (good && !l->signal)
        launch_compile(l, NULL);
    for (size_t i = 0; i < l->source_count; i++)
        launch_clean(l, &l->sources[i]);
}

/* Says so if a source is what would be written to. */
static bool is_overwritten(const struct launch *l)
{
    const char *outputs[] = { l->output, l->dependencies.depfile, l->dependencies.entry };
    for (size_t i = 0; i < l->source_count; i++)
        for (size_t k = 0; k < sizeof outputs / sizeof *outputs; k++)
            if (outputs[k] && save_is_same(outputs[k], l->words.at[l->sources[i].word])) {
                fprintf(stderr, "asyncc: error: input file '%s' is the same as output file '%s'\n",
                        l->words.at[l->sources[i].word], outputs[k]);
                return true;
            }
    return false;
}

/* Becomes the compiler, with the arguments as they are. */
static int hand_over(struct launch *l)
{
    struct words words = { 0 };
    launch_add_compiler(l, &words);
    for (char **item = l->given; *item; item++)
        if (!launch_is_ours(l->arena, *item))
            launch_add(l, &words, *item);
    launch_add_runtime(l, &words);
    dependencies_environment(&l->dependencies, l->arena, NULL);
    launch_feed(l);
    return launch_become(l, &words);
}

int launcher_main(int argc, char **argv)
{
    struct launch launch = { .arena = arena_new(), .sysroot = "", .prefix = "" };
    int own = launch_find_compiler(&launch, argc, argv);
    launch.given = argv + (own < 0 ? argc : own);
    if (own < 0 || !words_expand(&launch.words, launch.arena, argc - own, argv + own)) {
        launch.status = EXIT_FAILURE;
    } else {
        launch_end_options(&launch);
        dependencies_take(&launch.dependencies, launch.arena, &launch.words);
        launch_read_words(&launch);
        launch_read_headers(&launch);
    }
    if (!launch.status && is_overwritten(&launch))
        launch.status = EXIT_FAILURE;
    if (!launch.status)
        launch_find_async(&launch);
    if (!launch.status) {
        if (launch.async_count)
            process_hold();
        if (!launch.async_count || strstr(path_base(launch.compiler[0]), "++"))
            launch.status = hand_over(&launch);
        else if (launch.mode == MODE_LINK)
            link_all(&launch);
        else
            compile_each(&launch);
    }
    int status = launch.status, ended_by = launch.signal ? launch.signal : process_received();
    arena_free(launch.arena);
    if (ended_by) {
        signal(ended_by, SIG_DFL);
        raise(ended_by);
    }
    return status;
}
