/*
 * asyncify.c - turns an ordinary C program, one file, into async C: `asyncify [--pauses] [-o OUT] IN.c [CLANG FLAG...]`.
 *
 * Every function that can be is made async, main included, with all its prototypes; so are the function pointers
 * that can be; and every call of them is awaited, wherever it stands. The text is edited and otherwise left alone. With
 * --pauses there is also an await in front of every statement in braces.
 *
 * What stays plain, and why:
 *   - variadic functions, those of headers, those that an attribute or an asm statement names, those that call
 *     setjmp, alloca or vfork and others;
 *   - functions whose result is a pointer to a function, if that is not a typedef's;
 *   - function pointers are converted by their type, all of one type or none. A type stays plain when one of its
 *     values is cast to or from another type, is passed to a function of a library, or is written where no
 *     `async` can be put, as in a cast;
 *   - what a plain function calls, and functions whose address is taken as a plain pointer. This goes on until
 *     nothing changes.
 *
 * Exit status: 0; 1 for a program that libclang refuses; 2 if main stays plain; 3 if a macro's body has
 * something that should be edited: then the preprocessed text can be converted (see run.py).
 */
#include "input.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FUNCTIONS = 8192, MAX_KINDS = 2048, MAX_EDITS = 1 << 18, MAX_USES = 1 << 18 };
enum { NONE = -1 };
enum { DECLARATION, CALL, PAUSE };

struct function {
    CXCursor cursor; /* canonical */
    char name[128];
    int defined, declared, plain;
    int awkward; /* has what no awaiting function may have */
};

/* A type of functions, for the pointers to them. */
struct kind {
    CXType type; /* canonical */
    int plain;
};

/* `by` uses a function, or a pointer of a kind, in such a way that it must be async itself. */
struct use {
    int by, function, kind;
};

/* A function whose address becomes a pointer of the kind. */
struct value {
    int function, kind;
};

/* A keyword to write at an offset if the function, or kind, is async. */
struct edit {
    unsigned begin, end;
    int function, kind;
    int what; /* DECLARATION, CALL or PAUSE */
};

static struct function functions[MAX_FUNCTIONS];
static struct kind kinds[MAX_KINDS];
static struct use uses[MAX_USES];
static struct value values[MAX_USES];
static struct edit edits[MAX_EDITS];
static int function_count, kind_count, use_count, value_count, edit_count;

static unsigned *expansions; /* where macro invocations begin, ascending */
static size_t expansion_count;
static int with_pauses;
static unsigned include_at; /* where the first #include begins */

/* ---- places ---- */

static int in_headers(CXCursor cursor)
{
    unsigned offset;
    return !place(clang_getCursorLocation(cursor), &offset);
}

static int is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$';
}

