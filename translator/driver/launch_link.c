/*
 * launch_link.c - the runtime that programs with async code are linked to.
 */
#define _GNU_SOURCE /* memmem */
#include "launch.h"

#include "base/arena.h"
#include "beside.h"
#include "base/path.h"
#include "process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether the object, or the archive, has code of a translation: all of them mention the number of the ABI. */
static bool has_translation(const char *path)
{
    static const char mark[] = "asyncc_abi_";
    struct text text = { 0 };
    bool found = text_read(&text, path) && memmem(text.at ? text.at : "", text.length, mark, strlen(mark));
    text_free(&text);
    return found;
}

static bool links_translation(const struct launch *l)
{
    for (size_t i = 0; i < l->source_count; i++) {
        const char *path = l->words.at[l->sources[i].word];
        if (l->sources[i].is_async || (!has_suffix(path, ".c") && strcmp(path, "-") != 0 && has_translation(path)))
            return true;
    }
    return false;
}

/* What the compiler says of what is compiled. */
static const char *ask(const struct launch *l, const char *const *question, size_t count)
{
    struct words words = { 0 };
    launch_add_compiler(l, &words);
    launch_add_flags(l, &words);
    for (size_t i = 0; i < count; i++)
        launch_add(l, &words, question[i]);
    return process_output(l->arena, words_ended(&words, l->arena));
}

/* Whether it is for the machine of the runtime, by its first word, and for addresses of as many bytes: gcc -m32 says no other
 * machine. */
static bool is_our_machine(const struct launch *l)
{
    static const char *const machine[] = { "-dumpmachine" }, *const macros[] = { "-E", "-dM", "-x", "c", "/dev/null" };
    const char *ours = beside_machine(), *said = ask(l, machine, 1), *defined = ask(l, macros, 5);
    const char *size = defined ? strstr(defined, "__SIZEOF_POINTER__ ") : NULL;
    size_t length = strcspn(ours, "-");
    if (size && strtoul(strchr(size, ' '), NULL, 10) != sizeof(void *))
        return false;
    return !said || (strncmp(said, ours, length) == 0 && (said[length] == '-' || !ours[length]));
}

/* Whether the linker has the archive, in a directory of the command line's or of the compiler's. */
static bool has_archive(const struct launch *l, const char *name)
{
    for (size_t i = 0; i < l->libraries.count; i++)
        if (path_exists(arena_format(l->arena, "%s/%s", l->libraries.at[i], name)))
            return true;
    const char *question = arena_format(l->arena, "-print-file-name=%s", name), *said = ask(l, &question, 1);
    return said && said[0] == '/';
}

/* libuv's archive is libuv.a, or libuv_a.a, as in Debian. */
static const char *libuv(const struct launch *l)
{
    return l->is_static && !has_archive(l, "libuv.a") && has_archive(l, "libuv_a.a") ? "-luv_a" : "-luv";
}

void launch_add_runtime(struct launch *l, struct words *words)
{
    static const char *const needed[] = { "-lpthread", "-ldl", "-lm" };
    const char *library = NULL;
    if (l->mode == MODE_LINK && !l->is_own && !l->is_library && links_translation(l))
        library = beside_library(l->arena);
    if (!library)
        return;
    if (!is_our_machine(l)) {
        fprintf(
            stderr,
            "asyncc: warning: '%s' is for %s of %zu bits, not for what is linked; name another runtime, as by -lasyncc\n",
            library, beside_machine(), 8 * sizeof(void *));
        return;
    }
    if (l->has_language) {
        launch_add(l, words, "-x");
        launch_add(l, words, "none");
    }
    launch_add(l, words, library);
    launch_add(l, words, libuv(l));
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        launch_add(l, words, needed[i]);
}
