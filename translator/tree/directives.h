/*
 * directives.h - the preprocessing directives of a text, found by the rules of C's first three phases of translation:
 * no comment, literal or continued line is taken for one. Whether a condition lets them count is not known here.
 */
#ifndef DIRECTIVES_H
#define DIRECTIVES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct directive {
    const char *text;        /* the whole */
    unsigned begin;          /* of the # */
    unsigned name, name_end; /* name and name_end are the same when it has none */
    unsigned end;            /* of its last word; a comment may follow */
};

struct directives {
    struct arena *arena;
    const char *text;
    size_t length;
    unsigned at;
    bool line_start;        /* nothing but blanks and comments stands before `at` on its line */
    unsigned counted, line; /* the line that `counted` stands in, by #line */
    const char *path;
    unsigned once_begin, once_end; /* a _Pragma("once") before `at`, which is no directive; 0: there was none */
};

struct directives directives_of(struct arena *arena, const char *text, size_t length);

/* The next one; false at the end. */
bool directives_next(struct directives *scan, struct directive *directive);

/* The line that the end of the last one stands in, and the file, as the #lines before it say; NULL: they do not. */
unsigned directives_line(const struct directives *scan);
const char *directives_path(const struct directives *scan);

bool directive_is(const struct directive *directive, const char *name);
/* The first word behind the name, when that is a name. */
const char *directive_argument(const struct directive *directive, unsigned *length);

/* The macro that it defines or undefines, pushes or pops; NULL if it does nothing of these. */
const char *directive_macro(const struct directive *directive, unsigned *length);

struct extent;

/* The words behind the name: names and numbers, literals, single characters; how many there are, at most `room`. */
size_t directive_words(const struct directive *directive, struct extent *words, size_t room);

/* #pragmas that only included files may have. */
bool directive_is_once(const struct directive *directive);
bool directive_is_system_header(const struct directive *directive);

/* Whether the file is entered once only, as far as its text tells. */
bool directives_once(struct arena *arena, const char *path);
/* Whether it says what some macro is, or may include what does. */
bool directives_say(struct arena *arena, const char *path);

#endif
