#include "dump.h"

#include "frame.h"
#include "tree/tree.h"

struct dump {
    struct unit *unit;
    FILE *stream;
};

static void begin_line(const struct dump *d, int depth, const char *word)
{
    fprintf(d->stream, "%*s%s", depth * 2, "", word);
}

/* ---- locals ---- */

static void dump_local(const struct dump *d, const struct local *local)
{
    static const char *const homes[] = { "c", "if-passed", "if-alive", "frame" };
    static const char *const purposes[] = { "", " object", " temporary", " result", " plain-result", " size" };
    begin_line(d, 1, "local ");
    fprintf(d->stream, "%s '%s' home=%s%s", local->decl->name, type_declare(d->unit, local->decl->type, ""),
            homes[local->home], purposes[local->purpose]);
    if (local->needs_zero)
        fputs(" zero", d->stream);
    if (local->is_unconst)
        fputs(" unconst", d->stream);
    if (local->is_dropped)
        fputs(" dropped", d->stream);
    if (local->field)
        fprintf(d->stream, " member=%s", local->field);
    fputc('\n', d->stream);
}

/* ---- awaits ---- */

static void dump_items(const struct dump *d, const struct await *await);

/* The words around it, the operation, and what it calls, or is made of. */
static void dump_operation(const struct dump *d, const struct await *await)
{
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        fprintf(d->stream, " %s", await_form(await)->word);
    fprintf(d->stream, " %s", await_form(await)->word);
    if (await->callee)
        fprintf(d->stream, " %s", await->callee->name);
    dump_items(d, await);
}

static void dump_items(const struct dump *d, const struct await *await)
{
    for (size_t i = 0; i < await->item_count; i++) {
        fputs(i ? "," : " (", d->stream);
        dump_operation(d, await->items[i]);
    }
    if (await->item_count)
        fputs(" )", d->stream);
}

static void dump_await(const struct dump *d, const struct await *await)
{
    dump_operation(d, await);
    if (await->number)
        fprintf(d->stream, " state=%u", await->number);
    if (!await->live_count)
        return;
    fputs(" live={", d->stream);
    for (size_t i = 0; i < await->live_count; i++)
        fprintf(d->stream, "%s%s", i ? " " : "", await->live[i]->name);
    fputs("}", d->stream);
}

/* ---- the frame ---- */

static void dump_residents(const struct dump *d, const struct layout *layout, size_t from, size_t to, int depth)
{
    for (size_t i = from; i < to; i++) {
        begin_line(d, depth, "resident ");
        fprintf(d->stream, "%s\n", local_of(layout->residents[i])->field);
    }
}

/* What lies over each other: the members of each await's part in their order, and of each scope inside. */
static void dump_union(const struct dump *d, const struct layout *layout, int depth)
{
    for (size_t i = 0; i < layout->await_count; i++) {
        const struct await *await = layout->awaits[i]->await;
        begin_line(d, depth, "await ");
        fprintf(d->stream, "%u:", await->number);
        for (size_t k = 0; k <= await->live_count; k++) {
            if (k == await->operation_at)
                dump_operation(d, await);
            if (k < await->live_count)
                fprintf(d->stream, " %s", await->live[k]->name);
        }
        fputc('\n', d->stream);
    }
    for (size_t i = 0; i < layout->child_count; i++) {
        const struct layout *child = layout->children[i];
        begin_line(d, depth, "scope ");
        fprintf(d->stream, "%u\n", unit_line(d->unit, child->scope->begin));
        dump_union(d, child, depth + 1);
        dump_residents(d, child, 0, child->resident_count, depth + 1);
    }
}

static void dump_frame(const struct dump *d, const struct frame *frame)
{
    begin_line(d, 1, "frame ");
    fprintf(d->stream, "%lld bytes, aligned to %lld, %s the state\n", frame->size, frame->align,
            frame->is_over_state ? "over" : "behind");
    dump_residents(d, frame->root, 0, frame->front_count, 2);
    dump_union(d, frame->root, 2);
    dump_residents(d, frame->root, frame->front_count, frame->root->resident_count, 2);
}

/* ---- the tree ---- */

static void dump_node(const struct dump *d, const struct node *node, int depth)
{
    begin_line(d, depth, node_kind_name(node->kind));
    if (node->begin < node->end)
        fprintf(d->stream, " %u", unit_line(d->unit, node->begin));
    if (node->decl)
        fprintf(d->stream, " '%s'%s%s", node->decl->name, node->decl->is_async ? " async" : "",
                decl_is_resident(node->decl) ? " resident" : "");
    if (node->kind == NODE_X_NUMBER)
        fprintf(d->stream, " #%d", node->number);
    else if (node->kind == NODE_X_LEAVE || node->kind == NODE_X_WHEN || node->kind == NODE_X_IS)
        fprintf(d->stream, " #%d", node->code);
    if (node->to_lower)
        fputs(" seen", d->stream);
    if (node->await)
        dump_await(d, node->await);
    fputc('\n', d->stream);
    const struct function *function = node->kind == NODE_FUNCTION ? node->decl->function : NULL;
    if (function && function->node == node) {
        for (size_t i = 0; i < function->local_count; i++)
            dump_local(d, function->locals[i]);
        if (function->frame)
            dump_frame(d, function->frame);
    }
    for (const struct node *child = node->first; child; child = child->next)
        dump_node(d, child, depth + 1);
}

void dump_unit(struct unit *unit, FILE *stream)
{
    struct dump dump = { unit, stream };
    for (const struct node *node = unit->root->first; node; node = node->next)
        dump_node(&dump, node, 0);
}
