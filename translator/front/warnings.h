/*
 * warnings.h - compilers' warnings of async functions that they cannot give of the translation, or not in the user's terms and
 * at the user's column, as clang gives them of the source: they are said once, here, and the compile of the translation is
 * told not to.
 *
 * What is asked for is what the command line asks the compiler for: its -W options go to libclang, those that a warning of
 * gcc's has another name for by clang's name, and of what clang says the warnings listed in warnings.c are taken. Unless
 * clang compiles they are on and off as with gcc; where gcc does they are called by gcc's name.
 */
#ifndef WARNINGS_H
#define WARNINGS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct clang_input;
struct diagnostics;
struct function;
struct unit;

/* Which compiler compiles the translation: its major version, and the other one 0; both 0: it is not known. And what of. */
struct warnings_wanted {
    int gcc, clang;
    bool missing_return; /* at the end of a function */
    bool macros;         /* that nothing uses: the output has the expansions of some */
    bool shadow;         /* names that hide others: text is moved, and hides others than it did */
};

/* The command line's -W options, without the "-W". */
struct warning_options {
    const char *const *at;
    size_t count;
};

/* Whether a warning of clang's with this option, without the "-W", is one of them. */
bool warnings_has(const char *option);

/* The -W options for libclang, which is to warn as the compiler does. */
void warnings_options(struct clang_input *input, struct arena *arena, const struct warning_options *options,
                      struct warnings_wanted *wanted);

/* Finds what was said of each async function, and says it, unless that has been done of an earlier text of the file. */
void warnings_say(struct unit *unit, struct diagnostics *diagnostics, struct warnings_wanted wanted, bool said);

/*
 * Finds what could be said of the function's shape: two arrays of characters in a frame are members of one object, and gcc
 * warns that what is copied between them may overlap; what is moved hides other names than it did.
 */
void warnings_find(const struct unit *unit, struct function *function, bool moves_text);

/* The options, without "-W", that compilers have for what was said of the function: the Kth, or NULL. */
const char *warnings_silenced(const struct function *function, size_t k);

#endif
