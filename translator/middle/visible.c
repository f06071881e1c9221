#include "visible.h"

#include "base/arena.h"
#include "frame.h"
#include "tree/tree.h"

#include <string.h>

/* ---- words ---- */

static int compare(const char *name, size_t length, const struct macro_change *change)
{
    int order = memcmp(name, change->name, length < change->length ? length : change->length);
    return order ? order : length < change->length ? -1 : length > change->length;
}

/* Behind the last directive in front of the function that changes what the word is as a macro. */
static unsigned word(const struct unit *unit, const struct function *function, const char *name, size_t length)
{
    size_t low = 0, high = unit->macro_change_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct macro_change *change = &unit->macro_changes[middle];
        int order = compare(name, length, change);
        if (order > 0 || (order == 0 && change->at < function->node->begin))
            low = middle + 1;
        else
            high = middle;
    }
    return low && compare(name, length, &unit->macro_changes[low - 1]) == 0 ? unit->macro_changes[low - 1].at : 0;
}

unsigned visible_words(const struct unit *unit, const struct function *function, const char *text)
{
    unsigned from = 0;
    for (size_t end; unit->macro_change_count && *text; text += end) {
        for (end = 0; text_is_word(text[end]);)
            end++;
        if (end)
            from = visible_later(from, word(unit, function, text, end));
        else
            end = 1;
    }
    return from;
}

/* ---- types ---- */

unsigned visible_decl(const struct decl *decl, bool whole)
{
    if (!decl || decl->is_local)
        return 0;
    bool has_whole = decl->kind == DECL_RECORD || decl->kind == DECL_ENUM;
    return has_whole && (whole || decl->kind == DECL_ENUM) ? decl->whole_from : decl->declared_from;
}

unsigned visible_type(const struct unit *unit, const struct function *function, struct type *type, bool whole)
{
    unsigned from = 0;
    switch (type->kind) {
    case TYPE_SUGAR:
    case TYPE_ATOMIC:
    case TYPE_ARRAY:
    case TYPE_VARIABLE_ARRAY: return visible_type(unit, function, type->target, whole);
    case TYPE_POINTER: return visible_type(unit, function, type->target, false);
    case TYPE_FUNCTION:
        from = visible_type(unit, function, type->target, false);
        for (size_t i = 0; i < type->param_count; i++)
            from = visible_later(from, visible_type(unit, function, type->params[i], false));
        return from;
    case TYPE_TYPEDEF:
        if (type->decl && type->decl->is_moved)
            return 0; /* its text says more: struct local_types has it */
        if (type->decl && type->decl->is_local)
            return visible_type(unit, function, type->target, whole);
        if (whole)
            from = visible_type(unit, function, type->target, true);
        break;
    default: break;
    }
    from = visible_later(from, visible_decl(type->decl, whole));
    return type->name ? visible_later(from, visible_words(unit, function, type->name)) : from;
}

/* ---- functions ---- */

unsigned visible_prototype(const struct unit *unit, const struct function *function, bool first)
{
    const struct decl *decl = function->decl;
    struct type *type = first ? decl->first_type : decl->type;
    unsigned from = visible_type(unit, function, type, false);
    if (decl->attributes)
        from = visible_later(from, visible_words(unit, function, decl->attributes));
    if (first && (type->no_prototype || type->param_count != decl->param_count))
        return function->node->begin;
    for (size_t i = 0; i < decl->param_count; i++) {
        const struct decl *param = decl->params[i];
        if (first && type_is_variable(param->type)) /* what is passed depends on the definition */
            return function->node->begin;
        if (!first)
            from = visible_later(from, visible_type(unit, function, param->type, false));
        if (!first && param->attributes)
            from = visible_later(from, visible_words(unit, function, param->attributes));
        if (!first)
            from = visible_later(from, visible_words(unit, function, param->name));
    }
    return from;
}

unsigned visible_arguments(const struct unit *unit, const struct function *function)
{
    const struct decl *decl = function->decl;
    unsigned from = visible_prototype(unit, function, false);
    from = visible_later(from, visible_type(unit, function, decl->type->target, true));
    for (size_t i = 0; i < decl->param_count; i++)
        from = visible_later(from, visible_type(unit, function, decl->params[i]->type, true));
    return from;
}

unsigned visible_callee(const struct function *function, bool unit)
{
    const struct frame *frame = function->frame;
    unsigned from = visible_later(frame->prototype_from, function->suspends ? frame->visible_from : 0);
    return unit ? visible_later(from, frame->arguments_from) : from;
}
