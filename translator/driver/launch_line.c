/*
 * launch_line.c - reads the command line as a compiler does, as far as it must: which words are sources, what is made of them and
 * where it goes; where headers are.
 */
#include "launch.h"

#include "base/arena.h"
#include "beside.h"
#include "base/diag.h"
#include "base/path.h"
#include "process.h"
#include "spelling.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the compiler ---- */

/* By what compilers call what they read, and not by its mode, which shared libraries have, too. */
static bool is_input(const char *word)
{
    static const char *const suffixes[] = { ".c", ".h", ".i", ".o", ".a", ".s", ".S", ".so", ".lo", ".la" };
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (has_suffix(word, suffixes[i]))
            return true;
    return strstr(path_base(word), ".so.") != NULL;
}

/* Adds the words of a compiler, if the first is a program. */
static bool add_compiler(struct launch *l, const char *text)
{
    struct words words;
    words_split(&words, l->arena, text);
    if (!words.count || is_input(words.at[0]) || !process_find(l->arena, words.at[0]))
        return false;
    for (size_t i = 0; i < words.count; i++)
        arena_push(l->arena, l->compiler, l->compiler_count, words.at[i]);
    return true;
}

int launch_find_compiler(struct launch *l, int argc, char **argv)
{
    int count = 0;
    const char *named = getenv("ASYNCC_CC");
    while (count < argc && argv[count][0] != '-' && argv[count][0] != '@' && add_compiler(l, argv[count]))
        count++;
    if (count)
        return count;
    bool is_named = argc && argv[0][0] != '-' && argv[0][0] != '@' && !is_input(argv[0]) && !path_exists(argv[0]);
    named = is_named ? argv[0] : named && named[strspn(named, " ")] ? named : "cc";
    if (add_compiler(l, named))
        return 0;
    fprintf(stderr, "asyncc: error: there is no program '%s' to compile with\n", named);
    return -1;
}

/* ---- the words ---- */

bool launch_is_ours(struct arena *arena, const char *item)
{
    enum diag_id id;
    static const char *const whole[] = { "--suspend-points", "--verify", "--no-verify", "-Rframe", "--show" };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strcmp(item, whole[i]) == 0)
            return true;
    if (!has_prefix(item, "-W"))
        return false;
    item += 2;
    item += has_prefix(item, "no-") ? 3 : 0;
    item += has_prefix(item, "error=") ? 6 : 0;
    return diagnostics_warning(arena_copy(arena, item, strcspn(item, "=")), &id);
}

/* Whether the compiler preprocesses an empty file with these. */
static bool takes(const struct launch *l, const char *option, const char *next)
{
    const char *const question[] = { "-E", "-x", "c", option, next, "/dev/null" };
    struct words words = { 0 };
    launch_add_compiler(l, &words);
    for (size_t i = 0; i < sizeof question / sizeof *question; i++)
        if (question[i])
            launch_add(l, &words, question[i]);
    return process_output(l->arena, words_ended(&words, l->arena)) != NULL;
}

static void add_source(struct launch *l, size_t word, const char *language)
{
    const char *path = l->words.at[word];
    bool is_c = strcmp(language, "none") == 0 ? has_suffix(path, ".c") && strcmp(path_base(path), ".c") != 0
                                              : strcmp(language, "c") == 0;
    struct source source = { .word = word, .is_c = is_c, .is_async = is_c, .read = path, .fed = -1 };
    l->compiled_count += is_c;
    l->has_header = l->has_header || strcmp(language, "c-header") == 0 || has_suffix(path, ".h");
    arena_push(l->arena, l->sources, l->source_count, source);
}

static void read_mode(struct launch *l, const char *item)
{
    static const struct {
        const char *name;
        enum mode mode;
    } modes[] = { { "-c", MODE_COMPILE },      { "-S", MODE_ASSEMBLE },      { "-E", MODE_PREPROCESS },
                  { "-M", MODE_DEPENDENCIES }, { "-MM", MODE_DEPENDENCIES }, { "-fsyntax-only", MODE_CHECK } };
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strcmp(item, modes[i].name) == 0 && modes[i].mode > l->mode)
            l->mode = modes[i].mode; /* of several, the one that ends first */
}

/* The serial program is plain C. */
static void read_macro(struct launch *l, const char *name, bool defined)
{
    static const char serial[] = "ASYNCC_SERIAL";
    if (strncmp(name, serial, strlen(serial)) == 0 && (!name[strlen(serial)] || name[strlen(serial)] == '='))
        l->is_serial = defined;
}

