/*
 * diag.h - what is said about the user's files: kept in a list, printed in order with the source line and a
 * caret, as clang prints. Knows ids, names of warnings and places; knows no rule.
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum diag_id {
#define DIAG(id, severity, option, text) DIAG_##id,
#include "diag.def"
#undef DIAG
    DIAG_COUNT
};

/* A place in a file. */
struct place {
    const char *path;
    const char *text; /* of the file; NULL when it cannot be shown */
    size_t length;
    unsigned begin, end; /* bytes; the caret stands at begin */
    unsigned line, column;
};

struct diagnostic;

struct diagnostics {
    struct arena *arena;
    struct diagnostic **items;
    size_t count, errors, warnings;
    /* Per id: what -W options made of it. */
    signed char disabled[DIAG_COUNT], fatal[DIAG_COUNT];
    bool all_fatal, no_warnings;
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena);

/* Says it; the text of diag.def is a printf format. A warning that is switched off is not kept. */
struct diagnostic *diag(struct diagnostics *diagnostics, enum diag_id id, const struct place *place, ...);

/* Says what somebody else worded: clang's own messages, given line and column. */
struct diagnostic *diag_foreign(struct diagnostics *diagnostics, enum severity severity,
                                const struct place *place, const char *message);

/* Replaces the bytes from begin to end by the text, as a hint below the last one said. */
void diag_fixit(struct diagnostics *diagnostics, struct diagnostic *of, unsigned begin, unsigned end,
                const char *text);
/* A note below. */
void diag_note(struct diagnostics *diagnostics, struct diagnostic *of, const struct place *place,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The -W option without its "-W": false when the name is not one of ours. */
bool diagnostics_option(struct diagnostics *diagnostics, const char *option);

/* Prints all, in the order of their places, and a line with the counts. */
void diagnostics_print(struct diagnostics *diagnostics, FILE *stream, bool colour);

#endif
