/*
 * launch_translate.c - the translation of `src/x.c` for `out/x.o` is `out/x.o.asyncc/x.c`, which is there only while the compiler
 * runs: a directory of its own, so that no header beside it is taken for one beside the source; the source's name, which
 * compilers make other names of; and the same each time, for ccache. With -save-temps it stays.
 */
#include "launch.h"

#include "base/arena.h"
#include "base/path.h"
#include "process.h"
#include "save.h"
#include "translator.h"
#include "words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *launch_product(const struct launch *l, const struct source *source)
{
    static const char *const suffixes[] = { [MODE_COMPILE] = ".o", [MODE_ASSEMBLE] = ".s" };
    if (l->mode == MODE_CHECK || (l->mode == MODE_PREPROCESS && !l->output))
        return NULL;
    if (l->output)
        return strcmp(l->output, "-") == 0 || has_prefix(l->output, "/dev/") ? NULL : l->output;
    if (l->mode == MODE_LINK)
        return "a.out";
    return arena_format(l->arena, "%s%s", path_stem(l->arena, path_base(l->words.at[source->word])), suffixes[l->mode]);
}

const char *launch_target(const struct launch *l, const struct source *source)
{
    if (l->output)
        return l->output;
    return arena_format(l->arena, "%s.o", path_stem(l->arena, path_base(l->words.at[source->word])));
}

/* As the compiler says with -###: gcc links to a.out beside `a-x.d`, clang beside `x.d`. NULL: it does not say. */
static const char *chosen_depfile(const struct launch *l, const struct source *source)
{
    struct words command = { 0 }, said;
    launch_add_compiler(l, &command);
    launch_add_flags(l, &command);
    launch_add(l, &command, l->dependencies.kind);
    if (l->mode == MODE_CHECK)
        launch_add(l, &command, "-fsyntax-only");
    launch_add(l, &command, "-###");
    launch_add(l, &command, l->words.at[source->word]);
    const char *answer = process_output(l->arena, words_ended(&command, l->arena));
    words_split(&said, l->arena, answer ? answer : "");
    for (size_t i = 0; i + 1 < said.count; i++) {
        bool is_kind =
            strcmp(said.at[i], l->dependencies.kind) == 0 && said.at[i + 1][0] != '-'; /* not in a list of options */
        if (is_kind || strcmp(said.at[i], "-dependency-file") == 0)
            return said.at[i + 1];
    }
    return NULL;
}

const char *launch_depfile(const struct launch *l, const struct source *source)
{
    const char *product = l->output, *name = l->dependencies.depfile;
    if (!l->dependencies.kind)
        return NULL;
    if (!name && !product && (l->mode == MODE_LINK || l->mode == MODE_CHECK))
        return chosen_depfile(l, source);
    if (!product || strcmp(product, "-") == 0)
        product = path_base(l->words.at[source->word]);
    if (!name)
        name = arena_format(l->arena, "%s.d", path_stem(l->arena, product));
    return l->output && strcmp(name, l->output) == 0 ? NULL : name;
}

static bool take_place(struct launch *l, struct source *source, size_t number)
{
    const char *product = launch_product(l, source);
    if (product)
        product = arena_format(l->arena, number ? "%s%s.asyncc%zu" : "%s%s.asyncc", product[0] == '-' ? "./" : "", product,
                               number);
    if (l->show) {
        source->place.directory = product ? product : "$TMPDIR/asyncc-XXXXXX";
    } else if (!workspace_take(&source->place, l->arena, product)) {
        if (!process_received())
            fprintf(stderr, "asyncc: error: cannot make a directory for the translation: %s\n", strerror(errno));
        l->signal = process_received();
        l->status = EXIT_FAILURE;
        return false;
    }
    const char *name = launch_is_input(l, source) ? "stdin" : path_base(l->words.at[source->word]);
    const char *suffix = !has_suffix(name, ".c") ? ".c" : "";
    source->generated = arena_format(l->arena, "%s/%s%s", source->place.directory, name, suffix);
    source->depfile = launch_depfile(l, source);
    return true;
}

/*
 * The translator writes a depfile, before there is a new product: if we are killed before the compiler's is in its place,
 * that one says no less.
 */
static void add_depfile(struct launch *l, const struct source *source, struct words *words)
{
    const char *depfile = source->depfile;
    struct stat status;
    if (!depfile || !launch_product(l, source) || l->mode == MODE_LINK || strcmp(depfile, "-") == 0 ||
        save_open_file(depfile) >= 0 || (stat(depfile, &status) == 0 && !S_ISREG(status.st_mode)))
        return;
    launch_add(l, words, l->dependencies.kind);
    launch_add(l, words, "-MF");
    launch_add(l, words, depfile);
    for (size_t i = 0; i < l->dependencies.rule_count; i++)
        launch_add(l, words, l->dependencies.rules[i]);
    if (!l->dependencies.has_target) {
        launch_add(l, words, "-MQ");
        launch_add(l, words, launch_target(l, source));
    }
}

struct job {
    struct launch *launch;
    const struct source *source;
};

static int translate_body(void *data)
{
    struct launch *l = ((struct job *)data)->launch;
    const struct source *source = ((struct job *)data)->source;
    struct words words = { 0 };
    launch_add(l, &words, translator_path(l->arena));
    launch_add(l, &words, "cc");
    launch_add_flags(l, &words);
    add_depfile(l, source, &words);
    launch_add(l, &words, arena_format(l->arena, "--cc=%s", words_join(l->arena, l->compiler, l->compiler_count)));
    launch_add(l, &words, "-o");
    launch_add(l, &words, source->generated);
    launch_add(l, &words, l->words.at[source->word]);
    launch_feed(l);
    return launch_become(l, &words);
}

bool launch_translate(struct launch *l, struct source *source, size_t number)
{
    struct job job = { .launch = l, .source = source };
    return take_place(l, source, number) && launch_run(l, translate_body, &job);
}

void launch_clean(const struct launch *l, struct source *source)
{
    if (!source->place.directory || l->show)
        return;
    dependencies_clean(l->arena, source->place.directory);
    if (!l->keep)
        unlink(source->generated);
    workspace_leave(&source->place);
}
