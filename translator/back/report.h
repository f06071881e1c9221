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
struct unit;

/* Whether an option or a pragma of the file asks for it. `remarks`: -Rframe. */
bool report_is_wanted(bool remarks, const struct diagnostics *diagnostics);

/* `output`: the parsed translation of the unit; `limit`: of -Wlarge-frame, 0: not said. */
void report_frames(struct unit *unit, const struct unit *output, bool remarks, unsigned long limit,
                   struct diagnostics *diagnostics);

#endif
