/*
 * check_names.c - names that begin with asyncc_ are those of translations and of the runtime. Where there is nothing to translate,
 * as in a preprocessed translation, none is in the way.
 */
#include "check_internal.h"

void check_names(const struct check *c)
{
    for (size_t i = 0; i < c->unit->reserved_count && c->unit->function_count; i++)
        diag(c->diagnostics, DIAG_RESERVED_NAME, c->unit->reserved[i].place, c->unit->reserved[i].name);
}
