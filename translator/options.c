/*
 * options.c - takes a compiler's command line as it is: what changes the meaning of the source goes to
 * libclang, what is ours is kept, everything else is the business of the compile that follows.
 */
#include "options.h"

#include "arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct parser {
    struct options *options;
    struct arena *arena;
    char **items;
    size_t count, at;
    unsigned files; /* response files opened, against circles */
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

static bool begins(const char *item, const char *prefix)
{
    return strncmp(item, prefix, strlen(prefix)) == 0;
}

static const char *next(struct parser *p, const char *option)
{
    if (p->at < p->count)
        return p->items[p->at++];
    fail(p, "missing argument of", option);
    return NULL;
}

/* ---- response files ---- */

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    struct text text = { 0 };
    char buffer[4096];
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add(&text, buffer, got);
    fclose(file);
    text_put(&text, "");
    return text.at;
}

/* One word as GCC reads it: blanks separate, quotes of both kinds and backslashes protect. */
static const char *response_word(struct arena *arena, const char **from)
{
    const char *at = *from;
    struct text word = { 0 };
    char quote = 0;
    while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f')
        at++;
    if (!*at)
        return NULL;
    text_put(&word, "");
    for (; *at; at++) {
        if (*at == '\\' && at[1]) {
            text_add(&word, ++at, 1);
        } else if (quote ? *at == quote : *at == '"' || *at == '\'') {
            quote = quote ? 0 : *at;
        } else if (!quote && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f')) {
            break;
        } else {
            text_add(&word, at, 1);
        }
    }
    *from = at;
    char *copy = arena_copy(arena, word.at, word.length);
    text_free(&word);
    return copy;
}

static void push(struct parser *p, const char *item)
{
    arena_push(p->arena, p->items, p->count, (char *)item);
}

static void expand_item(struct parser *p, const char *item)
{
    char *text = item[0] == '@' && item[1] ? read_file(item + 1) : NULL;
    if (!text) {
        push(p, item); /* as GCC: a file that cannot be read is a word */
        return;
    }
    if (++p->files > 100) {
        fail(p, "too many response files at", item);
        free(text);
        return;
    }
    const char *at = text, *word;
    while ((word = response_word(p->arena, &at)) != NULL)
        expand_item(p, word);
    free(text);
}

/* ---- options ---- */

struct spelling {
    const char *name;
    enum { ALONE, JOINED, SEPARATE, EITHER } form; /* where its argument stands */
    bool kept;                                     /* for libclang */
};

/* Options of compilers that carry an argument or mean something for the parse. */
static const struct spelling spellings[] = {
    { "-I", EITHER, true },           { "-D", EITHER, true },
    { "-U", EITHER, true },           { "-include", SEPARATE, true },
    { "-imacros", SEPARATE, true },   { "-isystem", EITHER, true },
    { "-iquote", EITHER, true },      { "-idirafter", EITHER, true },
    { "-iprefix", SEPARATE, true },   { "-iwithprefix", SEPARATE, true },
    { "-isysroot", EITHER, true },    { "--sysroot", SEPARATE, true },
    { "--sysroot=", JOINED, true },   { "-target", SEPARATE, true },
    { "--target=", JOINED, true },    { "-nostdinc", ALONE, true },
    { "-ansi", ALONE, true },         { "-pthread", ALONE, true },
    { "-trigraphs", ALONE, true },    { "-undef", ALONE, true },
    { "-fsigned-char", ALONE, true }, { "-funsigned-char", ALONE, true },
    { "-fno-signed-char", ALONE, true }, { "-fno-unsigned-char", ALONE, true },
    { "-fshort-enums", ALONE, true }, { "-fshort-wchar", ALONE, true },
    { "-fms-extensions", ALONE, true }, { "-fgnu89-inline", ALONE, true },
    { "-ffreestanding", ALONE, true }, { "-fhosted", ALONE, true },
    { "-fno-builtin", ALONE, true },  { "-fopenmp", ALONE, true },
    { "-ffast-math", ALONE, true },   { "-fPIC", ALONE, true },
    { "-fpic", ALONE, true },         { "-fPIE", ALONE, true },
    { "-fpie", ALONE, true },         { "-MD", ALONE, true },
    { "-MMD", ALONE, true },          { "-MP", ALONE, true },
    { "-MG", ALONE, false },          { "-MF", EITHER, true },
    { "-MT", EITHER, true },          { "-MQ", EITHER, true },
    { "-x", EITHER, false },          { "-L", EITHER, false },
    { "-l", EITHER, false },          { "-Xlinker", SEPARATE, false },
    { "-Xassembler", SEPARATE, false }, { "-Xpreprocessor", SEPARATE, false },
    { "-Xclang", SEPARATE, false },   { "-T", SEPARATE, false },
    { "-z", SEPARATE, false },        { "-u", SEPARATE, false },
    { "-arch", SEPARATE, true },      { "--param", SEPARATE, false },
    { "-aux-info", SEPARATE, false }, { "-dumpbase", SEPARATE, false },
};

static const struct spelling *find_spelling(const char *item)
{
    const struct spelling *best = NULL;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const struct spelling *s = &spellings[i];
        bool matches = s->form == JOINED || s->form == EITHER ? begins(item, s->name) : strcmp(item, s->name) == 0;
        if (matches && (!best || strlen(s->name) > strlen(best->name)))
            best = s;
    }
    return best;
}

