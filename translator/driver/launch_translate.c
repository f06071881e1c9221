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

const char *launch_depfile(const struct launch *l, const struct source *source)
{
    if (!l->dependencies.kind || l->dependencies.depfile)
        return l->dependencies.depfile;
    const char *product = l->output;
    if (!product && (l->mode == MODE_LINK || l->mode == MODE_CHECK))
        return NULL;
    if (!product || strcmp(product, "-") == 0)
        product = path_base(launch_is_input(l, source) ? "-" : l->words.at[source->word]);
    return arena_format(l->arena, "%s.d", path_stem(l->arena, product));
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
    return true;
}

/*
 * The translator writes a depfile, before there is a new product: if we are killed before the compiler's is in its place,
 * that one says no less.
 */
static const char **add_depfile(struct launch *l, const struct source *source, const char **words, size_t *count)
{
    const char *depfile = launch_depfile(l, source), *product = launch_product(l, source);
    struct stat status;
    if (!depfile || !product || l->mode == MODE_LINK || strcmp(depfile, "-") == 0 || save_open_file(depfile) >= 0 ||
        (stat(depfile, &status) == 0 && !S_ISREG(status.st_mode)))
        return words;
    arena_push(l->arena, words, *count, l->dependencies.kind);
    arena_push(l->arena, words, *count, "-MF");
    arena_push(l->arena, words, *count, depfile);
    bool has_target = false;
    for (size_t i = 0; i < l->dependencies.rule_count; i++) {
        arena_push(l->arena, words, *count, l->dependencies.rules[i]);
        has_target = has_target || strcmp(l->dependencies.rules[i], "-MP") != 0;
    }
    if (!has_target) {
        arena_push(l->arena, words, *count, "-MQ");
        arena_push(l->arena, words, *count, product);
    }
    return words;
}

struct job {
    struct launch *launch;
    const struct source *source;
};

static int translate_body(void *data)
{
    struct launch *l = ((struct job *)data)->launch;
    const struct source *source = ((struct job *)data)->source;
    const char **words = NULL;
    size_t count = 0;
    arena_push(l->arena, words, count, translator_path(l->arena));
    arena_push(l->arena, words, count, "cc");
    words = add_depfile(l, source, launch_add_flags(l, words, &count), &count);
    arena_push(l->arena, words, count,
               arena_format(l->arena, "--cc=%s", words_join(l->arena, l->compiler, l->compiler_count)));
    arena_push(l->arena, words, count, "-o");
    arena_push(l->arena, words, count, source->generated);
    arena_push(l->arena, words, count, l->words.at[source->word]);
    arena_push(l->arena, words, count, NULL);
    launch_feed(l);
    return launch_become(l, words);
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
