#include "dialect.h"

#include "base/arena.h"
#include "tree/async_type.h"
#include "base/diag.h"

#include <string.h>

int dialect_is_async(struct node *node)
{
    return async_type_is_async(async_type_of(node));
}

struct decl *dialect_callee(struct node *call)
{
    struct node *callee = node_strip(call->first);
    while (callee && callee->kind == NODE_UNARY)
        callee = node_strip(callee->first);
    return callee && callee->kind == NODE_REFERENCE && callee->decl && callee->decl->kind == DECL_FUNCTION ? callee->decl
                                                                                                           : NULL;
}

static bool is_call_of(struct node *node, const char *name)
{
    if (!node || node->kind != NODE_CALL)
        return false;
    struct decl *callee = dialect_callee(node);
    return callee && strcmp(callee->name, name) == 0;
}

bool dialect_is_shield(const struct node *call)
{
    return is_call_of(node_strip(call->first->next), "asyncc_shield_marker");
}

/* ---- starting tasks ---- */

struct node *dialect_started(struct node *call, const char **word)
{
    static const struct {
        const char *name, *word;
        int argument;
        bool has_value; /* whose type the macro needs: see shape_cast. Else it says ((void)(call), 0) */
    } starters[] = { { "asyncc_create_task", "create_task", 0, true },
                     { "asyncc_spawn", "spawn", 0, false },
                     { "asyncc_group_spawn", "async_group_spawn", 1, true },
                     { "asyncc_group_create_task", "async_group_create_task", 1, true },
                     { "asyncc_run", "async_run", 0, true },
                     { "asyncc_run_until_complete", "async_run_until_complete", 1, true } };
    struct decl *callee = call->kind == NODE_CALL ? dialect_callee(call) : NULL;
    if (!callee || strncmp(callee->name, "asyncc_", 7) != 0)
        return NULL;
    for (size_t i = 0; i < sizeof starters / sizeof *starters; i++) {
        if (strcmp(callee->name, starters[i].name) != 0)
            continue;
        struct node *argument = call->first->next;
        for (int k = 0; k < starters[i].argument && argument; k++)
            argument = argument->next;
        argument = node_strip(argument);
        if (!argument || argument->kind == NODE_LITERAL || (!starters[i].has_value && argument->kind != NODE_BINARY))
            return NULL;
        if (word)
            *word = starters[i].word;
        return node_strip_casts(starters[i].has_value ? argument : argument->first);
    }
    return NULL;
}

/* ---- await ---- */

static struct node *comma_leftmost(struct node *node)
{
    node = node_strip(node);
    while (node && node->kind == NODE_BINARY && node->first)
        node = node_strip(node->first);
    return node;
}

/*
 * asyncc.h makes of await, for us, four times __extension__; at the start of a statement clang's parser makes one
 * of them. The operand below them, and how many there are.
 */
static struct node *below_mark(struct node *node, unsigned *count)
{
    struct node *operand = node;
    for (*count = 0; operand && operand->kind == NODE_UNARY && operand->begin == node->begin && operand->end == node->end &&
                     operand->type == node->type && operand->first && !operand->first->next &&
                     operand->first->type == operand->type && *count < 4;
         ++*count)
        operand = operand->first;
    return operand;
}

static const unsigned apart = sizeof "__extension__"; /* from one of them to the next */

/* Whether the node may be the one that is made at the start of a statement: what it begins with is not too short. */
static bool may_be_mark(const struct node *node)
{
    unsigned distance = node->first->spelled - node->spelled;
    return distance == 0 || distance >= apart - 1;
}

/* Whether the four begin with the node: an operator of the user's in the same macro, or a mark more, is none of them. */
static bool is_mark(const struct node *node)
{
    int count = 1;
    for (; node->first && node->first->kind == NODE_UNARY && node->first->spelled - node->spelled == apart; count++)
        node = node->first;
    return count == 4;
}