static int is_expansion(unsigned offset)
{
    size_t low = 0, high = expansion_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (expansions[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < expansion_count && expansions[low] == offset;
}

/* ---- functions and their types ---- */

static int function_of(CXCursor cursor)
{
    cursor = clang_getCanonicalCursor(cursor);
    for (int i = function_count; i-- > 0;)
        if (clang_equalCursors(functions[i].cursor, cursor))
            return i;
    if (function_count == MAX_FUNCTIONS)
        die("too many functions");
    struct function *f = &functions[function_count];
    f->cursor = cursor;
    f->plain = in_headers(cursor) || clang_Cursor_isVariadic(cursor);
    CXString name = clang_getCursorSpelling(cursor);
    snprintf(f->name, sizeof f->name, "%s", clang_getCString(name));
    clang_disposeString(name);
    return function_count++;
}

static int function_named(const char *name, size_t length)
{
    for (int i = 0; i < function_count; i++)
        if (strlen(functions[i].name) == length && memcmp(functions[i].name, name, length) == 0)
            return i;
    return NONE;
}

static int is_function(CXType type)
{
    return type.kind == CXType_FunctionProto || type.kind == CXType_FunctionNoProto;
}

static CXType element(CXType type)
{
    return type.kind == CXType_Pointer ? clang_getPointeeType(type) : clang_getArrayElementType(type);
}

static int is_derived(CXType type)
{
    return type.kind == CXType_Pointer || type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray ||
           type.kind == CXType_VariableArray;
}

static int kind_of_function(CXType canonical)
{
    for (int i = 0; i < kind_count; i++)
        if (clang_equalTypes(kinds[i].type, canonical))
            return i;
    if (kind_count == MAX_KINDS)
        die("too many types of functions");
    kinds[kind_count].type = canonical;
    kinds[kind_count].plain = clang_isFunctionTypeVariadic(canonical) && canonical.kind == CXType_FunctionProto;
    return kind_count++;
}

/* The kind of the functions that the type is of, or points to, or has elements that do. */
static int kind_of(CXType type)
{
    type = clang_getCanonicalType(type);
    while (is_derived(type))
        type = clang_getCanonicalType(element(type));
    return is_function(type) ? kind_of_function(type) : NONE;
}

/* The same, if the function type is written out in this type rather than in a typedef's declaration. */
static CXType written_function(CXType type)
{
    for (;;) {
        if (is_function(type))
            return type;
        if (is_derived(type))
            type = element(type);
        else if ((type.kind == CXType_Unexposed || type.kind == CXType_Attributed) && /* parentheses, mostly */
                 !clang_equalTypes(type, clang_getCanonicalType(type)))
            type = clang_getCanonicalType(type);
        else
            return (CXType){ .kind = CXType_Invalid };
    }
}

static void make_kind_plain(int kind)
{
    if (kind != NONE)
        kinds[kind].plain = 1;
}

/* No `async` can be put where the type is written: what function types it mentions stay plain. */
static void written_without_async(CXType type)
{
    CXType function = written_function(type);
    if (is_function(function))
        make_kind_plain(kind_of(function));
}

/* ---- what the program does with functions ---- */

static void add_use(int by, int function, int kind)
{
    if (use_count == MAX_USES)
        die("too many uses");
    uses[use_count++] = (struct use){ by, function, kind };
}

static void add_edit(int what, unsigned begin, unsigned end, int function, int kind)
{
    if (edit_count == MAX_EDITS)
        die("too many edits");
    for (int i = edit_count; i-- > 0 && i > edit_count - 64;) /* libclang shows the size of an array twice */
        if (edits[i].what == what && edits[i].begin == begin && edits[i].end == end)
            return;
    edits[edit_count++] = (struct edit){ begin, end, function, kind, what };
}

struct context {
    int function;  /* whose body or parameters this is, or NONE */
    int in_params; /* of its definition */
    int is_asm;
};

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data);

static void visit_children(CXCursor cursor, struct context context)
{
    clang_visitChildren(cursor, visit, &context);
}

static enum CXChildVisitResult first_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Break;
}

static CXCursor child_of(CXCursor cursor)
{
    CXCursor child = clang_getNullCursor();
    clang_visitChildren(cursor, first_child, &child);
    return child;
}

static enum CXChildVisitResult last_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Continue;
}

/* What a conversion converts: in front of it stands what a cast's type mentions. */
static CXCursor operand_of(CXCursor cursor)
{
    CXCursor child = clang_getNullCursor();
    clang_visitChildren(cursor, last_child, &child);
    return child;
}

static int is_null_constant(CXCursor cursor)
{
    while (!clang_Cursor_isNull(cursor)) {
        if (clang_getCursorKind(cursor) == CXCursor_IntegerLiteral)
            return 1;
        if (clang_getCursorKind(cursor) != CXCursor_UnexposedExpr && clang_getCursorKind(cursor) != CXCursor_ParenExpr &&
            clang_getCursorKind(cursor) != CXCursor_CStyleCastExpr)
            return 0;
        CXCursor child = child_of(cursor);
        if (clang_getCursorKind(child) == CXCursor_TypeRef)
            return 0;
        cursor = child;
    }
    return 0;
}

