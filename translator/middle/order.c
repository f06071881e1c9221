#include "order.h"

#include "base/arena.h"
#include "tree/object.h"

/* ---- what an expression accesses ---- */

struct access {
    const void *object; /* a declaration, a literal, or `observed`; NULL: whatever has an address */
    size_t operand;
    bool writes;
    bool is_private; /* nothing but its name leads to the object */
    bool is_element; /* of an array, which would have to be kept for it */
    bool leaves;     /* what stands behind may never be evaluated, or much later */
};

/* What stands for all accesses to volatile objects, whose order can be told. */
static const char observed;

struct walk {
    struct accesses *to;            /* where the accesses are added */
    const struct accesses *against; /* or what they are compared with, from this operand on; */
    size_t from;
    bool conflicts; /* the order of some of them matters */
    bool compares;  /* operands with each other, */
    bool marks;     /* and marks the operators of those whose order matters */
    size_t operand;
};

/* Whether it makes a difference which of the two comes first. */
static bool conflict(const struct access *a, const struct access *b)
{
    if (!a->writes && !b->writes)
        return false;
    if (a->leaves || b->leaves)
        return (a->writes && b->writes) || a->is_element || b->is_element || !(a->is_private || b->is_private);
    if (a->object && b->object)
        return a->object == b->object;
    return !a->is_private && !b->is_private;
}

static void add(struct walk *w, struct access access)
{
    access.operand = w->operand;
    if (!w->against) {
        arena_push(w->to->arena, w->to->items, w->to->count, access);
        w->to->writes += access.writes;
        w->to->last_writer = access.writes ? access.operand : w->to->last_writer;
        return;
    }
    for (size_t i = w->against->count; i > 0 && !w->conflicts && w->against->items[i - 1].operand >= w->from; i--)
        w->conflicts = conflict(&access, &w->against->items[i - 1]);
}

/* Other code runs, or a pointer writes. */
static void add_call(struct walk *w)
{
    add(w, (struct access){ .writes = true });
}

static void add_leaving(struct walk *w)
{
    add(w, (struct access){ .writes = true, .leaves = true });
}

static bool is_observed(struct type *type)
{
    return type && (type_quals(type) & QUAL_VOLATILE || type_plain(type)->kind == TYPE_ATOMIC);
}

static bool is_element(const struct node *place)
{
    while (place && (place->kind == NODE_PAREN || place->kind == NODE_MEMBER))
        place = place->first;
    return place && place->kind == NODE_SUBSCRIPT;
}

struct object {
    struct walk *walk;
    const struct node *place;
    bool writes, is_found;
};

static void access_base(void *data, struct node *base)
{
    struct object *object = data;
    const struct decl *decl = base->kind == NODE_REFERENCE ? base->decl : NULL;
    object->is_found = true;
    if (!decl)
        return; /* a literal's or a temporary's, which no other operand reaches */
    if (decl->kind == DECL_FUNCTION || decl->kind == DECL_CONSTANT)
        return;
    if (!object->writes && (type_quals(decl->type) & (QUAL_CONST | QUAL_VOLATILE)) == QUAL_CONST)
        return;
    add(object->walk, (struct access){ .object = decl,
                                       .writes = object->writes,
                                       .is_private = decl_is_automatic(decl) && !decl->is_address_taken,
                                       .is_element = is_element(object->place) });
}

/* The object that the place designates is read or written. */
static void access_object(struct walk *w, const struct node *place, bool writes)
{
    struct object object = { w, place, writes, false };
    object_bases((struct node *)place, access_base, &object);
    if (!object.is_found)
        add(w, (struct access){ .writes = writes });
    if (is_observed(place->type))
        add(w, (struct access){ .object = &observed, .writes = true, .is_private = true });
}

static void walk_place(struct walk *w, struct node *node);
static void walk_value(struct walk *w, struct node *node);

static bool is_array(const struct node *node)
{
    enum type_kind kind = node->type ? type_plain(node->type)->kind : TYPE_VOID;
    return kind == TYPE_ARRAY || kind == TYPE_VARIABLE_ARRAY || kind == TYPE_FUNCTION;
}

