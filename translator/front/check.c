/*
 * check.c - walks the tree once; each kind of node has its rules in a function of its own. Places that a macro
 * made are shown where the user wrote the macro.
 */
#include "check.h"

#include "base/arena.h"
#include "tree/async_type.h"
#include "check_internal.h"
#include "dialect.h"
#include "base/set.h"
#include "suggest.h"

#include <string.h>

struct place check_place(const struct check *c, const struct node *node)
{
    return unit_place(c->unit, node->begin, node->end);
}

/* The name in a declaration. */
static struct place place_of_name(const struct check *c, const struct node *node)
{
    const char *name = node->decl->name;
    const struct token *token = unit_token(c->unit, node->begin);
    while (token && token->begin < node->end && !token_is(c->unit, token, name))
        token = unit_token(c->unit, token->end);
    if (!token || token->begin >= node->end)
        return check_place(c, node);
    return unit_place(c->unit, token->begin, token->end);
}

/* ---- calls ---- */

struct blocker {
    const char *name, *instead;
};

/* What blocks the thread; `instead` is what to await. */
static const struct blocker blockers[] = {
    { "sleep", "async_sleep" },
    { "usleep", "async_sleep" },
    { "nanosleep", "async_sleep" },
    { "clock_nanosleep", "async_sleep" },
    { "uv_sleep", "async_sleep" },
    { "thrd_sleep", "async_sleep" },
    { "poll", NULL },
    { "ppoll", NULL },
    { "select", NULL },
    { "pselect", NULL },
    { "epoll_wait", NULL },
    { "pause", NULL },
    { "wait", NULL },
    { "waitpid", NULL },
    { "waitid", NULL },
    { "system", NULL },
    { "pthread_join", NULL },
    { "pthread_cond_wait", NULL },
    { "pthread_cond_timedwait", NULL },
    { "pthread_barrier_wait", NULL },
    { "sem_wait", NULL },
    { "sem_timedwait", NULL },
    { "thrd_join", NULL },
    { "cnd_wait", NULL },
    { "uv_thread_join", NULL },
    { "uv_cond_wait", NULL },
    { "uv_cond_timedwait", NULL },
    { "uv_sem_wait", NULL },
    { "uv_barrier_wait", NULL },
    { "uv_run", NULL },
    { "accept", NULL },
    { "connect", NULL },
    { "recv", NULL },
    { "recvfrom", NULL },
    { "recvmsg", NULL },
    { "getaddrinfo", NULL },
    { "getnameinfo", NULL },
    { "gethostbyname", NULL },
    { "gethostbyaddr", NULL },
    { "fsync", NULL },
    { "fdatasync", NULL },
    { "sync", NULL },
    { "flock", NULL },
    { "lockf", NULL },
    { "getchar", NULL },
    { "sigwait", NULL },
    { "sigsuspend", NULL },
};

static void check_blocking(struct check *c, const struct node *call, const struct decl *callee)
{
    if (!c->is_async || c->unevaluated || callee->in_file)
        return;
    for (size_t i = 0; i < sizeof blockers / sizeof *blockers; i++) {
        if (strcmp(blockers[i].name, callee->name) != 0)
            continue;
        struct place place = check_place(c, call);
        const char *instead = blockers[i].instead;
        diag(c->diagnostics, DIAG_BLOCKING_CALL, &place, callee->name, instead ? "; await '" : "", instead ? instead : "",
             instead ? "' instead" : "");
        return;
    }
}

static void check_unsuitable(struct check *c, const struct node *call, const struct decl *callee)
{
    static const struct {
        const char *name, *why;
    } unsuitable[] = {
        { "alloca", "its memory is gone after the await; use malloc and defer free" },
        { "__builtin_alloca", "its memory is gone after the await; use malloc and defer free" },
        { "__builtin_alloca_with_align", "its memory is gone after the await; use malloc and defer free" },
        { "setjmp", "the stack it remembers is gone after the await; put it into a plain function" },
        { "_setjmp", "the stack it remembers is gone after the await; put it into a plain function" },
        { "sigsetjmp", "the stack it remembers is gone after the await; put it into a plain function" },
        { "__sigsetjmp", "the stack it remembers is gone after the await; put it into a plain function" },
        { "__builtin_setjmp", "the stack it remembers is gone after the await; put it into a plain function" },
        { "vfork", "the stack it shares is gone after the await; put it into a plain function" },
    };
    if (!c->awaits || c->unevaluated)
        return;
    for (size_t i = 0; i < sizeof unsuitable / sizeof *unsuitable; i++) {
        if (strcmp(unsuitable[i].name, callee->name) != 0)
            continue;
        struct place place = check_place(c, call);
        diag(c->diagnostics, DIAG_UNSUITABLE_CALL, &place, callee->name, unsuitable[i].why);
    }
}

