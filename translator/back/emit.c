/*
 * emit.c - the file and its async functions. In the place of a definition of `async int f(int n)` stand:
 *
 *     struct asyncc_f_frame { unsigned state; ... };                 its frame, and those that it embeds
 *     struct asyncc_f_unit { struct asyncc_unit unit; ... };         the same as a unit, when it can be one
 *     static asyncc_status asyncc_f_run(struct asyncc_f_frame *self, unsigned at, int n, int *result) {...}
 *     static const struct asyncc_site asyncc_f_sites[]; asyncc_f_step; asyncc_f_function; asyncc_f_fill
 *     int f(int n) {...}                                             called by an await it runs at once, in a unit of
 *                                                                    its own; otherwise it leaves one pending
 *
 * A function that cannot suspend has, in place of frame and run, `static int asyncc_f_body(int n)`: its body
 * as the user wrote it.
 */
#include "emit.h"

#include "rounds/alternatives.h"
#include "base/arena.h"
#include "emit_internal.h"
#include "middle/frame.h"
#include "middle/local_types.h"
#include "tree/directives.h"
#include "tree/names.h"
#include "front/resolve.h"
#include "tree/specifier.h"
#include "middle/storage.h"
#include "middle/visible.h"
#include "front/warnings.h"

#include <asyncc/abi.h>
#include <string.h>

bool emit_returns_void(const struct decl *decl)
{
    return type_is_void(decl->type->target);
}

static const char *numbered_parameter(struct emit *e, size_t index)
{
    return arena_format(e->unit->arena, "asyncc_parameter%zu", index + 1);
}

const char *emit_parameter_name(struct emit *e, const struct decl *decl, size_t index)
{
    const char *given = decl->params[index]->name;
    return *given ? given : numbered_parameter(e, index);
}

const char *emit_parked_name(struct emit *e, const struct decl *decl, size_t index)
{
    const char *name = emit_parameter_name(e, decl, index);
    return strcmp(name, "state") != 0 ? name : numbered_parameter(e, index);
}

struct type *emit_parameter_type(struct emit *e, const struct decl *param, bool spelled)
{
    bool atomic = type_plain(param->type)->kind == TYPE_ATOMIC, stays = spelled && !decl_is_resident(param);
    struct type *type = atomic || stays ? param->type : type_value(e->unit, param->type);
    type = stays ? type_of_slot(e->unit, type) : type_unqualified(e->unit, type);
    return type_is_variable(type) && (!spelled || decl_is_resident(param)) ? storage_passed_type(e->unit, type) : type;
}

const char *emit_parameters(struct emit *e, const struct decl *decl, bool spelled)
{
    struct text text = { 0 };
    for (size_t i = 0; i < decl->param_count; i++) {
        struct decl *param = decl->params[i];
        const char *called = emit_parameter_name(e, decl, i);
        text_format(&text, "%s%s", i ? ", " : "", type_declare(e->unit, emit_parameter_type(e, param, spelled), called));
        if (spelled && !*param->name)
            text_put(&text, " __attribute__((unused))");
        if (spelled && param->attributes)
            text_format(&text, " %.*s", (int)strlen(param->attributes) - 1, param->attributes);
    }
    return text_take(&text, e->unit->arena);
}

/* The same by its first declaration, which stands above callers that the definition's types are unknown to. */
static const char *first_parameters(struct emit *e, const struct type *function)
{
    struct text text = { 0 };
    for (size_t i = 0; i < function->param_count; i++) {
        struct decl param = { .type = function->params[i] };
        text_format(&text, "%s%s", i ? ", " : "", type_declare(e->unit, emit_parameter_type(e, &param, false), ""));
    }
    return text_take(&text, e->unit->arena);
}

/* What its definition mentions; in its own place its head may define some of that. */
static bool is_known(const struct emit *e, const struct decl *decl)
{
    const struct function *function = decl->function;
    return function->node->begin == e->place || function->frame->definition_from <= e->place;
}

static struct type *result_type(struct emit *e, const struct decl *decl)
{
    return type_of_result(e->unit, (is_known(e, decl) ? decl->type : decl->first_type)->target);
}

static const char *code_parameters(struct emit *e, const struct decl *decl)
{
    return is_known(e, decl) ? emit_parameters(e, decl, true) : first_parameters(e, decl->first_type);
}

