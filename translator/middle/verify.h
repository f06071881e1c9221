/*
 * verify.h - checks after each pass of the middle that it has ensured what it promises; see passes.def.
 *
 * A promise that is broken is an internal error, said in one line, and there is no output.
 */
#ifndef VERIFY_H
#define VERIFY_H

struct diagnostics;
struct function;
struct unit;

enum verify_pass {
#define FRONT(name, ensures)
#define PASS(name, function, ensures) VERIFY_##name,
#include "passes.def"
#undef FRONT
#undef PASS
    VERIFY_COUNT
};

/* What was ensured by the pass and those before it; what a later one takes back is not asked for. */
void verify_function(const struct unit *unit, const struct function *function, enum verify_pass pass,
                     struct diagnostics *diagnostics);

/* Every jump that clang shows in the function is in its tree. */
void verify_jumps(const struct unit *unit, struct diagnostics *diagnostics);

/* All that the passes put in the place of the user's text has been written. */
void verify_written(const struct unit *unit, struct diagnostics *diagnostics);

#endif
