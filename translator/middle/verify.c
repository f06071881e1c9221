#include "verify.h"

#include "base/arena.h"
#include "base/diag.h"
#include "order.h"
#include "seen.h"
#include "tree/tree.h"

struct verify {
    const struct unit *unit;
    const struct function *function;
    enum verify_pass pass;
    struct diagnostics *diagnostics;
    bool failed;
};

/* Says it for the first breach only: what follows of it would be noise. */
static void expect(struct verify *v, bool holds, const struct node *at, const char *what)
{
    static const char *const names[] = {
#define FRONT(name, ensures)
#define PASS(name, function, ensures) #name,
#include "passes.def"
#undef FRONT
#undef PASS
        [VERIFY_COUNT] = "emit",
    };
    if (holds || v->failed)
        return;
    v->failed = true;
    while (at && !at->end)
        at = at->parent;
    at = at ? at : v->function->node;
    struct place place = unit_place(v->unit, at->begin, at->end);
    diag_internal(v->diagnostics, &place, "behind '%s', %s", names[v->pass], what);
}

/* ---- every node, after every pass ---- */

static void verify_links(struct verify *v, const struct node *node)
{
    const struct node *last = NULL;
    for (const struct node *child = node->first; child; child = child->next) {
        expect(v, child->parent == node, child, "a node is the child of another one than its parent");
        last = child;
    }
    expect(v, node->last == last, node, "the last child is another one");
    for (int i = 0; i < 4; i++) {
        const struct node *child = node->part[i] ? node->first : NULL;
        while (child && child != node->part[i])
            child = child->next;
        expect(v, child == node->part[i], node, "a part is no child");
    }
}

static void verify_kind(struct verify *v, const struct node *node, const struct await *await)
{
    expect(v, await->kind == await->settled, node, "an await is of another kind than was settled");
    for (size_t i = 0; i < await->item_count; i++)
        verify_kind(v, node, await->items[i]);
}

/* ---- awaits in statements ---- */

/* What is called between the announcement of a call and the call itself would take it for its own. */
static void verify_call(struct verify *v, const struct node *node)
{
    const struct await *await = await_operation(node->await);
    if (await->kind != AWAIT_CALL)
        return;
    for (const struct node *argument = await->call->first->next; argument; argument = argument->next)
        expect(v, !order_may_call(argument), argument, "an argument of an announced call makes a call");
}

static size_t count_pooled(const struct await *await)
{
    size_t count = await->is_pooled;
    for (size_t i = 0; i < await->item_count; i++)
        count += count_pooled(await->items[i]);
    return count;
}

static size_t count_taken(const struct node *node, const struct await *await)
{
    size_t count = node->kind == NODE_X_TAKE && node->await->is_pooled && node->await->number == await->number;
    for (const struct node *child = node->first; child; child = child->next)
        count += count_taken(child, await);
    return count;
}

static bool is_of_taking(const struct node *node)
{
    return node->kind == NODE_X_TAKE || node->kind == NODE_X_IF || node->kind == NODE_X_DECLARE ||
           node->kind == NODE_X_ASSIGN;
}

/* The pooled unit of an item is given back by taking its result. */
static void verify_items(struct verify *v, const struct node *node)
{
    size_t taken = 0;
    for (const struct node *next = node->next; next && is_of_taking(next); next = next->next)
        taken += count_taken(next, node->await);
    expect(v, taken == count_pooled(node->await), node, "an item of a gather is not taken");
}

static void verify_operation(struct verify *v, const struct node *node)
{
    const struct await *await = node->await;
    const struct function *function = v->function;
    expect(v, node->parent && !node_is_expression(node->parent), node, "an await stands in an expression");
    if (!await->number)
        expect(v, await_operation(await)->kind == AWAIT_PLAIN, node, "an await that may suspend has no number");
    else
        expect(v, await->number <= function->await_count && function->awaits[await->number - 1] == node, node,
               "an await's number is not its place");
    verify_call(v, node);
    verify_items(v, node);
}

/* ---- what is assigned to ---- */

/* What is stored into a temporary that has a value of the user's is lost; one that has an address leads on. */
static void verify_destination(struct verify *v, const struct node *node)
{
    const struct node *place = node->kind == NODE_ASSIGN ? node->first : node->part[0];
    while (place && place->kind == NODE_PAREN)
        place = place->first;
    expect(v, !place || place->kind != NODE_X_NAME || !decl_is_temporary(place->decl) || place->is_through, node,
           "what is assigned to is a copy");
}

/* ---- behind liveness, and behind the frame ---- */

static void verify_live(struct verify *v, const struct node *node)
{
    for (size_t i = 0; i < node->await->live_count; i++) {
        const struct decl *decl = node->await->live[i];
        expect(v, !decl_is_resident(decl), node, "a local that lives in the frame is spilled");
        if (v->pass == VERIFY_live && i > 0) /* in order, until they are packed */
            expect(v, local_of(node->await->live[i - 1])->index < local_of(decl)->index, node, "a local is spilled twice");
    }
}

static void verify_embedded(struct verify *v, const struct node *node, const struct await *await)
{
    expect(v, await->kind != AWAIT_FRAME || (await->callee->function && await->callee->function->frame), node,
           "an embedded callee has no frame");
    for (size_t i = 0; i < await->item_count; i++)
        verify_embedded(v, node, await->items[i]);
}

