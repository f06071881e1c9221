/*
 * depfile.h - what compilers write for Make.
 */
#ifndef DEPFILE_H
#define DEPFILE_H

#include <stdbool.h>

struct arena;

/* Names the one file where the depfile names the other. False, with errno set, when it cannot be read or written. */
bool depfile_rename(struct arena *arena, const char *depfile, const char *from, const char *to);

/*
 * Where the depfile names the translation, it names its source then, and the files whose text is in the translation, as
 * its #lines say. False, with errno set, likewise.
 */
bool depfile_correct(struct arena *arena, const char *depfile, const char *translation, const char *source);

#endif
