/*
 * emit_table.c - what the runtime knows of a function, and how it and other files call it: its table, with the sites of its
 * awaits; the step of its unit, and what fills that; the function under its own name.
 */
#include "base/arena.h"
#include "emit_internal.h"
#include "tree/names.h"

#include <string.h>

static void emit_site(struct emit *e, const struct function *function, const struct node *node)
{
    const struct await *await = await_operation(node->await);
    const struct await_form *form = await_form(await);
    const char *callee = form->callee;
    if (await->kind == AWAIT_FRAME)
        callee = arena_format(e->unit->arena, "&%s", emit_name(e, await->callee, "function"));
    else if (await->kind == AWAIT_LEAF)
        callee = arena_format(e->unit->arena, "\"%s\"", await->callee->name);
    unsigned line = unit_line_in(e->unit, unit_path(e->unit, function->node->begin), node->begin);
    writer_format(e->w, "    { %u, ASYNCC_SITE_%s, offsetof(struct %s, %s.%s), %s },\n", line, form->site,
                  emit_name(e, function->decl, "frame"), emit_await_name(e, await),
                  form->children ? form->children : form->member, callee);
}

/* The names of the parameters, separated by commas; nobody asks for the value of one without. */
static const char *argument_names(struct emit *e, const struct decl *decl)
{
    struct text text = { 0 };
    for (size_t i = 0; i < decl->param_count; i++) {
        const struct decl *param = decl->params[i];
        text_format(&text, "%s%s", i ? ", " : "", *param->name ? param->name : emit_no_argument(e, param->type));
    }
    return text_take(&text, e->unit->arena);
}

/* The arguments as a unit keeps them until its first step, and what stands for them later. */
static const char *parked_arguments(struct emit *e, const struct decl *decl, bool resumed)
{
    struct text text = { 0 };
    for (size_t i = 0; i < decl->param_count; i++) {
        struct type *type = decl->params[i]->type;
        enum type_kind kind = type_plain(type)->kind;
        bool alone = kind == TYPE_SCALAR || kind == TYPE_BOOL || kind == TYPE_ENUM || kind == TYPE_POINTER;
        const char *one = arena_format(e->unit->arena, alone ? "ASYNCC_ARGUMENT(asyncc_u->start.%s)" : "asyncc_u->start.%s",
                                       emit_parked_name(e, decl, i));
        text_format(&text, "%s%s", i ? ", " : "", resumed ? emit_no_argument(e, type) : one);
    }
    return text_take(&text, e->unit->arena);
}

static void emit_step(struct emit *e, const struct function *function)
{
    const struct decl *decl = function->decl;
    const char *given = parked_arguments(e, decl, false), *resumed = parked_arguments(e, decl, true);
    writer_format(e->w, "static asyncc_status %s(struct asyncc_unit *asyncc_unit)\n{\n", emit_name(e, decl, "step"));
    writer_format(e->w, "    struct %s *asyncc_u = (void *)asyncc_unit;\n", emit_name(e, decl, "unit"));
    if (!function->suspends) {
        struct type *type = type_of_result(e->unit, decl->type->target);
        if (type_has_const_member(type))
            writer_format(e->w,
                          "    __builtin_memcpy((void *)&asyncc_u->result, (%s[1]){ %s(%s) }, sizeof asyncc_u->result);\n",
                          type_declare(e->unit, type, ""), emit_name(e, decl, "body"), given);
        else
            writer_format(e->w, "    %s%s(%s);\n",
                          emit_returns_void(decl) ? "" : "asyncc_u->result = ", emit_name(e, decl, "body"), given);
        if (emit_returns_void(decl) && !decl->param_count)
            writer_put(e->w, "    (void)asyncc_u;\n");
        writer_put(e->w, "    return ASYNCC_DONE;\n}\n");
        return;
    }
    /* its place in the unit is the frame's until the function has ended */
    struct type *type = type_of_result(e->unit, decl->type->target);
    const char *result = emit_returns_void(decl) ? "" : ", &asyncc_result", *run = emit_name(e, decl, "run");
    const char *s = emit_returns_void(decl) ? "return" : "asyncc_status asyncc_s =";
    if (!emit_returns_void(decl))
        writer_format(e->w, type_plain(type)->kind == TYPE_RECORD ? "    %s;\n" : "    %s = %s;\n",
                      type_declare(e->unit, type, "asyncc_result"),
                      emit_zero(e, type)); /* no compiler sees when it is stored */
    if (decl->param_count)
        writer_format(e->w,
                      "    %s asyncc_u->start.state == 0 ? %s(&asyncc_u->frame, 0, %s%s)\n"
                      "        : %s(&asyncc_u->frame, asyncc_u->frame.state, %s%s);\n",
                      s, run, given, result, run, resumed, result);
    else
        writer_format(e->w, "    %s %s(&asyncc_u->frame, asyncc_u->frame.state%s);\n", s, run, result);
    if (!emit_returns_void(decl))
        writer_format(e->w, "    if (asyncc_s == ASYNCC_DONE)\n        %s\n    return asyncc_s;\n",
                      emit_copy(e, type, "asyncc_u->result", "asyncc_result"));
    writer_put(e->w, "}\n");
}