static const char *result_parameter(struct emit *e, const struct decl *decl)
{
    if (emit_returns_void(decl))
        return "";
    struct type *type = type_pointer_to(e->unit, result_type(e, decl));
    return arena_format(e->unit->arena, ", %s",
                        type_declare(e->unit, type, arena_format(e->unit->arena, "%sresult", e->unit->prefix)));
}

static const char *run_signature(struct emit *e, const struct decl *decl)
{
    const char *list = code_parameters(e, decl);
    bool single = decl->function->has_label_address; /* a copy would have labels of its own */
    return arena_format(e->unit->arena, "static %s%s%sasyncc_status %s(struct %s *%sself, unsigned %sat%s%s%s)",
                        decl->is_inline && !single ? "inline " : "", single ? "ASYNCC_SINGLE " : "",
                        decl->attributes ? decl->attributes : "", emit_name(e, decl, "run"), emit_name(e, decl, "frame"),
                        e->unit->prefix, e->unit->prefix, *list ? ", " : "", list, result_parameter(e, decl));
}

static const char *body_signature(struct emit *e, const struct decl *decl)
{
    const char *list = code_parameters(e, decl);
    const char *declarator = arena_format(e->unit->arena, "%s(%s)", emit_name(e, decl, "body"), *list ? list : "void");
    return arena_format(e->unit->arena, "static %s%s%s", decl->is_inline ? "inline " : "",
                        decl->attributes ? decl->attributes : "", type_declare(e->unit, result_type(e, decl), declarator));
}

/* ---- what comes before the first use ---- */

static void emit_head(struct emit *e, struct function *function);

/* What a frame embeds, and with `called`, what the code calls. */
static void emit_callee_heads(struct emit *e, const struct await *await, bool called)
{
    for (size_t i = 0; i < await->item_count; i++)
        emit_callee_heads(e, await->items[i], true);
    if (await->callee && await->callee->function && (await->kind == AWAIT_FRAME || (await->kind == AWAIT_PLAIN && called)))
        emit_head(e, await->callee->function);
}

static void find_heads(struct emit *e, struct node *node, bool called)
{
    if (node->kind == NODE_X_AWAIT || (node->kind == NODE_AWAIT && node->is_edited))
        emit_callee_heads(e, node->await, called);
    for (struct node *child = node->first; child; child = child->next)
        find_heads(e, child, called);
}

/* Whether the list of parameters is one of names only. */
static bool is_old_style(const struct unit *unit, const struct decl *decl)
{
    if (decl->param_count && !*decl->params[0]->name)
        return false;
    const struct token *open = unit_token(unit, unit_token(unit, decl->definition_at)->end);
    const struct token *first = open ? unit_token(unit, open->end) : NULL;
    const struct token *next = first ? unit_token(unit, first->end) : NULL;
    return decl->param_count && token_is(unit, first, decl->params[0]->name) &&
           (token_is(unit, next, ",") || token_is(unit, next, ")"));
}

/* `int f(a, b) int a; char b;` is declared as `int f()`, or as it was before. */
static void put_old_style(struct emit *e, const struct function *function)
{
    const struct unit *unit = e->unit;
    const struct token *open = unit_token(unit, unit_token(unit, function->decl->definition_at)->end);
    const struct token *last = unit_closing(unit, open), *next = unit_token(unit, last->end);
    writer_copy(e->w, function->node->begin, open->end, false);
    if (!function->decl->first_type->no_prototype)
        writer_put(e->w, first_parameters(e, function->decl->first_type));
    while (token_is(unit, next, "(") || token_is(unit, next, ")") || token_is(unit, next, "[") ||
           token_is(unit, next, "]") || next->kind == TOKEN_LITERAL) {
        next = token_is(unit, next, "(") ? unit_closing(unit, next) : next;
        next = unit_token(unit, next->end);
    }
    writer_copy(e->w, last->begin, unit_token_before(unit, next->begin)->end, false);
}

/* The function's own prototype, which its definition may be the only one to give. */
static void emit_prototype(struct emit *e, const struct function *function)
{
    const struct decl *decl = function->decl;
    if (function->is_main) {
        const char *list = emit_parameters(e, decl, false);
        writer_format(e->w, "static int %s(%s);\n", decl->written, *list ? list : "void");
        return;
    }
    unsigned end = function->body->begin;
    const struct token *last = unit_token_before(e->unit, end);
    writer_user_line(e->w, function->node->begin);
    if (is_old_style(e->unit, decl))
        put_old_style(e, function);
    else
        writer_copy(e->w, function->node->begin, last ? last->end : end, false);
    writer_put(e->w, ";\n");
}

