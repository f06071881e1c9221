/*
 * options.c - takes a compiler's command line as it is: what changes the meaning of the source goes to
 * libclang, what is ours is kept, everything else is the business of the compile that follows.
 */
#include "options.h"

#include "base/arena.h"
#include "beside.h"
#include "middle/passes.h"
#include "base/path.h"
#include "spelling.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef NDEBUG
static const bool is_debug_build = false;
#else
static const bool is_debug_build = true;
#endif

struct parser {
    struct options *options;
    struct arena *arena;
    struct words words;
    size_t at;
    bool failed;
};

static bool fail(struct parser *p, const char *what, const char *item)
{
    fprintf(stderr, "asyncc: error: %s '%s'; try 'asyncc --help'\n", what, item);
    p->failed = true;
    return false;
}

static void pass(struct parser *p, const char *item)
{
    arena_push(p->arena, p->options->clang, p->options->clang_count, item);
}

static void ask(struct parser *p, const char *item)
{
    arena_push(p->arena, p->options->asked, p->options->asked_count, item);
}

static const char *next(struct parser *p, const char *option)
{
    if (p->at < p->words.count)
        return p->words.at[p->at++];
    fail(p, "missing argument of", option);
    return NULL;
}

/* What is said of the parse, besides -f, -m and -O. */
/* clang-format off */
static const char *const parsed[] = {
    "-D", "-U", "-undef", "-ansi", "-std=", "-trigraphs", "-pthread", "-target", "--target=", "-arch", "-nostdinc",
    "-I", "-F", "-iquote", "-isystem", "-isystem-after", "-idirafter", "-iprefix", "-iwithprefix", "-iwithprefixbefore",
    "-iwithsysroot", "-iframework", "-isysroot", "--sysroot", "--sysroot=", "--gcc-toolchain=", "-include", "-imacros",
    "-MD", "-MMD", "-MP", "-MF", "-MT", "-MQ"
};
/* clang-format on */

static const char *const searched[] = { "-I", "-iquote", "-isystem", "-isystem-after", "-idirafter" };

/* Of -f and -fno-, what clang's C is another by. */
/* clang-format off */
static const char *const dialects[] = {
    "PIC", "PIE", "asm", "blocks", "builtin", "builtin-", "common", "declspec", "dollars-in-identifiers", "exceptions",
    "fast-math", "fixed-point", "freestanding", "gnu-keywords", "gnu89-inline", "hosted", "lax-vector-conversions",
    "lax-vector-conversions=", "ms-compatibility", "ms-extensions", "openmp", "openmp-simd", "pack-struct", "pack-struct=",
    "pic", "pie", "short-enums", "short-wchar", "signed-char", "unsigned-char"
};
/* clang-format on */

/*
 * What the compiler is not told when it is asked for its macros: what it is to write and to say, where its own headers and
 * the user's are, which the parse is told, and what is for the linker. By prefix, what ends with '*'.
 */
/* clang-format off */
static const char *const unasked[] = {
    "-o", "-x", "-c", "-S", "-E", "-M*", "-d*", "-H", "-P", "-C", "-CC", "-v", "-###", "-Q", "-save-temps*", "-aux-info",
    "-time*", "-print-*", "-fdump-*", "-fopt-info*", "-fsyntax-only", "--serialize-diagnostics", "-serialize-diagnostics",
    "--analyze", "-wrapper", "-W*", "-R*", "-w", "-I", "-F", "-iquote", "-isystem", "-isystem-after", "-idirafter",
    "-iprefix", "-iwithprefix", "-iwithprefixbefore", "-include", "-imacros", "-l", "-L", "-T*", "-Xlinker", "-Xassembler",
    "-z", "-u", "-e", "-s", "-A"
};
/* clang-format on */

/* Long ones that no parse and no table has, and that are no mistake. */
static const char *const others[] = { "--coverage*", "--pipe", "--save-temps*", "--param*", "--config*", "--driver-mode=*" };

static bool is_among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(names[i]);
        bool is_prefix = names[i][length - 1] == '*';
        if (is_prefix ? strncmp(name, names[i], length - 1) == 0 : strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}
#define IS_AMONG(names, name) is_among(names, sizeof(names) / sizeof *(names), name)

