/*
 * poison.h - what `#pragma GCC poison` of the user's forbids, and the output must not say behind it.
 */
#ifndef POISON_H
#define POISON_H

struct diagnostics;
struct unit;
struct writer;

/*
 * Says which such words the generated text has. Those that the output can do without, names.c has not chosen; the rest are
 * keywords and names of the runtime's, and without this it would be the compiler who complains, of text that nobody wrote.
 */
void poison_check(const struct unit *unit, const struct writer *writer, struct diagnostics *diagnostics);

#endif
