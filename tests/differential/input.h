/*
 * input.h - what asyncify and twins have in common: their command line, and the C file that libclang reads for them, whose
 * text they edit.
 */
#ifndef INPUT_H
#define INPUT_H

#include <clang-c/Index.h>
#include <stddef.h>
#include <stdio.h>

extern CXTranslationUnit unit;
extern CXFile main_file;
extern const char *text; /* of the file */
extern size_t text_size;

struct command {
    const char *program, *usage;
    const char *output, *input; /* output NULL: standard output */
    const char **flags;         /* clang's */
    int flag_count;
};

/* Prints the program's name, as command_read knows it, and what; ends with status 1. */
_Noreturn void die(const char *what);

/* [-o OUT] IN.c [CLANG FLAG...]; `own`, if it stands there, sets the flag. */
void command_read(struct command *command, int argc, char **argv, const char *own, int *flag);
/* Dies when libclang has errors. */
void command_parse(const struct command *command, unsigned options);
FILE *command_open(const struct command *command);

/* The offset in the main file; 0 if it is elsewhere. */
int place(CXSourceLocation location, unsigned *offset);
/* Where the cursor's text begins and ends in the main file; 0 if that is elsewhere. */
int span(CXCursor cursor, unsigned *begin, unsigned *end);

/* Whether what follows the call that ends there binds tighter than `await` does. */
int needs_parentheses(unsigned end);

#endif
