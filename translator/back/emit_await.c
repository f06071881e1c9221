/*
 * emit_await.c - one await:
 *
 *     s = asyncc_f_run(&self->await2.callee, 0, n, &t1);        the operation begins
 *     if (s != ASYNCC_DONE) {
 *         self->await2.n = n;                                   spilled only when it really suspends
 *         self->state = 2;
 *         return s;
 *     await2:                                                   the function was resumed
 *         s = asyncc_f_run(&self->await2.callee, self->await2.callee.state, 0, &t1);
 *         if (s != ASYNCC_DONE)
 *             return s;                                         still pending, or cancelled
 *         n = self->await2.n;
 *     }
 *
 * A call by name, see struct asyncc_context, begins so:
 *
 *     asyncc_call_begin((void (*)(void))f);
 *     t1 = f(n);
 *     s = asyncc_call_done() ? ASYNCC_DONE : asyncc_call_start(&self->await2.callee, &t1, sizeof t1);
 *
 * With defers around it, a cancelled await goes to the innermost of them instead of returning.
 */
#include "base/arena.h"
#include "emit_internal.h"
#include "tree/names.h"

#include <string.h>

const char *emit_await_name(struct emit *e, const struct await *await)
{
    return arena_format(e->unit->arena, "%sawait%u", e->unit->prefix, await->number);
}

static const char *prefix(struct emit *e)
{
    return e->unit->prefix;
}

/* `self->await2.callee`, or of an item `self->await2.child1.result` */
static const char *place(struct emit *e, const struct await *await, const char *member)
{
    return arena_format(e->unit->arena, "%sself->%s%s.%s", prefix(e), emit_await_name(e, await), await->path, member);
}

/* `self->await2.child1` */
static const char *part(struct emit *e, const struct await *item)
{
    return arena_format(e->unit->arena, "%sself->%s%s", prefix(e), emit_await_name(e, item), item->path);
}

/* `timeout` for the outermost time limit, `timeout2` for the next one. */
const char *emit_timeout_name(struct emit *e, const struct await *await)
{
    return await->level ? arena_format(e->unit->arena, "timeout%u", await->level + 1) : "timeout";
}

static void line(struct emit *e, const char *text)
{
    writer_own_line(e->w);
    writer_format(e->w, "%s%s\n", e->indent, text);
}

/* Where results go: ", &t1", or nothing. */
static const char *result_argument(struct emit *e, const struct await *await)
{
    return await->result ? arena_format(e->unit->arena, ", &%s", emit_local(await->result)) : "";
}

/* ", &t1, sizeof t1" or ", NULL, 0" */
static const char *sized_result(struct emit *e, const struct await *await)
{
    const char *name = await->result ? emit_local(await->result) : NULL;
    const char *cast = name && type_quals(await->result->type) ? "(void *)" : ""; /* a vector of const elements */
    return name ? arena_format(e->unit->arena, ", %s&%s, sizeof %s", cast, name, name) : ", NULL, 0";
}

static const char *callee_name(struct emit *e, const struct await *await, const char *suffix)
{
    return await->kind == AWAIT_LEAF ? names_of_leaf(e->unit, await->callee, suffix)
                                     : names_of(e->unit, await->callee, suffix);
}

/* A line of the user's, since it holds the arguments. */
static void user_line(struct emit *e, const struct node *node)
{
    writer_user_line(e->w, node->begin);
    writer_put(e->w, e->indent);
}

/* The call under the user's name leaves its unit in the pending slot. */
static void put_natural_call(struct emit *e, struct node *call)
{
    writer_put(e->w, "(void)");
    emit_expression(e, call->first);
    writer_put(e->w, "(");
    emit_arguments(e, call, false);
    writer_put(e->w, ");\n");
}

void emit_operand(struct emit *e, struct node *node)
{
    node = node_strip(node);
    bool simple = node->kind == NODE_REFERENCE || node->kind == NODE_X_NAME;
    writer_put(e->w, simple ? "" : "(");
    emit_expression(e, node);
    writer_put(e->w, simple ? "" : ")");
}

