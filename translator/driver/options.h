/*
 * options.h - the command line.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum action { ACTION_TRANSLATE, ACTION_HELP, ACTION_VERSION, ACTION_EXPLAIN, ACTION_DOCTOR };
enum diagnostics_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF };

struct options {
    enum action action;
    const char *explain; /* id of the diagnostic; NULL: list them */
    const char **inputs; /* "-" is standard input */
    size_t input_count;
    const char *output;   /* "-" is standard output; a directory for several inputs; NULL: nothing is written */
    unsigned jobs;        /* translations at once; 0: as many as there are processors */
    const char *language; /* of -x, or NULL */
    bool syntax_only, suspend_points;
    bool verify;      /* --verify, and debug builds: all laws are checked, see laws.h */
    const char *dump; /* pass after which the tree is printed */
    const char *resource_dir;
    const char *compiler;        /* the one whose target and headers the output is for, or NULL */
    const char **compiler_words; /* it, and its first arguments */
    size_t compiler_count;
    const char **clang; /* what libclang gets */
    size_t clang_count;
    const char **asked; /* what the compiler gets, when it is asked: all that may define macros or choose a machine */
    size_t asked_count;
    bool depfile, depfile_target; /* -MD or -MMD, -MT or -MQ are among those */
    const char *depfile_name;     /* of -MF */
    const char **warnings;        /* -W options, without the "-W" */
    size_t warning_count;
    bool no_warnings;
    bool remark_frames;        /* -Rframe */
    unsigned long large_frame; /* bytes of -Wlarge-frame=; 0: not said */
    enum diagnostics_format format;
    bool launched; /* by `asyncc cc`: the compiler speaks after us */
    int colour;    /* 1 always, 0 never, -1 on a terminal */
};

/* False when the line is unusable, which has been said. Launched: unknown options are for the compiler to judge. */
bool options_parse(struct options *options, struct arena *arena, int argc, char **argv, bool launched);

#endif
