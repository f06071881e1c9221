#include "scope.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/tree.h"

/* One way out of a block with defers, and how far it goes. */
struct exit {
    enum node_kind kind; /* NODE_BREAK, NODE_CONTINUE, NODE_GOTO, NODE_GOTO_INDIRECT, NODE_X_RETURN, NODE_X_CANCELLED */
    struct decl *label;  /* of a goto; of a computed one, any that it may lead to */
    size_t stop;         /* defers that it does not leave */
    int code;
};

/* A block with defers that is being walked. */
struct region {
    struct region *outer;
    struct node *block;
    struct decl *variable; /* why the block is left: 0, by its end */
    struct decl **labels;  /* of the defers, in order */
    struct node **bodies;
    size_t count;    /* defers */
    size_t active;   /* passed so far */
    bool never_ends; /* left by jumps only */
    struct exit *exits;
    size_t exit_count;
};

struct scope {
    struct unit *unit;
    struct function *function;
    struct diagnostics *diagnostics;
    struct region *region;
    unsigned in_defers; /* bodies of defers around */
};

static void walk(struct scope *s, struct node *node);

/* ---- making nodes ---- */

static struct type *unsigned_type(struct scope *s)
{
    struct type *type = arena_get(s->unit->arena, sizeof *type);
    *type = (struct type){ .kind = TYPE_SCALAR, .name = "unsigned", .size = 4, .align = 4 };
    return type;
}

static struct node *jump_to(struct scope *s, struct decl *label)
{
    struct node *node = node_new(s->unit, NODE_X_GOTO);
    node->decl = label;
    return node;
}

/* ---- leaving ---- */

/* Defers of the region's block that stand before the place; all of them before places outside count none. */
static size_t defers_kept(const struct region *region, const struct node *target)
{
    if (!target || !node_is_inside(target, region->block))
        return 0;
    size_t count = 0;
    for (const struct node *child = region->block->first; child; child = child->next) {
        if (node_is_inside(target, child))
            break;
        count += child->kind == NODE_DEFER || (child->kind == NODE_X_DECLARE && child->is_defer);
    }
    return count;
}

/* Whether the jump from a place inside the region leaves it, or goes back over some of its defers. */
static bool leaves(const struct region *region, const struct node *from, enum node_kind kind, const struct decl *label,
                   size_t *stop)
{
    *stop = 0;
    if (!region->active)
        return false;
    if (kind == NODE_X_RETURN || kind == NODE_X_CANCELLED)
        return true;
    const struct node *target = label ? label->node : node_left_by(from, kind);
    if (label) {
        *stop = defers_kept(region, target);
        return *stop < region->active;
    }
    return !node_is_inside(target, region->block);
}

static int exit_code(struct scope *s, struct region *region, enum node_kind kind, struct decl *label, size_t stop)
{
    for (size_t i = 0; i < region->exit_count; i++)
        if (region->exits[i].kind == kind && region->exits[i].label == label)
            return region->exits[i].code;
    struct exit exit = { kind, label, stop, (int)region->exit_count + 1 };
    arena_push(s->unit->arena, region->exits, region->exit_count, exit);
    return exit.code;
}

/* A value that was to be returned is still wanted when defers run because of that, and something in them is left. */
static bool drops_value(const struct scope *s, enum node_kind kind)
{
    return kind == NODE_X_CANCELLED || (kind != NODE_X_RETURN && !s->in_defers);
}

/* The jump as it is done from a place: through the defers that stand in its way, or NULL when none do. */
static struct node *leave(struct scope *s, const struct node *from, enum node_kind kind, struct decl *label)
{
    size_t stop;
    struct region *region = s->region;
    while (region && !leaves(region, from, kind, label, &stop)) {
        if (label && label->node && node_is_inside(label->node, region->block))
            return NULL;
        if (!label && kind != NODE_X_RETURN && kind != NODE_X_CANCELLED &&
            node_is_inside(node_left_by(from, kind), region->block))
            return NULL;
        region = region->outer;
    }
    if (!region)
        return NULL;
    struct node *node = node_new(s->unit, NODE_X_LEAVE);
    node->decl = region->variable;
    node->code = exit_code(s, region, kind, label, stop);
    node->drops_value = drops_value(s, kind);
    region->variable->is_used = true;
    region->labels[region->active - 1]->is_used = true;
    node->part[0] = jump_to(s, region->labels[region->active - 1]);
    node_append(node, node->part[0]);
    return node;
}