static bool is_whole(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Which runtime is linked, if any: what the user says of it, and what is linked as a part of a program. */
static void read_link_option(struct launch *l, const struct spelling *s)
{
    static const char *const partial[] = {
        "-r",          "-shared", "--shared", "-nostdlib", "-nodefaultlibs", "--no-standard-libraries", "--relocatable",
        "-dynamiclib", "-bundle"
    };
    static const char *const archives[] = { "-static", "--static", "-static-pie" };
    bool is_linkers = strcmp(s->name, "-Xlinker") == 0;
    l->is_library = l->is_library || is_whole(partial, sizeof partial / sizeof *partial, s->name);
    l->is_static = l->is_static || is_whole(archives, sizeof archives / sizeof *archives, s->name);
    if (strcmp(s->name, "-L") == 0 && s->argument)
        launch_add(l, &l->libraries, s->argument);
    l->has_language = l->has_language || strcmp(s->name, "-x") == 0;
    if (has_prefix(s->name, "-Wl,") || strcmp(s->name, "-l") == 0 || is_linkers) {
        const char *said = s->argument ? s->argument : s->name;
        l->is_own = l->is_own || strcmp(said, "asyncc") == 0 || strstr(said, "libasyncc.") || strstr(said, "-lasyncc");
    }
}

static void read_option(struct launch *l, const struct spelling *s, const char **language)
{
    const char *name = s->name, *argument = s->argument ? s->argument : "";
    read_mode(l, name);
    if (strcmp(name, "-o") == 0) {
        l->output = *argument ? argument : NULL;
        l->has_empty_output = !*argument && takes(l, "-o", "");
    } else if (strcmp(name, "-x") == 0)
        *language = argument;
    else if (has_prefix(name, "-save-temps") || has_prefix(name, "--save-temps"))
        l->keep = true;
    else if (strcmp(name, "--show") == 0)
        l->show = true;
    read_link_option(l, s);
}

void launch_end_options(struct launch *l)
{
    size_t end = 0;
    while (end < l->words.count && strcmp(l->words.at[end], "--") != 0)
        end += l->words.at[end][0] == '-' && l->words.at[end][1] ? spelling_read(&l->words, end).count : 1;
    if (end >= l->words.count || !takes(l, "--", NULL))
        return;
    for (size_t i = end + 1; i < l->words.count; i++) {
        const char *word = l->words.at[i];
        l->words.at[i - 1] = word[0] == '-' && word[1] ? arena_format(l->arena, "./%s", word) : word;
    }
    l->words.count--;
}

void launch_read_words(struct launch *l)
{
    const char *language = "none";
    for (size_t i = 0; i < l->words.count;) {
        if (l->words.at[i][0] == '-' && l->words.at[i][1]) {
            struct spelling s = spelling_read(&l->words, i);
            read_option(l, &s, &language);
            i += s.count;
        } else if (l->words.at[i][0]) { /* clang passes over empty ones, gcc complains */
            l->is_own = l->is_own || has_prefix(path_base(l->words.at[i]), "libasyncc.");
            add_source(l, i++, language);
        } else {
            i++;
        }
    }
}

/* ---- where headers are ---- */

static void add_directory(struct launch *l, const char *directory)
{
    if (directory[0] == '=')
        directory = arena_format(l->arena, "%s%s", l->sysroot, directory + 1);
    arena_push(l->arena, l->headers.directories, l->headers.directory_count, directory);
}

/* What changes what is read, and with it which sources are async. */
static void read_header_option(struct launch *l, const struct spelling *s)
{
    static const char *const directories[] = { "-iquote", "-I", "-isystem", "-idirafter" };
    const char *argument = s->argument ? s->argument : "";
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        if (strcmp(s->name, directories[i]) == 0)
            add_directory(l, argument);
    if (strcmp(s->name, "-include") == 0 || strcmp(s->name, "-imacros") == 0)
        arena_push(l->arena, l->headers.files, l->headers.file_count, argument);
    else if (strcmp(s->name, "--sysroot") == 0 || strcmp(s->name, "--sysroot=") == 0 || strcmp(s->name, "-isysroot") == 0)
        l->sysroot = argument;
    else if (strcmp(s->name, "-iprefix") == 0)
        l->prefix = argument;
    else if (strcmp(s->name, "-iwithprefixbefore") == 0 || strcmp(s->name, "-iwithprefix") == 0)
        add_directory(l, arena_format(l->arena, "%s%s", l->prefix, argument));
    else if (strcmp(s->name, "-nostdinc") == 0)
        l->has_own_headers = true;
    else if (strcmp(s->name, "-I-") == 0 || (strcmp(s->name, "-I") == 0 && strcmp(argument, "-") == 0))
        l->is_split = true;
    else if (strcmp(s->name, "-D") == 0 || strcmp(s->name, "-U") == 0)
        read_macro(l, argument, s->name[1] == 'D');
}

/* What -Wp, and -Xpreprocessor hand on among them. */
void launch_read_headers(struct launch *l)
{
    struct words words = l->words;
    words_hand_on(&words, l->arena);
    for (size_t i = 0; i < words.count;) {
        struct spelling s = { .count = 1 };
        if (words.at[i][0] == '-' && words.at[i][1]) {
            s = spelling_read(&words, i);
            read_header_option(l, &s);
        }
        i += s.count;
    }
}

/* Behind those of the command line; an empty one is the current. */
static void add_environment(struct launch *l)
{
    static const char *const names[] = { "CPATH", "C_INCLUDE_PATH" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *list = getenv(names[i]);
        while (list && *list) {
            size_t length = strcspn(list, ":");
            add_directory(l, length ? arena_copy(l->arena, list, length) : ".");
            list += length + (list[length] == ':');
        }
    }
}

void launch_find_headers(struct launch *l)
{
    add_environment(l);
    if (l->has_own_headers)
        return;
    l->include =
        beside_is_said(l->arena, l->headers.directories, l->headers.directory_count) ? NULL : beside_include(l->arena);
    add_directory(l, arena_format(l->arena, "%s/usr/local/include", l->sysroot));
    add_directory(l, arena_format(l->arena, "%s/usr/include", l->sysroot));
}