/* Behind the attributes that macros bring there, which are the type's. */
static unsigned end_of_type(const struct unit *unit, const struct function *function, const struct specifier *s)
{
    unsigned end = s->all.end;
    for (const struct token *token = unit_token(unit, end); token; token = unit_token(unit, end)) {
        const struct invocation *macro = unit_invocation(unit, token->begin);
        if (!macro || macro->is_dialect || token->begin == function->decl->definition_at) /* the name may be one, too */
            break;
        end = macro->end;
    }
    return end;
}

/* The tag of the type whose definition begins there, which is spelled as a macro; "" if it has none. */
static const char *tag_by_macro(const struct unit *unit, unsigned begin)
{
    const struct decl *decl = unit_type_at(unit, begin);
    return !decl || decl->is_anonymous ? "" : decl->name;
}

/* A type that the definition's own head defines, for its result or a parameter, comes before, with its attributes; its name stays. */
static void emit_own_types(struct emit *e, const struct function *function)
{
    struct unit *unit = e->unit;
    const struct token *token = unit_token(unit, function->node->begin);
    while (token && token->begin < function->body->begin) {
        struct specifier s;
        if (!specifier_read(unit, token, &s)) {
            token = unit_token(unit, token->end);
            continue;
        }
        if (!local_types_at(function, token->begin)) {
            unsigned end = end_of_type(unit, function, &s);
            const char *tag = s.tag ? "" : tag_by_macro(unit, token->begin);
            if (!s.tag && !*tag && token_is(unit, token, "enum"))
                unit_add_edit(unit, token->begin, token->end,
                              arena_format(unit->arena, "enum asyncc_untagged%u", ++unit->untagged_count));
            writer_user_line(e->w, token->begin);
            writer_copy(e->w, token->begin, end, false);
            writer_put(e->w, ";\n");
            if (s.tag && unit_token(unit, token->end) != s.tag)
                unit_add_edit(unit, token->end, s.tag->begin, " ");
            unit_add_edit(unit, s.tag ? s.tag->end : token->end, end, arena_format(unit->arena, " %s ", tag));
        }
        token = unit_token(unit, s.all.end);
    }
}

static void emit_code_prototype(struct emit *e, const struct function *function)
{
    const struct decl *decl = function->decl;
    if (function->suspends || function->needs_unit)
        writer_format(e->w, "static const struct asyncc_function %s;\n", emit_name(e, decl, "function"));
    writer_format(e->w, "%s;\n", function->suspends ? run_signature(e, decl) : body_signature(e, decl));
}

static void emit_fill_prototype(struct emit *e, const struct decl *decl)
{
    const char *list = emit_parameters(e, decl, false);
    writer_format(e->w, "static void %s(struct %s *asyncc_unit%s%s);\n", emit_name(e, decl, "fill"),
                  emit_name(e, decl, "unit"), *list ? ", " : "", list);
}

/*
 * Of a function further down, what its callers need, as soon as all is there that it mentions; the rest, and all that is
 * text of the user's, comes in its own place.
 */
static void emit_head(struct emit *e, struct function *function)
{
    bool own = function == e->function, declares = !function->is_declared;
    bool unit = function->needs_unit && !function->has_unit && (own || visible_callee(function, true) <= e->place);
    if (!own && !declares && !unit)
        return;
    function->is_declared = true;
    function->has_unit = function->has_unit || unit;
    find_heads(e, function->body, own);
    if (function->suspends ? declares : own)
        emit_local_types(e, function);
    if (function->suspends && declares)
        emit_frame(e, function);
    if (unit)
        emit_unit_struct(e, function);
    writer_own_line(e->w);
    if (declares)
        emit_code_prototype(e, function);
    if (unit)
        emit_fill_prototype(e, function->decl);
    if (own && function->decl->needs_natural)
        emit_prototype(e, function);
}

/* ---- the code ---- */

static bool stores_result(const struct node *node)
{
    if ((node->kind == NODE_RETURN && node->part[PART_CONDITION]) || (node->kind == NODE_X_RETURN && node->decl))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (stores_result(child))
            return true;
    return false;
}

