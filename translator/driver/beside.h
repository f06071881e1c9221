/*
 * beside.h - what belongs to this program: the header and the library of its prefix, wherever that was moved, or of its
 * build.
 */
#ifndef BESIDE_H
#define BESIDE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Where <asyncc.h> is; NULL when it is not there, or is where compilers look by themselves. */
const char *beside_include(struct arena *arena);

/* Whether one of the directories has an <asyncc.h>, which then is the one that is meant. */
bool beside_is_said(struct arena *arena, const char *const *directories, size_t count);

/* libasyncc.a; NULL when it is not there. */
const char *beside_library(struct arena *arena);

/* The machine that it is for, as compilers' -dumpmachine begins. */
const char *beside_machine(void);

#endif
