/*
 * law_homes.c - every local that is read has a value: on its way from the `switch` of a step to where it goes on, a
 * local of C's has none but what is loaded there, so clang's analysis of uninitialised variables sees what was not
 * kept. What it says of the source just so does not count.
 */
#include "laws_internal.h"

#include <string.h>

static bool is_said_of(const struct clang_facts *source, const char *variable)
{
    for (size_t i = 0; i < source->warning_count; i++)
        if (strcmp(source->warnings[i].variable, variable) == 0)
            return true;
    return false;
}

void law_homes(struct laws *laws)
{
    for (size_t i = 0; i < laws->output->warning_count; i++) {
        const struct clang_warning *warning = &laws->output->warnings[i];
        const struct origin *origin = writer_origin(laws->writer, warning->at);
        unsigned at = origin ? origin->begin : 0;
        law_source(laws, warning->at, &at);
        if (is_said_of(laws->source, warning->variable))
            continue;
        law_broken(laws, "homes", at, at, "'%s' is read without a value behind an await", warning->variable);
        return;
    }
}
