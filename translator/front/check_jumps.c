/*
 * check_jumps.c - where control may go: neither into a defer's statement nor out of it, nor past a defer into its scope.
 */
#include "check_internal.h"

static bool has_defer(const struct node *node)
{
    if (node->kind == NODE_DEFER)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (has_defer(child))
            return true;
    return false;
}

/* Whether the function is translated otherwise than word by word. */
static bool is_taken_apart(const struct check *c)
{
    return c->is_async && (c->awaits || has_defer(c->function->definition));
}

/* ---- what stands between two places ---- */

enum between { BETWEEN_NOTHING, BETWEEN_OUT, BETWEEN_INTO, BETWEEN_OVER };

/* Whether a defer's statement holds the one place and not the other. */
static bool is_in_defer(const struct node *inner, const struct node *outer)
{
    for (const struct node *node = inner; node && node->kind != NODE_FUNCTION; node = node->parent)
        if (node->kind == NODE_DEFER && !node_is_inside(outer, node))
            return true;
    return false;
}

/* How many defers of the block stand before the place in it. */
static size_t defers_before(const struct node *block, const struct node *place)
{
    size_t count = 0;
    for (const struct node *child = block->first; child; child = child->next) {
        if (node_is_inside(place, child))
            return count;
        count += child->kind == NODE_DEFER;
    }
    return count;
}

static bool is_over(const struct node *from, const struct node *to)
{
    for (const struct node *block = to->parent; block && block->kind != NODE_FUNCTION; block = block->parent) {
        if (block->kind != NODE_COMPOUND)
            continue;
        bool inside = node_is_inside(from, block);
        if (defers_before(block, to) > (inside ? defers_before(block, from) : 0))
            return true;
        if (inside)
            return false;
    }
    return false;
}

static enum between between(const struct node *from, const struct node *to)
{
    if (is_in_defer(from, to))
        return BETWEEN_OUT;
    if (is_in_defer(to, from))
        return BETWEEN_INTO;
    return is_over(from, to) ? BETWEEN_OVER : BETWEEN_NOTHING;
}

/* ---- jumps ---- */

static void say(struct check *c, const struct place *place, enum between what, const char *word)
{
    if (what == BETWEEN_OUT)
        diag(c->diagnostics, DIAG_DEFER_JUMP_OUT, place, word);
    else if (what == BETWEEN_INTO)
        diag(c->diagnostics, DIAG_DEFER_JUMP_INTO, place);
    else if (what == BETWEEN_OVER)
        diag(c->diagnostics, DIAG_DEFER_JUMP_OVER, place);
}

/* Compilers disagree about which loop it is of; where the head is moved, it would be decided here. */
static bool is_in_head(const struct node *jump)
{
    const struct node *child = jump, *node = jump->parent;
    for (; node; child = node, node = node->parent) {
        if (node_is_loop(node) && child != node->part[PART_BODY] && child != node->part[PART_INIT])
            return true;
        if (node_is_loop(node) && child == node->part[PART_BODY])
            return false;
        if (jump->kind == NODE_BREAK && node->kind == NODE_SWITCH && child == node->part[PART_BODY])
            return false;
    }
    return false;
}

static void check_jump(struct check *c, const struct node *node)
{
    static const char *const words[] = {
        [NODE_GOTO] = "goto", [NODE_RETURN] = "return", [NODE_BREAK] = "break", [NODE_CONTINUE] = "continue"
    };
    struct place place = check_place(c, node);
    const struct node *to = node->kind == NODE_GOTO     ? (node->decl ? node->decl->node : NULL)
                            : node->kind == NODE_RETURN ? NULL
                                                        : node_left_by(node, node->kind);
    if (node->kind != NODE_RETURN && node->kind != NODE_GOTO && !c->unevaluated && is_in_head(node) && is_taken_apart(c))
        diag(c->diagnostics, DIAG_LOOP_HEAD_JUMP, &place, words[node->kind]);
    else if (to)
        say(c, &place,
            node->kind == NODE_GOTO ? between(node, to)
            : is_in_defer(node, to) ? BETWEEN_OUT
                                    : BETWEEN_NOTHING,
            words[node->kind]);
    else if (c->defer)
        say(c, &place, BETWEEN_OUT, words[node->kind]);
}

/* From the head of the switch; it is shown where the label stands. */
static void check_case(struct check *c, const struct node *node)
{
    const struct node *to = node;
    while (node && node->kind != NODE_SWITCH)
        node = node->parent;
    if (!node)
        return;
    const struct token *token = unit_token(c->unit, to->begin);
    struct place place = unit_place(c->unit, to->begin, token ? token->end : to->begin);
    say(c, &place, between(node, to), "switch");
}

/* A label that it may lead to, although no goto could. */
static const struct decl *wrong_label(const struct node *from, const struct node *node)
{
    if (node->kind == NODE_LABEL_ADDRESS && node->decl && node->decl->node &&
        between(from, node->decl->node) != BETWEEN_NOTHING)
        return node->decl;
    const struct decl *found = NULL;
    for (const struct node *child = node->first; child && !found; child = child->next)
        found = wrong_label(from, child);
    return found;
}

static void check_computed(struct check *c, const struct node *node)
{
    const struct decl *label = c->is_async ? wrong_label(node, c->function->definition) : NULL;
    if (!label)
        return;
    struct place place = check_place(c, node);
    diag(c->diagnostics, DIAG_COMPUTED_GOTO, &place, label->name);
}

/* asm says so between the keyword and its parenthesis. */
static void check_asm(struct check *c, const struct node *node)
{
    const struct token *token = unit_token(c->unit, node->begin);
    while (token && token->begin < node->end && !token_is(c->unit, token, "goto") && !token_is(c->unit, token, "("))
        token = unit_token(c->unit, token->end);
    if (!token_is(c->unit, token, "goto") || !is_taken_apart(c))
        return;
    struct place place = check_place(c, node);
    diag(c->diagnostics, DIAG_ASM_GOTO, &place);
}

/* Its clauses are text that compilers read, and name locals, of which none may be one by then. */
static void check_openmp(struct check *c, const struct node *node)
{
    if (!is_taken_apart(c))
        return;
    struct place place = check_place(c, node);
    diag(c->diagnostics, DIAG_OPENMP, &place);
}

/* ---- defers ---- */

static void check_defer(struct check *c, const struct node *node)
{
    struct place place = check_place(c, node);
    const struct token *token = unit_token(c->unit, node->begin);
    place.end = token ? token->end : place.end;
    if (!c->is_async)
        diag(c->diagnostics, DIAG_DEFER_OUTSIDE, &place);
    else if (node->parent->kind != NODE_COMPOUND)
        diag(c->diagnostics, DIAG_DEFER_PLACE, &place);
}

void check_jumps(struct check *c, const struct node *node)
{
    switch (node->kind) {
    case NODE_RETURN:
    case NODE_BREAK:
    case NODE_CONTINUE:
    case NODE_GOTO: check_jump(c, node); break;
    case NODE_CASE:
    case NODE_DEFAULT: check_case(c, node); break;
    case NODE_GOTO_INDIRECT: check_computed(c, node); break;
    case NODE_ASM: check_asm(c, node); break;
    case NODE_OPENMP: check_openmp(c, node); break;
    case NODE_DEFER: check_defer(c, node); break;
    default: break;
    }
}