/* C takes it for a function that returns int; another compiler may have a macro of that name. */
static bool is_undeclared(const struct decl *callee)
{
    return !callee->node && callee->in_file && strncmp(callee->name, "__", 2) != 0 && callee->type &&
           type_plain(callee->type)->no_prototype;
}

static void check_declared(struct check *c, const struct node *call, const struct decl *callee)
{
    const struct node *whole = call;
    while (whole->parent && node_is_expression(whole->parent))
        whole = whole->parent;
    if (!is_undeclared(callee) || c->unevaluated || !whole->awaits)
        return;
    struct place place = check_place(c, call);
    const struct token *name = unit_token(c->unit, call->begin);
    const char *header = suggest_header(c->unit, callee->name);
    if (name && token_is(c->unit, name, callee->name))
        place.end = name->end;
    diag(c->diagnostics, DIAG_UNDECLARED_FUNCTION, &place, callee->name,
         header ? arena_format(c->unit->arena, "; include <%s>", header)
                : ", and its value may have to be kept across the await: what it returns is not known");
}

static void check_not_awaited(struct check *c, const struct node *call, const struct decl *callee)
{
    struct place place = check_place(c, call);
    const struct token *token = unit_token(c->unit, call->begin);
    if (token)
        place.end = token->end;
    struct diagnostic *said;
    const char *word = NULL;
    enum await_kind marked = callee ? await_of_marker(callee->name) : AWAIT_WRONG;
    if (marked != AWAIT_WRONG)
        word = await_forms[marked].word;
    else if (call->first && call->first->type && type_is_task(call->first->type))
        word = dialect_is_shield(call) ? "shield" : "join";
    if (word)
        said = diag(c->diagnostics, DIAG_NOT_AWAITED, &place, word);
    else if (dialect_is_async(call->first) != 1)
        return;
    else if (callee)
        said = diag(c->diagnostics, DIAG_CALL_WITHOUT_AWAIT, &place, callee->name);
    else
        said = diag(c->diagnostics, DIAG_POINTER_CALL_WITHOUT_AWAIT, &place);
    struct invocation *invocation = unit_invocation(c->unit, call->begin);
    if (c->is_async && (!invocation || invocation->is_dialect))
        diag_fixit(c->diagnostics, said, call->begin, call->begin, "await ");
    else if (c->is_async)
        return;
    else if (!word)
        diag_note(c->diagnostics, said, &place, "outside async functions, start it with create_task, spawn or async_run");
}

static const char *const no_name[] = { "", "", "" };

/* A function or pointer to one goes where another type is expected. */
static void check_conversion(struct check *c, struct node *from, struct async_type to)
{
    if (!from || !from->type || c->unevaluated || type_is_task(from->type))
        return;
    struct node *inner = node_strip(from);
    if (inner->kind == NODE_CONDITIONAL) {
        check_conversion(c, inner->op == OP_OR ? inner->first : inner->first->next, to);
        check_conversion(c, inner->last, to);
        return;
    }
    int async = async_type_conflict(async_type_of(from), to);
    if (async < 0)
        return;
    struct node *named = node_strip(from);
    while (named && named->kind == NODE_UNARY)
        named = node_strip(named->first);
    const char *const *quoted = no_name;
    const char *const name[] = { " '", named && named->decl ? named->decl->name : "", "'" };
    if (named && named->kind == NODE_REFERENCE && named->decl->kind == DECL_FUNCTION)
        quoted = name;
    struct place place = check_place(c, from);
    diag(c->diagnostics, async ? DIAG_CONVERT_TO_ASYNC : DIAG_CONVERT_TO_PLAIN, &place, quoted[0], quoted[1], quoted[2]);
}

static void check_arguments(struct check *c, const struct node *call, const struct decl *callee)
{
    if (callee && callee->header && strncmp(callee->name, "asyncc_", 7) == 0)
        return;
    struct async_type function = async_type_of(call->first);
    size_t i = 0;
    for (struct node *argument = call->first->next; argument; argument = argument->next, i++)
        check_conversion(c, argument, async_type_parameter(function, i));
}

