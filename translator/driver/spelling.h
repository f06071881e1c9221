/*
 * spelling.h - an option of gcc's or clang's, however it is spelled: -DX, -D X, --define-macro X, --define-macro=X.
 */
#ifndef SPELLING_H
#define SPELLING_H

#include <stddef.h>

struct arena;
struct words;

struct spelling {
    const char *name;     /* "-D"; "-std=", whose argument follows the '='; the word, if no table has it */
    const char *argument; /* NULL: it has none, or it is missing */
    size_t count;         /* of words: 1, or more with those behind it */
};

/* The option whose first word is `words->at[at]`, which begins with '-'. It can have more words than there are. */
struct spelling spelling_read(const struct words *words, size_t at);

/* As gcc takes long words that are of no option by themselves: --machine-32 is -m32; of no other family, --x is -fx. */
const char *spelling_short(struct arena *arena, const char *word);

#endif