static bool is_pointer(const struct node *node)
{
    return node->type && type_plain(node->type)->kind == TYPE_POINTER;
}

/* ---- operators ---- */

/* Operands of one operator, and what they have accessed. */
struct comparison {
    struct walk *walk;
    struct node *node;
    size_t begin, end; /* of those before */
    size_t writes;     /* how many there were before them all */
    bool conflicts;
};

static struct comparison begin_operands(struct walk *w, struct node *node)
{
    size_t count = w->compares ? w->to->count : 0, writes = w->compares ? w->to->writes : 0;
    return (struct comparison){ .walk = w, .node = node, .begin = count, .end = count, .writes = writes };
}

/* The accesses from `end` on are one more operand's. */
static bool conflicts_with_others(const struct comparison *c)
{
    const struct accesses *all = c->walk->to;
    for (size_t i = c->begin; i < c->end; i++)
        for (size_t k = c->end; k < all->count; k++)
            if (conflict(&all->items[i], &all->items[k]))
                return true;
    return false;
}

static void mark(struct node *node)
{
    for (; node && !node->to_lower; node = node->parent)
        node->to_lower = true;
}

static void end_operand(struct comparison *c)
{
    struct walk *w = c->walk;
    if (!w->compares || c->conflicts)
        return;
    c->conflicts = w->to->writes > c->writes && conflicts_with_others(c);
    c->end = w->to->count;
    w->conflicts = w->conflicts || c->conflicts;
    if (w->marks && c->conflicts)
        mark(c->node);
}

static bool is_sequenced(const struct node *node)
{
    return node->op == OP_AND || node->op == OP_OR || node->op == OP_COMMA || node->kind == NODE_CONDITIONAL ||
           node->kind == NODE_GENERIC || node->kind == NODE_OTHER || !node_is_expression(node);
}

static void walk_children(struct walk *w, struct node *node)
{
    struct comparison operands = begin_operands(w, node);
    for (struct node *child = node->first; child; child = child->next) {
        walk_value(w, child);
        if (!is_sequenced(node))
            end_operand(&operands);
    }
}

static void walk_assignment(struct walk *w, struct node *node)
{
    struct comparison operands = begin_operands(w, node);
    walk_value(w, node->last);
    end_operand(&operands);
    walk_place(w, node->first);
    if (node->kind == NODE_COMPOUND_ASSIGN)
        access_object(w, node->first, false);
    end_operand(&operands);
    access_object(w, node->first, true);
}

/* What may do anything with what it names. */
static void walk_unknown(struct walk *w, struct node *node)
{
    if (!node->first)
        return;
    walk_children(w, node);
    bool is_any = node->kind == NODE_ASM || node->kind == NODE_UNARY;
    for (struct node *child = node->first; child; child = child->next)
        if (node_is_expression(child) && (is_any || object_is_place(child)))
            access_object(w, child, true);
    add_call(w);
}

/* A conversion, unless it is an expression that libclang has no name for, such as a va_arg. */
static bool is_conversion(const struct node *node)
{
    if (!node->first || !node->type || !node->first->type)
        return true;
    enum type_kind from = type_plain(node->first->type)->kind, to = type_plain(node->type)->kind;
    return (from != TYPE_POINTER && from != TYPE_RECORD) || from == to || to == TYPE_BOOL || to == TYPE_VOID;
}

static void walk_unary(struct walk *w, struct node *node)
{
    switch (node->op) {
    case OP_ADDRESS: walk_place(w, node->first); break;
    case OP_INCREMENT:
        walk_place(w, node->first);
        access_object(w, node->first, true);
        break;
    case OP_DEREFERENCE:
        walk_place(w, node);
        if (!is_array(node))
            access_object(w, node, false);
        break;
    case OP_OTHER: walk_unknown(w, node); break;
    default: walk_children(w, node); break;
    }
}