static void leave_by_return(struct scope *s, struct node *node)
{
    struct node *value = node->part[PART_CONDITION];
    struct node *by = leave(s, node, NODE_X_RETURN, NULL);
    if (!by)
        return;
    struct node *list = node_new(s->unit, NODE_X_SEQUENCE);
    node_substitute(node, list);
    if (value && !type_is_void(s->function->decl->type->target)) {
        if (!s->function->value)
            s->function->value =
                decl_new_local(s->unit, s->function, arena_format(s->unit->arena, "%svalue", s->unit->prefix),
                               type_of_result(s->unit, s->function->decl->type->target));
        struct node *store = node_new(s->unit, NODE_X_STORE);
        store->decl = s->function->value;
        node_append(store, value);
        store->part[0] = value;
        node_append(list, store);
    } else if (value) {
        struct node *evaluated = node_new(s->unit, NODE_X_EVALUATE);
        node_append(evaluated, value);
        evaluated->part[0] = value;
        node_append(list, evaluated);
    }
    node_append(list, by);
}

/* ---- computed goto ---- */

/* Of all the blocks around, the defers that run on the way to the label. */
static size_t defers_left(struct scope *s, const struct node *from, const struct decl *label)
{
    size_t count = 0, stop;
    for (const struct region *region = s->region; region; region = region->outer)
        if (leaves(region, from, NODE_GOTO, label, &stop))
            count += region->active - stop;
    return count;
}

/* A label that it may lead to; all others have to be on the same way. */
static struct decl *address_label(struct scope *s, const struct node *from, const struct node *node, struct decl *found)
{
    if (node->kind == NODE_LABEL_ADDRESS && node->decl && node->decl != found) {
        if (found && defers_left(s, from, found) != defers_left(s, from, node->decl)) {
            struct place place = unit_place(s->unit, from->begin, from->end);
            diag(s->diagnostics, DIAG_COMPUTED_GOTO, &place, unit_shown_name(s->unit, node->decl));
        }
        found = node->decl;
    }
    for (const struct node *child = node->first; child; child = child->next)
        found = address_label(s, from, child, found);
    return found;
}

static struct decl *address_variable(struct scope *s)
{
    struct type *type = arena_get(s->unit->arena, sizeof *type);
    *type = (struct type){ .kind = TYPE_VOID, .name = "void", .quals = QUAL_CONST };
    const char *name = arena_format(s->unit->arena, "%st%u", s->unit->prefix, ++s->function->temporaries);
    return decl_new_local(s->unit, s->function, name, type_pointer_to(s->unit, type));
}

/* The address is kept until the last of the defers has run. */
static void leave_by_address(struct scope *s, struct node *node)
{
    struct decl *label = address_label(s, node, s->function->body, NULL);
    struct node *by = label ? leave(s, node, NODE_GOTO_INDIRECT, label) : NULL;
    if (!by)
        return;
    if (!s->function->address)
        s->function->address = address_variable(s);
    struct node *list = node_new(s->unit, NODE_X_SEQUENCE), *store = node_new(s->unit, NODE_X_STORE);
    node_substitute(node, list);
    store->decl = s->function->address;
    store->part[0] = node->first;
    node_append(store, node->first);
    node_append(list, store);
    node_append(list, by);
}

/* ---- blocks ---- */

static struct node *exit_action(struct scope *s, struct region *inner, struct exit *exit)
{
    /* done from the end of the block, with the region itself left */
    struct node *from = node_new(s->unit, NODE_X_NOTHING);
    from->parent = inner->block;
    struct node *by = leave(s, from, exit->kind, exit->label);
    if (by)
        return by;
    bool computed = exit->kind == NODE_GOTO_INDIRECT;
    struct node *node = node_new(s->unit, computed || exit->kind == NODE_GOTO ? NODE_X_GOTO : exit->kind);
    node->decl = exit->kind == NODE_X_RETURN ? s->function->value : computed ? s->function->address : exit->label;
    return node;
}

/* Whether the statement ends in a jump, so that what follows it is reached by labels only. */
static bool ends_in_jump(const struct node *node)
{
    switch (node->kind) {
    case NODE_X_LEAVE:
    case NODE_X_GOTO:
    case NODE_GOTO:
    case NODE_RETURN:
    case NODE_BREAK:
    case NODE_CONTINUE: return true;
    case NODE_COMPOUND:
    case NODE_X_SEQUENCE: return node->last && ends_in_jump(node->last);
    case NODE_IF: return node->part[PART_ELSE] && ends_in_jump(node->part[PART_THEN]) && ends_in_jump(node->part[PART_ELSE]);
    default: return false;
    }
}

/* The last exit of a block whose end is not reached otherwise needs no condition. */
static bool is_certain(const struct region *region, size_t index, size_t stop)
{
    if (stop || !region->never_ends)
        return false;
    for (size_t i = index + 1; i < region->exit_count; i++)
        if (!region->exits[i].stop)
            return false;
    return true;
}

static void add_exits(struct scope *s, struct region *region, struct node *list, size_t stop)
{
    struct region *outer = s->region;
    for (size_t i = 0; i < region->exit_count; i++) {
        struct exit *exit = &region->exits[i];
        if (exit->stop != stop)
            continue;
        struct node *when = node_new(s->unit, NODE_X_WHEN);
        when->decl = region->variable;
        when->code = is_certain(region, i, stop) ? 0 : exit->code;
        size_t active = region->active;
        s->region = region;
        region->active = stop; /* a jump back stays among the defers before it */
        if (stop == 0)
            s->region = outer == region ? region->outer : outer;
        when->part[0] = exit_action(s, region, exit);
        region->active = active;
        s->region = outer;
        node_append(when, when->part[0]);
        node_append(list, when);
    }
}

