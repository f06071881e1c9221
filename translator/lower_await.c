/*
 * lower_await.c - awaits: their operands, the destinations of their results, and the operation that is left in the list.
 *
 * A result that comes later - of an item of a gather or a race, of a timeout - has a destination that is evaluated where it stands,
 * in front of the call's arguments. It is named when the result is there if nothing can make it another object; otherwise its address
 * is an operand as the arguments are.
 */
#include "lower_internal.h"

#include "arena.h"
#include "object.h"

/* The operands of one awaited call, in the order in which they are evaluated. */
static void call_operands(struct lower *l, struct operands *operands, struct await *await)
{
    for (struct node *child = await->call->first; child; child = child->next)
        if (child != await->call->first || !await->callee)
            if (await->kind != AWAIT_JOIN || child == await->call->first)
                arena_push(l->unit->arena, operands->items, operands->count, child);
}

/* ---- destinations ---- */

/* What hangs on the operation is an operand, and found again when it may have become the name of a temporary. */
static struct node *hold(struct lower *l, struct node *operation, struct operands *operands, struct node *operand)
{
    struct node *holder = lower_make(l, NODE_X_EVALUATE, operand);
    node_append(operation, holder);
    arena_push(l->unit->arena, operands->items, operands->count, operand);
    return holder;
}

/* What has no address is reached from what has: of a bit-field the struct, of an element the vector. */
static void begin_place(struct lower *l, struct node *operation, struct await *item, struct operands *operands)
{
    struct node *target = lower_detach(l, item->target), *place = target;
    while (place->kind == NODE_PAREN)
        place = place->first;
    struct node *index = NULL;
    if (place->kind == NODE_MEMBER && place->decl->is_bit_field) {
        item->bit_field = place->decl;
        target = lower_detach(l, place->first);
    } else if (object_is_element(place)) {
        index = lower_detach(l, place->last);
        target = lower_detach(l, place->first);
    }
    bool is_address = item->bit_field && type_plain(target->type)->kind == TYPE_POINTER;
    item->is_indirect = true;
    struct node *address = is_address ? target : lower_address(l, target);
    if (!is_address && object_is_unaligned(target)) {
        item->unaligned = target->type;
        address->type = type_address_of(l->unit, target->type);
    }
    item->target = hold(l, operation, operands, address);
    if (index)
        item->element = hold(l, operation, operands, index);
}

/* The value as it is after the operands were lowered: the name of a temporary. */
static struct node *held_name(struct lower *l, struct node *holder)
{
    if (holder->first->kind != NODE_X_NAME)
        lower_save(l, holder->first);
    return lower_name(l, holder->first->decl);
}

static struct node *end_place(struct lower *l, struct await *item)
{
    if (!item->is_indirect)
        return item->target;
    struct node *object = held_name(l, item->target);
    if (item->unaligned) {
        object->decl->unaligned = item->unaligned;
        object = lower_make(l, NODE_X_UNALIGNED, object);
        object->type = item->unaligned;
    } else {
        object->number = 1; /* through it */
    }
    if (item->bit_field) {
        struct node *field = lower_make(l, NODE_X_FIELD, object);
        field->decl = item->bit_field;
        return field;
    }
    if (!item->element)
        return object;
    struct node *element = lower_make(l, NODE_X_ELEMENT, object);
    element->part[1] = held_name(l, item->element);
    node_append(element, element->part[1]);
    return element;
}

/* ---- gather and race ---- */

static void gather_take(struct lower *l, struct await *await, size_t index, struct node *target)
{
    struct await *item = await->items[index];
    if (!target && item->kind != AWAIT_CALL && item->kind != AWAIT_LEAF)
        return;
    struct node *take = lower_make(l, NODE_X_TAKE, target);
    take->await = await;
    take->number = (int)index;
    if (await->is_race) {
        take->part[1] = lower_name(l, await->status);
        node_append(take, take->part[1]);
    }
    lower_add(l, take);
}

static struct node *operation_for(struct lower *l, const struct node *node)
{
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = node->await;
    operation->begin = node->begin;
    operation->end = node->end;
    return operation;
}

/* Another item's result may change what the destination is reached by: only what has a name is named. */
static void gather_operands(struct lower *l, struct node *operation, struct await *item, struct operands *operands)
{
    if (item->target && object_is_named(item->target))
        lower_detach(l, item->target);
    else if (item->target)
        begin_place(l, operation, item, operands);
    node_append(operation, lower_detach(l, item->call));
    call_operands(l, operands, item);
}