/* Of what is not of its type it has the size: clang's own, of which the slot's dimensions know nothing. */
static bool fits_slot(const struct decl *decl)
{
    struct type *type = decl->type;
    long long count = 1;
    for (const struct type *slot = local_of(decl)->slot; slot->kind == TYPE_ARRAY; slot = slot->target)
        count *= slot->count;
    for (type = type_plain(type); type->kind == TYPE_ARRAY; type = type_plain(type->target))
        ;
    return type->kind == TYPE_VARIABLE_ARRAY || count * type->size == type_plain(decl->type)->size;
}

static void verify_residents(struct verify *v)
{
    for (size_t i = 0; i < v->function->local_count; i++) {
        const struct decl *decl = v->function->locals[i]->decl;
        expect(v, !decl_is_resident(decl) || (local_of(decl)->field && decl->written), decl->node,
               "a local that lives in the frame has no member");
        expect(v, !decl_is_resident(decl) || (local_of(decl)->slot != NULL) == type_is_variable(decl->type), decl->node,
               "a local of a variably modified type has no slot of pointers");
        expect(v, !local_of(decl)->slot || fits_slot(decl), decl->node, "a local's member has another size than its type");
    }
}

/* ---- the walk ---- */

static void verify_node(struct verify *v, const struct node *node)
{
    if (node->await)
        verify_kind(v, node, node->await);
    if (v->pass >= VERIFY_scope)
        expect(v, node->kind != NODE_DEFER, node, "a defer is left");
    if (v->pass < VERIFY_lower)
        return;
    if (node->kind == NODE_STATEMENT_EXPRESSION && (v->function->suspends || v->function->has_defer))
        expect(v, !seen_leaves(node), node, "a jump out of an expression is left in it");
    if (node->kind == NODE_AWAIT)
        expect(v, !await_may_suspend(node->await), node, "an await that may suspend is left in an expression");
    if (node->kind == NODE_ASSIGN || node->kind == NODE_X_ASSIGN || node->kind == NODE_X_TAKE)
        verify_destination(v, node);
    if (node->kind != NODE_X_AWAIT)
        return;
    verify_operation(v, node);
    if (v->pass >= VERIFY_live)
        verify_live(v, node);
    if (v->pass >= VERIFY_frame)
        verify_embedded(v, node, node->await);
}

static void verify_tree(struct verify *v, const struct node *node)
{
    if (v->failed)
        return;
    verify_links(v, node);
    if (node->kind == NODE_UNEVALUATED)
        return;
    verify_node(v, node);
    for (const struct node *child = node->first; child; child = child->next)
        verify_tree(v, child);
}

void verify_function(const struct unit *unit, const struct function *function, enum verify_pass pass,
                     struct diagnostics *diagnostics)
{
    struct verify verify = { unit, function, pass, diagnostics, false };
    verify_tree(&verify, function->body);
    if (pass >= VERIFY_frame && function->suspends)
        verify_residents(&verify);
}

/* ---- the output ---- */

/* Text of the user's is copied from one child that is written apart to the next: each has to come by. */
static bool is_to_be_written(const struct node *node)
{
    bool is_made = node->kind >= NODE_X_SEQUENCE && node->kind < NODE_X_NAME;
    bool is_users = node->kind == NODE_RETURN || node->kind == NODE_AWAIT;
    return node->parent->kind < NODE_X_SEQUENCE && (is_made || (is_users && node->is_edited));
}

static void verify_emitted(struct verify *v, const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED || v->failed)
        return;
    expect(v, node->is_written || !is_to_be_written(node), node, "a statement has not been written");
    for (const struct node *child = node->first; child; child = child->next)
        verify_emitted(v, child);
}

void verify_written(const struct unit *unit, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < unit->function_count; i++) {
        struct verify verify = { unit, unit->functions[i], VERIFY_COUNT, diagnostics, false };
        verify_emitted(&verify, unit->functions[i]->body);
    }
}

/* ---- the tree ---- */

static bool is_jump(enum node_kind kind)
{
    return kind == NODE_RETURN || kind == NODE_BREAK || kind == NODE_CONTINUE || kind == NODE_GOTO;
}

/* Takes down the node's and those below: `found` has one for each of unit->jumps, which are in order. */
static void find_jumps(const struct unit *unit, const struct node *node, bool *found)
{
    size_t low = 0, high = is_jump(node->kind) && !node->source ? unit->jump_count : 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (unit->jumps[middle].at < node->begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; is_jump(node->kind) && low < unit->jump_count && unit->jumps[low].at == node->begin; low++)
        found[low] = found[low] || unit->jumps[low].kind == node->kind;
    for (const struct node *child = node->first; child; child = child->next)
        find_jumps(unit, child, found);
}

void verify_jumps(const struct unit *unit, struct diagnostics *diagnostics)
{
    bool *found = arena_get(unit->arena, unit->jump_count * sizeof *found + 1);
    for (size_t i = 0; i < unit->function_count; i++)
        find_jumps(unit, unit->functions[i]->body, found);
    for (size_t i = 0; i < unit->jump_count; i++) {
        /* GNU C lets an `extern inline` function be defined again: the first definition is not translated. */
        if (found[i] || !unit_function_at(unit, unit->jumps[i].at))
            continue;
        struct place place = unit_place(unit, unit->jumps[i].at, unit->jumps[i].at);
        diag_internal(diagnostics, &place, "behind 'parse', a jump is not in the tree");
        return;
    }
}
