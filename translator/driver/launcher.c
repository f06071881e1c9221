/*
 * launcher.c - reads the command line as a compiler does, as far as it must: which words are sources, what is made
 * of them and where it goes.
 *
 * The translation of `src/x.c` for `out/x.o` is `out/x.o.asyncc/x.c`, which is there only while the compiler runs:
 * a directory of its own, so that no header beside it is taken for one beside the source; the source's name, which
 * compilers make other names of; and the same each time, for ccache. With -save-temps it stays.
 */
#define _GNU_SOURCE /* memmem, memfd_create */
#include "launcher.h"

#include "base/arena.h"
#include "beside.h"
#include "depfile.h"
#include "dependencies.h"
#include "base/diag.h"
#include "options.h"
#include "base/path.h"
#include "workspace.h"
#include "process.h"
#include "save.h"
#include "scan.h"
#include "spelling.h"
#include "translator.h"
#include "words.h"

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

enum mode { MODE_LINK, MODE_COMPILE, MODE_ASSEMBLE, MODE_PREPROCESS, MODE_CHECK, MODE_DEPENDENCIES };

struct source {
    size_t word;
    bool is_async;
    const char *read;       /* where its text is */
    int fed;                /* the text of what has a name and can be read once: it goes through it again; -1 */
    struct workspace place; /* of the translation */
    const char *generated;  /* its name */
};

struct launch {
    struct arena *arena;
    char **given; /* the arguments as they are */
    const char **compiler;
    size_t compiler_count;
    struct words words; /* behind the compiler, response files expanded */
    enum mode mode;
    const char *output; /* -o */
    struct dependencies dependencies;
    size_t compiled_count; /* how many sources are C */
    bool keep, is_serial;
    bool show;                             /* --show: the commands are said, not run */
    bool is_own, is_library, has_language; /* -lasyncc or the like, what is no program, -x: see add_runtime */
    struct scan_options headers;
    const char *include;          /* the directory of the <asyncc.h> that no option says, until it is said */
    const char *said_include;     /* C_INCLUDE_PATH, if it is ours */
    const char *sysroot, *prefix; /* --sysroot, -iprefix */
    bool has_own_headers;         /* -nostdinc */
    struct source *sources;
    size_t source_count, async_count;
    int status, signal;
};

/* ---- the command line ---- */

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

/*
 * The words that say how to compile: "gcc", or "ccache", "gcc", or "gcc -m32" in one; none: $ASYNCC_CC, or cc. They are taken
 * from the front; how many there are, or -1 when there is no such compiler, which is said.
 */
static int find_compiler(struct launch *l, int argc, char **argv)
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

static void add_source(struct launch *l, size_t word, const char *language)
{
    const char *path = l->words.at[word];
    bool is_c = strcmp(language, "none") == 0 ? has_suffix(path, ".c") : strcmp(language, "c") == 0;
    struct source source = { .word = word, .is_async = is_c, .read = path, .fed = -1 };
    l->compiled_count += is_c;
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
    bool is_linkers = strcmp(s->name, "-Xlinker") == 0;
    l->is_library = l->is_library || is_whole(partial, sizeof partial / sizeof *partial, s->name);
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
    if (strcmp(name, "-o") == 0)
        l->output = argument;
    else if (strcmp(name, "-x") == 0)
        *language = argument;
    else if (has_prefix(name, "-save-temps") || has_prefix(name, "--save-temps"))
        l->keep = true;
    else if (strcmp(name, "--show") == 0)
        l->show = true;
    read_link_option(l, s);
}

