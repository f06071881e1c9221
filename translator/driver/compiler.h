/*
 * compiler.h - what a C compiler says about itself: the machine it compiles for, where its system's headers are, and
 * which macros it defines, so that libclang parses what the compiler will compile.
 */
#ifndef COMPILER_H
#define COMPILER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct compiler {
    const char *target;    /* such as aarch64-linux-gnu */
    const char **includes; /* without the compiler's own headers, in order */
    size_t include_count;
    const char *version; /* the line that says it */
    const char **macros; /* "NAME=BODY" of each that it defines by itself or by the flags */
    size_t macro_count;  /* 0: it does not say */
    bool has_list;       /* of includes; without -nostdinc, there is something in it */
    const char *trouble;
};

/* Asks the command, of `count` words, with the flags, which write nothing: false when there is no such program, or it does
 * not answer as gcc and clang do; `trouble` then says so. */
bool compiler_ask(struct compiler *compiler, struct arena *arena, const char *const *command, size_t count,
                  const char *const *flags, size_t flag_count);

#endif