/* The size of a parameter as the user wrote it, of those in front of it. */
static const char *size_text(struct emit *e, const struct decl *size)
{
    const struct unit *unit = e->unit;
    const struct names *names = resolve_function(e->unit, e->function);
    unsigned at = size->at, end = at + (unsigned)strlen(size->size_text);
    const char *text = "";
    for (const struct token *token = unit_token(unit, at); token && token->begin < end;
         token = unit_token(unit, token->end)) {
        const struct name *name = token->kind == TOKEN_IDENTIFIER ? resolve_at(names, token->begin) : NULL;
        if (!name || name->decl->kind != DECL_PARAMETER || !decl_is_resident(name->decl))
            continue;
        text = arena_format(unit->arena, "%s%.*s%s", text, (int)(token->begin - at), unit->text + at, name->decl->written);
        at = token->end;
    }
    return arena_format(unit->arena, "%s%.*s", text, (int)(end - at), unit->text + at);
}

static bool evaluates_sizes(const struct decl *function)
{
    for (size_t i = 0; i < function->param_count; i++)
        if (function->params[i]->outer_size)
            return true;
    return false;
}

/* The text of a size, in its line, with what stands in front of it. */
static void emit_size(struct emit *e, const char *before, const struct decl *size)
{
    writer_user_line(e->w, size->at);
    writer_format(e->w, "    %s(%s);\n", before, size_text(e, size));
}

static void emit_parameter(struct emit *e, const struct decl *param)
{
    if (param->outer_size)
        emit_size(e, "(void)", param->outer_size);
    if (!decl_is_resident(param))
        return;
    for (size_t k = 0; k < param->size_count; k++)
        if (param->sizes[k])
            emit_size(e, arena_format(e->unit->arena, "%s = (size_t)", param->sizes[k]->written), param->sizes[k]);
    const char *from = param->name;
    if (type_is_variable(param->type) && type_quals(type_plain(emit_parameter_type(e, param, true))->target))
        from =
            arena_format(e->unit->arena, "asyncc_object(%s)", from); /* before C23 an array of const elements is not const */
    writer_own_line(e->w);
    writer_format(e->w, "    %s\n", emit_copy(e, param->type, param->written, from));
}

/* No way ends with a value: compilers, which do not see that, would warn where the caller reads it. */
static void emit_no_result(struct emit *e)
{
    struct type *type = type_of_result(e->unit, e->function->decl->type->target);
    const char *p = e->unit->prefix;
    if (type_has_const_member(type))
        writer_format(e->w, "    __builtin_memset((void *)%sresult, 0, sizeof *%sresult);\n", p, p);
    else
        writer_format(e->w, "    *%sresult = %s;\n", p, emit_zero(e, type));
}

/* From the state at which the function is resumed to the await. */
static void emit_states(struct emit *e)
{
    const struct function *function = e->function;
    const char *p = e->unit->prefix;
    if (function->await_count)
        writer_format(e->w, "    asyncc_status %ss;\n", p);
    else /* only timeouts around what never waits */
        writer_format(e->w, "    (void)%sself;\n", p);
    if (!emit_returns_void(function->decl) && !stores_result(function->body) && !function->is_main)
        emit_no_result(e);
    writer_format(e->w, "    switch (%sat) {\n    case 0: break;\n", p);
    for (size_t i = 0; i < function->await_count; i++) {
        const char *label = emit_await_name(e, function->awaits[i]->await);
        writer_format(e->w, "    case %u: goto %s;\n", function->awaits[i]->await->number, label);
    }
    writer_format(e->w, "    default: asyncc_bad_state(\"%s\", %sat);\n    }\n", function->decl->name, p);
}

static bool loops(const struct node *node)
{
    if (node_is_loop(node) || node->kind == NODE_GOTO)
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (loops(child))
            return true;
    return false;
}

/* gcc loses sight of a status that tells whether there is a result, at -O1, when it is used again or comes from afar. */
static void find_guarded(const struct function *function)
{
    for (size_t i = 0; i < function->await_count; i++) {
        const struct await *await = function->awaits[i]->await;
        const struct function *callee = await->kind == AWAIT_FRAME ? await->callee->function : NULL;
        if (!await->leave && !(callee && (callee->has_defer || callee->await_count > 1 || loops(callee->body))))
            continue;
        if (await->result)
            await->result->local->is_guarded = true;
        if (await->status)
            await->status->local->is_guarded = true;
    }
}

