/*
 * emit_types.c - the local types of a function that stand in front of it (see local_types.h): the user's text, with the
 * layout that held where it stood, and what is known of each type, which the compiler has to agree to:
 *
 *     struct asyncc_f_record_type { char kind; int value; } __attribute__((packed));
 *     #if __SIZEOF_POINTER__ == 8
 *     __extension__ _Static_assert(sizeof(struct asyncc_f_record_type) == 5 && ..., "struct record");
 *     #endif
 */
#include "base/arena.h"
#include "emit_internal.h"
#include "middle/local_types.h"
#include "front/packing.h"

#include <string.h>

/* ---- the text ---- */

static void put_pragma(struct emit *e, const char *name, const char *is, const char *was)
{
    if (strcmp(is, was) != 0)
        writer_format(e->w, "#pragma %s %s\n", name, is);
}

void emit_begin_layout(struct emit *e, const struct packing *here, const struct packing *wanted)
{
    if (!e->unit->has_packing)
        return;
    writer_format(e->w, "#pragma pack(push)\n#pragma pack(%s)\n", wanted->pack);
    put_pragma(e, "ms_struct", wanted->ms_struct, here->ms_struct);
    put_pragma(e, "scalar_storage_order", wanted->order, here->order);
}

void emit_end_layout(struct emit *e, const struct packing *here, const struct packing *wanted)
{
    if (!e->unit->has_packing)
        return;
    writer_put(e->w, "#pragma pack(pop)\n");
    put_pragma(e, "ms_struct", here->ms_struct, wanted->ms_struct);
    put_pragma(e, "scalar_storage_order", here->order, wanted->order);
}

static void put_text(struct emit *e, const struct moved_text *moved, const struct packing *here)
{
    struct packing wanted = { 0 };
    if (e->unit->has_packing) {
        wanted = packing_at(e->unit, moved->text.begin);
        writer_own_line(e->w);
        emit_begin_layout(e, here, &wanted);
    }
    writer_user_line(e->w, moved->text.begin);
    writer_copy_moved(e->w, moved->text.begin, moved->text.end);
    writer_put(e->w, moved->is_declaration ? "\n" : ";\n");
    if (e->unit->has_packing) {
        writer_own_line(e->w);
        emit_end_layout(e, here, &wanted);
    }
}

/* ---- what is known ---- */

static bool has_layout(const struct decl *decl)
{
    const struct type *type = decl->type;
    if (!decl->written || !type || type_plain(decl->type)->kind == TYPE_FUNCTION)
        return false;
    return type->size >= 0 && type->align > 0 && !type_is_void(decl->type);
}

static void put_check(struct emit *e, const struct decl *decl)
{
    const char *name = decl->written;
    writer_format(e->w, "__extension__ _Static_assert(sizeof(%s) == %lld\n    && _Alignof(%s) == %lld", name,
                  decl->type->size, name, decl->type->align);
    for (size_t i = 0; i < decl->field_count; i++) {
        const struct decl *field = decl->fields[i];
        if (*field->name && !strchr(field->name, '(') && !field->is_bit_field && field->offset >= 0)
            writer_format(e->w, "\n    && __builtin_offsetof(%s, %s) == %lld", name, field->name, field->offset / 8);
    }
    writer_format(e->w, ", \"layout of %s\");\n", name);
}

static void put_checks(struct emit *e, const struct local_types *types)
{
    bool any = false;
    for (size_t i = 0; i < types->decl_count; i++) {
        if (!has_layout(types->decls[i]))
            continue;
        if (!any) {
            writer_own_line(e->w);
            writer_format(e->w, "#if __SIZEOF_POINTER__ == %d\n", e->unit->pointer_size);
        }
        any = true;
        put_check(e, types->decls[i]);
    }
    writer_put(e->w, any ? "#endif\n" : "");
}

void emit_local_types(struct emit *e, const struct function *function)
{
    const struct local_types *types = function->types;
    struct packing here = { 0 };
    if (e->unit->has_packing && types->text_count)
        here = packing_at(e->unit, e->place);
    for (size_t i = 0; i < types->ahead_count; i++) {
        writer_own_line(e->w);
        writer_format(e->w, "%s;\n", types->ahead[i]->written);
    }
    for (size_t i = 0; i < types->text_count; i++)
        put_text(e, &types->texts[i], &here);
    put_checks(e, types);
}
