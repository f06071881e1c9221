/*
 * laws.h - what every translation has to keep, checked on each one: that it means what its source means. The checks
 * compare the source as it was parsed with the output as it was written; they know the language and nothing of how
 * the passes work, so that a fault of theirs is found whatever it comes from. A law that is broken is an internal
 * error, and there is no output.
 *
 *     text      no text is lost or doubled                      law_text.c
 *     lines     text is in the line that it has in the source   law_lines.c
 *     names     each name refers to what it referred to         law_names.c
 *     exits     no way out misses a defer                       law_exits.c
 *     places    what is pointed to stays where it is            law_places.c
 *     homes     every local that is read has a value            law_homes.c
 *
 * Where the source was read again, as another text, text and names are compared with the first one: law_rounds.c.
 */
#ifndef LAWS_H
#define LAWS_H

#include <stdbool.h>

struct clang_input;
struct diagnostics;
struct laws;
struct unit;
struct writer;

/* Takes down what the source says. Requires the tree as dialect.c leaves it, before a pass changes it. */
struct laws *laws_of(struct unit *unit);

/* The source is read again: its text must be the same but for what had to change; false: it is not, which is said. */
bool laws_reread(const struct unit *before, const struct unit *after, struct diagnostics *diagnostics);

/*
 * Says what is broken, at most once a law. `all`: also those laws for which source and output are parsed once more. The
 * input is the text that was read last; `first` the one that was read first, or NULL if that is the same.
 */
void laws_check(struct laws *laws, const struct writer *writer, const struct clang_input *input,
                const struct clang_input *first, struct diagnostics *diagnostics, bool all);

#endif