/* Where the winner's number goes: ", &t1", or nothing. */
static const char *winner_argument(struct emit *e, const struct await *await)
{
    return await_has_winner(await) ? arena_format(e->unit->arena, ", &%s", emit_local(await->status)) : "";
}

/* ", __extension__ (struct asyncc_unit *)(void *)t"; to clang join(t) is a call of t, in parentheses. */
static void put_handle(struct emit *e, const struct await *await)
{
    writer_put(e->w, ", __extension__ (struct asyncc_unit *)(void *)");
    emit_operand(e, await->call->first);
}

/* ---- gather and race ---- */

/* For items that may fail: of which of them the value is wider than int. ", \"iw\"", or nothing. */
static const char *values_argument(struct emit *e, const struct await *await)
{
    if (await_form(await)->value != VALUE_SUCCESS)
        return "";
    struct text text = { 0 };
    text_put(&text, ", \"");
    for (size_t i = 0; i < await->item_count; i++) {
        const struct await *item = await->items[i];
        text_put(&text, item->call && type_plain(item->call->type)->size > 4 ? "w" : "i");
    }
    text_put(&text, "\"");
    return text_take(&text, e->unit->arena);
}

static void add_items(struct emit *e, const struct await *await, const char *gather);

static void put_limit(struct emit *e, const struct await *await, const char *function, const char *self)
{
    user_line(e, await->seconds);
    writer_format(e->w, "%s(&%s, ", function, self);
    emit_expression(e, await->seconds);
    writer_put(e->w, ");\n");
}

/* ", &self->await2.child1.result, sizeof ...", or ", NULL, 0" */
static const char *item_result(struct emit *e, const struct await *await)
{
    const char *result = place(e, await, "result");
    return type_is_void(await->call->type) ? ", NULL, 0" : arena_format(e->unit->arena, ", &%s, sizeof %s", result, result);
}

/* An item that is more than a call: the time limits, then what is in them. */
static void begin_item(struct emit *e, const struct await *item)
{
    const struct await *inner = item;
    const char *self = place(e, item, "item");
    line(e, arena_format(e->unit->arena, "asyncc_item_begin(&%s, %s);", self,
                         item->kind == AWAIT_TIMEOUT ? place(e, item, "limits") : "NULL"));
    for (; inner->kind == AWAIT_TIMEOUT; inner = inner->items[0])
        put_limit(e, inner, "asyncc_item_limit", self);
    if (await_has_children(inner)) {
        line(e, arena_format(e->unit->arena, "asyncc_item_%s(&%s%s);", await_form(inner)->word, self,
                             values_argument(e, inner)));
        add_items(e, inner, place(e, inner, "item.operation.race.gather"));
        return;
    }
    user_line(e, inner->call);
    if (await_form(inner)->operand == OPERAND_HANDLE) {
        writer_format(e->w, "asyncc_item_%s(&%s", await_form(inner)->word, self);
        put_handle(e, inner);
        writer_format(e->w, "%s);\n", item_result(e, inner));
    } else {
        put_natural_call(e, inner->call);
        line(e, arena_format(e->unit->arena, "asyncc_item_call(&%s%s);", self, item_result(e, inner)));
    }
}

static void add_item(struct emit *e, const struct await *item, const char *gather)
{
    const char *child = part(e, item);
    if (item->is_item) {
        line(e, arena_format(e->unit->arena, "asyncc_gather_item(&%s, &%s.item);", gather, child));
        return;
    }
    user_line(e, item->call);
    if (item->is_pooled) {
        put_natural_call(e, item->call);
        line(e, arena_format(e->unit->arena, "asyncc_gather_call(&%s, &%s);", gather, child));
        return;
    }
    writer_format(e->w, "%s(&%s", names_of(e->unit, item->callee, "fill"), child);
    emit_arguments(e, item->call, true);
    writer_put(e->w, ");\n");
    line(e, arena_format(e->unit->arena, "asyncc_gather_add(&%s, &%s.unit, &%s);", gather, child,
                         names_of(e->unit, item->callee, "function")));
}

