/*
 * options.h - the command line.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct options {
    const char *input, *output; /* output: "-" is standard output; NULL with syntax_only */
    bool syntax_only, suspend_points, show_help, show_version;
    const char *dump;           /* pass after which the tree is printed */
    const char *resource_dir;
    const char **clang;         /* what libclang gets */
    size_t clang_count;
    const char **warnings;      /* -W options, without the "-W" */
    size_t warning_count;
    bool no_warnings;
    int colour;                 /* 1 always, 0 never, -1 on a terminal */
};

/* False when the line is unusable, which has been said. */
bool options_parse(struct options *options, struct arena *arena, int argc, char **argv);

void options_help(void);

#endif