static void walk_await(struct walk *w, struct node *node)
{
    walk_children(w, node);
    if (await_may_suspend(node->await))
        add_leaving(w);
    else
        add_call(w);
}

/* Its statements follow each other; their expressions are whole ones, each for itself. */
static void walk_statement_expression(struct walk *w, struct node *node)
{
    bool compares = w->compares, marks = w->marks;
    w->compares = w->marks = false; /* those inside are marked once, below */
    walk_children(w, node);
    w->compares = compares;
    w->marks = marks;
    if (marks)
        order_mark(w->to->arena, node->first);
}

/* What designates an object is evaluated; the object is not looked at. */
static void walk_place(struct walk *w, struct node *node)
{
    switch (node->kind) {
    case NODE_REFERENCE: break;
    case NODE_PAREN: walk_place(w, node->first); break;
    case NODE_MEMBER:
        if (node->first && is_pointer(node->first))
            walk_value(w, node->first);
        else if (node->first)
            walk_place(w, node->first);
        break;
    case NODE_SUBSCRIPT: walk_children(w, node); break;
    case NODE_UNARY:
        if (node->op == OP_DEREFERENCE)
            walk_value(w, node->first);
        else
            walk_value(w, node);
        break;
    case NODE_GENERIC:
        for (struct node *arm = node->first ? node->first->next : NULL; arm; arm = arm->next)
            walk_place(w, arm);
        break;
    default: walk_value(w, node); break;
    }
}

static void walk_value(struct walk *w, struct node *node)
{
    switch (node->kind) {
    case NODE_UNEVALUATED:
        if (node->may_be_sizes)
            walk_children(w, node);
        break;
    case NODE_REFERENCE:
    case NODE_MEMBER:
    case NODE_SUBSCRIPT:
        walk_place(w, node);
        if (!is_array(node))
            access_object(w, node, false);
        break;
    case NODE_X_NAME:
        if (node->is_through)
            add(w, (struct access){ .writes = false });
        break;
    case NODE_IMPLICIT:
        if (is_conversion(node))
            walk_children(w, node);
        else
            walk_unknown(w, node);
        break;
    case NODE_UNARY: walk_unary(w, node); break;
    case NODE_X_ADDRESS: walk_place(w, node->first); break;
    case NODE_BINARY:
        walk_children(w, node);
        if (node->op == OP_OTHER) /* perhaps an assignment */
            access_object(w, node->first, true);
        break;
    case NODE_ASSIGN:
    case NODE_COMPOUND_ASSIGN: walk_assignment(w, node); break;
    case NODE_GENERIC: /* the type of the first, which is not evaluated, selects one of the others */
        for (struct node *arm = node->first ? node->first->next : NULL; arm; arm = arm->next)
            walk_value(w, arm);
        break;
    case NODE_COMPOUND_LITERAL:
        walk_children(w, node);
        add(w, (struct access){ .object = node, .writes = true, .is_private = true });
        break;
    case NODE_CALL:
    case NODE_X_OBJECT:
        walk_children(w, node);
        add_call(w);
        break;
    case NODE_AWAIT: walk_await(w, node); break;
    case NODE_STATEMENT_EXPRESSION: walk_statement_expression(w, node); break;
    case NODE_ASM:
    case NODE_OTHER: walk_unknown(w, node); break;
    case NODE_RETURN:
    case NODE_GOTO:
    case NODE_GOTO_INDIRECT:
    case NODE_BREAK:
    case NODE_CONTINUE:
        walk_children(w, node);
        add_leaving(w);
        break;
    default: walk_children(w, node); break;
    }
}

/* ---- what can stay in the text ---- */

/* An operand is asked for its value, unless it is what an assignment assigns to. */
static void walk_operand(struct walk *w, struct node *node)
{
    const struct node *parent = node->parent;
    bool is_target =
        parent && (parent->kind == NODE_ASSIGN || parent->kind == NODE_COMPOUND_ASSIGN) && parent->first == node;
    if (!is_target || parent->kind == NODE_COMPOUND_ASSIGN)
        walk_value(w, node);
    else
        walk_place(w, node);
}

