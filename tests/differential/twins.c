/*
 * twins.c - gives the functions of an ordinary C program, one preprocessed file, async twins:
 * `twins [-o OUT] IN.c [CLANG FLAG...]`.
 *
 * asyncify.c leaves plain what a plain function calls, and with that most of a program that has tables of functions or
 * functions with variable arguments. Here every function keeps its text, and all that main reaches by calls by name has a
 * twin behind it, `async int f_async(int)`, that calls the other ones' twins. What is called through pointers is the plain
 * function. Each prototype has a twin, too, so callers stand above and below what they stood above and below.
 *
 * No twin have functions with static objects that change, of which there would be two; those with variable arguments, those
 * that return pointers to functions, those declared together with others, those that call setjmp, alloca and their like.
 *
 * Exit status: 0; 1 for a program that libclang refuses or that has no main.
 */
#include "input.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct function {
    CXCursor cursor; /* canonical */
    char name[128];
    int defined, alone, reached;
};

struct declaration {
    int function;
    unsigned begin, end, name, is_definition;
};

struct call {
    int by, function;
    unsigned begin, end, name;
};

enum { MAX = 1 << 17 };
static struct function functions[MAX];
static struct declaration declarations[MAX];
static struct call calls[MAX];
static int function_count, declaration_count, call_count;

/* ---- reading ---- */

static int function_of(CXCursor cursor)
{
    static int slots[2 * MAX]; /* by clang's hash; one more than the index */
    cursor = clang_getCanonicalCursor(cursor);
    unsigned slot = clang_hashCursor(cursor) * 0x9e3779b1u % (2 * MAX);
    while (slots[slot] && !clang_equalCursors(functions[slots[slot] - 1].cursor, cursor))
        slot = (slot + 1) % (2 * MAX);
    if (slots[slot])
        return slots[slot] - 1;
    if (function_count == MAX)
        die("too many functions");
    struct function *f = &functions[function_count];
    f->cursor = cursor;
    CXString name = clang_getCursorSpelling(cursor);
    snprintf(f->name, sizeof f->name, "%s", clang_getCString(name));
    clang_disposeString(name);
    slots[slot] = ++function_count;
    return function_count - 1;
}

static int is_awkward(const char *name)
{
    static const char *const names[] = { "setjmp", "_setjmp", "__sigsetjmp", "sigsetjmp", "vfork", "alloca",
                                         "__builtin_alloca", "__builtin_return_address", "__builtin_frame_address" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return 1;
    return 0;
}

static CXCursor named_by(CXCursor call)
{
    CXCursor found = clang_getCursorReferenced(call);
    return clang_getCursorKind(found) == CXCursor_FunctionDecl ? found : clang_getNullCursor();
}

/* The function's name, where a call has it. */
static int name_in(unsigned begin, unsigned end, const char *name, unsigned *at)
{
    size_t length = strlen(name);
    while (begin < end && (text[begin] == '(' || isspace((unsigned char)text[begin])))
        begin++;
    *at = begin;
    return begin + length <= end && strncmp(text + begin, name, length) == 0;
}

/* The object, or the elements of the array, as clang spells it. */
static int is_const(CXType type)
{
    CXString spelling = clang_getTypeSpelling(clang_getCanonicalType(type));
    const char *word = clang_getCString(spelling), *star = strrchr(word, '*');
    int found = strstr(star ? star : word, "const") != NULL;
    clang_disposeString(spelling);
    return found;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    int by = *(int *)data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_CallExpr && !clang_Cursor_isNull(named_by(cursor))) {
        int function = function_of(named_by(cursor));
        struct call call = { by, function, 0, 0, 0 };
        if (is_awkward(functions[function].name))
            functions[by].alone = 1;
        if (span(cursor, &call.begin, &call.end) && name_in(call.begin, call.end, functions[function].name, &call.name)) {
            if (call_count == MAX)
                die("too many calls");
            calls[call_count++] = call;
        }
    }
    if (clang_getCursorKind(cursor) == CXCursor_VarDecl && clang_Cursor_getStorageClass(cursor) == CX_SC_Static) {
        functions[by].alone |= !is_const(clang_getCursorType(cursor));
    }
    if (clang_getCursorKind(cursor) == CXCursor_FunctionDecl) /* in a block */
        functions[function_of(cursor)].alone = 1;
    return CXChildVisit_Recurse;
}