/* What the items of a combinator stand behind. */
static enum await_kind marked_kind(struct node *node)
{
    struct decl *callee = node && node->kind == NODE_CALL ? dialect_callee(node) : NULL;
    return callee ? await_of_marker(callee->name) : AWAIT_WRONG;
}

static bool is_marker(struct node *node)
{
    return marked_kind(node) != AWAIT_WRONG;
}

static bool is_async_call(struct node *node)
{
    node = comma_leftmost(node_strip_casts(node));
    if (!node || node->kind != NODE_CALL)
        return false;
    return is_marker(node) || (node->first->type && type_is_task(node->first->type)) || dialect_is_async(node->first) == 1;
}

/* Whether a statement begins with the node. */
static bool begins_statement(const struct node *node)
{
    while (!node_is_statement_position(node) && node->parent && node_is_expression(node->parent) &&
           node->parent->first == node)
        node = node->parent;
    return node_is_statement_position(node);
}

/* What is awaited by the node, or NULL when it is no await. */
static struct node *await_operand(const struct unit *unit, struct node *node)
{
    if (node->kind != NODE_UNARY)
        return NULL;
    unsigned count;
    struct node *operand = below_mark(node, &count);
    const struct token *token = unit_token(unit, node->begin);
    while (token_is(unit, token, "__extension__")) /* the user's */
        token = unit_token(unit, token->end);
    struct invocation *invocation = token ? unit_invocation(unit, token->begin) : NULL;
    if (!invocation || count == 0 || (token->begin > node->begin && operand->begin == token->begin))
        return NULL;
    if (invocation->is_dialect)
        return token_is(unit, token, "await") || token_is(unit, token, "_Await") ? operand : NULL;
    if (count == 4 && is_mark(node))
        return operand;
    bool is_call = is_async_call(operand) || (invocation->says_await && node_strip(operand)->kind == NODE_CALL);
    return count == 1 && is_call && may_be_mark(node) && begins_statement(node) ? operand : NULL;
}

static struct await *await_new(struct unit *unit, struct node *at)
{
    struct await *await = arena_get(unit->arena, sizeof *await);
    await->problem = -1;
    await->problem_at = at;
    await->kind = AWAIT_WRONG;
    return await;
}

static void problem(struct await *await, enum diag_id id, struct node *at, const char *word)
{
    if (await->problem < 0) {
        await->problem = (int)id;
        await->problem_at = at;
        await->word = word;
    }
}

static void find_call(struct await *await, struct node *call);
static void find_operand(struct unit *unit, struct await *await, struct node *operand);

/* The items of (marker(...), item, item): right operands of the commas, in order. */
static size_t comma_items(struct node *node, struct node **items, size_t room)
{
    node = node_strip(node);
    if (!node || node->kind != NODE_BINARY)
        return 0;
    size_t count = comma_items(node->first, items, room);
    if (count < room)
        items[count] = node->last;
    return count + 1;
}

/* "lv = ..." or what can be awaited, as an await of its own. */
static struct await *find_item(struct unit *unit, struct node *item, const char *word)
{
    struct await *await = await_new(unit, item);
    struct node *inner = node_strip_casts(item), *value = item;
    await->word = word;
    await->expression = item;
    if (inner && inner->first && !is_marker(comma_leftmost(inner)) &&
        (inner->kind == NODE_ASSIGN || (inner->kind == NODE_BINARY && inner->op == OP_OTHER))) {
        await->expression = inner;
        await->target = inner->first;
        value = inner->last;
    }
    find_operand(unit, await, value);
    if (await->target && node_strip(value)->kind == NODE_CAST)
        await->value = value;
    if (await->kind == AWAIT_WRONG)
        problem(await, DIAG_GATHER_ITEM, item, word);
    return await;
}

static void find_items(struct unit *unit, struct await *await, struct node **items, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        struct await *item = find_item(unit, items[i], word);
        arena_push(unit->arena, await->items, await->item_count, item);
    }
}

