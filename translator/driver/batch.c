#include "batch.h"

#include "base/arena.h"
#include "diag_json.h"
#include "diag_print.h"
#include "driver.h"
#include "options.h"
#include "base/path.h"
#include "save.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Expressions nest as deep as users nest them, and the passes recurse. */
enum { STACK = 1 << 30 };

struct batch {
    const struct options *options;
    struct translation *translations;
    size_t count;
    atomic_size_t next;
};

static void *work(void *data)
{
    struct batch *batch = data;
    for (size_t i; (i = atomic_fetch_add(&batch->next, 1)) < batch->count;)
        driver_translate(&batch->translations[i]);
    return NULL;
}

static size_t workers(const struct batch *batch)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = batch->options->jobs ? batch->options->jobs : processors > 0 ? (size_t)processors : 1;
    if (batch->options->dump)
        count = 1; /* what they print is not to be mixed */
    return count < batch->count ? count : batch->count;
}

static void run(struct batch *batch, struct arena *arena)
{
    size_t count = workers(batch), started = 0;
    pthread_t *threads = arena_get(arena, (count + 1) * sizeof *threads);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    while (started < count && pthread_create(&threads[started], &attributes, work, batch) == 0)
        started++;
    if (!started)
        work(batch); /* with the stack that there is */
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_attr_destroy(&attributes);
}

/* ---- outputs ---- */

static const char *output_of(const struct options *options, struct arena *arena, const char *input)
{
    struct stat status;
    bool is_directory = options->output && stat(options->output, &status) == 0 && S_ISDIR(status.st_mode);
    if (!options->output || (options->input_count == 1 && !is_directory))
        return options->output;
    size_t length = strlen(options->output);
    while (length > 1 && options->output[length - 1] == '/')
        length--;
    return arena_format(arena, "%.*s/%s", (int)length, options->output, path_base(input));
}

/* Says so if two outputs have one name. */
static bool are_different(const struct batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        for (size_t k = 0; k < i && batch->translations[i].output; k++)
            if (strcmp(batch->translations[i].output, batch->translations[k].output) == 0) {
                fprintf(stderr, "asyncc: error: both '%s' and '%s' would be written to '%s'\n", batch->translations[k].input,
                        batch->translations[i].input, batch->translations[i].output);
                return false;
            }
    return true;
}

/* Says so if an output is one of the inputs, by whatever name. */
static bool are_no_inputs(const struct batch *batch, struct arena *arena)
{
    struct stat *inputs = arena_get(arena, batch->count * sizeof *inputs), output;
    for (size_t i = 0; i < batch->count; i++)
        if (stat(batch->translations[i].input, &inputs[i]) != 0)
            inputs[i].st_mode = 0;
    for (size_t i = 0; i < batch->count && !batch->options->syntax_only; i++) {
        const char *name = batch->translations[i].output;
        if (!name || stat(name, &output) != 0 || !S_ISREG(output.st_mode))
            continue;
        for (size_t k = 0; k < batch->count; k++)
            if (S_ISREG(inputs[k].st_mode) && inputs[k].st_dev == output.st_dev && inputs[k].st_ino == output.st_ino) {
                fprintf(stderr, "asyncc: error: input file '%s' is the same as output file '%s'\n",
                        batch->translations[k].input, name);
                return false;
            }
    }
    return true;
}

/* ---- what is said ---- */

/* 1 or 0 of the options, or whether it is a terminal whose user wants colour (no-color.org). */
static bool is_coloured(const struct options *options)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (options->colour >= 0)
        return options->colour > 0;
    return isatty(STDERR_FILENO) && !(none && *none) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static void say(const struct batch *batch, struct arena *arena)
{
    struct diagnostics **all = arena_get(arena, batch->count * sizeof *all);
    size_t said = 0;
    for (size_t i = 0; i < batch->count; i++) {
        all[i] = &batch->translations[i].diagnostics;
        said += all[i]->count;
    }
    if (batch->options->launched && !said)
        return; /* an empty document of ours is not to stand before the compiler's */
    if (batch->options->format == FORMAT_JSON)
        diag_json(all, batch->count, stderr);
    else if (batch->options->format == FORMAT_SARIF)
        diag_sarif(all, batch->count, stderr);
    else
        for (size_t i = 0; i < batch->count; i++)
            diag_print(all[i], stderr, is_coloured(batch->options));
}

bool batch_translate(const struct options *options)
{
    struct arena *arena = arena_new();
    struct batch batch = { .options = options, .count = options->input_count };
    bool good = true;
    batch.translations = arena_get(arena, batch.count * sizeof *batch.translations);
    for (size_t i = 0; i < batch.count; i++) {
        const char *input = options->inputs[i];
        translation_init(&batch.translations[i], options, input, output_of(options, arena, input));
    }
    good = are_different(&batch) && are_no_inputs(&batch, arena);
    if (good) {
        save_first();
        run(&batch, arena);
        say(&batch, arena);
    }
    for (size_t i = 0; i < batch.count; i++) {
        good = good && batch.translations[i].good;
        translation_free(&batch.translations[i]);
    }
    arena_free(arena);
    return good;
}