static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    (void)data;
    struct declaration d = { 0 };
    if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl)
        return CXChildVisit_Continue;
    d.function = function_of(cursor);
    struct function *f = &functions[d.function];
    CXType type = clang_getCursorType(cursor), result = clang_getResultType(type);
    f->alone |= clang_Cursor_isVariadic(cursor) || type.kind == CXType_FunctionNoProto;
    if (result.kind == CXType_Pointer) {
        enum CXTypeKind kind = clang_getCanonicalType(clang_getPointeeType(result)).kind;
        f->alone |= kind == CXType_FunctionProto || kind == CXType_FunctionNoProto;
    }
    if (!span(cursor, &d.begin, &d.end) || !place(clang_getCursorLocation(cursor), &d.name) ||
        strncmp(text + d.name, f->name, strlen(f->name)) != 0) {
        f->alone = 1;
        return CXChildVisit_Continue;
    }
    d.is_definition = clang_isCursorDefinition(cursor) != 0;
    f->defined |= (int)d.is_definition;
    f->alone |= clang_Cursor_isFunctionInlined(cursor) && clang_Cursor_getStorageClass(cursor) != CX_SC_Static;
    if (declaration_count && declarations[declaration_count - 1].begin == d.begin) {
        f->alone = 1;
        functions[declarations[declaration_count - 1].function].alone = 1;
    }
    if (declaration_count == MAX)
        die("too many declarations");
    declarations[declaration_count++] = d;
    if (d.is_definition)
        clang_visitChildren(cursor, visit, &d.function);
    return CXChildVisit_Continue;
}

/* ---- what is reached ---- */

static int has_twin(int function)
{
    const struct function *f = &functions[function];
    return f->reached && f->defined && !f->alone;
}

static void reach(int main)
{
    functions[main].reached = 1;
    for (int changed = 1; changed;) {
        changed = 0;
        for (int i = 0; i < call_count; i++)
            if ((calls[i].by == main || has_twin(calls[i].by)) && !functions[calls[i].function].reached)
                changed = functions[calls[i].function].reached = 1;
    }
}

/* ---- writing ---- */

static int by_begin(const void *a, const void *b)
{
    const struct call *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->end > y->end ? -1 : x->end < y->end;
}

static size_t first_call(unsigned begin)
{
    size_t low = 0, high = (size_t)call_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (calls[middle].begin < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The declaration's text, with the name and the calls those of twins; of main the name stays. */
static void write_twin(FILE *out, const struct declaration *d, int main)
{
    static unsigned closing[MAX], names[MAX];
    int open = 0, named = 0;
    size_t next = first_call(d->begin);
    fputs("_Async ", out);
    for (unsigned at = d->begin; at < d->end; at++) {
        while (open && closing[open - 1] == at)
            fputc(')', out), open--;
        for (; next < (size_t)call_count && calls[next].begin == at; next++) {
            if (!has_twin(calls[next].function) || calls[next].function == main)
                continue;
            int parentheses = needs_parentheses(calls[next].end);
            fputs(parentheses ? "(_Await " : "_Await ", out);
            if (parentheses)
                closing[open++] = calls[next].end;
            names[named++] = calls[next].name + (unsigned)strlen(functions[calls[next].function].name);
        }
        if (d->function != main && at == d->name + strlen(functions[d->function].name))
            fputs("_async", out);
        for (; named && names[named - 1] == at; named--)
            fputs("_async", out);
        fputc(text[at], out);
    }
    while (open--)
        fputc(')', out);
}

static void write_text(FILE *out, int main)
{
    unsigned at = 0;
    fputs("#define ASYNCC_NO_SHORT_NAMES\n#include <asyncc.h>\n", out);
    for (int i = 0; i < declaration_count; i++) {
        const struct declaration *d = &declarations[i];
        if (!has_twin(d->function))
            continue;
        unsigned end = d->function == main ? d->begin : d->end + (d->is_definition ? 0 : 1);
        fwrite(text + at, 1, end - at, out);
        fputs("\n", out);
        write_twin(out, d, main);
        fputs(d->is_definition ? "\n" : ";\n", out);
        at = d->function == main ? d->end + !d->is_definition : end;
    }
    fwrite(text + at, 1, text_size - at, out);
}

int main(int argc, char **argv)
{
    struct command command = { .program = "twins", .usage = "usage: twins [-o OUT] IN.c [CLANG FLAG...]" };
    int program = -1, twins = 0, defined = 0;
    command_read(&command, argc, argv, NULL, NULL);
    command_parse(&command, CXTranslationUnit_None);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_top, NULL);
    for (int i = 0; i < function_count; i++)
        if (functions[i].defined && strcmp(functions[i].name, "main") == 0)
            program = i;
    if (program < 0)
        die("no main");
    reach(program);
    qsort(calls, (size_t)call_count, sizeof *calls, by_begin);
    FILE *out = command_open(&command);
    write_text(out, program);
    for (int i = 0; i < function_count; i++) {
        twins += has_twin(i);
        defined += functions[i].defined;
    }
    fprintf(stderr, "async: %d twins of %d functions\n", twins, defined);
    return 0;
}
