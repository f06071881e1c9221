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

#endif
