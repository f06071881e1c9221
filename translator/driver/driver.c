#define _GNU_SOURCE /* memfd_create */
#include "driver.h"

#include "rounds/alternatives.h"
#include "base/arena.h"
#include "front/check.h"
#include "front/clang.h"
#include "compiler.h"
#include "rounds/conditions.h"
#include "rounds/counter.h"
#include "depfile.h"
#include "base/diag.h"
#include "front/dialect.h"
#include "middle/dump.h"
#include "back/emit.h"
#include "rounds/expand.h"
#include "rounds/leaving.h"
#include "laws/laws.h"
#include "back/mark.h"
#include "middle/middle.h"
#include "tree/names.h"
#include "options.h"
#include "base/path.h"
#include "back/poison.h"
#include "front/pragma.h"
#include "back/report.h"
#include "resource.h"
#include "save.h"
#include "scan.h"
#include "base/set.h"
#include "rounds/spans.h"
#include "rounds/splice.h"
#include "tree/tree.h"
#include "rounds/unique.h"
#include "middle/verify.h"
#include "front/warnings.h"
#include "back/writer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct driver {
    struct translation *translation;
    const struct options *options;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct clang_input input;
    const char *first_text; /* the user's own; the input has the one that was read last */
    size_t first_length;
    const char *target; /* --target=..., of the compiler that was asked */
    size_t own_macros;  /* how many arguments there are without the compiler's macros; 0: it has said none */
    struct warnings_wanted wanted;
    const char *depfile;      /* NULL: none is written */
    const char *depfile_read; /* what clang writes of it, a file without a name, which is no one's before all is good */
    int depfile_file;
    struct laws *laws;
    struct expanded expanded;
};

static bool dumped(const struct driver *d, const char *pass, struct unit *unit)
{
    if (!d->options->dump || strcmp(d->options->dump, pass) != 0)
        return false;
    dump_unit(unit, stdout);
    return true;
}

/* From the parsed file to one with its functions and awaits found; false when there is nothing to write. */
static bool run_front(struct driver *d, struct unit *unit, bool checked)
{
    if (dumped(d, "parse", unit))
        return false;
    dialect_find(unit);
    verify_jumps(unit, d->diagnostics);
    if (dumped(d, "dialect", unit))
        return false;
    pragma_find(unit, d->diagnostics, !checked);
    if (!checked)
        check_unit(unit, d->diagnostics);
    warnings_say(unit, d->diagnostics, d->wanted, checked);
    return !d->diagnostics->errors;
}

/* On to a tree that is ready to be written; false likewise. */
static bool run_middle(struct driver *d, struct unit *unit)
{
    if (dumped(d, "unique", unit))
        return false;
    d->laws = laws_of(unit);
    names_choose(unit);
    struct middle middle = { unit, d->diagnostics, d->options->suspend_points, d->options->dump };
    middle_run(&middle);
    if (d->diagnostics->errors || (d->options->dump && dumped(d, d->options->dump, unit)))
        return false;
    conditions_guard(unit);
    alternatives_find(unit, &d->expanded);
    mark_unit(unit);
    leaving_find(unit, d->diagnostics);
    return !d->diagnostics->errors;
}