struct accesses order_accesses(struct arena *arena, const struct operands *operands)
{
    struct accesses accesses = { .arena = arena };
    struct walk walk = { .to = &accesses };
    for (walk.operand = 1; walk.operand < operands->count; walk.operand++)
        walk_operand(&walk, operands->items[walk.operand]);
    return accesses;
}

static bool is_only_read(const struct node *node)
{
    switch (node->kind) {
    case NODE_LITERAL:
    case NODE_STRING:
    case NODE_FUNCTION_NAME:
    case NODE_PAREN:
    case NODE_CAST:
    case NODE_CONDITIONAL:
    case NODE_X_NAME:
    case NODE_X_REST:
    case NODE_X_TRUTH: return true;
    case NODE_REFERENCE:
    case NODE_MEMBER:
    case NODE_SUBSCRIPT: return !is_observed(node->type);
    case NODE_IMPLICIT: return is_conversion(node);
    case NODE_BINARY: return node->op != OP_OTHER;
    case NODE_UNARY: return node->op != OP_INCREMENT && node->op != OP_OTHER && !is_observed(node->type);
    default: return false;
    }
}

/* Whether evaluating the node writes nothing. Known from its operands, whom a pass that asks has been through, it is known for good. */
static bool only_reads(struct node *node)
{
    enum { UNKNOWN, NO, YES };
    if (node->only_reads != UNKNOWN)
        return node->only_reads == YES;
    bool reads = is_only_read(node);
    for (struct node *child = node->first; child && reads; child = child->next)
        reads = only_reads(child);
    node->only_reads = reads ? YES : NO;
    return reads;
}

bool order_can_wait(const struct node *node, const struct accesses *operands, size_t from)
{
    if (operands->count == 0 || operands->items[operands->count - 1].operand < from)
        return true;
    if (operands->last_writer < from &&
        only_reads((struct node *)node)) /* so that a long sum is not walked for each operand */
        return true;
    struct walk walk = { .against = operands, .from = from };
    walk_operand(&walk, (struct node *)node);
    return !walk.conflicts;
}

bool order_is_stable_place(struct arena *arena, const struct node *node, const struct operands *later)
{
    struct accesses accesses = { .arena = arena };
    struct walk walk = { .to = &accesses };
    for (size_t i = 0; i < later->count; i++)
        walk_operand(&walk, later->items[i]);
    add_leaving(&walk);
    walk = (struct walk){ .against = &accesses };
    walk_place(&walk, (struct node *)node);
    return !walk.conflicts;
}

bool order_may_call(const struct node *node)
{
    switch (node->kind) {
    case NODE_UNEVALUATED: return false;
    case NODE_CALL:
    case NODE_STATEMENT_EXPRESSION:
    case NODE_AWAIT:
    case NODE_OTHER: return true;
    default: break;
    }
    for (const struct node *child = node->first; child; child = child->next)
        if (order_may_call(child))
            return true;
    return false;
}

bool order_may_suspend(const struct node *node)
{
    if (node->kind == NODE_UNEVALUATED || !node->awaits)
        return false;
    if (node->kind == NODE_AWAIT && await_may_suspend(node->await))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (order_may_suspend(child))
            return true;
    return false;
}

/* ---- order ---- */

bool order_matters(struct arena *arena, const struct node *node)
{
    struct accesses accesses = { .arena = arena };
    struct walk walk = { .to = &accesses, .compares = true };
    walk_value(&walk, (struct node *)node);
    return walk.conflicts;
}

void order_mark(struct arena *arena, struct node *node)
{
    if (!node->to_lower)
        return;
    if (node_is_expression(node)) {
        struct accesses accesses = { .arena = arena };
        struct walk walk = { .to = &accesses, .compares = true, .marks = true };
        walk_value(&walk, node);
        return;
    }
    for (struct node *child = node->first; child; child = child->next)
        order_mark(arena, child);
}