/* In asyncio a gather in the arguments of another one is called, and has made its tasks, before that makes its own. */
static void add_items(struct emit *e, const struct await *await, const char *gather)
{
    for (size_t i = 0; i < await->item_count; i++)
        if (await->items[i]->is_item)
            begin_item(e, await->items[i]);
    for (size_t i = 0; i < await->item_count; i++)
        add_item(e, await->items[i], gather);
}

static void start_gather(struct emit *e, const struct await *await)
{
    const struct await_form *form = await_form(await);
    const char *self = place(e, await, form->member);
    line(e, arena_format(e->unit->arena, "asyncc_%s_init(&%s%s);", form->word, self, values_argument(e, await)));
    add_items(e, await, place(e, await, form->children));
    line(e, arena_format(e->unit->arena, "%ss = asyncc_%s_start(&%s%s);", prefix(e), form->word, self,
                         winner_argument(e, await)));
}

/* ---- one call ---- */

/* What goes in front of a call's text, and behind it, so that its value gets into the local. */
static void begin_result(struct emit *e, const struct decl *result)
{
    if (result && type_has_const_member(result->type))
        writer_format(e->w, "__builtin_memcpy((void *)&%s, (%s[1]){ ", emit_local(result),
                      type_declare(e->unit, result->type, ""));
    else if (result)
        writer_format(e->w, "%s = ", emit_local(result));
}

static void end_result(struct emit *e, const struct decl *result)
{
    if (result && type_has_const_member(result->type))
        writer_format(e->w, " }, sizeof %s)", emit_local(result));
    writer_put(e->w, ";\n");
}

/* What is called is said once more. */
static void announce(struct emit *e, struct node *called)
{
    const struct node *name = node_strip(called);
    if (name->kind == NODE_REFERENCE && !name->is_edited)
        writer_mention(e->w, name->begin, name->end);
    else
        emit_operand(e, called);
}

/* The call by name, announced, and what is left to do when it has not come to its end. */
static void start_call(struct emit *e, struct node *node, const struct await *await)
{
    struct node *call = await->call;
    writer_own_line(e->w);
    writer_format(e->w, "%sasyncc_call_begin((void (*)(void))", e->indent);
    announce(e, call->first);
    writer_put(e->w, ");\n");
    user_line(e, node);
    begin_result(e, await->result);
    emit_expression(e, call->first);
    writer_put(e->w, "(");
    emit_arguments(e, call, false);
    writer_put(e->w, ")");
    end_result(e, await->result);
    line(e, arena_format(e->unit->arena, "%ss = asyncc_call_done() ? ASYNCC_DONE : asyncc_call_start(&%s%s);", prefix(e),
                         place(e, await, "callee"), sized_result(e, await)));
}

/* What has a struct and functions of its own in the runtime. */
static void start_own(struct emit *e, struct node *node, const struct await *await)
{
    const struct await_form *form = await_form(await);
    if (await_has_children(await)) {
        start_gather(e, await);
    } else if (form->operand == OPERAND_HANDLE) {
        user_line(e, node);
        writer_format(e->w, "%ss = asyncc_%s_start(&%s", prefix(e), form->word, place(e, await, form->member));
        put_handle(e, await);
        writer_format(e->w, "%s);\n", sized_result(e, await));
    } else {
        line(e, arena_format(e->unit->arena, "%ss = asyncc_%s_start(&%s);", prefix(e), form->word,
                             place(e, await, form->member)));
    }
}

static void start(struct emit *e, struct node *node, const struct await *await)
{
    const char *callee = place(e, await, "callee");
    switch (await->kind) {
    case AWAIT_FRAME:
        user_line(e, node);
        writer_format(e->w, "%ss = %s(&%s, 0", prefix(e), callee_name(e, await, "run"), callee);
        emit_arguments(e, await->call, true);
        writer_format(e->w, "%s);\n", result_argument(e, await));
        break;
    case AWAIT_LEAF:
        user_line(e, node);
        writer_format(e->w, "%ss = %s(&%s", prefix(e), callee_name(e, await, "start"), callee);
        emit_arguments(e, await->call, true);
        writer_format(e->w, "%s);\n", result_argument(e, await));
        break;
    case AWAIT_CALL: start_call(e, node, await); break;
    default: start_own(e, node, await); break;
    }
}

