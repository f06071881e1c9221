/*
 * diag_print.h - diagnostics as people read them: the source line, a caret and what to write instead, as clang
 * prints them.
 */
#ifndef DIAG_PRINT_H
#define DIAG_PRINT_H

#include <stdbool.h>
#include <stdio.h>

struct diagnostics;

/* All of them, and a line with the counts. */
void diag_print(const struct diagnostics *diagnostics, FILE *stream, bool colour);

#endif