/* A conversion, written or not. */
static void note_conversion(CXCursor cursor, CXCursor operand)
{
    if (clang_Cursor_isNull(operand) || !clang_isExpression(clang_getCursorKind(operand)))
        return;
    int to = kind_of(clang_getCursorType(cursor)), from = kind_of(clang_getCursorType(operand));
    if (to != from && !(from == NONE && is_null_constant(operand))) {
        make_kind_plain(to);
        make_kind_plain(from);
    }
}

/* Functions that a function which awaits cannot call, or that would do something else in it. */
static int is_awkward(const char *name)
{
    static const char *const names[] = { "setjmp", "_setjmp", "__sigsetjmp", "sigsetjmp", "__builtin_setjmp", "vfork",
                                         "alloca", "__builtin_alloca", "__builtin_return_address",
                                         "__builtin_frame_address", "__builtin_alloca_with_align",
                                         "__builtin_stack_save", "__builtin_unwind_init", "__builtin_apply",
                                         "__builtin_apply_args", "__builtin_return", "__builtin_dwarf_cfa" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return 1;
    return 0;
}

static void visit_call(CXCursor cursor, struct context context)
{
    CXCursor called = child_of(cursor), callee = called;
    while (clang_getCursorKind(callee) == CXCursor_UnexposedExpr || clang_getCursorKind(callee) == CXCursor_ParenExpr)
        callee = child_of(callee);
    callee = clang_getCursorKind(callee) == CXCursor_DeclRefExpr ? clang_getCursorReferenced(callee) : clang_getNullCursor();
    int direct = clang_getCursorKind(callee) == CXCursor_FunctionDecl;
    int function = direct ? function_of(callee) : NONE;
    int kind = direct || clang_Cursor_isNull(called) ? NONE : kind_of(clang_getCursorType(called));
    unsigned begin, end;

    if (direct && context.function != NONE && is_awkward(functions[function].name))
        functions[context.function].awkward = 1;
    if (direct || kind != NONE) {
        if (!span(cursor, &begin, &end)) { /* a header's */
            if (direct)
                functions[function].plain = 1;
            make_kind_plain(kind);
        } else {
            add_edit(CALL, begin, end, function, kind);
            add_use(context.in_params ? NONE : context.function, function, kind);
        }
    }
    /* What a library is given it calls as it is; so may whoever takes variable arguments. */
    if (!direct || functions[function].plain)
        for (int i = 0; i < clang_Cursor_getNumArguments(cursor); i++)
            make_kind_plain(kind_of(clang_getCursorType(clang_Cursor_getArgument(cursor, (unsigned)i))));
    if (!direct)
        visit_children(cursor, context);
    else
        for (int i = 0; i < clang_Cursor_getNumArguments(cursor); i++)
            visit(clang_Cursor_getArgument(cursor, (unsigned)i), cursor, &context);
}

/*
 * The span of a declaration. libclang lets a variable that is not the first of its declaration begin at its name:
 * here it begins where the one before it does.
 */
static int declaration_span(CXCursor cursor, unsigned *begin, unsigned *end)
{
    unsigned name;
    if (!span(cursor, begin, end))
        return 0;
    place(clang_getCursorLocation(cursor), &name);
    if (clang_getCursorKind(cursor) != CXCursor_VarDecl || name != *begin)
        return 1;
    const struct edit *before = NULL;
    for (int i = edit_count; i-- > 0 && i > edit_count - 256;)
        if (edits[i].what == DECLARATION && edits[i].end <= name && (!before || edits[i].end > before->end))
            before = &edits[i];
    if (before && before->end + strspn(text + before->end, " \t\r\n*(,") == name)
        *begin = before->begin;
    return 1;
}

/* A declaration of an object, field, parameter or type, that may be one of pointers to functions. */
static void visit_declarator(CXCursor cursor)
{
    CXType type = clang_getCursorType(cursor);
    if (clang_getCursorKind(cursor) == CXCursor_TypedefDecl)
        type = clang_getTypedefDeclUnderlyingType(cursor);
    int kind = kind_of(type);
    unsigned begin, end;
    if (kind == NONE) { /* but a function may be declared with it: `int f(void), n;` */
        if (declaration_span(cursor, &begin, &end))
            add_edit(DECLARATION, begin, end, NONE, NONE);
        return;
    }
    CXType function = written_function(type);
    if (in_headers(cursor))
        make_kind_plain(kind);
    if (!is_function(function)) {
        if (declaration_span(cursor, &begin, &end)) /* through a typedef: nothing to write */
            add_edit(DECLARATION, begin, end, NONE, NONE);
        return;
    }
    written_without_async(clang_getResultType(function));
    if (declaration_span(cursor, &begin, &end))
        add_edit(DECLARATION, begin, end, NONE, kind);
    else
        make_kind_plain(kind);
}

static void visit_function(CXCursor cursor, struct context context)
{
    int at = function_of(cursor);
    struct function *f = &functions[at];
    unsigned begin, end;
    CXType result = clang_getResultType(clang_getCursorType(cursor));
    int returned = is_function(written_function(result)) ? kind_of(result) : NONE;
    if (returned != NONE) /* `async int (*pick(int))(void)` is a plain function that gives an async one */
        f->plain = 1;
    if (span(cursor, &begin, &end))
        add_edit(DECLARATION, begin, end, returned == NONE ? at : NONE, returned);
    else
        f->plain = 1;
    f->defined |= !!clang_isCursorDefinition(cursor);
    f->declared |= clang_equalCursors(cursor, f->cursor) != 0; /* else first by its call, as was allowed once */
    context.function = at;
    context.in_params = 1;
    visit_children(cursor, context);
}

/* Attributes of functions that something else calls than the program. */
static int called_by_others(const char *word, size_t length)
{
    static const char *const words[] = { "constructor", "destructor", "ifunc", "naked", "interrupt" };
    for (; length && *word == '_'; length--)
        word++;
    while (length && word[length - 1] == '_')
        length--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && memcmp(words[i], word, length) == 0)
            return 1;
    return 0;
}

