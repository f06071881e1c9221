/*
 * explain.h - the pages of docs/diagnostics, which are built in: one for each diagnostic of diag.def.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdbool.h>

/* The page of the diagnostic, Markdown; NULL when there is none of that name. */
const char *explain_page(const char *id);

/* Prints the page, or every id with what it is about. False when the id is unknown, which is said. */
bool explain_print(const char *id);
bool explain_list(void);

#endif