/* Whether what is awaited can say by a negative value that it has failed. */
static bool may_fail(const struct await *await)
{
    if (!await->call)
        return await_form(await)->value != VALUE_RESULT;
    const struct type *type = type_plain(await->call->type);
    return type->is_integer && type->kind == TYPE_SCALAR && type->size >= 4 && type->size <= 8 &&
           !strstr(type->name, "unsigned");
}

/* Several calls in a timeout are a gather of them. */
static void find_timeout(struct unit *unit, struct await *await, struct node *marker, struct node **items, size_t count)
{
    struct await *inner = await;
    await->kind = AWAIT_TIMEOUT;
    await->seconds = marker->last;
    if (count > 1) {
        inner = await_new(unit, items[0]);
        inner->kind = AWAIT_GATHER;
        inner->is_several = true;
        arena_push(unit->arena, await->items, await->item_count, inner);
    }
    find_items(unit, inner, items, count, "timeout");
}

/* The marker, its operands, and what stands for the value of a race or timeout. */
static void find_combinator(struct unit *unit, struct await *await, struct node *marker, struct node *chain)
{
    enum { MOST = 4096 };
    struct node *items[MOST];
    size_t count = comma_items(chain, items, MOST);
    enum await_kind kind = marked_kind(marker);
    count = count > MOST ? MOST : count - (count && await_forms[kind].value != VALUE_RESULT);
    marker->is_consumed = chain->is_consumed = true;
    if (kind == AWAIT_TIMEOUT) {
        find_timeout(unit, await, marker, items, count);
        return;
    }
    await->kind = kind;
    find_items(unit, await, items, count, await_forms[kind].word);
    for (size_t i = 0; i < await->item_count && await_forms[kind].value == VALUE_SUCCESS; i++)
        if (await->items[i]->kind != AWAIT_WRONG && !may_fail(await->items[i]))
            problem(await->items[i], DIAG_FIRST_OK_ITEM, await->items[i]->expression, await_forms[kind].word);
}

static void find_call(struct await *await, struct node *call)
{
    struct node *callee = call->first;
    await->call = call;
    call->is_consumed = true;
    if (callee && type_is_task(callee->type)) {
        await->kind = dialect_is_shield(call) ? AWAIT_SHIELD : AWAIT_JOIN;
        return;
    }
    await->callee = dialect_callee(call);
    int async = dialect_is_async(callee);
    if (await->callee ? await->callee->is_async || async == 1 : async == 1)
        await->kind = await->callee && await->callee->is_leaf ? AWAIT_LEAF : AWAIT_CALL;
    else
        await->kind = AWAIT_WRONG;
}

/* What stands behind await, or as an item: a call, or a combinator, which is a chain of commas behind its marker. */
static void find_operand(struct unit *unit, struct await *await, struct node *operand)
{
    struct node *inner = node_strip_casts(operand), *marker = comma_leftmost(inner);
    if (inner && inner != marker && is_marker(marker))
        find_combinator(unit, await, marker, inner);
    else if (inner && inner->kind == NODE_CALL)
        find_call(await, inner);
}

static void find_await(struct unit *unit, struct node *node)
{
    struct await *await = await_new(unit, node);
    struct node *operand = node->first, *plain = node_strip(operand);
    node->await = await;
    if (!plain || plain->kind != NODE_CAST || !node_strip_casts(plain) || node_strip_casts(plain)->kind != NODE_CALL)
        find_operand(unit, await, operand);
    if (await->kind == AWAIT_WRONG && await->problem < 0) {
        if (await->callee)
            problem(await, DIAG_AWAIT_PLAIN_CALL, node, await->callee->name);
        else
            problem(await, DIAG_AWAIT_OPERAND, node, NULL);
    }
}

/* ---- the walk ---- */

static void become_await(struct unit *unit, struct node *node)
{
    struct node *operand = await_operand(unit, node);
    node->kind = NODE_AWAIT;
    node->first = node->last = NULL;
    node_append(node, operand);
    find_await(unit, node);
}

static bool is_defer(struct node *node)
{
    return node->kind == NODE_WHILE && is_call_of(node_strip(node->part[PART_CONDITION]), "asyncc_defer_marker");
}

