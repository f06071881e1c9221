/* dump.h - prints the tree as it is between two passes, for people and for tests. */
#ifndef DUMP_H
#define DUMP_H

#include <stdio.h>

struct unit;

void dump_unit(const struct unit *unit, FILE *stream);

#endif
