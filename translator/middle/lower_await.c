/*
 * lower_await.c - awaits: their operands, the destinations of their results, and the operation that is left in the list.
 *
 * A result that comes later - of an item of a gather or a race, of a timeout - has a destination that is evaluated where it stands,
 * in front of the call's arguments. It is named when the result is there if nothing can make it another object; otherwise its address
 * is an operand as the arguments are.
 */
#include "lower_internal.h"

#include "base/arena.h"
#include "tree/object.h"

/* The operands of one awaited call, in the order in which they are evaluated. To clang join(t) is a call of (t). */
static void call_operands(struct lower *l, struct operands *operands, struct await *await)
{
    struct node *callee = await->call->first;
    bool is_join = await_form(await)->operand == OPERAND_HANDLE;
    if (is_join)
        callee = node_strip(callee);
    if (is_join || !await->callee)
        arena_push(l->unit->arena, operands->items, operands->count, callee);
    for (struct node *argument = await->call->first->next; argument && !is_join; argument = argument->next)
        arena_push(l->unit->arena, operands->items, operands->count, argument);
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

/* The destination as it is named when there is a result. */
static struct node *end_place(struct lower *l, const struct await *item)
{
    if (!item->is_indirect)
        return item->target;
    struct node *object = held_name(l, item->target);
    if (item->unaligned) {
        object->decl->local->unaligned = item->unaligned;
        object = lower_make(l, NODE_X_UNALIGNED, object);
        object->type = item->unaligned;
    } else {
        object->is_through = true; /* through it */
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

/* ---- operands ---- */

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

/*
 * Of an item of several, another one's result may change what the destination is reached by: only what has a name is named.
 * What must be seen comes first in any case: behind the operation nothing is taken apart any more.
 */
static bool is_stable(struct lower *l, struct await *item, bool is_one)
{
    struct operands later = { 0 };
    if (!is_one || !item->call)
        return object_is_named(item->target);
    if (item->target->to_lower)
        return false;
    call_operands(l, &later, item);
    return order_is_stable_place(l->unit->arena, item->target, &later);
}

/* What is evaluated, in the order in which it stands; `is_one`: there is one call, in time limits or not. */
static void add_operands(struct lower *l, struct node *operation, struct await *await, struct operands *operands,
                         bool is_one)
{
    bool stays = await->target && is_stable(l, await, is_one);
    if (await->target && !stays)
        begin_place(l, operation, await, operands);
    if (await->seconds)
        await->seconds = hold(l, operation, operands, lower_detach(l, await->seconds));
    if (stays)
        lower_detach(l, await->target);
    if (await->value)
        lower_detach(l, await->value);
    if (await->call) {
        node_append(operation, lower_detach(l, await->call));
        call_operands(l, operands, await);
    }
    for (size_t i = 0; i < await->item_count; i++)
        add_operands(l, operation, await->items[i], operands, is_one && await->kind == AWAIT_TIMEOUT);
}

/* All are kept until the last child is made. */
static void end_operands(struct lower *l, struct await *await)
{
    if (await->target)
        await->target = end_place(l, await);
    if (await->seconds)
        await->seconds = await->seconds->first;
    for (size_t i = 0; i < await->item_count; i++)
        end_operands(l, await->items[i]);
}

static void lower_await_operands(struct lower *l, struct node *operation, struct await *await)
{
    struct operands operands = { 0 };
    add_operands(l, operation, await, &operands, true);
    lower_operands(l, &operands);
    if (await_operation(await)->kind == AWAIT_CALL)
        keep_calls(l, await_operation(await), &operands);
    end_operands(l, await);
}

/* ---- results ---- */

static struct decl *declare_temporary(struct lower *l, struct type *type)
{
    struct decl *decl = lower_temporary(l, type);
    lower_declare(l, decl, NULL);
    return decl;
}

/* What is assigned, with the name of the result in the place of what is awaited. */
static struct node *assigned(struct lower *l, const struct await *await, struct node *name)
{
    if (!await->value)
        return name;
    struct node *holder = lower_make(l, NODE_X_EVALUATE, await->value), *inner = await->value;
    const struct node *core = node_strip_casts(inner);
    while (inner != core && inner->begin < core->begin)
        inner = inner->last;
    node_substitute(inner, name);
    return lower_detach(l, holder->first);
}

static void assign(struct lower *l, const struct await *await, struct decl *result)
{
    struct node *node = node_new(l->unit, NODE_X_ASSIGN), *at = await->call ? await->call : await->expression;
    node->begin = at->begin; /* in its line, as compilers may have something to say of the assignment */
    node->end = at->end;
    node->part[0] = await->target;
    node->part[1] = assigned(l, await, lower_name(l, result));
    node_append(node, node->part[0]);
    node_append(node, node->part[1]);
    lower_add(l, node);
}

static struct node *add_take(struct lower *l, struct await *item, struct node *target)
{
    struct node *take = lower_make(l, NODE_X_TAKE, target);
    take->await = item;
    return lower_add(l, take);
}

static struct decl *take_into_temporary(struct lower *l, struct await *item, struct type *type)
{
    struct decl *decl = declare_temporary(l, type);
    add_take(l, item, NULL)->decl = decl;
    return decl;
}

static bool is_to_be_taken(const struct await *await)
{
    bool any = await->target || await->is_pooled;
    for (size_t i = 0; i < await->item_count && !any; i++)
        any = is_to_be_taken(await->items[i]);
    return any;
}

static void take_part(struct lower *l, struct await *await);

/* When the condition holds. */
static void take_if(struct lower *l, struct await *await, struct node *condition)
{
    struct node *list = l->list;
    l->list = lower_branch(l, condition)->part[1];
    take_part(l, await);
    l->list = list;
}

static struct node *is_winner(struct lower *l, struct decl *winner, size_t number)
{
    struct node *node = lower_make(l, NODE_X_IS, lower_name(l, winner));
    node->code = (int)number;
    return node;
}

/* Of a race the winner is taken, in a time limit what was not late. */
static void take_items(struct lower *l, struct await *await)
{
    for (size_t i = 0; i < await->item_count; i++) {
        struct await *item = await->items[i];
        if (!is_to_be_taken(item))
            continue;
        if (await->kind == AWAIT_TIMEOUT)
            take_if(l, item, lower_truth(l, lower_name(l, await->status), true));
        else if (await_has_winner(await))
            take_if(l, item, is_winner(l, await->status, i));
        else
            take_part(l, item);
    }
}

/* The value of what is in an item is in the frame. Destinations inside come first, as in the serial program. */
static void take_part(struct lower *l, struct await *await)
{
    bool has_status = await_form(await)->value != VALUE_RESULT;
    if (has_status && !await->status)
        await->status = take_into_temporary(l, await, lower_int_type(l));
    take_items(l, await);
    if (await->target && (has_status || await->result))
        assign(l, await, has_status ? await->status : await->result);
    else if (await->target && await->value)
        assign(l, await, take_into_temporary(l, await, type_value(l->unit, await->call->type)));
    else if (await->target || await->is_pooled)
        add_take(l, await, await->target);
}

/* ---- the operation ---- */

static void set_path(struct lower *l, struct await *await, const char *path, unsigned level)
{
    await->path = path;
    await->level = level;
    await->number = (unsigned)l->function->await_count;
    for (size_t i = 0; i < await->item_count; i++)
        if (await->kind == AWAIT_TIMEOUT)
            set_path(l, await->items[i], path, level + 1);
        else
            set_path(l, await->items[i], arena_format(l->unit->arena, "%s.child%zu", path, i + 1), 0);
}

void lower_add_await(struct lower *l, struct node *node)
{
    arena_push(l->unit->arena, l->function->awaits, l->function->await_count, node);
    set_path(l, node->await, "", 0);
    lower_add(l, node);
}

static struct node *operation_for(struct lower *l, const struct node *node)
{
    struct node *operation = node_new(l->unit, NODE_X_AWAIT);
    operation->await = node->await;
    operation->begin = node->begin;
    operation->end = node->end;
    return operation;
}

/* What the operation itself gives: the result of its call, whether each time limit was too short, who won. */
static void declare_results(struct lower *l, struct await *await)
{
    struct await *inner = await_operation(await);
    if (inner->call && !type_is_void(inner->call->type)) {
        inner->result = declare_temporary(l, type_value(l->unit, inner->call->type));
        inner->result->local->purpose = PURPOSE_RESULT;
        inner->result->local->needs_zero = inner != await; /* no compiler sees that the status tells whether it is set */
    }
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        await->status = declare_temporary(l, lower_int_type(l));
    if (await_has_winner(await))
        await->status = declare_temporary(l, lower_int_type(l));
}

void lower_await(struct lower *l, struct node *node)
{
    struct await *await = node->await, *inner = await_operation(await);
    struct node *operation = operation_for(l, node);
    lower_await_operands(l, operation, await);
    declare_results(l, await);
    struct decl *shown = await->status ? await->status : await->result;
    node_substitute(node, shown ? lower_name(l, shown) : node_new(l->unit, NODE_X_NOTHING));
    if (inner->kind == AWAIT_PLAIN) {
        if (inner->result) {
            inner->result->local->purpose = PURPOSE_PLAIN_RESULT;
            inner->result->local->is_dropped = inner != await && !is_to_be_taken(inner);
        }
        await->number = 0;
        lower_add(l, operation);
    } else {
        lower_add_await(l, operation);
    }
    take_items(l, await);
}
