#include "visible.h"

#include "frame.h"
#include "tree.h"

unsigned visible_from(struct type *type, bool whole)
{
    unsigned from = 0;
    switch (type->kind) {
    case TYPE_SUGAR:
    case TYPE_ATOMIC:
    case TYPE_ARRAY:
    case TYPE_VARIABLE_ARRAY:
        return visible_from(type->target, whole);
    case TYPE_POINTER:
        return visible_from(type->target, false);
    case TYPE_FUNCTION:
        from = visible_from(type->target, false);
        for (size_t i = 0; i < type->param_count; i++)
            from = visible_later(from, visible_from(type->params[i], false));
        return from;
    case TYPE_TYPEDEF:
        if (type->decl && type->decl->is_moved)
            return 0; /* its text says more: struct local_types has it */
        if (type->decl && type->decl->is_local)
            return visible_from(type->target, whole);
        from = type->decl && type->decl->in_file ? type->decl->at : 0;
        return whole ? visible_later(from, visible_from(type->target, true)) : from;
    case TYPE_ENUM:
    case TYPE_RECORD:
        if (!whole || !type->decl)
            return 0;
        return !type->decl->is_local && type->decl->in_file && type->decl->node ? type->decl->node->end : 0;
    default:
        return 0;
    }
}

unsigned visible_frame(const struct function *function, bool unit)
{
    unsigned from = function->frame->visible_from;
    if (!unit)
        return from;
    from = visible_later(from, visible_from(function->decl->type->target, true));
    for (size_t i = 0; i < function->decl->param_count; i++)
        from = visible_later(from, visible_from(function->decl->params[i]->type, true));
    return from;
}
