/*
 * options.c - takes a compiler's command line as it is: what changes the meaning of the source goes to
 * libclang, what is ours is kept, everything else is the business of the compile that follows.
 */
#include "options.h"

#include "arena.h"
#include "passes.h"
#include "path.h"
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

struct spelling {
    const char *name;
    enum { ALONE, JOINED, SEPARATE, EITHER } form; /* where its argument stands */
    enum { DROPPED, KEPT, ASKED, BOTH } use; /* for libclang, for the compiler that is asked for its macros */
};

/* Options of compilers that carry an argument or mean something for the parse. */
static const struct spelling spellings[] = {
    { "-I", EITHER, KEPT },                   { "-D", EITHER, BOTH },
    { "-U", EITHER, BOTH },                   { "-include", SEPARATE, KEPT },
    { "-imacros", SEPARATE, KEPT },           { "-isystem", EITHER, KEPT },
    { "-iquote", EITHER, KEPT },              { "-idirafter", EITHER, KEPT },
    { "-iprefix", SEPARATE, KEPT },           { "-iwithprefix", SEPARATE, KEPT },
    { "--include-directory", SEPARATE, KEPT },
    { "--include-directory=", JOINED, KEPT }, { "--include-directory-after", SEPARATE, KEPT },
    { "--include-directory-after=", JOINED, KEPT },
    { "-isysroot", EITHER, BOTH },            { "--sysroot", SEPARATE, BOTH },
    { "--sysroot=", JOINED, BOTH },           { "-target", SEPARATE, BOTH },
    { "--target=", JOINED, BOTH },            { "-nostdinc", ALONE, KEPT },
    { "-ansi", ALONE, BOTH },                 { "-pthread", ALONE, BOTH },
    { "-trigraphs", ALONE, BOTH },            { "-undef", ALONE, BOTH },
    { "-fsigned-char", ALONE, BOTH },         { "-funsigned-char", ALONE, BOTH },
    { "-fno-signed-char", ALONE, BOTH },      { "-fno-unsigned-char", ALONE, BOTH },
    { "-fshort-enums", ALONE, BOTH },         { "-fshort-wchar", ALONE, BOTH },
    { "-fms-extensions", ALONE, BOTH },       { "-fgnu89-inline", ALONE, BOTH },
    { "-ffreestanding", ALONE, BOTH },        { "-fhosted", ALONE, BOTH },
    { "-fno-builtin", ALONE, BOTH },          { "-fopenmp", ALONE, BOTH },
    { "-fopenmp-simd", ALONE, BOTH },
    { "-ffast-math", ALONE, BOTH },           { "-fPIC", ALONE, BOTH },
    { "-fpic", ALONE, BOTH },                 { "-fPIE", ALONE, BOTH },
    { "-fpie", ALONE, BOTH },                 { "-MD", ALONE, KEPT },
    { "-MMD", ALONE, KEPT },                  { "-MP", ALONE, KEPT },
    { "-MG", ALONE, DROPPED },                { "-MF", EITHER, KEPT },
    { "-MT", EITHER, KEPT },                  { "-MQ", EITHER, KEPT },
    { "-L", EITHER, DROPPED },                { "-x", EITHER, DROPPED },
    { "-l", EITHER, DROPPED },                { "-Xlinker", SEPARATE, DROPPED },
    { "-Xassembler", SEPARATE, DROPPED },     { "-Xpreprocessor", SEPARATE, DROPPED },
    { "-Xclang", SEPARATE, DROPPED },         { "-T", SEPARATE, DROPPED },
    { "-z", SEPARATE, DROPPED },              { "-u", SEPARATE, DROPPED },
    { "-arch", SEPARATE, BOTH },              { "--param", SEPARATE, DROPPED },
    { "-aux-info", SEPARATE, DROPPED },       { "-dumpbase", SEPARATE, DROPPED },
    { "-dumpbase-ext", SEPARATE, DROPPED },   { "-dumpdir", SEPARATE, DROPPED },
    { "-iwithprefixbefore", SEPARATE, KEPT }, { "-imultilib", SEPARATE, DROPPED },
    { "-wrapper", SEPARATE, DROPPED },        { "-mllvm", SEPARATE, DROPPED },
    { "-framework", SEPARATE, DROPPED },      { "-B", EITHER, ASKED },
    { "-MJ", SEPARATE, DROPPED },             { "-e", SEPARATE, DROPPED },
    { "-A", EITHER, DROPPED },                { "--coverage", ALONE, DROPPED },
    { "--param=", JOINED, DROPPED },          { "--pipe", ALONE, DROPPED },
    { "--verbose", ALONE, DROPPED },          { "--save-temps", ALONE, DROPPED },
    { "--gcc-toolchain=", JOINED, BOTH },     { "--config", EITHER, ASKED },
    { "--std=", JOINED, BOTH },
};

static const struct spelling *find_spelling(const char *item)
{
    const struct spelling *best = NULL;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const struct spelling *s = &spellings[i];
        bool matches = s->form == JOINED || s->form == EITHER ? has_prefix(item, s->name) : strcmp(item, s->name) == 0;
        if (matches && (!best || strlen(s->name) > strlen(best->name)))
            best = s;
    }
    return best;
}