void emit_fill(struct emit *e, const struct decl *decl)
{
    const char *list = emit_parameters(e, decl, false);
    writer_format(e->w, "static void %s(struct %s *asyncc_unit%s%s)\n{\n", emit_name(e, decl, "fill"),
                  emit_name(e, decl, "unit"), *list ? ", " : "", list);
    for (size_t i = 0; i < decl->param_count; i++) {
        const char *parked = arena_format(e->unit->arena, "asyncc_unit->start.%s", emit_parked_name(e, decl, i));
        writer_format(e->w, "    %s\n", emit_copy(e, decl->params[i]->type, parked, emit_parameter_name(e, decl, i)));
    }
    writer_put(e->w, "    asyncc_unit->start.state = 0;\n}\n");
}

void emit_table(struct emit *e, const struct function *function)
{
    const struct decl *decl = function->decl;
    if (function->await_count) {
        writer_format(e->w, "static const struct asyncc_site %s[] = {\n", emit_name(e, decl, "sites"));
        for (size_t i = 0; i < function->await_count; i++)
            emit_site(e, function, function->awaits[i]);
        writer_put(e->w, "};\n");
    }
    if (function->needs_unit)
        emit_step(e, function);
    writer_format(e->w, "static const struct asyncc_function %s = {\n    \"%s\", ", emit_name(e, decl, "function"),
                  decl->name);
    text_quote(&e->w->text, unit_path(e->unit, function->node->begin));
    writer_format(e->w, ", %u, %zu, %s,\n", unit_line(e->unit, function->node->begin), function->await_count,
                  function->await_count ? emit_name(e, decl, "sites") : "NULL");
    if (function->needs_unit) {
        const char *unit = emit_name(e, decl, "unit"), *frame = function->suspends ? "frame" : "start";
        writer_format(e->w, "    %s, ASYNCC_UNIT(struct %s),\n    offsetof(struct %s, %s), ", emit_name(e, decl, "step"),
                      unit, unit, frame);
        writer_format(e->w, emit_returns_void(decl) ? "0,\n" : "offsetof(struct %s, result),\n", unit);
    } else {
        writer_put(e->w, "    ASYNCC_NO_UNIT,\n");
    }
    if (decl->needs_natural)
        writer_format(e->w, "    (void (*)(void))%s\n};\n", decl->written ? decl->written : decl->name);
    else
        writer_put(e->w, "    NULL\n};\n");
}

/* Its body: the call of an await that is being made is run at once, if possible; any other is left pending. */
static void emit_natural_body(struct emit *e, const struct function *function, const char *names)
{
    const struct decl *decl = function->decl;
    const char *comma = *names ? ", " : "";
    const char *unit = emit_name(e, decl, "unit"), *table = emit_name(e, decl, "function");
    bool is_void = emit_returns_void(decl);
    struct type *type = type_of_result(e->unit, decl->type->target);
    if (!is_void)
        writer_format(e->w, "    %s = %s;\n", type_declare(e->unit, type, "asyncc_result"), emit_zero(e, type));
    if (function->suspends) {
        writer_put(e->w, "    struct asyncc_unit *asyncc_owner = asyncc_call_owner();\n");
        writer_format(e->w, "    struct %s *asyncc_unit = asyncc_call_enter(&%s);\n", unit, table);
        writer_put(e->w, "    if (asyncc_unit) {\n");
        writer_format(e->w, "        asyncc_status asyncc_s = %s(&asyncc_unit->frame, 0%s%s%s);\n",
                      emit_name(e, decl, "run"), comma, names, is_void ? "" : ", &asyncc_result");
        writer_format(e->w, "        asyncc_call_leave(&asyncc_unit->unit, asyncc_owner, &%s, asyncc_s);\n", table);
    } else {
        writer_format(e->w, "    struct %s *asyncc_unit;\n", unit);
        writer_format(e->w, "    if (asyncc_call_awaited(&%s)) {\n", table);
        writer_format(e->w, is_void ? "        %s(%s);\n" : "        return %s(%s);\n", emit_name(e, decl, "body"), names);
    }
    writer_format(e->w, "    } else if ((asyncc_unit = asyncc_unit_new(&%s)) != NULL) {\n", table);
    writer_format(e->w, "        %s(asyncc_unit%s%s);\n    }\n", emit_name(e, decl, "fill"), comma, names);
    if (!is_void)
        writer_put(e->w, "    return asyncc_result;\n");
}

void emit_natural(struct emit *e, const struct function *function)
{
    struct decl *decl = function->decl;
    const char *names = argument_names(e, decl);
    if (function->is_main) {
        writer_own_line(e->w);
        const char *list = emit_parameters(e, decl, false);
        writer_format(e->w, "static int %s(%s)\n{\n", decl->written, *list ? list : "void");
    } else {
        const struct token *last = unit_token_before(e->unit, function->body->begin);
        writer_user_line(e->w, function->node->begin);
        writer_copy(e->w, function->node->begin, last->end, false);
        writer_own_line(e->w);
        writer_put(e->w, "{\n");
    }
    emit_natural_body(e, function, names);
    writer_put(e->w, "}\n");
    if (function->is_main) {
        const char *list = emit_parameters(e, decl, false);
        writer_format(e->w, "int main(%s)\n{\n    (void)%s(%s);\n    return asyncc_main();\n}\n", *list ? list : "void",
                      decl->written, names);
    }
}
