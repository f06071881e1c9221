/*
 * depfile.h - what compilers write for Make: the text of it.
 */
#ifndef DEPFILE_H
#define DEPFILE_H

#include <stdbool.h>

struct arena;
struct text;

/* Without that file. */
void depfile_omit(struct arena *arena, struct text *depfile, const char *name);

/*
 * Where it names the translation, it names its source then, and the files whose text is in the translation, as its #lines
 * say. False, with errno set, when the translation cannot be read.
 */
bool depfile_correct(struct arena *arena, struct text *depfile, const char *translation, const char *source);

#endif
