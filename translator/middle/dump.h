/*
 * dump.h - prints the tree as it is behind a pass, for people and for tests: the nodes of each declaration; of an async
 * function its locals, with type, home and purpose, its frame, with all that lies over each other in it, and its awaits, with
 * kind, state and what is spilled over them, as far as they are known there.
 */
#ifndef DUMP_H
#define DUMP_H

#include <stdio.h>

struct unit;

void dump_unit(struct unit *unit, FILE *stream);

#endif
