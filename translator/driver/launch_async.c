/*
 * launch_async.c - which sources are async: they read <asyncc.h>, and have its words.
 */
#define _GNU_SOURCE /* memfd_create */
#include "launch.h"

#include "base/arena.h"
#include "base/path.h"
#include "process.h"
#include "save.h"
#include "scan.h"
#include "spelling.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* An option that makes or names an output, of the compiler's or of the translator's. */
static bool is_about_output(const char *name)
{
    static const char *const whole[] = { "-E", "-o", "-fsyntax-only", "--version", "--help", "--show" };
    static const char *const prefixes[] = { "-M", "-j", "--dump" };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strcmp(name, whole[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (has_prefix(name, prefixes[i]))
            return true;
    return false;
}

void launch_add_flags(const struct launch *l, struct words *words)
{
    for (size_t i = 0; i < l->words.count;) {
        bool is_option = l->words.at[i][0] == '-' && l->words.at[i][1];
        struct spelling s = { .count = 1 };
        if (is_option)
            s = spelling_read(&l->words, i);
        for (size_t j = i; is_option && !is_about_output(s.name) && j < i + s.count && j < l->words.count; j++)
            launch_add(l, words, l->words.at[j]);
        i += s.count;
    }
}

bool launch_is_input(const struct launch *l, const struct source *source)
{
    return strcmp(l->words.at[source->word], "-") == 0;
}

/*
 * The compiler finds our <asyncc.h>: behind the directories of the command line and before the system's, by the environment,
 * so that the words stay what they are. Files without it are compiled without that.
 */
static void say_include(struct launch *l)
{
    static const char name[] = "C_INCLUDE_PATH";
    const char *before = getenv(name);
    if (!l->include)
        return;
    l->include = before && *before ? arena_format(l->arena, "%s:%s", before, l->include) : l->include;
    setenv(name, l->include, true);
    l->said_include = l->include;
    l->include = NULL;
}

/* Whether <asyncc.h> is among the files that the compiler reads for the source; if it does not say: yes. */
static bool reads_asyncc(const struct launch *l, const struct source *source)
{
    struct words words = { 0 };
    launch_add_compiler(l, &words);
    launch_add_flags(l, &words);
    launch_add(l, &words, "-M");
    launch_add(l, &words, l->words.at[source->word]);
    const char *read = process_output(l->arena, words_ended(&words, l->arena));
    return !read || strstr(read, "asyncc.h");
}

static bool is_readable_again(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

/*
 * What can be read once becomes a file without a name, for all that read it: us, the translator, the compiler. It takes the
 * place of an open file, as standard input is one; what comes by another's name, a FIFO, is fed to each of them.
 */
static bool keep_text(struct launch *l, struct source *source)
{
    const char *path = l->words.at[source->word];
    int number = launch_is_input(l, source) ? STDIN_FILENO : save_open_file(path);
    int file = memfd_create("source", 0);
    struct text text = { 0 };
    bool good = file >= 0 && text_read(&text, launch_is_input(l, source) ? NULL : path) &&
                write(file, text.at, text.length) == (ssize_t)text.length && lseek(file, 0, SEEK_SET) == 0 &&
                (number < 0 || dup2(file, number) >= 0);
    text_free(&text);
    if (!good)
        fprintf(stderr, "asyncc: error: cannot keep '%s': %s\n", path, strerror(errno));
    if (good && number >= 0)
        close(file);
    if (good && number == STDIN_FILENO)
        rewind(stdin);
    if (good && number < 0) {
        source->fed = file;
        source->read = arena_format(l->arena, "/proc/self/fd/%d", file);
    }
    return good;
}

void launch_feed(const struct launch *l)
{
    for (size_t i = 0; i < l->source_count && !l->show; i++) {
        struct source *source = &l->sources[i];
        pid_t parent = getpid();
        if (source->fed < 0 || fork() != 0)
            continue;
        struct text text = { 0 };
        bool good = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && text_read(&text, source->read);
        int file = good ? open(l->words.at[source->word], O_WRONLY) : -1;
        _exit(file >= 0 && write(file, text.at, text.length) == (ssize_t)text.length ? EXIT_SUCCESS : EXIT_FAILURE);
    }
}

/* Several products by one name, which compilers refuse, in their own words. */
static bool is_ambiguous(const struct launch *l)
{
    return l->output && l->compiled_count > 1 && l->mode != MODE_LINK && l->mode != MODE_CHECK;
}

void launch_find_async(struct launch *l)
{
    bool is_plain = l->mode == MODE_DEPENDENCIES || l->is_serial || is_ambiguous(l);
    launch_find_headers(l);
    if (is_plain || l->has_header)
        say_include(l);
    for (size_t i = 0; i < l->source_count && !l->status && !is_plain; i++) {
        struct source *source = &l->sources[i];
        bool is_standard = launch_is_input(l, source);
        bool is_kept = is_standard || !is_readable_again(source->read);
        if (!source->is_async)
            continue;
        if (is_kept && !keep_text(l, source)) {
            l->status = EXIT_FAILURE;
            return;
        }
        enum scan scan = scan_file(l->arena, source->read, &l->headers);
        if (scan != SCAN_PLAIN)
            say_include(l);
        source->is_async = scan == SCAN_ASYNC || (scan == SCAN_PERHAPS && (is_kept || reads_asyncc(l, source)));
        l->async_count += source->is_async;
        if (is_standard)
            rewind(stdin);
    }
}
