/*
 * check.h - every rule that refuses or warns.
 *
 * Requires: the tree after dialect. Ensures: when no error was added, the passes that follow can translate
 * the file. It changes nothing.
 */
#ifndef CHECK_H
#define CHECK_H

struct diagnostics;
struct unit;

void check_unit(const struct unit *unit, struct diagnostics *diagnostics);

#endif
