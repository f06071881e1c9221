/*
 * check_names.c - names that begin with asyncc_ are those of translations and of the runtime: a file gives none. What is declared
 * elsewhere it may mention; names that the runtime's macros make are not written in it. Where there is nothing to translate, as in
 * a preprocessed translation, none is in the way.
 */
#include "check_internal.h"

#include "base/arena.h"
#include "tree/directives.h"
#include "base/path.h"

#include <string.h>

static bool is_given(const struct check *c, const struct decl *decl)
{
    bool is_elsewhere = decl->kind == DECL_FUNCTION ? !decl->definition && !decl->is_async : decl->is_extern;
    const struct token *token = decl->in_file && !is_elsewhere ? unit_token(c->unit, decl->at) : NULL;
    return token && token->begin == decl->at && token_is(c->unit, token, decl->name);
}

static void refuse(const struct check *c, const char *name, unsigned at)
{
    struct place place = unit_place(c->unit, at, at + (unsigned)strlen(name));
    diag(c->diagnostics, DIAG_RESERVED_NAME, &place, name);
}

static bool is_skipped(const struct unit *unit, unsigned offset)
{
    for (size_t i = 0; i < unit->skipped_count; i++)
        if (offset >= unit->skipped[i].begin && offset < unit->skipped[i].end)
            return true;
    return false;
}

static void check_macros(const struct check *c)
{
    const struct unit *unit = c->unit;
    for (size_t i = 0; i < unit->directive_count; i++) {
        struct directives scan = directives_of(unit->arena, unit->text, unit->directives[i].end);
        struct directive directive;
        unsigned length;
        scan.at = unit->directives[i].begin;
        if (is_skipped(unit, scan.at) || !directives_next(&scan, &directive) || !directive_is(&directive, "define"))
            continue;
        const char *name = directive_argument(&directive, &length);
        if (name && length > 7 && has_prefix(name, "asyncc_"))
            refuse(c, arena_copy(unit->arena, name, length), (unsigned)(name - unit->text));
    }
}

void check_names(const struct check *c)
{
    if (!c->unit->function_count)
        return;
    for (size_t i = 0; i < c->unit->collected_count; i++) {
        const struct decl *decl = c->unit->collected[i];
        if (has_prefix(decl->name, "asyncc_") && is_given(c, decl))
            refuse(c, decl->name, decl->at);
    }
    check_macros(c);
}