static void add_epilogue(struct scope *s, struct region *region)
{
    struct node *list = node_new(s->unit, NODE_X_SEQUENCE);
    region->never_ends = region->block->last && ends_in_jump(region->block->last);
    list->begin = list->end = unit_inner_end(s->unit, region->block);
    list->is_edited = true;
    node_append(region->block, list);
    if (!region->never_ends) {
        /* said here and not where the first defer stood, so that it need not be kept across the awaits between */
        struct node *by_its_end = node_new(s->unit, NODE_X_LEAVE);
        by_its_end->decl = region->variable;
        by_its_end->drops_value = drops_value(s, NODE_X_LEAVE);
        node_append(list, by_its_end);
    }
    for (size_t i = region->count; i > 0; i--) {
        struct node *label = node_new(s->unit, NODE_X_LABEL);
        label->decl = region->labels[i - 1];
        label->decl->node = label;
        node_append(list, label);
        region->active = i - 1;
        node_append(list, region->bodies[i - 1]);
        s->region = region;
        s->in_defers++;
        walk(s, region->bodies[i - 1]);
        s->in_defers--;
        s->region = region->outer;
        add_exits(s, region, list, i - 1);
    }
}

/* Its statement goes to the end of the block; the exit variable is declared where the first one stood. */
static void take_defer(struct scope *s, struct region *region, struct node *node)
{
    struct node *body = node->part[PART_BODY], *stand_in = node_new(s->unit, NODE_X_DECLARE);
    struct decl *label =
        decl_new_label(s->unit, arena_format(s->unit->arena, "%sdefer%u", s->unit->prefix, ++s->function->labels));
    size_t count = region->count;
    arena_push(s->unit->arena, region->labels, count, label);
    arena_push(s->unit->arena, region->bodies, region->count, body);
    stand_in->is_defer = true;
    if (region->count == 1) {
        const char *name = arena_format(s->unit->arena, "%sexit%u", s->unit->prefix, ++s->function->exits);
        region->variable = decl_new_local(s->unit, s->function, name, unsigned_type(s));
        stand_in->decl = region->variable;
    }
    region->active = region->count;
    node_substitute(node, stand_in);
}

static void walk_block(struct scope *s, struct node *block)
{
    struct region region = { .outer = s->region, .block = block };
    struct node *next;
    s->region = &region;
    for (struct node *child = block->first; child; child = next) {
        next = child->next;
        if (child->kind == NODE_DEFER)
            take_defer(s, &region, child);
        else
            walk(s, child);
    }
    s->region = region.outer;
    if (region.count)
        add_epilogue(s, &region);
}

static void walk_children(struct scope *s, struct node *node)
{
    for (struct node *child = node->first, *next; child; child = next) {
        next = child->next;
        walk(s, child);
    }
}

static void walk(struct scope *s, struct node *node)
{
    struct node *by;
    if (node_is_expression(node)) /* none is left that holds a jump out of it, or a defer */
        return;
    switch (node->kind) {
    case NODE_COMPOUND: walk_block(s, node); return;
    case NODE_RETURN: leave_by_return(s, node); return;
    case NODE_BREAK:
    case NODE_CONTINUE:
        if ((by = leave(s, node, node->kind, NULL)) != NULL)
            node_substitute(node, by);
        return;
    case NODE_GOTO:
    case NODE_X_GOTO:
        if ((by = leave(s, node, NODE_GOTO, node->decl)) != NULL)
            node_substitute(node, by);
        return;
    case NODE_GOTO_INDIRECT: leave_by_address(s, node); return;
    case NODE_X_DECLARE:
        if (node->decl && type_plain(node->decl->type)->kind == TYPE_VARIABLE_ARRAY) { /* there may be no memory */
            walk_children(s, node);
            by = leave(s, node, NODE_X_CANCELLED, NULL);
            node->part[1] = by ? by : node_new(s->unit, NODE_X_CANCELLED);
            node_append(node, node->part[1]);
            return;
        }
        walk_children(s, node);
        return;
    case NODE_X_AWAIT:
        if (node->await->number) {
            by = leave(s, node, NODE_X_CANCELLED, NULL);
            node->await->leave = by;
            if (by)
                by->parent = node;
        }
        return;
    default: walk_children(s, node); return;
    }
}

void scope_function(struct unit *unit, struct function *function, struct diagnostics *diagnostics)
{
    struct scope scope = { .unit = unit, .function = function, .diagnostics = diagnostics };
    if (function->has_defer)
        walk(&scope, function->body);
}
