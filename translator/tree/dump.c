#include "dump.h"

#include "tree.h"

static void dump_await(const struct await *await, FILE *stream)
{
    for (const struct await *limit = await; limit->kind == AWAIT_TIMEOUT; limit = limit->items[0])
        fprintf(stream, " %s", await_form(limit)->word);
    const struct await *operation = await_operation(await);
    fprintf(stream, " %s", await_form(operation)->word);
    if (operation->callee)
        fprintf(stream, " %s", operation->callee->name);
    if (await->number)
        fprintf(stream, " state=%u", await->number);
    if (await->live_count) {
        fputs(" live={", stream);
        for (size_t i = 0; i < await->live_count; i++)
            fprintf(stream, "%s%s%s", i ? " " : "", await->live[i]->name, local_of(await->live[i])->needs_zero ? "!" : "");
        fputs("}", stream);
    }
}

static void dump_node(const struct unit *unit, const struct node *node, int depth, FILE *stream)
{
    fprintf(stream, "%*s%s", depth * 2, "", node_kind_name(node->kind));
    if (node->begin < node->end)
        fprintf(stream, " %u", unit_line(unit, node->begin));
    if (node->decl)
        fprintf(stream, " '%s'%s%s", node->decl->name, node->decl->is_async ? " async" : "",
                decl_is_resident(node->decl) ? " resident" : "");
    if (node->kind == NODE_X_NUMBER)
        fprintf(stream, " #%d", node->number);
    else if (node->kind == NODE_X_LEAVE || node->kind == NODE_X_WHEN || node->kind == NODE_X_IS)
        fprintf(stream, " #%d", node->code);
    if (node->await)
        dump_await(node->await, stream);
    fputc('\n', stream);
    for (const struct node *child = node->first; child; child = child->next)
        dump_node(unit, child, depth + 1, stream);
}

void dump_unit(const struct unit *unit, FILE *stream)
{
    for (const struct node *node = unit->root->first; node; node = node->next)
        dump_node(unit, node, 0, stream);
}