/* The functions that an attribute names, as cleanup() and alias() do. */
static void visit_attribute(CXCursor cursor, struct context context)
{
    unsigned begin, end;
    if (!span(cursor, &begin, &end))
        return;
    for (unsigned i = begin; i < end && i < text_size; i++)
        if (is_word(text[i])) {
            unsigned start = i;
            while (i < text_size && is_word(text[i]))
                i++;
            int function = function_named(text + start, i - start);
            if (function != NONE)
                functions[function].plain = 1;
            if (context.function != NONE && called_by_others(text + start, i - start))
                functions[context.function].plain = 1;
        }
}

static void visit_reference(CXCursor cursor, struct context context)
{
    CXCursor referenced = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(referenced) != CXCursor_FunctionDecl)
        return;
    int function = function_of(referenced);
    if (value_count == MAX_USES)
        die("too many uses");
    values[value_count++] = (struct value){ function, kind_of(clang_getCursorType(cursor)) };
    if (context.is_asm)
        functions[function].plain = 1;
}

/* In front of a statement in braces; labels of the block have to stay in front of all. */
static void visit_statement(CXCursor cursor, CXCursor parent, struct context context)
{
    unsigned begin, end, block;
    if (!with_pauses || context.function == NONE || clang_getCursorKind(parent) != CXCursor_CompoundStmt)
        return;
    if (span(parent, &block, &end) && text[block] == '{' && span(cursor, &begin, &end) && begin > block &&
        strncmp(text + begin, "__label__", 9) != 0)
        add_edit(PAUSE, begin, begin, context.function, NONE);
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct context context = *(struct context *)data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    visit_statement(cursor, parent, context);

    if (clang_isAttribute(kind)) {
        visit_attribute(cursor, context);
        return CXChildVisit_Continue;
    }
    switch ((int)kind) {
    case CXCursor_FunctionDecl:
        visit_function(cursor, context);
        return CXChildVisit_Continue;
    case CXCursor_CallExpr:
        visit_call(cursor, context);
        return CXChildVisit_Continue;
    case CXCursor_CompoundStmt:
        context.in_params = 0;
        break;
    case CXCursor_VarDecl:
    case CXCursor_FieldDecl:
    case CXCursor_ParmDecl:
    case CXCursor_TypedefDecl:
        visit_declarator(cursor);
        break;
    case CXCursor_CStyleCastExpr:
    case CXCursor_CompoundLiteralExpr:
        written_without_async(clang_getCursorType(cursor));
        note_conversion(cursor, operand_of(cursor));
        break;
    case CXCursor_UnexposedExpr:
        note_conversion(cursor, operand_of(cursor));
        break;
    case CXCursor_DeclRefExpr:
        visit_reference(cursor, context);
        break;
    case CXCursor_GCCAsmStmt:
        context.is_asm = 1;
        break;
    default:
        break;
    }
    visit_children(cursor, context);
    return CXChildVisit_Continue;
}