/* A second parse is of a text with files spliced in, names changed or macros expanded; it writes no depfile. */
static void drop_depfile(struct driver *d)
{
    const char **kept = arena_get(d->arena, (d->input.argument_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < d->input.argument_count; i++) {
        const char *item = d->input.arguments[i];
        if (strcmp(item, "-MF") == 0 || strcmp(item, "-MT") == 0 || strcmp(item, "-MQ") == 0)
            i++;
        else if (strncmp(item, "-M", 2) != 0)
            kept[count++] = item;
    }
    d->input.arguments = kept;
    d->input.argument_count = count;
}

/* The file as a tree; NULL after an error. */
static struct unit *parse(struct driver *d)
{
    struct unit *unit = clang_parse(d->arena, &d->input, d->diagnostics);
    return d->diagnostics->errors ? NULL : unit;
}

/* Takes the option from what libclang gets. */
static void drop_option(struct driver *d, const char *option)
{
    const char **kept = arena_get(d->arena, (d->input.argument_count + 1) * sizeof *kept);
    size_t count = 0, own = d->own_macros;
    for (size_t i = 0; i < d->input.argument_count; i++)
        if (strcmp(d->input.arguments[i], option) != 0)
            kept[count++] = d->input.arguments[i];
        else
            own -= i < d->own_macros;
    d->input.arguments = kept;
    d->input.argument_count = count;
    d->own_macros = own;
}

/* Whether libclang takes the option, for the machine that is compiled for. */
static bool is_known(struct driver *d, const char *option)
{
    struct diagnostics said;
    diagnostics_init(&said, d->arena);
    const char *arguments[] = { "-xc", "-w", "-Qunused-arguments", option, d->target };
    struct clang_input input = {
        .path = "option.c", .text = "", .arguments = arguments, .argument_count = d->target ? 5 : 4
    };
    return clang_parse(d->arena, &input, &said) && !said.errors;
}

/* Drops those that it does not take, for gcc's machine or of a newer clang's, which the compiler has. False: there are none. */
static bool drop_foreign(struct driver *d)
{
    bool dropped = false;
    for (size_t i = 0; i < d->input.argument_count;) {
        const char *option = d->input.arguments[i++];
        if ((!has_prefix(option, "-m") && !has_prefix(option, "-f")) || is_known(d, option))
            continue;
        drop_option(d, option);
        dropped = true;
        i = 0;
    }
    return dropped;
}

/*
 * As the compiler that is named will see it; or, when that is text which clang cannot read, words of gcc's for gcc alone, as
 * clang does: what the compiler then decides otherwise does not compile (alternatives.c).
 */
static struct unit *parse_source(struct driver *d)
{
    struct diagnostics before = *d->diagnostics;
    struct unit *unit = parse(d);
    if (!unit && d->own_macros && drop_foreign(d)) {
        *d->diagnostics = before;
        unit = parse(d);
    }
    if (unit || !d->own_macros || before.count)
        return unit;
    struct diagnostics said = *d->diagnostics;
    size_t count = d->input.argument_count;
    *d->diagnostics = before;
    d->input.argument_count = d->own_macros;
    unit = parse(d);
    if (!unit) {
        *d->diagnostics = said;
        d->input.argument_count = count;
    }
    return unit;
}

/* The same of another text, which one of the rounds below made of it. */
static struct unit *parse_again(struct driver *d, const struct unit *unit, const char *text)
{
    d->input.text = text;
    drop_depfile(d);
    struct unit *again = text ? parse(d) : NULL;
    return again && laws_reread(unit, again, d->diagnostics) ? again : NULL;
}

static const char *expanded_text(struct driver *d, struct unit *unit)
{
    alternatives_expanded(unit, &d->expanded);
    return expand_text(unit, &d->input, d->diagnostics, &d->input.length);
}

/* What has to be read again of a file that went through the middle; NULL when nothing has, or after an error. */
static const char *other_text(struct driver *d, struct unit *unit)
{
    const char *text = conditions_text(unit);
    d->input.length = unit->length;
    if (!text && expand_find(unit))
        text = expanded_text(d, unit);
    return text;
}

/* What has to be read again before the middle: other names, or macros expanded. */
static const char *settled_text(struct driver *d, struct unit *unit)
{
    if (counter_find(unit)) /* first: what is counted is where the user wrote it */
        return expanded_text(d, unit);
    const char *text = unique_text(unit, &d->input, d->diagnostics, &d->input.length);
    if (!text && !d->diagnostics->errors && !spans_settle(unit))
        text = expanded_text(d, unit);
    return text;
}

/*
 * Each round expands macros or changes names, of which there are fewer in the text that comes out; macros that make others can
 * take one for each of them. More than so many are a mistake of ours.
 */
enum { ROUNDS = 200 };

/* What has to be read again before the tree is ready to be written; NULL when it can, or after an error. */
static const char *next_text(struct driver *d, struct unit *unit)
{
    const char *text = settled_text(d, unit);
    if (text || d->diagnostics->errors || !run_middle(d, unit))
        return text;
    return other_text(d, unit);
}

/* The first unit's system headers become the input's, but for what the set has. */
static void note_system(struct driver *d, const struct unit *first, const struct set *spliced)
{
    for (size_t i = 1; i < first->source_count; i++) {
        const char *path = first->sources[i]->path;
        if (first->sources[i]->is_system && !set_has(spliced, path, strlen(path)))
            arena_push(d->arena, d->input.system, d->input.system_count, path);
    }
}

/* With the files in it that have to be translated, too. */
static struct unit *splice(struct driver *d, struct unit *first)
{
    struct unit *unit = first;
    struct set spliced = { .arena = d->arena };
    for (int round = 0; unit && splice_find(unit, d->diagnostics); round++) {
        require(round < ROUNDS);
        for (size_t i = 1; i < unit->source_count; i++)
            if (unit->sources[i]->is_spliced)
                set_add(&spliced, unit->sources[i]->path, strlen(unit->sources[i]->path));
        unit = parse_again(d, unit, splice_text(unit, &d->input, d->wanted.clang, d->diagnostics, &d->input.length));
    }
    note_system(d, first, &spliced);
    return unit;
}

static struct unit *translate(struct driver *d)
{
    struct unit *first = parse_source(d), *unit = first ? splice(d, first) : NULL;
    const struct unit *original = unit;
    for (int round = 0; unit && run_front(d, unit, round > 0); round++) {
        const char *text = next_text(d, unit);
        if (!text)
            return d->diagnostics->errors || d->options->dump ? NULL : unit;
        require(round < ROUNDS);
        unit = parse_again(d, unit, text);
        if (unit)
            unit->original = original;
    }
    return NULL;
}

/* The name that generated lines carry: without its directory, so that the bytes do not depend on it. */
static const char *own_name(const char *output)
{
    return strcmp(output, "-") == 0 ? "translated.c" : path_base(output);
}

/* The translation is parsed, so that its structs have sizes. */
static void report(struct driver *d, struct unit *unit, const struct text *text)
{
    struct clang_input input = d->input;
    struct diagnostics ignored;
    diagnostics_init(&ignored, d->arena);
    input.text = text->at;
    input.length = text->length;
    const struct unit *output = clang_parse(d->arena, &input, &ignored);
    if (output)
        report_frames(unit, output, d->options->remark_frames, d->options->large_frame, d->diagnostics);
    else
        diag_failed(d->diagnostics, "the frames of '%s' cannot be measured: %s", d->translation->input,
                    ignored.count ? ignored.items[0]->message : "its translation does not parse");
}

/* A file that was read is no place to write to. */
static bool is_read(struct driver *d, const struct unit *unit, const char *output)
{
    bool is = save_is_same(output, d->translation->input);
    const char *read = d->translation->input;
    const struct unit *user = unit->original ? unit->original : unit;
    for (size_t i = 0; i < user->source_count && !is; i++)
        is = save_is_same(output, read = user->sources[i]->path);
    if (is)
        diag_failed(d->diagnostics, "input file '%s' is the same as output file '%s'", read, output);
    return is;
}

static void write_file(struct driver *d, const struct unit *unit, const char *path, const struct text *text)
{
    if (!d->diagnostics->errors && !is_read(d, unit, path) && !save_file(path, text->at, text->length))
        diag_failed(d->diagnostics, "cannot write '%s': %s", path, strerror(errno));
}

/*
 * Readers of depfiles take some characters apart, escaped or not (CMake's does with '#', Ninja's with quotes, all with line
 * breaks): the input, which every rule knows by itself, is left out when its name has any. It is there before the output is: what is
 * newer than its source is taken to have it.
 */
static void write_depfile(struct driver *d, const struct unit *unit)
{
    struct text text = { 0 };
    if (!text_read(&text, d->depfile_read))
        diag_failed(d->diagnostics, "cannot write '%s': %s", d->depfile, strerror(errno));
    else if (strpbrk(d->input.path, "#$&'\"<>*?|;!`\n"))
        depfile_omit(d->arena, &text, d->input.path);
    write_file(d, unit, d->depfile, &text);
    text_free(&text);
}

static void write_output(struct driver *d, struct unit *unit)
{
    const char *output = d->options->syntax_only || !d->translation->output ? "-" : d->translation->output;
    struct writer writer;
    writer_init(&writer, unit, own_name(output));
    emit_unit(unit, &writer);
    verify_written(unit, d->diagnostics);
    poison_check(unit, &writer, d->diagnostics);
    drop_depfile(d); /* what is parsed from here on is the output */
    struct clang_input first = d->input;
    first.text = d->first_text;
    first.length = d->first_length;
    laws_check(d->laws, &writer, &d->input, first.text != d->input.text ? &first : NULL, d->diagnostics, d->options->verify);
    if (report_is_wanted(d->options->remark_frames, d->diagnostics))
        report(d, unit, &writer.text);
    if (d->depfile && !d->diagnostics->errors)
        write_depfile(d, unit);
    if (!d->options->syntax_only)
        write_file(d, unit, output, &writer.text);
    text_free(&writer.text);
}

/* ---- what libclang gets ---- */

static void pass(struct driver *d, const char *argument)
{
    arena_push(d->arena, d->input.arguments, d->input.argument_count, argument);
}

/* A pipe, a terminal. */
static bool is_read_once(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

/*
 * The text of the input. Only what cannot be read again is kept, libclang reads files itself; and that of files with a
 * byte order mark, which can only begin a file and is not to come into the output.
 */
static bool read_input(struct driver *d)
{
    static const char mark[] = "\xEF\xBB\xBF";
    bool standard = strcmp(d->translation->input, "-") == 0;
    bool once = standard || is_read_once(d->translation->input);
    struct text text = { 0 };
    bool readable = text_read(&text, standard ? NULL : d->translation->input);
    if (!readable)
        diag_failed(d->diagnostics, "cannot read '%s': %s", d->translation->input, strerror(errno));
    else if (!d->options->syntax_only && scan_is_translation(text.at))
        diag_failed(d->diagnostics, "'%s' is a translation already: compile it as it is", d->translation->input);
    d->input.path = standard ? "<stdin>" : d->translation->input;
    size_t skipped = readable && strncmp(text.at, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    if (readable && (once || skipped)) {
        d->input.length = text.length - skipped;
        d->input.text = arena_copy(d->arena, text.at + skipped, d->input.length);
    }
    text_free(&text);
    return readable && !d->diagnostics->errors;
}

/* -MD alone means a file beside the output, about the output. */
static void pass_depfile(struct driver *d)
{
    const char *output = d->translation->output;
    if (!d->options->depfile || !output || (strcmp(output, "-") == 0 && !d->options->depfile_name))
        return;
    int file = memfd_create("depfile", MFD_CLOEXEC);
    if (file < 0) {
        diag_failed(d->diagnostics, "cannot make a depfile: %s", strerror(errno));
        return;
    }
    d->depfile = d->options->depfile_name;
    if (!d->depfile)
        d->depfile = arena_format(d->arena, "%s.d", path_stem(d->arena, output));
    d->depfile_read = arena_format(d->arena, "/proc/self/fd/%d", file);
    d->depfile_file = file;
    pass(d, "-MF");
    pass(d, d->depfile_read);
    if (!d->options->depfile_target && strcmp(output, "-") != 0) {
        pass(d, "-MQ");
        pass(d, output);
    }
}

/* What clang defines by itself, whose own headers rely on it, and what takes the place of words of gcc's. */
/* clang-format off */
static const char *const missing_macros[] = {
    "__CLANG_ATOMIC_BOOL_LOCK_FREE=__GCC_ATOMIC_BOOL_LOCK_FREE",
    "__CLANG_ATOMIC_CHAR_LOCK_FREE=__GCC_ATOMIC_CHAR_LOCK_FREE",
    "__CLANG_ATOMIC_CHAR16_T_LOCK_FREE=__GCC_ATOMIC_CHAR16_T_LOCK_FREE",
    "__CLANG_ATOMIC_CHAR32_T_LOCK_FREE=__GCC_ATOMIC_CHAR32_T_LOCK_FREE",
    "__CLANG_ATOMIC_WCHAR_T_LOCK_FREE=__GCC_ATOMIC_WCHAR_T_LOCK_FREE",
    "__CLANG_ATOMIC_SHORT_LOCK_FREE=__GCC_ATOMIC_SHORT_LOCK_FREE",
    "__CLANG_ATOMIC_INT_LOCK_FREE=__GCC_ATOMIC_INT_LOCK_FREE",
    "__CLANG_ATOMIC_LONG_LOCK_FREE=__GCC_ATOMIC_LONG_LOCK_FREE",
    "__CLANG_ATOMIC_LLONG_LOCK_FREE=__GCC_ATOMIC_LLONG_LOCK_FREE",
    "__CLANG_ATOMIC_POINTER_LOCK_FREE=__GCC_ATOMIC_POINTER_LOCK_FREE",
    "__malloc__(...)=__malloc__", /* the attribute, with what releases the memory */
    "__builtin_va_arg_pack()=0", "__builtin_va_arg_pack_len()=0", /* in functions that are always inlined */
    "_Float32=float", "_Float64=double", "_Float32x=double", "_Float64x=long double", "_Float128=__float128"
};
/* clang-format on */

/* The compiler's macros are those of the parse, so that its conditions are decided as it will. */
static void pass_macros(struct driver *d, const struct compiler *compiler)
{
    int gcc = 0, clang = 0;
    d->own_macros = d->input.argument_count;
    pass(d, "-undef");
    for (size_t i = 0; i < compiler->macro_count; i++) {
        bool is_long =
            has_prefix(compiler->macros[i], "__WCHAR_TYPE__=long"); /* gcc's of 32 bits: clang's literals are int */
        pass(d, is_long ? "-D__WCHAR_TYPE__=int" : arena_format(d->arena, "-D%s", compiler->macros[i]));
        if (has_prefix(compiler->macros[i], "__clang_major__="))
            clang = atoi(strchr(compiler->macros[i], '=') + 1);
        else if (has_prefix(compiler->macros[i], "__GNUC__="))
            gcc = atoi(strchr(compiler->macros[i], '=') + 1);
    }
    d->wanted = (struct warnings_wanted){ .gcc = clang ? 0 : gcc, .clang = clang };
    for (size_t i = 0; i < d->options->asked_count && (clang || gcc >= 14); i++) /* which have __has_feature */
        if (has_prefix(d->options->asked[i], "-fsanitize") || has_prefix(d->options->asked[i], "-fno-sanitize"))
            pass(d, d->options->asked[i]);
    for (size_t i = 0; !clang && i < sizeof missing_macros / sizeof *missing_macros; i++)
        pass(d, arena_format(d->arena, "-D%s", missing_macros[i]));
}

/*
 * gcc's options for the machine that clang does not know, or has not for that machine, are about code: which macros they
 * make gcc has said.
 */
static void drop_unknown(struct driver *d, const char *target)
{
    const char **known = NULL, **options = NULL;
    size_t count = 0, option_count = 0;
    arena_push(d->arena, options, option_count, target);
    for (size_t i = 0; i < d->input.argument_count; i++)
        if (has_prefix(d->input.arguments[i], "-m"))
            arena_push(d->arena, options, option_count, d->input.arguments[i]);
    if (option_count == 1 || clang_accepts(options, option_count))
        return;
    for (size_t i = 0; i < d->input.argument_count; i++) {
        const char *argument = d->input.arguments[i], *both[] = { target, argument };
        if (!has_prefix(argument, "-m") || clang_accepts(both, 2))
            arena_push(d->arena, known, count, argument);
    }
    d->own_macros -= d->input.argument_count - count;
    d->input.arguments = known;
    d->input.argument_count = count;
}

static bool pass_compiler(struct driver *d)
{
    const struct options *options = d->options;
    struct compiler compiler;
    if (!options->compiler)
        return true;
    if (!compiler_ask(&compiler, d->arena, options->compiler_words, options->compiler_count, options->asked,
                      options->asked_count)) {
        diag_failed(d->diagnostics, "%s", compiler.trouble);
        return false;
    }
    d->target = arena_format(d->arena, "--target=%s", compiler.target);
    pass(d, d->target);
    pass(d, "-nostdlibinc");
    for (size_t i = 0; i < compiler.include_count; i++) {
        pass(d, "-idirafter");
        pass(d, compiler.includes[i]);
    }
    if (compiler.macro_count)
        pass_macros(d, &compiler);
    if (d->wanted.gcc)
        drop_unknown(d, arena_format(d->arena, "--target=%s", compiler.target));
    return true;
}

static bool pass_resources(struct driver *d)
{
    const char *looked_in, *resources = resource_find(d->arena, d->options->resource_dir, &looked_in);
    if (!resources) {
        diag_failed(d->diagnostics,
                    "clang's own headers (include/stddef.h) were not found; install "
                    "libclang-common-dev or say where they are with -resource-dir; looked in:%s",
                    looked_in);
        return false;
    }
    pass(d, "-resource-dir");
    pass(d, resources);
    return true;
}

static bool prepare(struct driver *d)
{
    if (!read_input(d))
        return false;
    for (size_t i = 0; i < d->options->clang_count; i++)
        if (strcmp(d->options->clang[i], "-MF") == 0)
            i++; /* see pass_depfile */
        else if (!has_prefix(d->options->clang[i], "-MF"))
            pass(d, d->options->clang[i]);
    static const char *const ours[] = {
        "-xc", "-w", "-D__ASYNCC__=1", "-Qunused-arguments", "-Wno-unknown-warning-option",
        "-fbracket-depth=100000", /* how deep brackets nest is for the compiler to say: gcc has no limit */
        /* what gcc only warns of */
        "-Wno-error=implicit-function-declaration", "-Wno-error=int-conversion", "-Wno-error=implicit-int",
        "-Wno-error=incompatible-function-pointer-types", "-Wno-error=incompatible-pointer-types"
    };
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        pass(d, ours[i]);
    d->first_text = d->input.text;
    d->first_length = d->input.length;
    pass_depfile(d);
    if (!pass_resources(d) || !pass_compiler(d))
        return false;
    if (!d->wanted.clang) { /* of return statements, what gcc only warns of */
        pass(d, "-Wno-error=return-type");
        pass(d, "-Wno-error=return-mismatch");
    }
    struct warning_options warnings = { d->options->warnings, d->options->warning_count };
    if (!d->options->no_warnings)
        warnings_options(&d->input, d->arena, &warnings, &d->wanted);
    return true;
}

void translation_init(struct translation *t, const struct options *options, const char *input, const char *output)
{
    *t = (struct translation){ .options = options, .input = input, .output = output, .arena = arena_new() };
    diagnostics_init(&t->diagnostics, t->arena);
    t->diagnostics.no_warnings = options->no_warnings;
    for (size_t i = 0; i < options->warning_count; i++)
        diagnostics_option(&t->diagnostics, options->warnings[i]);
}

void translation_free(struct translation *t)
{
    arena_free(t->arena);
}

void driver_translate(struct translation *t)
{
    struct driver d = { .translation = t, .options = t->options, .arena = t->arena, .diagnostics = &t->diagnostics };
    d.expanded.arena = t->arena;
    struct unit *unit = prepare(&d) ? translate(&d) : NULL;
    if (unit && !t->diagnostics.errors) {
        write_output(&d, unit);
    }
    if (d.depfile_read)
        close(d.depfile_file);
    diagnostics_sort(&t->diagnostics);
    t->good = !t->diagnostics.errors;
}