static bool is_dialect(const char *name)
{
    if (!has_prefix(name, "-f"))
        return false;
    name += has_prefix(name, "-fno-") ? 5 : 2;
    for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++) {
        size_t length = strlen(dialects[i]);
        bool is_open = strchr("-=", dialects[i][length - 1]);
        if (strncmp(name, dialects[i], length) == 0 && (is_open || !name[length]))
            return true;
    }
    return false;
}

/* Past the driver, which would take a precompiled header of another compiler's that lies beside the file. */
static void pass_include(struct parser *p, const char *file)
{
    pass(p, "-Xclang");
    pass(p, "-include");
    pass(p, "-Xclang");
    pass(p, file);
}

/* Standards that an older libclang does not know by their final names. */
static const char *known_standard(const char *item)
{
#if ASYNCC_LIBCLANG_MAJOR < 18
    if (strcmp(item, "-std=c23") == 0)
        return "-std=c2x";
    if (strcmp(item, "-std=gnu23") == 0)
        return "-std=gnu2x";
#endif
    return item;
}

static bool take_format(struct parser *p, const char *format)
{
    struct options *o = p->options;
    if (has_prefix(format, "json"))
        o->format = FORMAT_JSON; /* GCC's json-stderr as well */
    else if (has_prefix(format, "sarif"))
        o->format = FORMAT_SARIF;
    else
        o->format = FORMAT_TEXT; /* the others are ways of clang's to print text */
    return true;
}

/* What the program is to do other than translate. */
static bool take_action(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (strcmp(item, "--help") == 0 || strcmp(item, "-h") == 0) {
        o->action = ACTION_HELP;
    } else if (strcmp(item, "--version") == 0) {
        o->action = ACTION_VERSION;
    } else if (strcmp(item, "--doctor") == 0) {
        o->action = ACTION_DOCTOR;
    } else if (strcmp(item, "--explain") == 0) {
        o->action = ACTION_EXPLAIN;
        o->explain = p->at < p->words.count ? next(p, item) : NULL;
    } else if (has_prefix(item, "--explain=")) {
        o->action = ACTION_EXPLAIN;
        o->explain = item + 10;
    } else {
        return false;
    }
    return true;
}

/* "large-frame=N", also behind "error=": the warning with the bytes from which on it is said. */
static bool take_large_frame(struct parser *p, const char *name)
{
    const char *size = strstr(name, "large-frame=");
    if (!size || (size != name && (size != name + 6 || !has_prefix(name, "error="))))
        return false;
    size = strchr(size, '=') + 1;
    char *end = NULL;
    p->options->large_frame = strtoul(size, &end, 10);
    if (*size < '0' || *size > '9' || *end || !p->options->large_frame)
        return fail(p, "not a number of bytes in", name);
    arena_push(p->arena, p->options->warnings, p->options->warning_count,
               arena_copy(p->arena, name, (size_t)(size - name) - 1));
    return true;
}

static bool take_diagnostics(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (strcmp(item, "-w") == 0)
        o->no_warnings = true;
    else if (strcmp(item, "-Rframe") == 0)
        o->remark_frames = true;
    else if (has_prefix(item, "-W") && take_large_frame(p, item + 2))
        return true;
    else if (has_prefix(item, "-W") && !has_prefix(item, "-Wl,") && !has_prefix(item, "-Wa,") && !has_prefix(item, "-Wp,"))
        arena_push(p->arena, o->warnings, o->warning_count, item + 2);
    else if (strcmp(item, "-fcolor-diagnostics") == 0 || strcmp(item, "-fdiagnostics-color=always") == 0 ||
             strcmp(item, "-fdiagnostics-color") == 0)
        o->colour = 1;
    else if (strcmp(item, "-fno-color-diagnostics") == 0 || strcmp(item, "-fdiagnostics-color=never") == 0 ||
             strcmp(item, "-fno-diagnostics-color") == 0)
        o->colour = 0;
    else if (strcmp(item, "-fdiagnostics-color=auto") == 0)
        o->colour = -1;
    else if (has_prefix(item, "-fdiagnostics-format="))
        return take_format(p, strchr(item, '=') + 1);
    else
        return false;
    return true;
}

/* A command, as a shell would have it. */
static void take_compiler(struct parser *p, const char *command)
{
    struct words words;
    words_split(&words, p->arena, command);
    p->options->compiler = command;
    p->options->compiler_words = words.at;
    p->options->compiler_count = words.count;
    if (!words.count)
        fail(p, "no compiler in", "--cc=");
}