/* ---- what can be async ---- */

static int is_async(int function, int kind)
{
    return function != NONE ? !functions[function].plain : kind != NONE && !kinds[kind].plain;
}

static int make_plain(int function, int kind)
{
    if (!is_async(function, kind))
        return 0;
    if (function != NONE)
        functions[function].plain = 1;
    else if (kind != NONE)
        kinds[kind].plain = 1;
    return 1;
}

/* Declarations that share their beginning, `int f(void), g(void);`, share what is written there. */
static int agree_on_declarations(void)
{
    int changed = 0;
    for (int i = 0; i < edit_count; i++)
        for (int j = i - 1; edits[i].what == DECLARATION && j >= 0 && j >= i - 64; j--)
            if (edits[j].what == DECLARATION && edits[i].begin == edits[j].begin &&
                is_async(edits[i].function, edits[i].kind) != is_async(edits[j].function, edits[j].kind))
                changed |= make_plain(edits[i].function, edits[i].kind) | make_plain(edits[j].function, edits[j].kind);
    return changed;
}

static void solve(void)
{
    int changed = 1;
    for (int i = 0; i < function_count; i++)
        functions[i].plain |= !functions[i].defined || !functions[i].declared || (with_pauses && functions[i].awkward);
    while (changed) {
        changed = agree_on_declarations();
        for (int i = 0; i < value_count; i++) {
            struct value *value = &values[i];
            if (is_async(value->function, NONE) != is_async(NONE, value->kind))
                changed |= make_plain(value->function, NONE) | make_plain(NONE, value->kind);
        }
        for (int i = 0; i < use_count; i++) {
            int by = uses[i].by;
            if (!is_async(uses[i].function, uses[i].kind))
                continue;
            if (by != NONE && functions[by].awkward)
                functions[by].plain = 1;
            if (by == NONE || functions[by].plain)
                changed |= make_plain(uses[i].function, uses[i].kind);
        }
    }
}

/* ---- reading ---- */

static enum CXChildVisitResult note_preprocessing(CXCursor cursor, CXCursor parent, CXClientData data)
{
    unsigned begin, end;
    (void)parent;
    (void)data;
    if (!span(cursor, &begin, &end))
        return CXChildVisit_Continue;
    if (clang_getCursorKind(cursor) == CXCursor_MacroExpansion) {
        if (!(expansion_count & (expansion_count + 1)) || !expansions) /* powers of two, less one */
            expansions = realloc(expansions, (2 * expansion_count + 2) * sizeof *expansions);
        expansions[expansion_count++] = begin;
    } else if (clang_getCursorKind(cursor) == CXCursor_InclusionDirective && begin < include_at) {
        include_at = begin;
    }
    return CXChildVisit_Continue;
}

