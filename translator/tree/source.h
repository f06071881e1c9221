/*
 * source.h - the text of a file: its lines and tokens, the files and macros that take part in it, and what the output spells
 * otherwise. The front makes it; behind that only edits are added.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct decl;
struct node;
struct place;
struct unit;

struct extent {
    unsigned begin, end;
};

enum token_kind { TOKEN_PUNCTUATION, TOKEN_KEYWORD, TOKEN_IDENTIFIER, TOKEN_LITERAL, TOKEN_COMMENT };
struct token {
    unsigned begin, end;
    enum token_kind kind;
};
enum { TOKENS_NEAR = 16 }; /* they are asked for by offset more often than all else */

/* From `offset` on, at the start of a line, the text says that it is this line of this file: #line and what splice.c
 * writes; the first is the file itself. */
struct line_mark {
    unsigned offset, index; /* of the line, among unit->lines */
    const char *path;
    unsigned line;
};

/* A file that takes part: the one translated, which is the first, or one that it includes. For splice.c. */
struct source {
    const char *path; /* as libclang found it */
    bool is_system;
    bool is_standard;               /* and in none of the directories that the command line names */
    const struct line_mark *system; /* from there on it says that it is the system's, or NULL */
    bool is_torn;                   /* a function begins or ends in it that ends or begins elsewhere */
    const struct place *why;        /* the first place in it that has to be translated, or NULL */
    bool is_spliced;
};

/* An #include that the preprocessor saw. */
struct include {
    struct source *in, *file;
    unsigned begin, end; /* from the # to the end of the name */
    const char *name;    /* without quotes */
};

/* One time that it entered a file. */
struct inclusion {
    struct source *file;
    struct inclusion *parent; /* NULL for the first file, and for those that the command line includes */
    unsigned at;              /* in the parent, inside the directive */
};

struct invocation {
    unsigned begin, end;
    bool is_dialect; /* of a macro of asyncc.h */
    bool must_expand;
    bool counts;                 /* in an async function: see counter.h */
    bool has_hash;               /* makes strings or tokens of its arguments */
    bool says_async, says_await; /* in its definition */
    const char *last;            /* of its definition, when that ends in a name: it; of a parameter "" */
    unsigned probe;              /* for expand: where in its text the expansion is asked for */
    unsigned whole_end;          /* behind its arguments; of the dialect's, `end` is behind the name */
    unsigned tries;              /* for expand: with how much text it was asked for */
    unsigned own_begin, own_end; /* for expand, when it stands for its statement: of the macro itself; else 0 */
};

/* A macro was expanded at the offset, as itself or in another's argument. */
struct mention {
    unsigned at;
    const char *name;
    bool has_names;  /* in its definition, which can be macros */
    bool has_layout; /* a _Pragma of packing.h, perhaps */
    bool is_empty;   /* nothing is in its definition but names, perhaps, that may be empty macros */
};

/* A definition of a macro: in skipped text, or of one that may depend on such; see alternatives.h. */
struct definition_text {
    const char *name;
    const char *text; /* behind the name: parameters and body */
    bool is_skipped, is_standard;
    bool is_own;     /* the compiler's, or the command line's */
    bool is_parsers; /* of a header of the parser's own: each compiler has it in its own way */
    bool is_default; /* it stands behind `#ifndef` of its own name */
    unsigned at;     /* its offset, or that of the main file's #include that leads to it; 0: the command line's */
};

/* A word that a #pragma forbids from there on. */
struct poisoned {
    const char *name;
    const struct place *place;
    unsigned at; /* in the main file; 0: in one that is included */
};

/* A name of translations' or of the runtime's that a file of the user's gives. */
struct reserved {
    const char *name;
    const struct place *place;
};

/* There a directive defines or undefines the macro, in the main file or in one that it includes there. */
struct macro_change {
    const char *name;
    size_t length;
    unsigned at;
};