bool options_takes_next(const char *item)
{
    if (strcmp(item, "-o") == 0 || strcmp(item, "-resource-dir") == 0)
        return true;
    const struct spelling *s = find_spelling(item);
    return s && (s->form == SEPARATE || (s->form == EITHER && !item[strlen(s->name)]));
}

/* Past the driver, which would take a precompiled header of another compiler's that lies beside the file. */
static void pass_include(struct parser *p, const char *file)
{
    if (!file)
        return;
    pass(p, "-Xclang");
    pass(p, "-include");
    pass(p, "-Xclang");
    pass(p, file);
}

/* What CMake says of precompiled headers to clang: -Xclang -include-pch -Xclang FILE -Xclang -include -Xclang FILE */
static void take_xclang(struct parser *p, const char *item)
{
    const char *inner = next(p, item);
    if (!inner || strncmp(inner, "-include", 8) != 0 || p->at == p->words.count ||
        strcmp(p->words.at[p->at], "-Xclang") != 0)
        return;
    p->at++;
    const char *file = next(p, item);
    if (strcmp(inner, "-include") == 0)
        pass_include(p, file);
}

static bool take_spelled(struct parser *p, const char *item)
{
    const struct spelling *s = find_spelling(item);
    if (strcmp(item, "-Xclang") == 0) {
        take_xclang(p, item);
        return true;
    }
    if (strcmp(item, "-include") == 0) {
        pass_include(p, next(p, item));
        return true;
    }
    if (!s)
        return false;
    bool separate = s->form == SEPARATE || (s->form == EITHER && !item[strlen(s->name)]);
    const char *argument = separate ? next(p, item) : NULL;
    if (s->use & KEPT && !p->failed) {
        pass(p, item);
        if (argument)
            pass(p, argument);
    }
    if (s->use & ASKED && !p->failed) {
        ask(p, item);
        if (argument)
            ask(p, argument);
    }
    return true;
}

/* An option that the table does not have: -f, -m, -O and their like may define macros. */
static void ask_unspelled(struct parser *p, const char *item)
{
    static const char *const prefixes[] = { "-f", "-m", "-O", "-std=", "-specs=", "--specs=" };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (has_prefix(item, prefixes[i]))
            ask(p, item);
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

static bool take_own(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (strcmp(item, "-o") == 0)
        o->output = next(p, item);
    else if (has_prefix(item, "-o"))
        o->output = item + 2;
    else if (strcmp(item, "-fsyntax-only") == 0)
        o->syntax_only = true;
    else if (strcmp(item, "--suspend-points") == 0)
        o->suspend_points = true;
    else if (strcmp(item, "--verify") == 0 || strcmp(item, "--no-verify") == 0)
        o->verify = item[2] == 'v';
    else if (has_prefix(item, "--dump="))
        o->dump = item + 7;
    else if (has_prefix(item, "--cc="))
        o->compiler = item + 5;
    else if (has_prefix(item, "-x"))
        o->language = item[2] ? item + 2 : next(p, item);
    else if (strcmp(item, "-resource-dir") == 0)
        o->resource_dir = next(p, item);
    else if (has_prefix(item, "-resource-dir="))
        o->resource_dir = item + 14;
    else if (has_prefix(item, "-j"))
        o->jobs = (unsigned)strtoul(item[2] ? item + 2 : next(p, item), NULL, 10);
    else
        return take_action(p, item) || take_diagnostics(p, item);
    return true;
}

/* Which of the options about the depfile are there: what is missing follows from the output's name. */
static void note_depfile(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (strcmp(item, "-MD") == 0 || strcmp(item, "-MMD") == 0)
        o->depfile = true;
    else if (has_prefix(item, "-MF"))
        o->depfile_name = item[3] ? item + 3 : p->at < p->words.count ? p->words.at[p->at] : "";
    else if (has_prefix(item, "-MT") || has_prefix(item, "-MQ"))
        o->depfile_target = true;
}

static void take(struct parser *p, const char *item)
{
    struct options *o = p->options;
    note_depfile(p, item);
    if (item[0] != '-' || !item[1]) {
        arena_push(p->arena, o->inputs, o->input_count, item);
        return;
    }
    if (take_own(p, item) || take_spelled(p, item))
        return;
    ask_unspelled(p, item);
    if (has_prefix(item, "-std=")) {
        pass(p, known_standard(item));
    } else if (has_prefix(item, "-m") || has_prefix(item, "-O")) {
        pass(p, item);
    } else if (has_prefix(item, "--") && !o->launched) {
        fail(p, "unknown option", item);
    } /* any other is for the compile that follows */
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
        take(&p, p.words.at[p.at++]);
    if (p.failed || options->action != ACTION_TRANSLATE)
        return !p.failed;
    if (options->dump && !is_pass(options->dump))
        return fail(&p, "no such pass to dump:", options->dump);
    return agree(options);
}