static bool take_spelled(struct parser *p, const char *item)
{
    const struct spelling *s = find_spelling(item);
    if (!s)
        return false;
    bool separate = s->form == SEPARATE || (s->form == EITHER && !item[strlen(s->name)]);
    const char *argument = separate ? next(p, item) : NULL;
    if (s->kept && !p->failed) {
        pass(p, item);
        if (argument)
            pass(p, argument);
    }
    return true;
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

static void take_warning(struct parser *p, const char *name)
{
    arena_push(p->arena, p->options->warnings, p->options->warning_count, name);
}

static bool take_own(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (strcmp(item, "--help") == 0 || strcmp(item, "-h") == 0)
        o->show_help = true;
    else if (strcmp(item, "--version") == 0)
        o->show_version = true;
    else if (strcmp(item, "-o") == 0)
        o->output = next(p, item);
    else if (begins(item, "-o"))
        o->output = item + 2;
    else if (strcmp(item, "-fsyntax-only") == 0)
        o->syntax_only = true;
    else if (strcmp(item, "--suspend-points") == 0)
        o->suspend_points = true;
    else if (begins(item, "--dump="))
        o->dump = item + 7;
    else if (strcmp(item, "-resource-dir") == 0)
        o->resource_dir = next(p, item);
    else if (begins(item, "-resource-dir="))
        o->resource_dir = item + 14;
    else if (strcmp(item, "-w") == 0)
        o->no_warnings = true;
    else if (begins(item, "-W") && !begins(item, "-Wl,") && !begins(item, "-Wa,") && !begins(item, "-Wp,"))
        take_warning(p, item + 2);
    else if (strcmp(item, "-fcolor-diagnostics") == 0 || strcmp(item, "-fdiagnostics-color=always") == 0 ||
             strcmp(item, "-fdiagnostics-color") == 0)
        o->colour = 1;
    else if (strcmp(item, "-fno-color-diagnostics") == 0 || strcmp(item, "-fdiagnostics-color=never") == 0)
        o->colour = 0;
    else
        return false;
    return true;
}

static void take(struct parser *p, const char *item)
{
    struct options *o = p->options;
    if (item[0] != '-' || !item[1]) {
        if (o->input)
            fail(p, "more than one input file:", item);
        else
            o->input = item;
    } else if (take_own(p, item) || take_spelled(p, item)) {
        return;
    } else if (begins(item, "-std=")) {
        pass(p, known_standard(item));
    } else if (begins(item, "-m") || begins(item, "-O")) {
        pass(p, item);
    } else if (begins(item, "--")) {
        fail(p, "unknown option", item);
    } /* any other is for the compile that follows */
}

static bool is_pass(const char *name)
{
    static const char *const passes[] = { "parse", "dialect", "lower", "scope", "live", "frame" };
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
        if (strcmp(name, passes[i]) == 0)
            return true;
    return false;
}

bool options_parse(struct options *options, struct arena *arena, int argc, char **argv)
{
    struct parser p = { .options = options, .arena = arena };
    *options = (struct options){ .colour = -1 };
    for (int i = 1; i < argc && !p.failed; i++)
        expand_item(&p, argv[i]);
    while (p.at < p.count && !p.failed)
        take(&p, p.items[p.at++]);
    if (p.failed || options->show_help || options->show_version)
        return !p.failed;
    if (!options->input) {
        fputs("asyncc: error: no input file; try 'asyncc --help'\n", stderr);
        return false;
    }
    if (options->dump && !is_pass(options->dump))
        return fail(&p, "no such pass to dump:", options->dump);
    if (!options->output && !options->syntax_only && !options->dump)
        options->output = "-";
    return true;
}

void options_help(void)
{
    puts("usage: asyncc [options] [compiler flags] input.c -o output.c\n"
         "\n"
         "Translates a file of async C into plain C11: each async function becomes a state machine\n"
         "that runs on the asyncc runtime. Everything else in the file stays as it is.\n"
         "\n"
         "  -o FILE            write the translation to FILE; '-', the default, is standard output\n"
         "  -fsyntax-only      check only, write nothing\n"
         "  -I -D -U -include -isystem -iquote -std= -m... and the like\n"
         "                     as for the compiler; flags that do not matter here are ignored\n"
         "  -MD -MF FILE -MT TARGET\n"
         "                     write a depfile\n"
         "  @FILE              read options from FILE\n"
         "  -Wno-blocking-call, -Werror=blocking-call\n"
         "                     calls that block the event loop: do not warn, or refuse\n"
         "  -Werror, -w        treat warnings as errors; no warnings\n"
         "  -fdiagnostics-color=always|never|auto\n"
         "  --suspend-points   for tests: every async function may suspend where it begins, as the\n"
         "                     environment says: ASYNCC_SUSPEND=always, =random:SEED or =never\n"
         "  --dump=PASS        print the tree after parse, dialect, lower, scope, live or frame\n"
         "  -resource-dir DIR  where clang's own headers are (include/stddef.h); also ASYNCC_RESOURCE_DIR\n"
         "  --version, --help\n"
         "\n"
         "The output needs <asyncc.h> and the asyncc runtime; in CMake, target_async_sources() does it all.");
}
