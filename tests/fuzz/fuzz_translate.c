/*
 * fuzz_translate.c - what libFuzzer calls: one text is translated, in this process, with forced suspensions. It ends the
 * process if
 *   - there is an output file though the translation failed, or none though it did not, or any other file;
 *   - the output is no C: clang, which took the input, must take the output.
 * Crashes, hangs and the reports of the sanitizers end it anyway. The mutations are in mutate.c.
 *
 * Environment: ASYNCC_INCLUDE, the directory of asyncc.h; FUZZ_QUOTE, the directories of the seeds' own headers,
 * separated by colons.
 */
#include "base/arena.h"
#include "driver/driver.h"
#include "driver/options.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char directory[] = "/tmp/asyncc-fuzz-XXXXXX", input[64], output[64];
static struct arena *arena;
static struct options translating, checking;

static void fail(const char *what)
{
    fprintf(stderr, "fuzz_translate: %s\n", what);
    abort();
}

static void remove_files(void)
{
    unlink(input);
    unlink(output);
    rmdir(directory);
}

static void parse_options(struct options *options, const char *mode)
{
    static char include[512], quotes[8][512];
    char *arguments[16] = { "asyncc", (char *)mode, "--verify", "-w", "-std=gnu17", include };
    int count = 6;
    const char *quote = getenv("FUZZ_QUOTE");
    snprintf(include, sizeof include, "-I%s", getenv("ASYNCC_INCLUDE") ? getenv("ASYNCC_INCLUDE") : "runtime/include");
    for (int i = 0; quote && *quote && i < 8; i++) {
        int length = (int)strcspn(quote, ":");
        snprintf(quotes[i], sizeof quotes[i], "-iquote%.*s", length, quote);
        arguments[count++] = quotes[i];
        quote += length + (quote[length] == ':');
    }
    arguments[count++] = input;
    arguments[count++] = "-o";
    arguments[count++] = output;
    if (!options_parse(options, arena, count, arguments, false))
        fail("the options are not taken");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    if (!mkdtemp(directory))
        fail("no directory");
    snprintf(input, sizeof input, "%s/in.c", directory);
    snprintf(output, sizeof output, "%s/out.c", directory);
    arena = arena_new();
    parse_options(&translating, "--suspend-points");
    parse_options(&checking, "-fsyntax-only");
    atexit(remove_files);
    return 0;
}

static void write_input(const uint8_t *data, size_t size)
{
    FILE *file = fopen(input, "w");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        fail("cannot write");
}

/* Only the input and, if there is to be one, the output. */
static void check_files(bool good)
{
    DIR *opened = opendir(directory);
    bool found = false;
    for (struct dirent *entry; opened && (entry = readdir(opened));) {
        if (strcmp(entry->d_name, "out.c") == 0)
            found = true;
        else if (strcmp(entry->d_name, "in.c") != 0 && entry->d_name[0] != '.')
            fail("a file was left behind");
    }
    if (opened)
        closedir(opened);
    if (found && !good)
        fail("an output of a failed translation");
    if (!found && good)
        fail("no output of a translation");
}

/* Clang's errors only: the output still has the words that our own rules are about. */
static void check_output(void)
{
    struct translation check;
    bool good = true;
    translation_init(&check, &checking, output, NULL);
    driver_translate(&check);
    for (size_t i = 0; i < check.diagnostics.count; i++) {
        const struct diagnostic *one = check.diagnostics.items[i];
        if (one->severity != SEVERITY_ERROR || one->id)
            continue;
        fprintf(stderr, "%s:%u: %s\n", one->place.path, one->place.line, one->message);
        good = false;
    }
    if (!good)
        fail("the output is no C");
    translation_free(&check);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct translation translation;
    write_input(data, size);
    unlink(output);
    translation_init(&translation, &translating, input, output);
    driver_translate(&translation);
    bool good = translation.good;
    check_files(good);
    translation_free(&translation);
    if (good)
        check_output();
    return 0;
}
