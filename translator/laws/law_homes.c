/*
 * law_homes.c - every local that is read has a value: on its way from the `switch` of a step to where it goes on, a
 * local of C's has none but what is loaded there, so clang's analysis of uninitialised variables sees what was not
 * kept. What it says of the source just so does not count, nor what the operation leaves without a value that for clang
 * is an assignment in the source: an item of a race or timeout that did not end.
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

static bool is_destination(const struct await *await, const char *variable, bool may_be_cut)
{
    const struct node *target = await->target ? node_strip(await->target) : NULL;
    const struct decl *decl = may_be_cut && target && target->kind == NODE_REFERENCE ? target->decl : NULL;
    if (decl && strcmp(decl->written ? decl->written : decl->name, variable) == 0)
        return true;
    may_be_cut = may_be_cut || await_form(await)->value != VALUE_RESULT;
    for (size_t i = 0; i < await->item_count; i++)
        if (is_destination(await->items[i], variable, may_be_cut))
            return true;
    return false;
}

/* Whether an item may leave it as it was. */
static bool may_be_left(const struct function *function, const char *variable)
{
    for (size_t i = 0; function && i < function->await_count; i++)
        if (is_destination(function->awaits[i]->await, variable, false))
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
        /* clang takes the operands of the builtins that only ask about them to be read */
        if (is_said_of(laws->source, warning->variable) || !node_is_evaluated(unit_innermost(laws->unit, at)) ||
            may_be_left(unit_function_at(laws->unit, at), warning->variable))
            continue;
        law_broken(laws, "homes", at, at, "'%s' is read without a value behind an await", warning->variable);
        return;
    }
}
