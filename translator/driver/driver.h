/*
 * driver.h - translates one file: the order of the passes, and nothing of what they do.
 */
#ifndef DRIVER_H
#define DRIVER_H

#include "base/diag.h"

#include <stdbool.h>

struct options;

struct translation {
    const struct options *options;
    const char *input;  /* "-": standard input */
    const char *output; /* "-": standard output; NULL: nothing is written */
    struct arena *arena;
    struct diagnostics diagnostics; /* in order, with whatever kept it from being translated */
    bool good;
};

void translation_init(struct translation *translation, const struct options *options, const char *input, const char *output);
void translation_free(struct translation *translation);

/* When it is not good afterwards, no output was written. Several can run at once, each on a thread of its own. */
void driver_translate(struct translation *translation);

#endif
