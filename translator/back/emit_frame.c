/*
 * emit_frame.c - the structs of an async function:
 *
 *     struct asyncc_f_frame {
 *         unsigned state;
 *         union {
 *             struct { struct asyncc_sleep callee; int n; } await1;
 *             struct { struct asyncc_g_frame callee; } await2;
 *         };
 *         char buffer[80];
 *     };
 *     struct asyncc_f_unit {
 *         struct asyncc_unit unit;
 *         union {
 *             int result;                                   stored when the frame is over
 *             struct asyncc_f_frame frame;
 *             struct { unsigned state; int n; } start;      the arguments, until the first step
 *         };
 *     };
 *
 * The order of the members is pack.c's. Where that says that the awaits lie over the state, it is
 *
 *     union {
 *         unsigned state;
 *         struct { unsigned state; int n; struct asyncc_sleep callee; } await1;
 *     };
 *
 * of which C says that the state is the same in all (6.5.2.3).
 */
#include "base/arena.h"
#include "emit_internal.h"
#include "middle/frame.h"
#include "tree/names.h"
#include "front/packing.h"

#include <string.h>

static void field(struct emit *e, const char *indent, struct type *type, const char *called)
{
    writer_format(e->w, "%s%s;\n", indent, type_declare(e->unit, type, called));
}

static struct type *slot_type(struct emit *e, const struct decl *decl)
{
    return type_unqualified(e->unit, decl->type);
}

static const char *deeper(struct emit *e, const char *indent)
{
    return arena_format(e->unit->arena, "%s    ", indent);
}

static void child_field(struct emit *e, const struct await *item, size_t number, const char *indent);

static void child_fields(struct emit *e, const struct await *await, const char *indent)
{
    for (size_t i = 0; i < await->item_count && await_has_children(await); i++)
        child_field(e, await->items[i], i + 1, indent);
}

static void item_fields(struct emit *e, const struct await *item, const char *indent)
{
    const struct await *inner = await_operation(item);
    writer_format(e->w, "%sstruct asyncc_item item;\n", indent);
    if (item->kind == AWAIT_TIMEOUT)
        writer_format(e->w, "%sstruct asyncc_limit limits[%u];\n", indent, inner->level);
    if (inner->call && !type_is_void(inner->call->type))
        field(e, indent, type_of_result(e->unit, inner->call->type), "result");
    child_fields(e, inner, indent);
}

static void child_field(struct emit *e, const struct await *item, size_t number, const char *indent)
{
    if (item->is_item) {
        writer_format(e->w, "%sstruct {\n", indent);
        item_fields(e, item, deeper(e, indent));
        writer_format(e->w, "%s} child%zu;\n", indent, number);
    } else if (item->is_pooled) {
        writer_format(e->w, "%sstruct asyncc_unit *child%zu;\n", indent, number);
    } else {
        writer_format(e->w, "%sstruct %s child%zu;\n", indent, emit_name(e, item->callee, "unit"), number);
    }
}

static void operation_fields(struct emit *e, const struct await *await, const char *indent)
{
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        writer_format(e->w, "%sstruct asyncc_timeout %s;\n", indent, emit_timeout_name(e, await));
    switch (await->kind) {
    case AWAIT_FRAME: writer_format(e->w, "%sstruct %s callee;\n", indent, emit_name(e, await->callee, "frame")); break;
    case AWAIT_LEAF: writer_format(e->w, "%sstruct %s callee;\n", indent, names_of_leaf(e->unit, await->callee, "")); break;
    default:
        writer_format(e->w, "%sstruct %s %s;\n", indent, await_form(await)->structure, await_form(await)->member);
        child_fields(e, await, indent);
        break;
    }
}

static void await_fields(struct emit *e, const struct await *await, const char *indent)
{
    const char *inner = deeper(e, indent);
    writer_format(e->w, "%sstruct {\n", indent);
    if (e->function->frame->is_over_state)
        writer_format(e->w, "%sunsigned state;\n", inner);
    for (size_t i = 0; i <= await->live_count; i++) {
        if (i == await->operation_at)
            operation_fields(e, await, inner);
        if (i < await->live_count)
            field(e, inner, slot_type(e, await->live[i]), emit_slot(e, await, i));
    }
    writer_format(e->w, "%s} %s;\n", indent, emit_await_name(e, await));
}

