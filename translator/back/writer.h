/*
 * writer.h - the output's text, and #line in both directions: text of the user's carries the user's lines,
 * generated text those of the output. Knows lines and files, no C beyond that.
 */
#ifndef WRITER_H
#define WRITER_H

#include "base/arena.h"

#include <stdbool.h>

struct unit;

/* Bytes of the output that stand for bytes of the user's file; in the order of the output. None: a line begins there
 * that is the user's. */
struct origin {
    unsigned at, length; /* in the output */
    unsigned begin, end; /* in the user's file */
    bool is_copy;        /* they are the same bytes; else what is said instead of them */
};

struct writer {
    const struct unit *unit;
    const char *output; /* name that generated lines are said to be in */
    struct text text;
    unsigned line;         /* of the output, being written */
    unsigned said;         /* the line that the compiler takes this one for */
    const char *said_path; /* in this file of the user's; NULL: in the output */
    struct origin *origins;
    size_t origin_count;
    size_t seam; /* where the text was when a seam was made */
};

void writer_init(struct writer *writer, const struct unit *unit, const char *output);

bool writer_at_line_start(const struct writer *writer);
void writer_newline(struct writer *writer);

/* Begins a line that belongs to the user's line at the offset, or to the output; goes to a new one if need be. */
void writer_user_line(struct writer *writer, unsigned offset);
void writer_own_line(struct writer *writer);

void writer_put(struct writer *writer, const char *text);
/* As it is, though it may have words that are macros of the user's: of a directive. */
void writer_verbatim(struct writer *writer, const char *text);
void writer_format(struct writer *writer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Copies bytes of the user's file, with unit->edits made. Each token is where the output says that it is in the user's
 * line, except inside the parentheses of a macro; with `sync`, so are comments and blanks that begin a line.
 */
void writer_copy(struct writer *writer, unsigned begin, unsigned end, bool sync);

/* The same of text that has left its place. */
void writer_copy_moved(struct writer *writer, unsigned begin, unsigned end);

/* The same of a name that is said a second time, in whatever line. */
void writer_mention(struct writer *writer, unsigned begin, unsigned end);

/*
 * Here text of the user's ends and what stands in the place of its next token begins, or the other way round: words do not
 * grow together, as those of __extension__({ ... }) and of its value would.
 */
void writer_seam(struct writer *writer);

/* Writes the text in the place of those bytes of the user's: the same name, spelled otherwise. */
void writer_instead(struct writer *writer, unsigned begin, unsigned end, const char *text);

/* What was written from `at` on stands for those bytes of the user's, as a declaration for the declared name. */
void writer_stands_for(struct writer *writer, size_t at, unsigned begin, unsigned end);

/* Where the byte of the output comes from: the last origin that begins at or before it, or NULL. */
const struct origin *writer_origin(const struct writer *writer, unsigned at);

#endif
