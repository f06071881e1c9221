/* resource.h - finds the directory of clang's own headers, without which nothing parses. */
#ifndef RESOURCE_H
#define RESOURCE_H

struct arena;

/* The directory given, of the environment, baked in, or beside the library; NULL when none has stddef.h, which is
 * said, with the places looked at. */
const char *resource_find(struct arena *arena, const char *given);

#endif
