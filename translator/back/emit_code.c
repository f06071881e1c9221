/*
 * emit_code.c - statements. What is not dirty is copied; a dirty node of the user's is copied with its dirty children
 * written in their places; nodes of the passes have a form of their own.
 */
#include "base/arena.h"
#include "emit_internal.h"

#include <string.h>

const char *emit_local(const struct decl *decl)
{
    return decl->written ? decl->written : decl->name;
}

const char *emit_deeper(struct emit *e)
{
    const char *outer = e->indent;
    e->indent = arena_format(e->unit->arena, "%s    ", outer);
    return outer;
}

/* ---- places in the user's text ---- */

static bool has_span(const struct node *node)
{
    return node->end > 0;
}

static const struct node *first_with_span(const struct node *node)
{
    if (node->begin < node->end)
        return node;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct node *found = first_with_span(child);
        if (found)
            return found;
    }
    return NULL;
}

/* What stands before the node on its line, when that is blank. */
static const char *indent_at(struct emit *e, unsigned offset)
{
    unsigned line = unit_line_start(e->unit, offset), at = line;
    while (at < offset && (e->unit->text[at] == ' ' || e->unit->text[at] == '\t'))
        at++;
    /* a function on one line has none */
    return at > line ? arena_copy(e->unit->arena, e->unit->text + line, at - line) : "    ";
}

/* Whether a statement of this form ends with a semicolon that is no part of its node. */
static bool wants_semicolon(const struct node *node)
{
    switch (node->kind) {
    case NODE_COMPOUND:
    case NODE_DECLARATIONS:
    case NODE_NULL:
    case NODE_X_SEQUENCE:
    case NODE_X_BLOCK:
    case NODE_X_LOOP: return false;
    case NODE_IF: return wants_semicolon(node->part[PART_ELSE] ? node->part[PART_ELSE] : node->part[PART_THEN]);
    case NODE_WHILE:
    case NODE_FOR:
    case NODE_SWITCH:
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
    case NODE_DEFER: return !node->part[PART_BODY] || wants_semicolon(node->part[PART_BODY]);
    default: return true;
    }
}

static unsigned past_semicolon(struct emit *e, unsigned offset)
{
    const struct token *token = unit_token(e->unit, offset);
    return token_is(e->unit, token, ";") ? token->end : offset;
}

/* ---- lines ---- */

bool emit_has_user_text(const struct node *node)
{
    return first_with_span(node) != NULL;
}

/* Begins a line for the statement: the user's when it holds text of the user's. */
void emit_begin_line(struct emit *e, struct node *node)
{
    const struct node *user = first_with_span(node);
    if (user)
        writer_user_line(e->w, user->begin);
    else
        writer_own_line(e->w);
    writer_put(e->w, e->indent);
}

void emit_end_line(struct emit *e)
{
    if (!writer_at_line_start(e->w))
        writer_newline(e->w);
}

void emit_body(struct emit *e, struct node *node)
{
    const char *outer = emit_deeper(e);
    for (struct node *child = node->first; child; child = child->next)
        emit_line(e, child);
    e->indent = outer;
}

static void close_brace(struct emit *e)
{
    writer_own_line(e->w);
    writer_format(e->w, "%s}", e->indent);
}

/* ---- statements ---- */

static void put_return(struct emit *e, struct node *value)
{
    bool is_void = type_is_void(e->function->decl->type->target);
    struct type *type = type_of_result(e->unit, e->function->decl->type->target);
    const char *p = e->unit->prefix;
    if (!e->function->suspends) {
        writer_put(e->w, "return ");
        emit_expression(e, value);
        writer_put(e->w, ";");
        return;
    }
    if (value && !is_void && type_has_const_member(type)) {
        writer_format(e->w, "__builtin_memcpy((void *)%sresult, (%s[1]){ ", p, type_declare(e->unit, type, ""));
        emit_value(e, value);
        writer_format(e->w, " }, sizeof *%sresult); ", p);
    } else if (value && !is_void) {
        writer_format(e->w, "*%sresult = ", p);
        emit_value(e, value);
        writer_put(e->w, "; ");
    } else if (value) {
        emit_expression(e, value);
        writer_put(e->w, "; ");
    }
    writer_put(e->w, "return ASYNCC_DONE;");
}