static void become_defer(struct node *node)
{
    struct node *body = node->part[PART_BODY];
    node->kind = NODE_DEFER;
    memset(node->part, 0, sizeof node->part);
    node->first = node->last = NULL;
    node_append(node, body);
    node->part[PART_BODY] = body;
}

static bool is_labelled(const struct node *node)
{
    return node->kind == NODE_LABEL || node->kind == NODE_CASE || node->kind == NODE_DEFAULT;
}

/* `again: defer f();` is `again:; defer f();`: the label is in front of the defer's scope. */
static void take_out_of_labels(struct unit *unit, struct node *statement)
{
    struct node *inner = statement;
    while (is_labelled(inner) && inner->part[PART_BODY])
        inner = inner->part[PART_BODY];
    if (inner == statement || inner->kind != NODE_DEFER)
        return;
    struct node *nothing = node_new(unit, NODE_NULL);
    node_substitute(inner, nothing);
    for (struct node *label = nothing->parent; label != statement->parent; label = label->parent)
        label->end = inner->begin;
    nothing->end = nothing->begin;
    inner->parent = statement->parent;
    inner->next = statement->next;
    statement->next = inner;
    if (inner->parent->last == statement)
        inner->parent->last = inner;
}

/* The calls in a gather, race or timeout that is not awaited: that is said once, for the whole. */
static void consume_items(struct unit *unit, struct node *marker)
{
    for (struct node *node = marker->parent; node && (node->kind == NODE_BINARY || node->kind == NODE_PAREN);
         node = node->parent)
        if (node->kind == NODE_BINARY)
            find_item(unit, node->last, "");
}

/* Its macro makes the call around what the user wrote: it has the text up to there, and not what the macro makes behind. */
static void settle_marker(const struct unit *unit, struct node *marker)
{
    const struct invocation *word = unit_invocation(unit, marker->begin);
    if (word && word->is_dialect)
        marker->end = marker->first->next ? marker->last->end : word->end;
}

static void find(struct unit *unit, struct node *node)
{
    if (node->kind == NODE_LABEL) /* libclang shows some operands twice, and the copy that was dropped may be the last */
        node->decl->node = node;
    if (is_marker(node))
        settle_marker(unit, node);
    if (!node->is_consumed && is_marker(node))
        consume_items(unit, node);
    if (await_operand(unit, node))
        become_await(unit, node);
    else if (is_defer(node))
        become_defer(node);
    struct node *started = node->kind == NODE_CALL ? dialect_started(node, NULL) : NULL;
    if (started && started->kind == NODE_CALL)
        started->is_consumed = true;
    else if (started && is_marker(comma_leftmost(started))) /* that is no call is said once, for the whole */
        find_combinator(unit, await_new(unit, node), comma_leftmost(started), started);
    if (node->kind == NODE_FUNCTION && node->part[PART_BODY] && node->decl->is_async && node->decl->definition != node) {
        /* GNU's extern inline: for inlining only, and the real one comes later */
        struct node *body = node->part[PART_BODY];
        unit_add_edit(unit, body->begin, body->end, ";");
        body->first = body->last = NULL;
        return;
    }
    if (node->kind == NODE_FUNCTION && node->part[PART_BODY] && node->decl->is_async) {
        struct function *function = arena_get(unit->arena, sizeof *function);
        function->decl = node->decl;
        function->node = node;
        function->body = node->part[PART_BODY];
        function->is_main = strcmp(node->decl->name, "main") == 0 && !node->decl->is_static;
        node->decl->function = function;
        arena_push(unit->arena, unit->functions, unit->function_count, function);
    }
    bool any = node->kind == NODE_AWAIT;
    for (struct node *child = node->first; child; child = child->next) {
        find(unit, child);
        any = any || child->awaits;
        if (node->kind == NODE_COMPOUND)
            take_out_of_labels(unit, child);
    }
    node->awaits = any && node->kind != NODE_UNEVALUATED;
}

void dialect_find(struct unit *unit)
{
    find(unit, unit->root);
}
