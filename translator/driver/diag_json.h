/*
 * diag_json.h - diagnostics as programs read them: GCC's JSON, and SARIF 2.1.0.
 */
#ifndef DIAG_JSON_H
#define DIAG_JSON_H

#include <stddef.h>
#include <stdio.h>

struct diagnostics;

/* Those of `count` translations as one document, on one line. */
void diag_json(struct diagnostics *const *all, size_t count, FILE *stream);
void diag_sarif(struct diagnostics *const *all, size_t count, FILE *stream);

#endif