static bool take_own(struct parser *p, const struct spelling *s, const char *word)
{
    struct options *o = p->options;
    const char *item = s->name;
    if (strcmp(item, "-o") == 0)
        o->output = s->argument;
    else if (strcmp(item, "-fsyntax-only") == 0)
        o->syntax_only = true;
    else if (strcmp(item, "--suspend-points") == 0)
        o->suspend_points = true;
    else if (strcmp(item, "--verify") == 0 || strcmp(item, "--no-verify") == 0)
        o->verify = item[2] == 'v';
    else if (has_prefix(word, "--dump="))
        o->dump = word + 7;
    else if (has_prefix(item, "--cc="))
        take_compiler(p, item + 5);
    else if (strcmp(item, "-x") == 0)
        o->language = s->argument;
    else if (strcmp(item, "-resource-dir") == 0 || strcmp(item, "-resource-dir=") == 0)
        o->resource_dir = s->argument;
    else if (has_prefix(item, "-j"))
        o->jobs = (unsigned)strtoul(item[2] ? item + 2 : next(p, item), NULL, 10);
    else
        return take_action(p, item) || take_diagnostics(p, s->argument ? word : item);
    return true;
}

/* Which of the options about the depfile are there: what is missing follows from the output's name. */
static void note_depfile(struct options *o, const struct spelling *s)
{
    if (strcmp(s->name, "-MD") == 0 || strcmp(s->name, "-MMD") == 0)
        o->depfile = true;
    else if (strcmp(s->name, "-MF") == 0)
        o->depfile_name = s->argument;
    else if (strcmp(s->name, "-MT") == 0 || strcmp(s->name, "-MQ") == 0)
        o->depfile_target = true;
}

static void pass_spelled(struct parser *p, const struct spelling *s)
{
    bool is_joined = has_suffix(s->name, "=");
    if (strcmp(s->name, "-include") == 0) {
        pass_include(p, s->argument);
    } else if (is_joined && s->argument) {
        pass(p, known_standard(arena_format(p->arena, "%s%s", s->name, s->argument)));
    } else {
        pass(p, s->name);
        if (s->argument)
            pass(p, s->argument);
    }
}

static bool is_parsed(const struct spelling *s)
{
    return IS_AMONG(parsed, s->name) || is_dialect(s->name) || has_prefix(s->name, "-O") ||
           (has_prefix(s->name, "-m") && s->count == 1);
}

/* What stands behind -Xclang, joined to it by '=' or as the next word; NULL: the word is no -Xclang. */
static const char *inner_word(const struct parser *p, size_t at)
{
    const char *item = at < p->words.count ? p->words.at[at] : "";
    if (has_prefix(item, "-Xclang="))
        return item + strlen("-Xclang=");
    return strcmp(item, "-Xclang") == 0 && at + 1 < p->words.count ? p->words.at[at + 1] : NULL;
}

/* -Xclang A -Xclang B: words for clang's parser alone, -D and -include among them. CMake's precompiled headers come so. */
static void take_inner(struct parser *p, size_t at)
{
    struct words inner = { 0 };
    const char *word;
    for (; (word = inner_word(p, at)) != NULL; at += has_prefix(p->words.at[at], "-Xclang=") ? 1 : 2)
        arena_push(p->arena, inner.at, inner.count, word);
    p->at = at;
    for (size_t i = 0; i < inner.count;) {
        struct spelling s = spelling_read(&inner, i);
        bool is_whole = i + s.count <= inner.count;
        if (is_whole && is_parsed(&s))
            pass_spelled(p, &s);
        for (size_t j = i; is_whole && j < i + s.count && !has_prefix(s.name, "-include") && !IS_AMONG(unasked, s.name);
             j++) {
            ask(p, "-Xclang");
            ask(p, inner.at[j]);
        }
        i += s.count;
    }
}