static int compare_offsets(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

static void parse(const struct command *command)
{
    command_parse(command, CXTranslationUnit_DetailedPreprocessingRecord);
    include_at = (unsigned)text_size;
    clang_visitChildren(clang_getTranslationUnitCursor(unit), note_preprocessing, NULL);
    qsort(expansions, expansion_count, sizeof *expansions, compare_offsets);
    if (include_at == text_size)
        include_at = 0;
}

/* ---- writing ---- */

static int compare_edits(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    if (x->begin != y->begin)
        return (x->begin > y->begin) - (x->begin < y->begin);
    if ((x->what == PAUSE) != (y->what == PAUSE))
        return x->what == PAUSE ? -1 : 1;
    return (x->end < y->end) - (x->end > y->end); /* the outer one first */
}

/* A word of the program's own that <asyncc.h> would take for a keyword. */
static int has_short_name(void)
{
    static const char *const names[] = { "async", "await", "defer", "task", "create_task", "spawn", "join", "gather",
                                         "timeout", "task_ref", "task_unref", "task_cancel", "task_done",
                                         "task_status" };
    for (size_t i = 0; i < text_size; i++) {
        size_t start = i;
        while (i < text_size && is_word(text[i]))
            i++;
        for (size_t n = 0; i > start && n < sizeof names / sizeof *names; n++)
            if (strlen(names[n]) == i - start && memcmp(text + start, names[n], i - start) == 0)
                return 1;
    }
    return 0;
}

static void write_text(FILE *out)
{
    const char *prefix = has_short_name() ? "_A" : "a";
    unsigned *closing = malloc((size_t)(edit_count + 1) * sizeof *closing);
    int open = 0, next = 0;
    for (unsigned at = 0; at <= text_size; at++) {
        while (open > 0 && closing[open - 1] == at)
            fputc(')', out), open--;
        if (at == include_at)
            fputs(*prefix == '_' ? "#define ASYNCC_NO_SHORT_NAMES\n#include <asyncc.h>\n" : "#include <asyncc.h>\n", out);
        for (unsigned last = (unsigned)-1; next < edit_count && edits[next].begin == at; next++) {
            const struct edit *edit = &edits[next];
            if (!is_async(edit->function, edit->kind) || (edit->what == DECLARATION && last == at))
                continue;
            if (edit->what == PAUSE) {
                fprintf(out, "%swait async_yield(); ", prefix);
            } else if (edit->what == DECLARATION) {
                fprintf(out, "%ssync ", prefix);
                last = at;
            } else {
                int parentheses = needs_parentheses(edit->end);
                fprintf(out, "%s%swait ", parentheses ? "(" : "", prefix);
                if (parentheses)
                    closing[open++] = edit->end;
            }
        }
        if (at < text_size)
            fputc(text[at], out);
    }
    free(closing);
}

int main(int argc, char **argv)
{
    struct command command = { .program = "asyncify", .usage = "usage: asyncify [--pauses] [-o OUT] IN.c [CLANG FLAG...]" };
    int converted = 0, defined = 0;
    command_read(&command, argc, argv, "--pauses", &with_pauses);
    parse(&command);
    visit_children(clang_getTranslationUnitCursor(unit), (struct context){ NONE, 0, 0 });
    solve();

    for (int i = 0; i < edit_count; i++)
        if (edits[i].what != PAUSE && is_async(edits[i].function, edits[i].kind) && is_expansion(edits[i].begin)) {
            fprintf(stderr, "asyncify: offset %u: in a macro's body\n", edits[i].begin);
            return 3;
        }
    for (int i = 0; i < function_count; i++) {
        defined += functions[i].defined && !in_headers(functions[i].cursor);
        converted += is_async(i, NONE);
    }
    int program = function_named("main", 4);
    if (program == NONE || functions[program].plain) {
        fprintf(stderr, "asyncify: main stays plain\n");
        return 2;
    }
    qsort(edits, (size_t)edit_count, sizeof *edits, compare_edits);
    FILE *out = command_open(&command);
    write_text(out);
    fprintf(stderr, "async: %d of %d functions\n", converted, defined);
    return 0;
}