static void emit_prologue(struct emit *e)
{
    const struct function *function = e->function;
    find_guarded(function);
    const char *p = e->unit->prefix;
    writer_own_line(e->w);
    if (function->uses_name)
        writer_format(e->w, "    static const char %sname[] __attribute__((unused)) = \"%s\";\n", p, function->decl->name);
    if (function->value)
        writer_format(e->w, "    %s = %s;\n", type_declare(e->unit, function->value->type, function->value->name),
                      emit_zero_initialiser(function->value->type));
    if (function->address)
        writer_format(e->w, "    %s = 0;\n", type_declare(e->unit, function->address->type, function->address->name));
    if (function->suspends)
        emit_states(e);
    for (size_t i = 0; i < function->decl->param_count; i++)
        emit_parameter(e, function->decl->params[i]);
}
static bool ends_with_return(const struct node *body)
{
    const struct node *last = body->last;
    while (last && (last->kind == NODE_X_SEQUENCE))
        last = last->last;
    return last && (last->kind == NODE_RETURN || last->kind == NODE_X_RETURN);
}

static void emit_code(struct emit *e)
{
    const struct function *function = e->function;
    struct node *body = function->body;
    writer_own_line(e->w);
    e->unit->inside = false;
    writer_format(e->w, "%s\n", function->suspends ? run_signature(e, function->decl) : body_signature(e, function->decl));
    unsigned at = body->begin, end = unit_inner_end(e->unit, body);
    if (function->suspends || function->value || function->address || function->uses_name ||
        evaluates_sizes(function->decl)) {
        at = unit_inner_begin(e->unit, body);
        writer_put(e->w, "{\n");
        writer_copy(e->w, unit_token(e->unit, body->begin)->end, at, true);
        emit_prologue(e);
    }
    /* the first line of the body keeps its number */
    bool opening = body->first && body->first->begin == at && body->first->end == at; /* a suspend point */
    if (at < e->unit->length && e->unit->text[at] == '\n' && at > body->begin && !opening)
        at++;
    writer_user_line(e->w, at);
    e->unit->inside = true;
    at = emit_children(e, body, at, true);
    writer_copy(e->w, at, end, true);
    e->unit->inside = false;
    if (function->value) { /* no compiler sees that all ways end before */
        e->indent = "    ";
        emit_value_return(e, function->value);
        writer_user_line(e->w, end);
    } else if (function->suspends && !ends_with_return(body)) {
        writer_own_line(e->w);
        if (function->is_main)
            writer_format(e->w, "    *%sresult = 0;\n", e->unit->prefix);
        writer_put(e->w, "    return ASYNCC_DONE;\n");
        writer_user_line(e->w, end);
    } else if (function->is_main && !ends_with_return(body)) { /* as C's main does */
        writer_own_line(e->w);
        writer_put(e->w, "    return 0;\n");
    }
    writer_put(e->w, "}\n");
}

/* ---- the function ---- */

/* What the macro has between the brackets behind its name, brackets included. */
static const char *parameter_list(const struct emit *e, const char *text)
{
    return *text == '(' ? arena_copy(e->unit->arena, text, strcspn(text, ")") + 1) : "";
}

/*
 * The function is right only where these macros are what they were; see alternatives.h. The definition that was seen gets
 * another name: as text, both have to become the same.
 */
static void emit_guards(struct emit *e, const struct function *function)
{
    if (function->guard_count)
        writer_own_line(e->w);
    for (size_t i = 0; i < function->guard_count; i++) {
        const char *name = function->guards[i].name, *text = function->guards[i].text;
        if (!text) {
            writer_format(e->w, "#ifdef %s\n#error \"%s\"\n#endif\n", name, ALTERNATIVES_ERROR);
            continue;
        }
        if (function->guards[i].type) {
            writer_format(e->w, "_Static_assert(__builtin_types_compatible_p(%s, %s), \"%s\");\n", text,
                          function->guards[i].type, ALTERNATIVES_ERROR);
            continue;
        }
        const char *list = parameter_list(e, text);
        writer_format(e->w, "#undef asyncc_seen_%s\n#define asyncc_seen_%s", name, name);
        writer_verbatim(e->w, text);
        writer_format(e->w, "\n_Static_assert(ASYNCC_SAME(%s%s, asyncc_seen_%s%s), \"%s\");\n", name, list, name, list,
                      ALTERNATIVES_ERROR);
    }
}

