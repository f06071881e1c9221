/*
 * launch.h - shared by the launcher's files: what the command line says, and what is done with it.
 */
#ifndef LAUNCH_H
#define LAUNCH_H

#include "dependencies.h"
#include "scan.h"
#include "words.h"
#include "workspace.h"

#include <stdbool.h>
#include <stddef.h>

enum mode { MODE_LINK, MODE_COMPILE, MODE_ASSEMBLE, MODE_PREPROCESS, MODE_CHECK, MODE_DEPENDENCIES };

struct source {
    size_t word;
    bool is_c, is_async;
    const char *read;       /* where its text is */
    int fed;                /* the text of what has a name and can be read once: it goes through it again; -1 */
    struct workspace place; /* of the translation */
    const char *generated;  /* its name */
    const char *depfile;    /* where it is to be; NULL: there is none, or it is the product's place, which that one takes */
};

struct launch {
    struct arena *arena;
    char **given; /* the arguments as they are */
    const char **compiler;
    size_t compiler_count;
    struct words words; /* behind the compiler, response files expanded */
    enum mode mode;
    const char *output;    /* -o */
    bool has_empty_output; /* -o "", which is none to clang */
    struct dependencies dependencies;
    size_t compiled_count; /* how many sources are C */
    bool keep, is_serial;
    bool has_header;                       /* one to precompile is among the sources */
    bool show;                             /* --show: the commands are said, not run */
    bool is_own, is_library, has_language; /* -lasyncc or the like, what is no program, -x: see launch_link.c */
    bool is_static;                        /* -static */
    struct words libraries;                /* the directories of -L */
    struct scan_options headers;
    const char *include;          /* the directory of the <asyncc.h> that no option says, until it is said */
    const char *said_include;     /* C_INCLUDE_PATH, if it is ours */
    const char *sysroot, *prefix; /* --sysroot, -iprefix */
    bool has_own_headers;         /* -nostdinc */
    bool is_split;                /* -I-: a source's directory is not its own for #include "..." */
    struct source *sources;
    size_t source_count, async_count;
    int status, signal;
};

/* ---- launch_line.c ---- */

/*
 * The words that say how to compile: "gcc", or "ccache", "gcc", or "gcc -m32" in one; none: $ASYNCC_CC, or cc. They are taken
 * from the front; how many there are, or -1 when there is no such compiler, which is said.
 */
int launch_find_compiler(struct launch *l, int argc, char **argv);
/* Behind a `--`, which clang has, all words are sources: it goes, and they are spelled so that none looks like an option. */
void launch_end_options(struct launch *l);
void launch_read_words(struct launch *l);
/* What changes which headers are read; where they are is settled then by launch_find_headers. */
void launch_read_headers(struct launch *l);
void launch_find_headers(struct launch *l);
/* An option of the translator's that compilers do not know: "-Wno-blocking-call". */
bool launch_is_ours(struct arena *arena, const char *item);

/* ---- launch_async.c ---- */

/* Which of the sources are async. What can be read once has been read then, and can be read again. */
void launch_find_async(struct launch *l);
bool launch_is_input(const struct launch *l, const struct source *source);
/* For a child that reads sources: another writes the texts when somebody opens them, or ends with this process. */
void launch_feed(const struct launch *l);
/* Adds the compiler's flags, without sources and what is about output. */
void launch_add_flags(const struct launch *l, struct words *words);

/* ---- launch_translate.c ---- */

/* The object, or whatever else becomes of the source; NULL when it is no file. */
const char *launch_product(const struct launch *l, const struct source *source);
/* What the source's depfile says that is made of it, unless the command line says it. */
const char *launch_target(const struct launch *l, const struct source *source);
/* Where the source's depfile is to be; NULL as in struct source. */
const char *launch_depfile(const struct launch *l, const struct source *source);
/* The number tells those of one product apart. False when it failed, which is said. */
bool launch_translate(struct launch *l, struct source *source, size_t number);
/* Removes the translation. */
void launch_clean(const struct launch *l, struct source *source);

/* ---- launch_compile.c ---- */

/* Runs the compiler for one of several sources, or with `only` NULL for all. */
void launch_compile(struct launch *l, const struct source *only);

/* ---- launch_link.c ---- */

/* Adds the runtime to what is linked, unless the user says another, or that this is no whole program. */
void launch_add_runtime(struct launch *l, struct words *words);

/* ---- launcher.c ---- */

/* Adds a word; or those of the compiler. */
void launch_add(const struct launch *l, struct words *words, const char *word);
void launch_add_compiler(const struct launch *l, struct words *words);

/* Becomes the command; with --show, it is said, as a shell takes it. */
int launch_become(const struct launch *l, const struct words *command);
/* Runs the body in a child; false when it failed, and the status is kept. */
bool launch_run(struct launch *l, int (*body)(void *data), void *data);

#endif