static void take_option(struct parser *p)
{
    size_t at = p->at;
    struct spelling s = spelling_read(&p->words, at);
    if (at + s.count > p->words.count) {
        fail(p, "missing argument of", p->words.at[at]);
        return;
    }
    p->at += s.count;
    note_depfile(p->options, &s);
    if (inner_word(p, at)) {
        take_inner(p, at);
        return;
    }
    if (take_own(p, &s, p->words.at[at]))
        return;
    const char *word = s.name;
    if (!IS_AMONG(parsed, word))
        s.name = spelling_short(p->arena, word);
    if (is_parsed(&s))
        pass_spelled(p, &s);
    else if (has_prefix(word, "--") && s.count == 1 && !p->options->launched && !IS_AMONG(others, word))
        fail(p, "unknown option", word);
    for (size_t i = at; i < p->at && !IS_AMONG(unasked, s.name); i++)
        ask(p, p->words.at[i]);
}

static void take(struct parser *p)
{
    const char *item = p->words.at[p->at];
    if (item[0] == '-' && item[1]) {
        take_option(p);
    } else {
        arena_push(p->arena, p->options->inputs, p->options->input_count, item);
        p->at++;
    }
}

static bool is_pass(const char *name)
{
    size_t i = 0;
    while (passes_name(i) && strcmp(passes_name(i), name) != 0)
        i++;
    return passes_name(i) != NULL;
}

static bool complain(const char *what)
{
    fprintf(stderr, "asyncc: error: %s; try 'asyncc --help'\n", what);
    return false;
}

/* By -x, or as compilers take the name. */
static bool is_other_language(const struct options *o, const char *input)
{
    static const char *const c[] = { "c", "c-header", "cpp-output" };
    static const char *const suffixes[] = { ".cpp", ".cc", ".cxx", ".c++", ".cp", ".CPP", ".C",
                                            ".ii",  ".m",  ".mm",  ".M",   ".s",  ".S" };
    bool is_said = o->language && strcmp(o->language, "none") != 0, is_other = is_said;
    for (size_t i = 0; i < sizeof c / sizeof *c && is_said; i++)
        is_other = is_other && strcmp(o->language, c[i]) != 0;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !is_said; i++)
        is_other = is_other || has_suffix(input, suffixes[i]);
    return is_other;
}

/* Our <asyncc.h> is found behind the user's directories, unless one of them has one, or the compiler was asked for all. */
static void pass_own_header(struct parser *p)
{
    struct options *o = p->options;
    const char **directories = NULL, *own;
    size_t count = 0;
    for (size_t i = 0; i + 1 < o->clang_count; i++) {
        if (strcmp(o->clang[i], "-nostdinc") == 0)
            return;
        if (IS_AMONG(searched, o->clang[i]))
            arena_push(p->arena, directories, count, o->clang[i + 1]);
    }
    if (o->launched || (o->clang_count && strcmp(o->clang[o->clang_count - 1], "-nostdinc") == 0) ||
        beside_is_said(p->arena, directories, count) || !(own = beside_include(p->arena)))
        return;
    pass(p, "-isystem");
    pass(p, own);
}

/* What the options ask for together. */
static bool agree(struct options *o)
{
    if (o->input_count == 0)
        return complain("no input file");
    if (!o->output && !o->syntax_only && !o->dump) {
        if (o->input_count > 1)
            return complain("several input files need '-o DIRECTORY'");
        o->output = "-";
    }
    for (size_t i = 0; i < o->input_count && !o->launched; i++)
        if (is_other_language(o, o->inputs[i])) {
            fprintf(stderr, "asyncc: error: '%s' is no C, which is all that asyncc translates; if it is C, say '-x c'\n",
                    o->inputs[i]);
            return false;
        }
    if (o->input_count > 1 && (o->depfile_name || o->depfile_target))
        return complain("'-MF', '-MT' and '-MQ' are for one input file");
    return true;
}

bool options_parse(struct options *options, struct arena *arena, int argc, char **argv, bool launched)
{
    struct parser p = { .options = options, .arena = arena };
    *options = (struct options){ .colour = -1, .launched = launched, .verify = is_debug_build };
    if (!words_expand(&p.words, arena, argc - 1, argv + 1))
        return false;
    words_hand_on(&p.words, arena);
    while (p.at < p.words.count && !p.failed)
        take(&p);
    pass_own_header(&p);
    if (p.failed || options->action != ACTION_TRANSLATE)
        return !p.failed;
    if (options->dump && !is_pass(options->dump))
        return fail(&p, "no such pass to dump:", options->dump);
    return agree(options);
}