static void check_noreturn(struct check *c, const struct decl *decl, const struct place *place)
{
    if (decl->is_async && decl->is_noreturn && !decl->in_file)
        diag(c->diagnostics, DIAG_NORETURN_IN_HEADER, place, decl->name);
}

static void check_call(struct check *c, const struct node *call)
{
    struct decl *callee = dialect_callee((struct node *)call);
    const char *word = NULL;
    struct node *started = dialect_started((struct node *)call, &word);
    if (started) {
        struct place place = check_place(c, call);
        bool good = started->kind == NODE_CALL && dialect_is_async(started->first) == 1;
        if (!good)
            diag(c->diagnostics, DIAG_START_OPERAND, &place, word);
        else if (c->is_async && strncmp(word, "async_run", 9) == 0)
            diag(c->diagnostics, DIAG_ASYNC_RUN_INSIDE, &place, word);
    }
    if (!call->is_consumed && !c->unevaluated)
        check_not_awaited(c, call, callee);
    if (callee) {
        struct place place = check_place(c, call);
        check_noreturn(c, callee, &place);
        check_blocking(c, call, callee);
        check_unsuitable(c, call, callee);
        check_declared(c, call, callee);
    }
    check_arguments(c, call, callee);
}

/* A cast may hide what a pointer points to, but not pass an async function off as a plain one of the same type. */
static void check_cast(struct check *c, const struct node *node)
{
    struct async_type to = { .type = node->type, .said = node->says_async };
    struct node *from = node->last;
    if (node->says_async && !type_leads_to_function(node->type)) {
        const struct token *word = unit_token(c->unit, unit_token(c->unit, node->begin)->end);
        struct place place = unit_place(c->unit, word->begin, word->end);
        diag(c->diagnostics, DIAG_ASYNC_VALUE_ATTRIBUTE, &place, "type that is no function");
    }
    if (from && from->type && async_type_alike(async_type_of(from), to))
        check_conversion(c, from, to);
}

/* ---- await ---- */

static void check_problem(struct check *c, const struct await *await)
{
    struct place place = check_place(c, await->problem_at);
    const char *word = await->word ? await->word : "";
    bool is_said = await->callee && is_undeclared(await->callee) && !c->unevaluated; /* by check_declared */
    if (await->problem >= 0 && !is_said)
        diag(c->diagnostics, (enum diag_id)await->problem, &place, word);
    for (size_t i = 0; i < await->item_count; i++)
        check_problem(c, await->items[i]);
}

/* Sizes in the typeof of a declaration are evaluated where they stand, with no statement in front. */
static bool is_size_of_typeof(const struct node *node)
{
    return node->kind == NODE_SIZES && (node->parent->kind == NODE_VARIABLE || node->parent->kind == NODE_TYPE) &&
           node != node->parent->part[PART_INIT];
}

static void check_size(struct check *c, const struct node *node)
{
    bool is_chosen = false; /* by what may be a constant */
    for (const struct node *up = node->parent; up && node_is_expression(up); up = up->parent) {
        if (is_size_of_typeof(up) || (!is_chosen && up->is_bound)) {
            struct place place = check_place(c, node);
            diag(c->diagnostics, DIAG_SIZE_AWAIT, &place);
        }
        is_chosen =
            is_chosen || up->kind == NODE_CONDITIONAL || up->kind == NODE_UNEVALUATED || up->op == OP_AND || up->op == OP_OR;
    }
}

static void check_await(struct check *c, const struct node *node)
{
    check_size(c, node);

    if (!c->is_async && !c->unevaluated) {
        struct place place = check_place(c, node);
        const struct token *token = unit_token(c->unit, node->begin);
        if (token)
            place.end = token->end;
        struct diagnostic *said = diag(c->diagnostics, DIAG_AWAIT_OUTSIDE, &place);
        if (c->function && c->function->node) {
            struct place name = place_of_name(c, c->function->node);
            diag_note(c->diagnostics, said, &name,
                      c->function->returns_async
                          ? "async is what '%s' returns a pointer to; name that type by a typedef to say async of both"
                          : "make '%s' async, or start the call with create_task",
                      c->function->name);
        }
        return;
    }
    check_problem(c, node->await);
}

/* ---- declarations ---- */

static void check_initialiser(struct check *c, struct node *value, struct async_type type);