static bool is_block_position(const struct node *node)
{
    const struct node *parent = node->parent;
    return parent && (parent->kind == NODE_COMPOUND || parent->kind == NODE_X_SEQUENCE || parent->kind == NODE_X_BLOCK ||
                      parent->kind == NODE_X_LOOP || parent->kind == NODE_X_IF);
}

static unsigned emit_return(struct emit *e, struct node *node)
{
    bool braces = !is_block_position(node) && node->part[PART_CONDITION];
    writer_put(e->w, braces ? "{ " : "");
    put_return(e, node->part[PART_CONDITION]);
    writer_put(e->w, braces ? " }" : "");
    return past_semicolon(e, node->end);
}

/* A list of statements in the place of one of the user's. */
static unsigned emit_list(struct emit *e, struct node *node)
{
    bool labelled = node->kind == NODE_X_SEQUENCE && node->follows_label;
    bool braces = (!is_block_position(node) && !labelled) || node->kind == NODE_X_BLOCK;
    const char *outer = e->indent;
    writer_put(e->w, labelled ? ";" : "");
    if (has_span(node))
        e->indent = indent_at(e, node->begin);
    if (braces) {
        if (writer_at_line_start(e->w))
            writer_own_line(e->w);
        writer_put(e->w, "{");
        writer_newline(e->w);
        emit_body(e, node);
        close_brace(e);
    } else {
        for (struct node *child = node->first; child; child = child->next)
            emit_line(e, child);
        if (node->begin == node->end) { /* the end of a block */
            writer_own_line(e->w);
        }
    }
    e->indent = outer;
    return node->end;
}

/* What ends there is an expression, perhaps with a brace: `x = (struct s){ 1 };`. */
static bool ends_as_value(const struct node *node, unsigned end)
{
    if (node_is_expression(node) && node->begin < end && node->end == end)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (ends_as_value(child, end))
            return true;
    return false;
}

static unsigned list_end(struct emit *e, struct node *node, unsigned at)
{
    /* the semicolon of the statement that the list stands for */
    const struct token *before = unit_token_before(e->unit, at);
    bool is_over = token_is(e->unit, before, ";") || (token_is(e->unit, before, "}") && !ends_as_value(node, node->end));
    if (node->begin == node->end || is_over)
        return at;
    return past_semicolon(e, at);
}

/* A for whose variables are declared in front of it, in a block. */
static unsigned emit_for(struct emit *e, struct node *node)
{
    struct node *head = node->part[PART_INIT];
    const char *outer = e->indent;
    e->indent = indent_at(e, node->begin);
    writer_put(e->w, "{");
    writer_newline(e->w);
    emit_apart(e, head);
    writer_user_line(e->w, node->begin);
    writer_copy(e->w, node->begin, head->begin, false);
    writer_put(e->w, ";");
    unsigned at = emit_children(e, node, head->end, false);
    if (at <= node->end) {
        unsigned end = wants_semicolon(node) ? past_semicolon(e, node->end) : node->end;
        writer_copy(e->w, at, end, false);
        at = end;
    }
    writer_newline(e->w);
    close_brace(e);
    e->indent = outer;
    return at;
}

