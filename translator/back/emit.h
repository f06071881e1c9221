/*
 * emit.h - the output: the user's text with the async functions in it replaced.
 *
 * Requires: everything before. Decides nothing; see emit.c for the shape of what it writes.
 */
#ifndef EMIT_H
#define EMIT_H

struct unit;
struct writer;

void emit_unit(struct unit *unit, struct writer *writer);

#endif
