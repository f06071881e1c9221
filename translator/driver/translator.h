/*
 * translator.h - where the program asyncc-translate is.
 */
#ifndef TRANSLATOR_H
#define TRANSLATOR_H

struct arena;

/* Beside this program, wherever both were moved to; its bare name, for PATH, when the system does not tell. */
const char *translator_path(struct arena *arena);

#endif