unsigned emit_statement(struct emit *e, struct node *node)
{
    node->is_written = true;
    switch (node->kind) {
    case NODE_COMPOUND: return emit_around(e, node, true);
    case NODE_DECLARATIONS: return emit_declarations(e, node);
    case NODE_FOR: return emit_is_apart(node->part[PART_INIT]) ? emit_for(e, node) : emit_around(e, node, false);
    case NODE_NULL:
        if (!node->is_edited)
            return emit_around(e, node, false);
        writer_put(e->w, ";"); /* in front of a defer */
        return node->end;
    case NODE_RETURN: return node->is_edited ? emit_return(e, node) : emit_around(e, node, false);
    case NODE_X_SEQUENCE:
    case NODE_X_BLOCK: return list_end(e, node, emit_list(e, node));
    case NODE_X_DECLARE: /* where a defer stood */
    case NODE_X_LOOP:
    case NODE_X_GOTO:
    case NODE_X_LEAVE:
    case NODE_X_STORE:
    case NODE_X_EVALUATE: {
        const char *outer = e->indent;
        bool braces = !is_block_position(node);
        e->indent = indent_at(e, node->begin);
        if (braces)
            writer_put(e->w, "{");
        emit_line(e, node);
        if (braces)
            close_brace(e);
        e->indent = outer;
        return list_end(e, node, node->end);
    }
    default: return emit_around(e, node, false);
    }
}

static void emit_if(struct emit *e, struct node *node)
{
    emit_begin_line(e, node->part[0]);
    writer_put(e->w, "if (");
    emit_expression(e, node->part[0]);
    writer_put(e->w, ") {");
    writer_newline(e->w);
    emit_body(e, node->part[1]);
    close_brace(e);
    if (node->part[2]->first) {
        writer_put(e->w, " else {");
        writer_newline(e->w);
        emit_body(e, node->part[2]);
        close_brace(e);
    }
    emit_end_line(e);
}

static void emit_loop(struct emit *e, struct node *node)
{
    struct node *init = node->part[0];
    bool apart = emit_is_apart(init);
    const char *around = e->indent;
    if (apart) {
        emit_begin_line(e, init);
        writer_put(e->w, "{");
        emit_end_line(e);
        emit_deeper(e);
        emit_apart(e, init);
    }
    emit_begin_line(e, node);
    writer_put(e->w, "for (");
    if (apart) {
        writer_put(e->w, ";");
    } else if (init && init->kind == NODE_DECLARATIONS) {
        if (init->is_dirty)
            emit_declarations(e, init);
        else
            writer_copy(e->w, init->begin, init->end, false);
    } else {
        if (init)
            emit_expression(e, init);
        writer_put(e->w, ";");
    }
    for (int i = 1; i <= 2; i++) {
        if (node->part[i]) {
            writer_put(e->w, " ");
            emit_expression(e, node->part[i]);
        }
        writer_put(e->w, i == 1 ? ";" : ") {");
    }
    writer_newline(e->w);
    const char *outer = emit_deeper(e);
    for (struct node *child = node->first; child; child = child->next)
        if (child != node->part[0] && child != node->part[1] && child != node->part[2])
            emit_line(e, child);
    e->indent = outer;
    close_brace(e);
    emit_end_line(e);
    e->indent = around;
    if (apart) {
        close_brace(e);
        emit_end_line(e);
    }
}

static void emit_leave(struct emit *e, struct node *node)
{
    if (!node->decl->is_used)
        return;
    writer_own_line(e->w);
    writer_format(e->w, "%s%s = %d;\n", e->indent, node->decl->name, node->code);
    if (node->part[0])
        writer_format(e->w, "%sgoto %s;\n", e->indent, node->part[0]->decl->name);
}

static void emit_when(struct emit *e, struct node *node)
{
    writer_own_line(e->w);
    if (node->code)
        writer_format(e->w, "%sif (%s == %d) {\n", e->indent, emit_local(node->decl), node->code);
    else
        writer_format(e->w, "%s{\n%s    (void)%s;\n", e->indent, e->indent, emit_local(node->decl));
    emit_body(e, node);
    close_brace(e);
    emit_end_line(e);
}

void emit_value_return(struct emit *e, const struct decl *value)
{
    writer_own_line(e->w);
    writer_put(e->w, e->indent);
    if (!e->function->suspends) {
        writer_format(e->w, value ? "return %s;" : "return;", value ? value->name : "");
    } else {
        if (value)
            writer_format(
                e->w, "%s ",
                emit_copy(e, value->type, arena_format(e->unit->arena, "*%sresult", e->unit->prefix), value->name));
        writer_put(e->w, "return ASYNCC_DONE;");
    }
    emit_end_line(e);
}

