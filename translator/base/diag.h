/*
 * diag.h - what is said about the user's files, kept in a list. Knows ids, names of warnings, what options and
 * pragmas make of them, and places; knows no rule, and not how they are printed.
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum severity { SEVERITY_NOTE, SEVERITY_REMARK, SEVERITY_WARNING, SEVERITY_ERROR };

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

struct fixit {
    unsigned begin, end; /* bytes of the place's file */
    const char *text;
};

struct diagnostic {
    enum severity severity;
    const char *id;  /* as `asyncc --explain` takes it; NULL: clang's, or not about a source */
    const char *tag; /* what stands in brackets behind the message: the id, or the -W option; or NULL */
    struct place place;
    const char *message;
    struct fixit fixit;
    bool has_fixit;
    struct diagnostic *note; /* the first below */
    size_t order;
};

/* What becomes of a warning. DEFAULT, of a pragma: what the options say. */
enum diag_level { LEVEL_DEFAULT, LEVEL_IGNORED, LEVEL_WARNING, LEVEL_ERROR };

struct diag_pragma {
    unsigned begin; /* holds from there on */
    enum diag_id id;
    enum diag_level level;
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic **items;
    size_t count, errors, warnings;
    enum diag_level levels[DIAG_COUNT]; /* by the -W options */
    bool never_fatal[DIAG_COUNT];       /* -Wno-error= */
    bool all_fatal, no_warnings;
    const char **options; /* -Werror=NAME and -Wno-error=NAME, without the -W, of warnings that are not ours */
    size_t option_count;
    struct place pragma_place; /* the last; its file is theirs */
    struct diag_pragma *pragmas;
    size_t pragma_count;
};

/* The id as users write it: CALL_WITHOUT_AWAIT is "call-without-await". */
const char *diag_name(struct arena *arena, enum diag_id id);

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena);

/* Says it; the text of diag.def is a printf format. A warning that is switched off is not kept. */
struct diagnostic *diag(struct diagnostics *diagnostics, enum diag_id id, const struct place *place, ...);

/* Says what somebody else worded: clang's own messages, given line and column. */
struct diagnostic *diag_foreign(struct diagnostics *diagnostics, enum severity severity, const struct place *place,
                                const char *message);

/* A warning that somebody else worded, with its notes; the name is that of the -W option, the groups, NULL or narrower first, make an error of it, too. Takes it over. */
void diag_foreign_warning(struct diagnostics *diagnostics, const char *option, const char *const *groups, size_t group_count,
                          struct diagnostic *warning);

/* What is no complaint, and was asked for by an option, the tag. */
void diag_remark(struct diagnostics *diagnostics, const char *tag, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* What has no place in a source: a file that cannot be read or written. */
struct diagnostic *diag_failed(struct diagnostics *diagnostics, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A mistake of ours, found by one of our own checks: the text says which; a sentence on what to do follows it. */
void diag_internal(struct diagnostics *diagnostics, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Replaces the bytes from begin to end by the text, as a hint below the last one said. */
void diag_fixit(struct diagnostics *diagnostics, struct diagnostic *of, unsigned begin, unsigned end, const char *text);
/* A note below. */
void diag_note(struct diagnostics *diagnostics, struct diagnostic *of, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The -W option without its "-W": false when the name is not one of ours. */
bool diagnostics_option(struct diagnostics *diagnostics, const char *option);

/* Whether the warning is said anywhere. */
bool diagnostics_is_on(const struct diagnostics *diagnostics, enum diag_id id);

/* The id of a warning by its -W name. */
bool diagnostics_warning(const char *name, enum diag_id *id);

/* From this place of the file on the warning is at that level. Called in the order of the places. */
void diagnostics_pragma(struct diagnostics *diagnostics, const struct place *place, enum diag_id id, enum diag_level level);

/* Into the order of their places. */
void diagnostics_sort(struct diagnostics *diagnostics);

#endif