static const char *zero_arguments(struct emit *e, const struct decl *callee)
{
    struct text text = { 0 };
    for (size_t i = 0; i < callee->param_count; i++)
        text_format(&text, ", %s", emit_no_argument(e, callee->params[i]->type));
    return text_take(&text, e->unit->arena);
}

static const char *resume(struct emit *e, const struct await *await)
{
    const struct await_form *form = await_form(await);
    const char *callee = place(e, await, form->member);
    switch (await->kind) {
    case AWAIT_FRAME:
        return arena_format(e->unit->arena, "%s(&%s, %s.state%s%s)", callee_name(e, await, "run"), callee, callee,
                            zero_arguments(e, await->callee), result_argument(e, await));
    case AWAIT_LEAF:
        return arena_format(e->unit->arena, "%s(&%s%s)", callee_name(e, await, "resume"), callee, result_argument(e, await));
    default:
        return arena_format(e->unit->arena, "asyncc_%s_resume(&%s%s)", form->word, callee,
                            await->call ? sized_result(e, await) : winner_argument(e, await));
    }
}

/* ---- time limits ---- */

static void start_timeouts(struct emit *e, const struct await *await)
{
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0])
        put_limit(e, await, "asyncc_timeout_start", place(e, await, emit_timeout_name(e, await)));
}

/* The innermost first. */
static void end_timeouts(struct emit *e, const struct await *await)
{
    if (await->kind != AWAIT_TIMEOUT)
        return;
    end_timeouts(e, await->items[0]);
    line(e, arena_format(e->unit->arena, "%ss = asyncc_timeout_end(&%s, %ss, &%s);", prefix(e),
                         place(e, await, emit_timeout_name(e, await)), prefix(e), emit_local(await->status)));
}

/* The function's variables are new when it is resumed: see needs_zero. */
static void zero_result(struct emit *e, const struct await *await)
{
    const struct decl *result = await_operation(await)->result;
    if (await->kind != AWAIT_TIMEOUT || !result)
        return;
    const char *name = emit_local(result);
    const char *zero = emit_zero_initialiser(result->type);
    if (type_has_const_member(result->type))
        line(e, arena_format(e->unit->arena, "__builtin_memset((void *)&%s, 0, sizeof %s);", name, name));
    else if (*zero == '{')
        line(e, arena_format(e->unit->arena, "%s = (__typeof__(%s))%s;", name, name, zero));
    else
        line(e, arena_format(e->unit->arena, "%s = %s;", name, zero));
}

/* ---- the await ---- */

/* A local's slot in the frame: its name, or what makes it one that nothing else has. */
const char *emit_slot(struct emit *e, const struct await *await, size_t index)
{
    const char *name = await->live[index]->name, *slot = name;
    for (unsigned n = 2; names_is_slot(name) && (slot == name || names_is_taken(e->unit, slot)); n++)
        slot = arena_format(e->unit->arena, "of_%s_%u", name, n);
    return slot;
}

static void spill(struct emit *e, const struct await *await)
{
    for (size_t i = 0; i < await->live_count; i++)
        line(e, emit_copy(e, await->live[i]->type, place(e, await, emit_slot(e, await, i)), emit_local(await->live[i])));
    line(e, arena_format(e->unit->arena, "%sself->state = %u;", prefix(e), await->number));
}

static void reload(struct emit *e, const struct await *await)
{
    for (size_t i = 0; i < await->live_count; i++)
        line(e, emit_copy(e, await->live[i]->type, emit_local(await->live[i]), place(e, await, emit_slot(e, await, i))));
}

void emit_plain_call(struct emit *e, const struct await *await)
{
    writer_format(e->w, "%s(", names_of(e->unit, await->callee, "body"));
    emit_arguments(e, await->call, false);
    writer_put(e->w, ")");
}

