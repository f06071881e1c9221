/*
 * pragmas.h - what the file's pragmas say, in order: those of directives and those of _Pragma that stand in its text.
 */
#ifndef PRAGMAS_H
#define PRAGMAS_H

#include "directives.h"

struct unit;

/* Words of a pragma, without #pragma. */
struct pragma {
    unsigned at;
    const char *words[12]; /* more than any has that is asked for */
    size_t count;
};

struct pragmas {
    const struct unit *unit;
    struct directives scan;
    size_t token; /* among the unit's, where the next _Pragma is looked for */
    struct pragma directive, word;
    bool has_directive, has_word;
};

struct pragmas pragmas_of(const struct unit *unit);

/* The next one that counts; false at the end. */
bool pragmas_next(struct pragmas *pragmas, struct pragma *pragma);

#endif
