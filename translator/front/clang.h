/*
 * clang.h - the wall around libclang: parses a file and gives it as a tree of ours. Nothing behind it knows
 * clang's types; clang_internal.h is the only file that includes its headers.
 */
#ifndef CLANG_H
#define CLANG_H

#include "tree/tree.h"

#include <stdbool.h>
#include <stddef.h>

struct diagnostics;

struct clang_input {
    const char *path;
    const char *text; /* parsed in place of the file's own; NULL: the file */
    size_t length;
    const char **arguments; /* what the compiler would get */
    size_t argument_count;
    const char **warnings; /* -W options for the tree's warnings; see warnings.h */
    size_t warning_count;
    const char **system; /* system headers; not those whose text becomes a part of the text itself */
    size_t system_count;
};

/*
 * The file as a tree, in the arena. Errors of the source are added to the diagnostics, with clang's own words;
 * then the tree is not to be used. NULL when the file could not be parsed at all, which is said too.
 */
struct unit *clang_parse(struct arena *arena, const struct clang_input *input, struct diagnostics *diagnostics);

/* The names that #line gave the input at the offsets; see expand.c. */
const char **clang_presumed_names(struct arena *arena, const struct clang_input *input, const unsigned *offsets,
                                  size_t count);

/* Of a variable that may be read before it has a value. */
struct clang_warning {
    unsigned at;
    const char *variable;
};

/* A name in the text, and what it refers to: a variable, function, type, member or label. */
struct clang_name {
    unsigned at;       /* what a macro's body says: the invocation */
    unsigned declared; /* where, in its file */
    const char *name;
    enum { NAME_LOCAL, NAME_PARAMETER, NAME_FIELD, NAME_OF_FILE, NAME_ELSEWHERE } scope; /* ELSEWHERE: another file */
};

/* A jump in a function. */
struct clang_jump {
    unsigned at, target; /* a return's target is its function's end; of break and continue the loop or switch */
    enum { JUMP_RETURN, JUMP_GOTO, JUMP_LEAVE } kind;
    bool is_pending;   /* what it stands directly in asks whether something is ASYNCC_PENDING, */
    bool is_cancelled; /* or is not ASYNCC_DONE, or there was no memory for an array */
    bool is_dispatch;  /* it stands in a switch that is a statement of the function itself */
};

/* The address of an automatic object is taken: of a variable, by its place, or of a compound literal. */
struct clang_address {
    unsigned at;       /* of the object's name, or of the literal */
    unsigned taken_at; /* of the operator, or of the array that decays */
    unsigned declared; /* of a variable; a literal: `at` */
    bool is_literal;
    unsigned block_begin, block_end; /* what the object lives in: a variable's block or function, a literal's */
    unsigned loop;                   /* the outermost loop in that block that it stands in; or `at` */
    unsigned function_begin;
};

struct clang_extent {
    unsigned begin, end;
};

/* What clang knows of a text; see laws.h. */
struct clang_facts {
    struct clang_name *names; /* by their place; those of one place as clang finds them */
    size_t name_count;
    struct clang_warning *warnings;
    size_t warning_count;
    struct clang_jump *jumps;
    size_t jump_count;
    struct clang_extent *functions, *blocks; /* with bodies; from brace to brace */
    size_t function_count, block_count;
    struct clang_address *addresses;
    size_t address_count;
};

/* Parses the text that stands in the input's stead; NULL when that cannot be. */
const struct clang_facts *clang_facts(struct arena *arena, const struct clang_input *input);

/* What clang understood of a declaration that is in none of the input's system headers. */
struct clang_read {
    unsigned at;      /* in its file */
    const char *text; /* as clang prints it, macros expanded */
    struct clang_meaning {
        unsigned at, number; /* what a name at the place means: those of one declaration have one number, from 0 */
    } *meanings;             /* of what is declared or mentioned in it, in the order in which clang shows it */
    size_t meaning_count;
};

struct clang_reading {
    struct clang_read *declarations;
    size_t count;
};

/* Parses the input; NULL when that cannot be. */
const struct clang_reading *clang_reading(struct arena *arena, const struct clang_input *input);

/* Whether clang knows the options, such as a compiler's for the machine. */
bool clang_accepts(const char *const *options, size_t count);

const char *clang_version(void);

/* An address inside the library, to find out where it is. */
void *clang_library_address(void);

#endif