static void lower_gather(struct lower *l, struct node *node)
{
    struct await *await = node->await;
    struct operands operands = { 0 };
    struct node *operation = operation_for(l, node);
    struct node **targets = arena_get(l->unit->arena, (await->item_count + 1) * sizeof *targets);
    for (size_t i = 0; i < await->item_count; i++)
        gather_operands(l, operation, await->items[i], &operands);
    lower_operands(l, &operands); /* all are kept until the last child is made */
    for (size_t i = 0; i < await->item_count; i++)
        targets[i] = end_place(l, await->items[i]);
    if (await->is_race) {
        await->status = lower_temporary(l, lower_int_type(l));
        lower_declare(l, await->status, NULL);
    }
    node_substitute(node, await->is_race ? lower_name(l, await->status) : node_new(l->unit, NODE_X_NOTHING));
    lower_add_await(l, operation);
    for (size_t i = 0; i < await->item_count; i++)
        gather_take(l, await, i, targets[i]);
}

/* ---- one call ---- */

/*
 * A call by name is announced after its arguments were evaluated: those that call are kept in temporaries, and
 * so is a callee that is computed, as it is named twice.
 */
static void keep_calls(struct lower *l, struct await *await, struct operands *operands)
{
    for (size_t i = 0; i < operands->count; i++) {
        struct node *item = operands->items[i], *name = node_strip(item);
        bool is_name = name->kind == NODE_REFERENCE || name->kind == NODE_X_NAME;
        if (item->parent == await->call && (item == await->call->first ? !is_name : order_may_call(item)))
            lower_save_operand(l, operands, i);
    }
}

/* The operands of a timeout's or another call; the value is the destination as it is when there is a result. */
static struct node *await_operands(struct lower *l, struct node *operation, struct await *await)
{
    struct operands operands = { 0 }, later = { 0 };
    struct node *seconds = NULL;
    call_operands(l, &later, await);
    if (await->seconds)
        seconds = hold(l, operation, &operands, lower_detach(l, await->seconds));
    if (await->target && order_is_stable_place(l->unit->arena, await->target, &later))
        lower_detach(l, await->target);
    else if (await->target)
        begin_place(l, operation, await, &operands);
    node_append(operation, lower_detach(l, await->call));
    call_operands(l, &operands, await);
    lower_operands(l, &operands);
    if (await->kind == AWAIT_CALL)
        keep_calls(l, await, &operands);
    if (await->seconds)
        await->seconds = seconds->first;
    return await->target ? end_place(l, await) : NULL;
}

static struct decl *declare_temporary(struct lower *l, struct type *type)
{
    struct decl *decl = lower_temporary(l, type);
    lower_declare(l, decl, NULL);
    return decl;
}

/* The result of a call that was not late. */
static void take_in_time(struct lower *l, const struct await *await, struct node *target)
{
    struct node *taken = lower_branch(l, lower_truth(l, lower_name(l, await->status), true));
    struct node *assign = node_new(l->unit, NODE_X_ASSIGN);
    assign->begin = await->call->begin; /* in its line, as compilers may have something to say of the assignment */
    assign->end = await->call->end;
    assign->part[0] = target;
    assign->part[1] = lower_name(l, await->result);
    node_append(assign, target);
    node_append(assign, assign->part[1]);
    node_append(taken->part[1], assign);
}

void lower_add_await(struct lower *l, struct node *node)
{
    arena_push(l->unit->arena, l->function->awaits, l->function->await_count, node);
    node->await->number = (unsigned)l->function->await_count;
    lower_add(l, node);
}

void lower_await(struct lower *l, struct node *node)
{
    struct await *await = node->await;
    if (await->kind == AWAIT_GATHER) {
        lower_gather(l, node);
        return;
    }
    struct node *operation = operation_for(l, node), *target = await_operands(l, operation, await);
    struct type *value = await->call->type;
    if (!type_is_void(value)) {
        await->result = declare_temporary(l, type_value(l->unit, value));
        await->result->is_result = true;
        await->result->needs_zero = await->is_timeout; /* no compiler sees that the status tells whether it is set */
    }
    if (await->is_timeout)
        await->status = declare_temporary(l, lower_int_type(l));
    struct decl *shown = await->is_timeout ? await->status : await->result;
    node_substitute(node, shown ? lower_name(l, shown) : node_new(l->unit, NODE_X_NOTHING));
    if (await->kind == AWAIT_PLAIN) {
        if (await->result) {
            await->result->is_plain_result = true;
            await->result->is_dropped = await->is_timeout && !target;
        }
        await->number = 0;
        lower_add(l, operation);
    } else {
        lower_add_await(l, operation);
    }
    if (await->is_timeout && target && await->result)
        take_in_time(l, await, target);
}