static void emit_plain(struct emit *e, struct node *node)
{
    const struct await *await = node->await;
    for (; await->kind == AWAIT_TIMEOUT; await = await->items[0]) {
        user_line(e, node);
        writer_put(e->w, "(void)(");
        emit_expression(e, await->seconds);
        writer_format(e->w, "); %s = 0;\n", emit_local(await->status));
    }
    user_line(e, node);
    const struct decl *result = await->result && !local_of(await->result)->is_dropped ? await->result : NULL;
    begin_result(e, result);
    emit_plain_call(e, await);
    end_result(e, result);
}

void emit_await(struct emit *e, struct node *node)
{
    struct await *await = node->await, *inner = await_operation(await);
    if (inner->kind == AWAIT_PLAIN) {
        emit_plain(e, node);
        return;
    }
    const char *s = arena_format(e->unit->arena, "%ss", prefix(e));
    start_timeouts(e, await);
    start(e, node, inner);
    end_timeouts(e, await);
    line(e, arena_format(e->unit->arena, "if (%s %s) {", s, await->leave ? "== ASYNCC_PENDING" : "!= ASYNCC_DONE"));
    const char *outer = emit_deeper(e);
    spill(e, await);
    line(e, arena_format(e->unit->arena, "return %s;", s));
    e->indent = outer;
    line(e, arena_format(e->unit->arena, "%s:", emit_await_name(e, await)));
    emit_deeper(e);
    zero_result(e, await);
    line(e, arena_format(e->unit->arena, "%s = %s;", s, resume(e, inner)));
    end_timeouts(e, await);
    line(e, arena_format(e->unit->arena, "if (%s %s)", s, await->leave ? "== ASYNCC_PENDING" : "!= ASYNCC_DONE"));
    line(e, arena_format(e->unit->arena, "    return %s;", s));
    reload(e, await);
    e->indent = outer;
    line(e, "}");
    if (await->leave) {
        line(e, arena_format(e->unit->arena, "if (%s != ASYNCC_DONE) {", s)); /* cancelled */
        emit_deeper(e);
        emit_line(e, await->leave);
        e->indent = outer;
        line(e, "}");
    }
}

/* In the line of the item, as compilers may have something to say of the assignment. */
static void begin_destination(struct emit *e, const struct await *item, struct node *destination)
{
    if (emit_has_user_text(destination))
        emit_begin_line(e, destination);
    else
        user_line(e, item->call ? item->call : item->expression);
}

/* ---- results of items ---- */

/* Where the value of an item stands. */
static const char *value_of(struct emit *e, const struct await *await)
{
    if (await->kind == AWAIT_TIMEOUT)
        return place(e, await, arena_format(e->unit->arena, "limits[%u].status", await->level));
    return place(e, await, await_has_winner(await) ? "item.winner" : "result");
}

static void take_pooled(struct emit *e, const struct await *item, const struct decl *into, struct node *target)
{
    const char *child = part(e, item);
    if (!target) {
        const char *name = into ? emit_local(into) : NULL;
        const char *where = into ? arena_format(e->unit->arena, "&%s, sizeof %s", name, name) : "NULL, 0";
        line(e, arena_format(e->unit->arena, "asyncc_gather_take(%s, %s);", child, where));
        return;
    }
    const char *name = arena_format(e->unit->arena, "%st0", prefix(e));
    line(e, "{");
    const char *outer = emit_deeper(e);
    line(e, arena_format(e->unit->arena, "%s;", type_declare(e->unit, type_of_result(e->unit, item->call->type), name)));
    line(e, arena_format(e->unit->arena, "asyncc_gather_take(%s, &%s, sizeof %s);", child, name, name));
    begin_destination(e, item, target);
    emit_expression(e, target);
    writer_format(e->w, " = %s;\n", name);
    e->indent = outer;
    line(e, "}");
}

/* What an item gives goes to its destination. */
void emit_take(struct emit *e, struct node *node)
{
    struct node *target = node->part[0];
    if (node->await->is_pooled) {
        take_pooled(e, node->await, node->decl, target);
    } else if (!target) {
        line(e, arena_format(e->unit->arena, "%s = %s;", emit_local(node->decl), value_of(e, node->await)));
    } else {
        begin_destination(e, node->await, target);
        emit_expression(e, target);
        writer_format(e->w, " = %s;\n", value_of(e, node->await));
    }
}
