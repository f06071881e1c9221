/* resource.h - finds libclang, and the directory of clang's own headers, without which nothing parses. */
#ifndef RESOURCE_H
#define RESOURCE_H

struct arena;

/* The directory given, of the environment, baked in, or beside the library; NULL when none has stddef.h. The places
 * looked at before it are listed in `*looked_in`, each with a blank before it. */
const char *resource_find(struct arena *arena, const char *given, const char **looked_in);

/* The library that this program runs with; NULL when it is not a file. */
const char *resource_library(struct arena *arena);

#endif