static void read_words(struct launch *l)
{
    const char *language = "none";
    for (size_t i = 0; i < l->words.count;) {
        if (l->words.at[i][0] == '-' && l->words.at[i][1]) {
            struct spelling s = spelling_read(&l->words, i);
            read_option(l, &s, &language);
            i += s.count;
        } else {
            l->is_own = l->is_own || has_prefix(path_base(l->words.at[i]), "libasyncc.");
            add_source(l, i++, language);
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
    else if (strcmp(s->name, "-D") == 0 || strcmp(s->name, "-U") == 0)
        read_macro(l, argument, s->name[1] == 'D');
}

/* What -Wp, and -Xpreprocessor hand on among them. */
static void read_header_options(struct launch *l)
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

static void find_headers(struct launch *l)
{
    add_environment(l);
    if (l->has_own_headers)
        return;
    l->include =
        beside_is_said(l->arena, l->headers.directories, l->headers.directory_count) ? NULL : beside_include(l->arena);
    add_directory(l, arena_format(l->arena, "%s/usr/local/include", l->sysroot));
    add_directory(l, arena_format(l->arena, "%s/usr/include", l->sysroot));
}

/* ---- which sources are async ---- */

/* An option that makes or names an output, of the compiler's or of the translator's. */
static bool is_about_output(const char *name)
{
    static const char *const whole[] = { "-E", "-o", "-fsyntax-only", "--version", "--help", "--show" };
    static const char *const prefixes[] = { "-M", "-Wp,-M", "-j", "--dump" };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (strcmp(name, whole[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (has_prefix(name, prefixes[i]))
            return true;
    return false;
}

/* Adds the compiler's flags, without sources and what is about output. */
static const char **add_flags(const struct launch *l, const char **words, size_t *count)
{
    for (size_t i = 0; i < l->words.count;) {
        bool is_option = l->words.at[i][0] == '-' && l->words.at[i][1];
        struct spelling s = { .count = 1 };
        if (is_option)
            s = spelling_read(&l->words, i);
        for (size_t j = i; is_option && !is_about_output(s.name) && j < i + s.count && j < l->words.count; j++)
            arena_push(l->arena, words, *count, l->words.at[j]);
        i += s.count;
    }
    return words;
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
    const char **words = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, words, count, l->compiler[i]);
    words = add_flags(l, words, &count);
    arena_push(l->arena, words, count, "-M");
    arena_push(l->arena, words, count, l->words.at[source->word]);
    arena_push(l->arena, words, count, NULL);
    const char *read = process_output(l->arena, words);
    return !read || strstr(read, "asyncc.h");
}

static bool is_standard_input(const struct launch *l, const struct source *source)
{
    return strcmp(l->words.at[source->word], "-") == 0;
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
    int number = is_standard_input(l, source) ? STDIN_FILENO : save_open_file(path);
    int file = memfd_create("source", 0);
    struct text text = { 0 };
    bool good = file >= 0 && text_read(&text, is_standard_input(l, source) ? NULL : path) &&
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

/* A child writes the texts when somebody opens them, or ends with this process. */
static void feed(const struct launch *l)
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

static void find_async(struct launch *l)
{
    bool is_plain = l->mode == MODE_DEPENDENCIES || l->is_serial || is_ambiguous(l);
    find_headers(l);
    if (is_plain)
        say_include(l);
    for (size_t i = 0; i < l->source_count && !l->status && !is_plain; i++) {
        struct source *source = &l->sources[i];
        bool is_standard = is_standard_input(l, source);
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

/* ---- translating ---- */

/* An option of the translator's that compilers do not know: "-Wno-blocking-call". */
static bool is_ours(struct arena *arena, const char *item)
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

/* The object, or whatever else becomes of the source; NULL when it is no file. */
static const char *product_of(const struct launch *l, const struct source *source)
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

static bool take_place(struct launch *l, struct source *source, size_t number)
{
    const char *product = product_of(l, source);
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
    const char *name = is_standard_input(l, source) ? "stdin" : path_base(l->words.at[source->word]);
    const char *suffix = !has_suffix(name, ".c") ? ".c" : "";
    source->generated = arena_format(l->arena, "%s/%s%s", source->place.directory, name, suffix);
    return true;
}

/* Where the depfile is to be; NULL: there is none, or its name is for the compiler to choose, as when it links to a.out. */
static const char *depfile_of(const struct launch *l, const struct source *source)
{
    if (!l->dependencies.kind || l->dependencies.depfile)
        return l->dependencies.depfile;
    const char *product = l->output;
    if (!product && (l->mode == MODE_LINK || l->mode == MODE_CHECK))
        return NULL;
    if (!product || strcmp(product, "-") == 0)
        product = path_base(is_standard_input(l, source) ? "-" : l->words.at[source->word]);
    return arena_format(l->arena, "%s.d", path_stem(l->arena, product));
}

/*
 * The translator writes a depfile, before there is a new product: if we are killed before the compiler's is in its place,
 * that one says no less.
 */
static const char **add_depfile(struct launch *l, const struct source *source, const char **words, size_t *count)
{
    const char *depfile = depfile_of(l, source), *product = product_of(l, source);
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
    const char *directory; /* where what the compiler says of dependencies goes to, or NULL */
    const char **command;  /* of the compiler, ended by NULL */
};

/* With --show, what would be run is said, as a shell takes it. */
static int become(const struct launch *l, const char *const *command)
{
    size_t count = 0;
    while (command[count])
        count++;
    if (!l->show)
        return process_become(command);
    if (l->said_include)
        printf("C_INCLUDE_PATH=%s ", words_join(l->arena, &l->said_include, 1));
    puts(words_join(l->arena, command, count));
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int compile_body(void *data)
{
    const struct job *job = data;
    struct launch *l = job->launch;
    dependencies_environment(&l->dependencies, l->arena, job->directory);
    feed(l);
    return become(l, job->command);
}

static int translate_body(void *data)
{
    struct launch *l = ((struct job *)data)->launch;
    const struct source *source = ((struct job *)data)->source;
    const char **words = NULL;
    size_t count = 0;
    arena_push(l->arena, words, count, translator_path(l->arena));
    arena_push(l->arena, words, count, "cc");
    words = add_depfile(l, source, add_flags(l, words, &count), &count);
    arena_push(l->arena, words, count,
               arena_format(l->arena, "--cc=%s", words_join(l->arena, l->compiler, l->compiler_count)));
    arena_push(l->arena, words, count, "-o");
    arena_push(l->arena, words, count, source->generated);
    arena_push(l->arena, words, count, l->words.at[source->word]);
    arena_push(l->arena, words, count, NULL);
    feed(l);
    return become(l, words);
}

/* Runs it in a child; false when it failed, and the status is kept. */
static bool run(struct launch *l, int (*body)(void *), struct job *job)
{
    int status = process_run(body, job, &l->signal);
    if (status < 0)
        fprintf(stderr, "asyncc: error: cannot start another process: %s\n", strerror(errno));
    if (status != 0)
        l->status = status < 0 ? EXIT_FAILURE : status;
    return status == 0;
}

static bool translate(struct launch *l, struct source *source, size_t number)
{
    struct job job = { .launch = l, .source = source };
    return take_place(l, source, number) && run(l, translate_body, &job);
}

static void clean(const struct launch *l, struct source *source)
{
    if (!source->place.directory || l->show)
        return;
    dependencies_clean(l->arena, source->place.directory);
    if (!l->keep)
        unlink(source->generated);
    workspace_leave(&source->place);
}

/* ---- compiling ---- */

/* A source's own directory comes first for #include "...". */
static const char *quote_flag(struct launch *l, const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? "-iquote." : arena_format(l->arena, "-iquote%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/*
 * What a translation cannot be asked: its functions are entered in their middle, and gcc notes where, whatever pragmas say.
 */
static bool is_for_sources(const char *item)
{
    return strcmp(item, "-Wjump-misses-init") == 0;
}

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

/* Whether what is compiled is for the machine of the runtime, by the first word of what the compiler says that it is for. */
static bool is_our_machine(const struct launch *l)
{
    const char **words = NULL, *ours = beside_machine();
    size_t count = 0;
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, words, count, l->compiler[i]);
    words = add_flags(l, words, &count);
    arena_push(l->arena, words, count, "-dumpmachine");
    arena_push(l->arena, words, count, NULL);
    const char *said = process_output(l->arena, words);
    size_t length = strcspn(ours, "-");
    return !said || (strncmp(said, ours, length) == 0 && (said[length] == '-' || !ours[length]));
}

/* Adds the runtime to what is linked, unless the user says another, or that this is no whole program. */
static const char **add_runtime(struct launch *l, const char **words, size_t *count)
{
    static const char *const needed[] = { "-luv", "-lpthread", "-ldl", "-lm" };
    const char *library = NULL;
    if (l->mode == MODE_LINK && !l->is_own && !l->is_library && links_translation(l) && is_our_machine(l))
        library = beside_library(l->arena);
    if (!library)
        return words;
    if (l->has_language) {
        arena_push(l->arena, words, *count, "-x");
        arena_push(l->arena, words, *count, "none");
    }
    arena_push(l->arena, words, *count, library);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        arena_push(l->arena, words, *count, needed[i]);
    return words;
}

/* The compiler's command for one of several sources, or with `only` NULL for all. */
static const char **command_for(struct launch *l, const struct source *only, const char *output)
{
    const char **words = NULL;
    size_t count = 0, source = 0;
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, words, count, l->compiler[i]);
    for (size_t i = 0; i < l->source_count; i++)
        if (l->sources[i].is_async && (!only || only == &l->sources[i]))
            arena_push(l->arena, words, count, quote_flag(l, l->words.at[l->sources[i].word]));
    for (size_t i = 0; i < l->words.count; i++) {
        const struct source *here = source < l->source_count && l->sources[source].word == i ? &l->sources[source] : NULL;
        source += here != NULL;
        if (here && only && here != only)
            continue;
        bool translated = only ? only->is_async : l->async_count > 0;
        if (!is_ours(l->arena, l->words.at[i]) && !(translated && is_for_sources(l->words.at[i])))
            arena_push(l->arena, words, count, here && here->is_async ? here->generated : l->words.at[i]);
    }
    if (output) {
        arena_push(l->arena, words, count, "-o");
        arena_push(l->arena, words, count, output);
    }
    words = add_runtime(l, words, &count);
    arena_push(l->arena, words, count, NULL);
    return words;
}

/* The command, with what it says of dependencies in the directory of the translation. */
static const char **redirected(struct launch *l, const char **command, const struct source *source)
{
    struct words words = { command, 0 }, front = { 0 };
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, front.at, front.count, command[i]);
    words.at += l->compiler_count;
    while (words.at[words.count])
        words.count++;
    dependencies_redirect(&l->dependencies, l->arena, &words, source->place.directory, depfile_of(l, source) != NULL);
    for (size_t i = 0; i < words.count; i++)
        arena_push(l->arena, front.at, front.count, words.at[i]);
    arena_push(l->arena, front.at, front.count, NULL);
    return front.at;
}

/* A depfile whose name the compiler has chosen, if it has: gcc's `a-source.d`, or clang's `source.d`. */
static bool correct_chosen(struct launch *l, const struct source *source, const struct renamed *renamed)
{
    const char *base = path_stem(l->arena, path_base(source->generated));
    const char *names[] = { arena_format(l->arena, "a-%s.d", base), arena_format(l->arena, "%s.d", base) };
    bool good = true;
    for (int i = 0; i < 2; i++) {
        struct text text = { 0 };
        if (text_read(&text, names[i]) && strstr(text.at, source->place.directory))
            good = depfile_correct(l->arena, &text, renamed->translation, renamed->source) &&
                   save_file(names[i], text.at, text.length) && good;
        text_free(&text);
    }
    return good;
}

/* Whether the compiler was content or not, nothing names what will be gone. */
static void save_dependencies(struct launch *l, const struct source *place)
{
    const char *depfile = depfile_of(l, place), *failed = "a depfile";
    struct renamed *renamed = NULL;
    size_t count = 0;
    bool good = true;
    for (size_t i = 0; i < l->source_count; i++) {
        const struct source *source = &l->sources[i];
        if (!source->place.directory)
            continue;
        struct renamed name = { source->generated, is_standard_input(l, source) ? "" : l->words.at[source->word] };
        arena_push(l->arena, renamed, count, name);
        if (l->dependencies.kind && !depfile)
            good = correct_chosen(l, source, &name) && good;
    }
    good = dependencies_save(&l->dependencies, l->arena, place->place.directory, depfile, renamed, count, &failed) && good;
    if (!good) {
        fprintf(stderr, "asyncc: error: cannot write '%s': %s\n", failed, strerror(errno));
        l->status = EXIT_FAILURE;
    }
}

/* The compiler's run, whose first translation is that of the source; NULL: there is none. */
static void compile(struct launch *l, const char **command, const struct source *source)
{
    struct job job = { .launch = l, .command = command };
    if (source) {
        job.directory = source->place.directory;
        job.command = redirected(l, command, source);
    }
    run(l, compile_body, &job);
    if (source && !l->show)
        save_dependencies(l, source);
}

/* Each source by itself, as the compiler would, with the name that its product would have. */
static void compile_each(struct launch *l)
{
    for (size_t i = 0; i < l->source_count && !l->signal; i++) {
        struct source *source = &l->sources[i];
        if (!source->is_async || translate(l, source, 0))
            compile(l, command_for(l, source, l->output ? NULL : product_of(l, source)), source->is_async ? source : NULL);
        clean(l, source);
    }
}

static void link_all(struct launch *l)
{
    const struct source *first = NULL;
    bool good = true;
    size_t number = 0;
    for (size_t i = 0; i < l->source_count && !l->signal; i++)
        if (l->sources[i].is_async) {
            first = first ? first : &l->sources[i];
            good = translate(l, &l->sources[i], number++) && good;
        }
    if (good && !l->signal)
        compile(l, command_for(l, NULL, NULL), first);
    for (size_t i = 0; i < l->source_count; i++)
        clean(l, &l->sources[i]);
}

/* Says so if a source is what would be written to. */
static bool is_overwritten(const struct launch *l)
{
    const char *outputs[] = { l->output, l->dependencies.depfile, l->dependencies.entry };
    for (size_t i = 0; i < l->source_count; i++)
        for (size_t k = 0; k < sizeof outputs / sizeof *outputs; k++)
            if (outputs[k] && save_is_same(outputs[k], l->words.at[l->sources[i].word])) {
                fprintf(stderr, "asyncc: error: input file '%s' is the same as output file '%s'\n",
                        l->words.at[l->sources[i].word], outputs[k]);
                return true;
            }
    return false;
}

/* Becomes the compiler, with the arguments as they are. */
static int hand_over(struct launch *l)
{
    const char **words = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->compiler_count; i++)
        arena_push(l->arena, words, count, l->compiler[i]);
    for (char **item = l->given; *item; item++)
        if (!is_ours(l->arena, *item))
            arena_push(l->arena, words, count, *item);
    words = add_runtime(l, words, &count);
    arena_push(l->arena, words, count, NULL);
    dependencies_environment(&l->dependencies, l->arena, NULL);
    feed(l);
    return become(l, words);
}

int launcher_main(int argc, char **argv)
{
    struct launch launch = { .arena = arena_new(), .sysroot = "", .prefix = "" };
    int own = find_compiler(&launch, argc, argv);
    launch.given = argv + (own < 0 ? argc : own);
    if (own < 0 || !words_expand(&launch.words, launch.arena, argc - own, argv + own)) {
        launch.status = EXIT_FAILURE;
    } else {
        read_words(&launch);
        dependencies_read(&launch.dependencies, launch.arena, &launch.words);
        read_header_options(&launch);
    }
    if (!launch.status && is_overwritten(&launch))
        launch.status = EXIT_FAILURE;
    if (!launch.status)
        find_async(&launch);
    if (!launch.status) {
        if (launch.async_count)
            process_hold();
        if (!launch.async_count || strstr(path_base(launch.compiler[0]), "++"))
            launch.status = hand_over(&launch);
        else if (launch.mode == MODE_LINK)
            link_all(&launch);
        else
            compile_each(&launch);
    }
    int status = launch.status, ended_by = launch.signal ? launch.signal : process_received();
    arena_free(launch.arena);
    if (ended_by) {
        signal(ended_by, SIG_DFL);
        raise(ended_by);
    }
    return status;
}