/* A statement of the user's inside a list of ours. */
static void emit_user(struct emit *e, struct node *node)
{
    emit_begin_line(e, node);
    unsigned at;
    if (node_is_expression(node)) {
        emit_expression(e, node);
        at = node->end;
    } else {
        at = node->is_dirty ? emit_statement(e, node) : (writer_copy(e->w, node->begin, node->end, false), node->end);
    }
    if (wants_semicolon(node) && at <= node->end && !(node->kind == NODE_RETURN && node->is_edited))
        writer_put(e->w, ";");
    emit_end_line(e);
}

void emit_line(struct emit *e, struct node *node)
{
    node->is_written = true;
    switch (node->kind) {
    case NODE_X_SEQUENCE:
        for (struct node *child = node->first; child; child = child->next)
            emit_line(e, child);
        break;
    case NODE_X_BLOCK:
        writer_own_line(e->w);
        writer_format(e->w, "%s{\n", e->indent);
        emit_body(e, node);
        close_brace(e);
        emit_end_line(e);
        break;
    case NODE_X_DECLARE: emit_declare(e, node); break;
    case NODE_X_STORE: emit_store(e, node); break;
    case NODE_X_EVALUATE:
        emit_begin_line(e, node);
        writer_put(e->w, node->says_void ? "(void)(" : "");
        emit_expression(e, node->part[0]);
        writer_put(e->w, node->says_void ? ");" : ";");
        emit_end_line(e);
        break;
    case NODE_X_ASSIGN:
        emit_begin_line(e, node);
        emit_expression(e, node->part[0]);
        writer_put(e->w, " = ");
        emit_expression(e, node->part[1]);
        writer_put(e->w, ";");
        emit_end_line(e);
        break;
    case NODE_X_AWAIT: emit_await(e, node); break;
    case NODE_X_TAKE: emit_take(e, node); break;
    case NODE_X_IF: emit_if(e, node); break;
    case NODE_X_LOOP: emit_loop(e, node); break;
    case NODE_X_BREAK_UNLESS:
        emit_begin_line(e, node);
        writer_put(e->w, "if (!(");
        emit_expression(e, node->part[0]);
        writer_put(e->w, ")) break;");
        emit_end_line(e);
        break;
    case NODE_X_GOTO:
        writer_own_line(e->w);
        writer_format(e->w, "%sgoto %s%s;\n", e->indent, node->decl->kind == DECL_LABEL ? "" : "*", node->decl->name);
        break;
    case NODE_X_LABEL:
        if (!node->decl->is_used)
            break;
        writer_own_line(e->w);
        writer_format(e->w, "%.*s%s:;\n", (int)(strlen(e->indent) > 4 ? strlen(e->indent) - 4 : 0), e->indent,
                      node->decl->name);
        break;
    case NODE_X_LEAVE: emit_leave(e, node); break;
    case NODE_X_RETURN: emit_value_return(e, node->decl); break;
    case NODE_X_RELEASE: emit_release(e, node->decl); break;
    case NODE_X_CANCELLED:
        writer_own_line(e->w);
        writer_format(e->w, "%sreturn ASYNCC_CANCELLED;\n", e->indent);
        break;
    case NODE_X_WHEN: emit_when(e, node); break;
    case NODE_TYPE: emit_type(e, node); break;
    case NODE_FUNCTION:
        if (!emit_function_declaration(e, node))
            emit_user(e, node);
        break;
    case NODE_BREAK:
    case NODE_CONTINUE:
        if (!has_span(node)) {
            writer_own_line(e->w);
            writer_format(e->w, "%s%s;\n", e->indent, node->kind == NODE_BREAK ? "break" : "continue");
            break;
        }
        emit_user(e, node);
        break;
    default: emit_user(e, node); break;
    }
}