static struct decl *designated_field(const struct check *c, const struct node *node, struct type *record)
{
    const struct token *dot = unit_token(c->unit, node->begin);
    const struct token *name = dot ? unit_token(c->unit, dot->end) : NULL;
    if (!token_is(c->unit, dot, ".") || !record->decl)
        return NULL;
    for (size_t i = 0; i < record->decl->field_count; i++)
        if (token_is(c->unit, name, record->decl->fields[i]->name))
            return record->decl->fields[i];
    return NULL;
}

static void check_list(struct check *c, struct node *list, struct async_type of)
{
    struct type *type = type_plain(of.type);
    size_t i = 0;
    for (struct node *item = list->first; item; item = item->next, i++) {
        struct node *value = item->kind == NODE_DESIGNATED ? item->last : item;
        if (type->kind == TYPE_ARRAY) {
            check_initialiser(c, value, async_type_element(of));
        } else if (type->kind == TYPE_RECORD && type->decl) {
            struct decl *field = item->kind == NODE_DESIGNATED ? designated_field(c, item, type)
                                 : i < type->decl->field_count ? type->decl->fields[i]
                                                               : NULL;
            if (field)
                check_initialiser(c, value, async_type_of_decl(field));
        }
    }
}

static void check_initialiser(struct check *c, struct node *value, struct async_type type)
{
    if (!value || !type.type)
        return;
    if (value->kind == NODE_INITIALISERS)
        check_list(c, value, type);
    else
        check_conversion(c, value, type);
}

static void check_value(struct check *c, const struct decl *decl, const char *what)
{
    if (!decl->is_async || !decl->in_file || !decl->type || type_leads_to_function(decl->type))
        return;
    const struct token *token = unit_token(c->unit, decl->at);
    struct place place = unit_place(c->unit, decl->at, token ? token->end : decl->at);
    diag(c->diagnostics, DIAG_ASYNC_VALUE_ATTRIBUTE, &place, what);
}

static void check_type(struct check *c, const struct node *node)
{
    if (!node->decl)
        return;
    if (node->decl->kind == DECL_TYPEDEF)
        check_value(c, node->decl, "type that is no function");
    for (size_t i = 0; i < node->decl->field_count; i++)
        check_value(c, node->decl->fields[i], "member that is no function pointer");
}

static void check_variable(struct check *c, const struct node *node)
{
    struct decl *decl = node->decl;
    check_initialiser(c, node->part[PART_INIT], async_type_of_decl(decl));
    check_value(c, decl, "variable");
}

static bool is_strings(struct type *type)
{
    type = type_plain(type);
    return type->kind == TYPE_POINTER && type_plain(type->target)->kind == TYPE_POINTER;
}

static bool is_int(struct type *type)
{
    type = type_plain(type);
    return type->kind == TYPE_SCALAR && strcmp(type->name, "int") == 0;
}

static void check_main(struct check *c, const struct node *node)
{
    struct type *type = node->decl->type;
    bool good = is_int(type->target) && type->param_count <= 3; /* with argc alone compilers take it, too */
    for (size_t i = 0; good && i < type->param_count; i++)
        good = i == 0 ? is_int(type->params[i]) : is_strings(type->params[i]);
    if (!good) {
        struct place place = place_of_name(c, node);
        diag(c->diagnostics, DIAG_WRONG_MAIN, &place);
    }
}

static void check_function(struct check *c, const struct node *node)
{
    struct decl *decl = node->decl;
    struct place place = place_of_name(c, node);
    check_noreturn(c, decl, &place);
    if (node->says_async != decl->first_async) {
        diag(c->diagnostics, DIAG_DISAGREE, &place, decl->name, node->says_async ? "async" : "without async",
             node->says_async ? "without it" : "async");
        return;
    }
    for (size_t i = 0; i < decl->param_count; i++)
        check_value(c, decl->params[i], "parameter that is no function pointer");
    if (!decl->is_async)
        return;
    if (decl->type->variadic)
        diag(c->diagnostics, DIAG_VARIADIC, &place, decl->name);
    if (node == decl->definition &&
        !set_add(c->defined, decl->name, strlen(decl->name))) /* by __attribute__((overloadable)) */
        diag(c->diagnostics, DIAG_OVERLOADED, &place, decl->name);
    if (strcmp(decl->name, "main") == 0)
        check_main(c, node);
}

/* ---- the walk ---- */

