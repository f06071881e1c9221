/*
 * alternatives.h - macros that whoever compiles the output may define otherwise.
 *
 * Where a macro that an async function mentions has another definition in text that a condition skipped, and that one could
 * change what has been translated (it uses an argument or a name that this one does not, jumps, assigns), the output asserts
 * in front of the function that the macro is what it is here. A name that is no macro here, and would be one of that kind,
 * must not be one there. And what the file declares, and the user's skipped text mentions, must have the type that it has here.
 */
#ifndef ALTERNATIVES_H
#define ALTERNATIVES_H

#include <stddef.h>

struct arena;
struct unit;

/* What the output says where it cannot be compiled. */
#define ALTERNATIVES_ERROR \
    "asyncc: what is compiled here is not what was translated; translate for this compiler, with its flags (--cc)"

/* Macros that the translator expanded, and with what it saw decided once and for all. */
struct expanded {
    struct arena *arena;
    struct expanded_name {
        const char *function, *name;
        const struct definition_text *own; /* it is the compiler's, and this its definition; else NULL */
    } *names;
    size_t count;
};

/* Adds those of the invocations that must expand. */
void alternatives_expanded(struct unit *unit, struct expanded *expanded);

/* Finds the macros: fills in the `guards` of the functions. An expanded one must be what it was, whatever the difference. */
void alternatives_find(struct unit *unit, const struct expanded *expanded);

#endif
