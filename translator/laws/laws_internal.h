/* laws_internal.h - shared by laws.c and the laws. */
#ifndef LAWS_INTERNAL_H
#define LAWS_INTERNAL_H

#include "front/clang.h"
#include "laws.h"
#include "tree/tree.h"
#include "back/writer.h"

#include <stddef.h>

/* The body of an async function, as it was parsed. */
struct law_body {
    const char *name;
    const struct function *function;
    unsigned begin, end;
    size_t first, last; /* of unit->tokens: those inside */
};

/* What is to become of a token, see law_text.c. */
enum fate {
    FATE_OTHER, /* outside of async functions, comments */
    FATE_KEPT,
    FATE_MAY_GO,
    FATE_CALLEE, /* of an async call: said again to announce it, or the name of another function in its stead */
    FATE_GOES,   /* the word of an await or a defer, which only a translation understands */
    FATE_RETURNS /* `return`, which goes where the function returns by the state of its task */
};

/* A defer of the source. */
struct law_defer {
    unsigned begin, statement, end; /* of the word, of its statement, behind that */
    unsigned block_end;             /* of the block that it is for */
};

/* A declaration of the output that the translator made, and what it stands for. */
struct law_pair {
    unsigned output, source;
};

struct laws {
    struct unit *unit;
    struct law_body *bodies;
    size_t body_count;
    struct law_defer *defers;
    size_t defer_count;
    unsigned char *fates; /* of each token: enum fate */
    /* while they are checked */
    const struct writer *writer;
    struct diagnostics *diagnostics;
    struct law_pair *pairs;
    size_t pair_count;
    const struct clang_facts *source, *output; /* NULL where they are not looked at */
    const struct clang_reading *first, *last; /* of the source's texts; NULL where there is one, or they are not looked at */
};

/* Says that the law is broken at the place of the source. */
void law_broken(struct laws *laws, const char *law, unsigned begin, unsigned end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Where the byte of the output comes from; false: it is the translator's own. */
bool law_source(const struct laws *laws, unsigned at, unsigned *source);

/* Text of the token, in the arena. */
const char *law_word(const struct laws *laws, const struct token *token);

void law_text_begin(struct laws *laws);
void law_text(struct laws *laws);
void law_lines(struct laws *laws);
void law_exits_begin(struct laws *laws);
void law_exits(struct laws *laws);
void law_homes(struct laws *laws);
void law_places(struct laws *laws);
void law_names(struct laws *laws);
void law_rounds(struct laws *laws);

#endif