struct edit {
    unsigned begin, end;
    const char *text;
    bool leaves; /* what is written there stands elsewhere; the text is ours, of its place */
};

/* ---- places ---- */
/* Of `count` items in the order of an offset that each has at `at`, the index of the first that has not a smaller one. */
static inline size_t first_from(const void *items, size_t count, size_t size, size_t at, unsigned offset)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        unsigned has;
        memcpy(&has, (const char *)items + middle * size + at, sizeof has);
        if (has < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
#define FIRST_FROM(items, count, member, offset) \
    first_from(items, count, sizeof *(items), offsetof(__typeof__(*(items)), member), offset)

struct place unit_place(const struct unit *unit, unsigned begin, unsigned end); /* see diag.h; in the user's text */
const char *unit_shown_name(const struct unit *unit, const struct decl *decl);  /* as the user wrote it */
/* The file and the line, from 1, that the text at the offset says it is. */
const char *unit_path(const struct unit *unit, unsigned offset);
unsigned unit_line(const struct unit *unit, unsigned offset);
/* The line as one of that file: what stands in a file included there is in the line of the #include. */
unsigned unit_line_in(const struct unit *unit, const char *path, unsigned offset);
unsigned unit_line_start(const struct unit *unit, unsigned offset);          /* the offset of its first byte */
const struct line_mark *unit_mark(const struct unit *unit, unsigned offset); /* the last at or before the offset */
/* The tokens are those that there are. */
void unit_index_tokens(struct unit *unit);
/* Among unit->tokens, the first that begins at or behind the offset. */
size_t unit_token_index(const struct unit *unit, unsigned offset);
/* The first token at or after the offset that is no comment; NULL at the end. */
const struct token *unit_token(const struct unit *unit, unsigned offset);
/* The last token that ends at or before the offset and is no comment. */
const struct token *unit_token_before(const struct unit *unit, unsigned offset);
/* The end of the token that the byte belongs to. */
unsigned unit_token_end(const struct unit *unit, unsigned offset);
/* Of a name, however it is spelled: in several lines, or with \u00e9 for what it stands for. */
bool token_is(const struct unit *unit, const struct token *token, const char *spelling);
/* That spelling, in the arena. */
const char *token_word(const struct unit *unit, const struct token *token);
/* The length of what joins a token's lines there: backslashes, or trigraphs for them, at the ends of lines. */
size_t token_splices(const char *at, const char *end);
/* By an #if and the like. */
bool unit_is_skipped(const struct unit *unit, unsigned offset);
/* The invocation that covers the offset, or NULL. */
struct invocation *unit_invocation(const struct unit *unit, unsigned offset);
bool unit_has_mention(const struct unit *unit, unsigned offset); /* exactly there */

/* The words of the user's text are spelled otherwise in the output. */
void unit_add_edit(struct unit *unit, unsigned begin, unsigned end, const char *text);
/* They leave their place, where the text stands instead. */
void unit_add_leaving(struct unit *unit, unsigned begin, unsigned end, const char *text);

/* The name of a member, behind a dot or an arrow. */
bool unit_is_member(const struct unit *unit, const struct token *token);

/* The bracket that closes the one that the token opens, of whichever kind; NULL if there is none. */
const struct token *unit_closing(const struct unit *unit, const struct token *open);
/* The bracket that opens the first dimension behind the declared name; NULL if there is none, or a macro spells the name. */
const struct token *unit_dimension(const struct unit *unit, const struct decl *decl);
/* And the one that opens the dimension behind the token, which closes another one. */
const struct token *unit_next_dimension(const struct unit *unit, const struct token *token);

/* Whether the offset is behind a whole statement: its semicolon is no part of its node. */
bool unit_is_statement_over(const struct unit *unit, unsigned offset);

/* What stands between a block's braces, which may be digraphs; declarations of labels come before all else. */
unsigned unit_inner_begin(const struct unit *unit, const struct node *block);
unsigned unit_inner_end(const struct unit *unit, const struct node *block);

#endif