static void resident_fields(struct emit *e, const struct layout *layout, size_t from, size_t to, const char *indent)
{
    for (size_t i = from; i < to; i++) {
        const struct decl *decl = layout->residents[i];
        bool is_elsewhere = type_plain(decl->type)->kind == TYPE_VARIABLE_ARRAY;
        const char *alignment = decl->alignment && !is_elsewhere ? decl->alignment : "";
        struct type *type = local_of(decl)->slot ? local_of(decl)->slot : type_of_slot(e->unit, decl->type);
        if (!local_of(decl)->slot && !decl->alignment &&
            type->align < decl->type->align) /* of a typedef, which its qualifiers went with */
            alignment = arena_format(e->unit->arena, "_Alignas(%lld) ", decl->type->align);
        writer_format(e->w, "%s%s", indent, alignment);
        field(e, "", type, local_of(decl)->field);
    }
}

static void union_fields(struct emit *e, const struct layout *layout, const char *indent)
{
    bool over_state = layout == e->function->frame->root && e->function->frame->is_over_state;
    bool several = layout->await_count + layout->child_count > 1 || over_state;
    const char *inner = several ? deeper(e, indent) : indent;
    if (several)
        writer_format(e->w, "%sunion {\n", indent);
    if (over_state)
        writer_format(e->w, "%sunsigned state;\n", inner);
    for (size_t i = 0; i < layout->await_count; i++)
        await_fields(e, layout->awaits[i]->await, inner);
    for (size_t i = 0; i < layout->child_count; i++) {
        const struct layout *child = layout->children[i];
        writer_format(e->w, "%sstruct {\n", inner);
        union_fields(e, child, deeper(e, inner));
        resident_fields(e, child, 0, child->resident_count, deeper(e, inner));
        writer_format(e->w, "%s};\n", inner);
    }
    if (several)
        writer_format(e->w, "%s};\n", indent);
}

/* ---- the frame ---- */

/* What asyncc declares is laid out as the runtime's structs are, whatever pragmas say of the user's. */
static const struct packing plain = { "", "reset", "default" };

static struct packing begin_struct(struct emit *e, const struct decl *decl, const char *suffix)
{
    struct packing here = plain;
    if (e->unit->has_packing)
        here = packing_at(e->unit, e->place);
    writer_own_line(e->w);
    emit_begin_layout(e, &here, &plain);
    writer_format(e->w, "struct %s {\n", emit_name(e, decl, suffix));
    return here;
}

static void end_struct(struct emit *e, const struct packing *here)
{
    writer_put(e->w, "};\n");
    emit_end_layout(e, here, &plain);
}

void emit_frame(struct emit *e, const struct function *function)
{
    const struct frame *frame = function->frame;
    const struct function *outer = e->function;
    e->function = function;
    struct packing here = begin_struct(e, function->decl, "frame");
    if (!frame->is_over_state)
        writer_put(e->w, "    unsigned state;\n");
    resident_fields(e, frame->root, 0, frame->front_count, "    ");
    union_fields(e, frame->root, "    ");
    resident_fields(e, frame->root, frame->front_count, frame->root->resident_count, "    ");
    end_struct(e, &here);
    e->function = outer;
}

/* ---- the unit ---- */

void emit_unit_struct(struct emit *e, const struct function *function)
{
    const struct decl *decl = function->decl;
    struct packing here = begin_struct(e, decl, "unit");
    writer_put(e->w, "    struct asyncc_unit unit;\n    union {\n");
    if (!type_is_void(decl->type->target))
        field(e, "        ", type_of_result(e->unit, decl->type->target), "result");
    if (function->suspends)
        writer_format(e->w, "        struct %s frame;\n", emit_name(e, decl, "frame"));
    writer_put(e->w, "        struct {\n            unsigned state;\n");
    for (size_t i = 0; i < decl->param_count; i++)
        field(e, "            ", emit_parameter_type(e, decl->params[i], false), emit_parked_name(e, decl, i));
    writer_put(e->w, "        } start;\n    };\n");
    end_struct(e, &here);
}