/* What the translator has said of the function itself; gcc and clang do not know each other's options. */
static void emit_silence(struct emit *e, const struct function *function)
{
    if (!warnings_silenced(function, 0))
        return;
    writer_own_line(e->w);
    writer_put(e->w, "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wpragmas\"\n"
                     "#pragma GCC diagnostic ignored \"-Wunknown-warning-option\"\n");
    const char *option;
    for (size_t k = 0; (option = warnings_silenced(function, k)); k++)
        writer_format(e->w, "#pragma GCC diagnostic ignored \"-W%s\"\n", option);
}

/* See leaving.h. */
static void emit_leaving(struct emit *e, const struct function *function)
{
    for (size_t i = 0; i < function->leaving_count; i++) {
        const struct directive *directive = &function->leaving[i];
        writer_own_line(e->w);
        writer_verbatim(e->w,
                        arena_copy(e->unit->arena, e->unit->text + directive->begin, directive->end - directive->begin));
        writer_put(e->w, "\n");
    }
}

static void emit_function(struct emit *e, struct function *function)
{
    e->function = function;
    e->place = function->node->begin;
    e->indent = "    ";
    if (!writer_at_line_start(e->w))
        writer_newline(e->w);
    warnings_find(e->unit, function, function->has_defer || (function->types && function->types->text_count));
    emit_silence(e, function);
    emit_guards(e, function);
    emit_own_types(e, function);
    emit_head(e, function);
    emit_code(e);
    writer_own_line(e->w);
    if (function->suspends || function->needs_unit)
        emit_table(e, function);
    if (function->needs_unit)
        emit_fill(e, function->decl);
    if (function->decl->needs_natural)
        emit_natural(e, function);
    if (warnings_silenced(function, 0)) {
        writer_own_line(e->w);
        writer_put(e->w, "#pragma GCC diagnostic pop\n");
    }
    emit_leaving(e, function);
    e->function = NULL;
}

/* In front of the first function: what the user's own includes have to come before. */
static void emit_abi(struct emit *e)
{
    writer_own_line(e->w);
    writer_put(e->w, "#include <asyncc/abi.h>\n");
}

/* __BASE_FILE__ is the user's file; no #line changes it. */
static void emit_base_file(const struct unit *unit, struct writer *writer)
{
    struct text name = { 0 };
    if (!unit->mentions_base_file)
        return;
    text_quote(&name, unit->path);
    writer_put(writer, "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wbuiltin-macro-redefined\"\n");
    writer_format(writer, "#undef __BASE_FILE__\n#define __BASE_FILE__ %s\n#pragma GCC diagnostic pop\n", name.at);
    text_free(&name);
}

/* clang remarks, without being asked, where a struct that ends in a flexible array is not the last thing in another one. */
static void emit_open_ends(const struct unit *unit, struct writer *writer)
{
    for (size_t i = 0; i < unit->function_count; i++)
        for (size_t k = 0; k < unit->functions[i]->local_count; k++)
            if (type_ends_open(unit->functions[i]->locals[k]->decl->type)) {
                writer_put(writer, "#ifdef __clang__\n#pragma clang diagnostic ignored "
                                   "\"-Wgnu-variable-sized-type-not-at-end\"\n#endif\n");
                return;
            }
}

void emit_unit(struct unit *unit, struct writer *writer)
{
    struct emit e = { .unit = unit, .w = writer };
    unsigned at = 0;
    writer_format(writer, "/* Translated by asyncc; do not edit. */\n#define ASYNCC_TRANSLATED %d\n", ASYNCC_ABI);
    if (unit->warns_of_macros)
        writer_put(writer, "#pragma GCC diagnostic ignored \"-Wunused-macros\"\n");
    emit_open_ends(unit, writer);
    emit_base_file(unit, writer);
    writer_user_line(writer, 0);
    for (size_t i = 0; i < unit->function_count; i++) {
        struct function *function = unit->functions[i];
        writer_copy(writer, at, function->node->begin, true);
        if (i == 0)
            emit_abi(&e);
        emit_function(&e, function);
        at = function->node->end;
        /* what is left of the line stands on a line of its own */
        if (at < unit->length && unit->text[at] == '\n')
            at++;
        else if (at < unit->length)
            writer_user_line(writer, at);
    }
    writer_copy(writer, at, (unsigned)unit->length, true);
    if (!writer_at_line_start(writer))
        writer_newline(writer);
}
