/*
 * pragma.h - `#pragma asyncc diagnostic`: push, pop, and ignored, warning or error with the name of a warning,
 * as `#pragma GCC diagnostic`. They hold from their line on, and are not in the output. And whether the file has any
 * `#pragma pack`, which must not hold for what asyncc declares.
 */
#ifndef PRAGMA_H
#define PRAGMA_H

#include <stdbool.h>

struct diagnostics;
struct unit;

/* Requires a parsed file. Takes the pragmas out of its text (unit->edits); when `said`, notes what they ask for in the
 * diagnostics and warns of those that it does not know. Sets unit->has_pack. */
void pragma_find(struct unit *unit, struct diagnostics *diagnostics, bool said);

#endif
