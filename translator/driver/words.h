/*
 * words.h - the words of a command line, those in response files included.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct words {
    const char **at;
    size_t count;
};

/* With each @FILE replaced by the words in it, quoted as for GCC. False when files include each other, which is
 * said. */
bool words_expand(struct words *words, struct arena *arena, int argc, char **argv);

/* What -Wp,A,B and -Xpreprocessor A hand on to the preprocessor is taken as if it were said to the compiler. */
void words_hand_on(struct words *words, struct arena *arena);

/* A text's words, quoted as for a shell; a text that is the name of a program is one word. */
void words_split(struct words *words, struct arena *arena, const char *text);

/* The words as a list that ends with NULL. */
const char *const *words_ended(const struct words *words, struct arena *arena);

/* The words as one text, which a shell takes apart into them again. */
const char *words_join(struct arena *arena, const char *const *words, size_t count);

#endif