static void check_return(struct check *c, const struct node *node)
{
    if (!node->part[PART_CONDITION] || !c->function)
        return;
    check_conversion(c, node->part[PART_CONDITION], async_type_result(async_type_of_decl(c->function)));
}

static void check_node(struct check *c, const struct node *node)
{
    check_jumps(c, node);
    switch (node->kind) {
    case NODE_FUNCTION: check_function(c, node); break;
    case NODE_VARIABLE: check_variable(c, node); break;
    case NODE_TYPE: check_type(c, node); break;
    case NODE_CALL: check_call(c, node); break;
    case NODE_AWAIT: check_await(c, node); break;
    case NODE_ASSIGN: check_conversion(c, node->last, async_type_of(node->first)); break;
    case NODE_CAST:
    case NODE_COMPOUND_LITERAL: check_cast(c, node); break;
    case NODE_RETURN: check_return(c, node); break;
    default: break;
    }
}

static void walk(struct check *c, const struct node *node)
{
    struct check saved = *c;
    if (node->kind == NODE_FUNCTION && node->part[PART_BODY]) {
        c->function = node->decl;
        c->is_async = node->decl->is_async;
        c->awaits = c->is_async && node->awaits;
        c->defer = NULL;
    }
    check_node(c, node);
    c->unevaluated += node->kind == NODE_UNEVALUATED;
    if (node->kind == NODE_DEFER)
        c->defer = (struct node *)node;
    for (const struct node *child = node->first; child; child = child->next)
        walk(c, child);
    *c = saved;
}

/* Declares it types only? */
static bool declares_types(const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (child->kind != NODE_TYPE || child->decl->kind == DECL_TYPEDEF)
            return false;
    return true;
}

/* An `async` that belongs to no declaration of a function: clang's tree does not have it. */
static void check_stray_async(struct check *c)
{
    const struct unit *unit = c->unit;
    for (size_t i = 0; i < unit->token_count; i++) {
        const struct token *token = &unit->tokens[i];
        const struct invocation *invocation = unit_invocation(unit, token->begin);
        if (!invocation || !invocation->is_dialect || (!token_is(unit, token, "async") && !token_is(unit, token, "_Async")))
            continue;
        if (token_is(unit, unit_token(unit, token->end), "typedef")) /* clang's span begins there */
            continue;
        const struct node *node = unit_innermost(unit, token->begin);
        if (node && node->kind != NODE_COMPOUND && !(node->kind == NODE_DECLARATIONS && declares_types(node)))
            continue;
        struct place place = unit_place(unit, token->begin, token->end);
        diag(c->diagnostics, DIAG_ASYNC_VALUE_ATTRIBUTE, &place, "declaration of no function");
    }
}

/* Whether clang has found a name there. */
static bool is_name(const struct unit *unit, unsigned at)
{
    for (size_t i = unit_first_word(unit, at); i < unit->word_count && unit->words[i].at == at; i++)
        if (unit->words[i].is_spelled)
            return true;
    return false;
}

/* Of a macro that #undef took, and that was brought back, libclang tells no invocation: what is no name must be one. */
static bool check_popped(struct check *c, const struct node *function)
{
    const struct unit *unit = c->unit;
    for (size_t i = unit_token_index(unit, function->begin); i < unit->token_count && unit->tokens[i].begin < function->end;
         i++) {
        const struct token *token = &unit->tokens[i];
        size_t length = token->end - token->begin;
        if (token->kind != TOKEN_IDENTIFIER || !set_has(unit->popped, unit->text + token->begin, length) ||
            unit_invocation(unit, token->begin) || unit_has_mention(unit, token->begin) || is_name(unit, token->begin))
            continue;
        struct place place = unit_place(unit, token->begin, token->end);
        diag(c->diagnostics, DIAG_MACRO_EXPANSION, &place);
        return false;
    }
    return true;
}

void check_unit(const struct unit *unit, struct diagnostics *diagnostics)
{
    struct set defined = { .arena = unit->arena };
    struct check check = { .unit = unit, .diagnostics = diagnostics, .defined = &defined };
    bool sees_all = true;
    for (const struct node *node = unit->popped ? unit->root->first : NULL; node; node = node->next)
        if (node->kind == NODE_FUNCTION && node->decl->is_async)
            sees_all = check_popped(&check, node) && sees_all;
    if (!sees_all)
        return;
    check_names(&check);
    check_stray_async(&check);
    for (const struct node *node = unit->root->first; node; node = node->next)
        walk(&check, node);
}
