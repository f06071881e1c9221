/*
 * report.h - what frames hold: the remarks of -Rframe and the warning of -Wlarge-frame.
 *
 * Sizes are those that clang gives the structs of the output, which is parsed for it: the runtime's own structures
 * are known there, and so is every byte of padding. A callee whose frame comes from the pool counts with the
 * pointer to it; its own frame is reported with its function, in whichever file that is.
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include <stddef.h>

struct diagnostics;
struct options;
struct unit;

/* Whether the options or a pragma of the file ask for it. */
bool report_is_wanted(const struct options *options, const struct diagnostics *diagnostics);

/* `output`: the parsed translation of the unit. */
void report_frames(struct unit *unit, const struct unit *output, const struct options *options,
                   struct diagnostics *diagnostics);

#endif
