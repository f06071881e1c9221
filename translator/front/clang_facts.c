/*
 * clang_facts.c - what clang itself knows of a text, source or output, for the checks of laws.h: nothing that the
 * tree's builder makes of it.
 */
#include "clang.h"

#include "base/arena.h"
#include "clang_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- warnings ---- */

/* Between the quotes. */
static const char *variable_in(struct arena *arena, const char *message)
{
    const char *begin = strchr(message, '\''), *end = begin ? strchr(begin + 1, '\'') : NULL;
    return end ? arena_copy(arena, begin + 1, (size_t)(end - begin) - 1) : "";
}

/* Where the variable is read: a note says it, or the warning itself is there. */
static unsigned place_of_use(CXDiagnostic warning)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(warning);
    unsigned at = file_offset(clang_getDiagnosticLocation(warning), NULL);
    for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes); i++) {
        CXDiagnostic note = clang_getDiagnosticInSet(notes, i);
        CXString text = clang_getDiagnosticSpelling(note);
        if (strcmp(clang_getCString(text), "uninitialized use occurs here") == 0)
            at = file_offset(clang_getDiagnosticLocation(note), NULL);
        clang_disposeString(text);
        clang_disposeDiagnostic(note);
    }
    return at;
}

static void read_warnings(struct arena *arena, CXTranslationUnit tu, struct clang_facts *facts)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        CXString option = clang_getDiagnosticOption(diagnostic, NULL);
        if (strstr(clang_getCString(option), "uninitialized")) {
            const char *message = take(arena, clang_getDiagnosticSpelling(diagnostic));
            struct clang_warning warning = { place_of_use(diagnostic), variable_in(arena, message) };
            arena_push(arena, facts->warnings, facts->warning_count, warning);
        }
        clang_disposeString(option);
        clang_disposeDiagnostic(diagnostic);
    }
}

/* ---- names ---- */

struct names {
    struct arena *arena;
    CXFile file;
    struct clang_facts *facts;
};

static bool is_name(enum CXCursorKind kind)
{
    return kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr || kind == CXCursor_MemberRef ||
           kind == CXCursor_TypeRef || kind == CXCursor_LabelRef;
}

static int scope_of(CXCursor declared, bool in_file)
{
    enum CXCursorKind kind = clang_getCursorKind(declared);
    if (kind == CXCursor_FieldDecl)
        return NAME_FIELD;
    if (!in_file)
        return NAME_ELSEWHERE;
    if (kind == CXCursor_ParmDecl)
        return NAME_PARAMETER;
    enum CXCursorKind parent = clang_getCursorKind(clang_getCursorSemanticParent(declared));
    if (kind != CXCursor_LabelStmt && (parent == CXCursor_TranslationUnit || kind == CXCursor_FunctionDecl))
        return NAME_OF_FILE;
    return NAME_LOCAL;
}

static void add_name(struct names *names, CXCursor cursor)
{
    CXFile in, file;
    struct clang_name name = { .at = file_offset(clang_getCursorLocation(cursor), &in) };
    CXCursor declared = clang_getCursorReferenced(cursor);
    if (!in || !clang_File_isEqual(in, names->file) || clang_Cursor_isNull(declared))
        return;
    declared = clang_getCanonicalCursor(declared);
    name.declared = file_offset(clang_getCursorLocation(declared), &file);
    name.name = take(names->arena, clang_getCursorSpelling(declared));
    name.scope = scope_of(declared, file && clang_File_isEqual(file, names->file));
    arena_push(names->arena, names->facts->names, names->facts->name_count, name);
}

static enum CXChildVisitResult name_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct names *names = data;
    CXFile file;
    if (clang_getCursorKind(parent) == CXCursor_TranslationUnit) {
        file_offset(clang_getCursorLocation(cursor), &file);
        if (!file || !clang_File_isEqual(file, names->file))
            return CXChildVisit_Continue;
    }
    if (is_name(clang_getCursorKind(cursor)))
        add_name(names, cursor);
    return CXChildVisit_Recurse;
}

static int by_place(const void *left, const void *right)
{
    const struct clang_name *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void read_names(struct arena *arena, CXTranslationUnit tu, CXFile file, struct clang_facts *facts)
{
    struct names names = { arena, file, facts };
    visit_children(clang_getTranslationUnitCursor(tu), name_visit, &names);
    if (facts->name_count)
        qsort(facts->names, facts->name_count, sizeof *facts->names, by_place);
}

/* ---- all of it ---- */

/* The options that the text is parsed with, and the warnings that are looked at. */
static const char **arguments_with_warnings(struct arena *arena, const struct clang_input *input, size_t *count)
{
    static const char *const ours[] = { "-Wno-everything", "-Wuninitialized", "-Wsometimes-uninitialized" };
    const char **arguments = NULL;
    *count = 0;
    for (size_t i = 0; i < input->argument_count; i++)
        if (strcmp(input->arguments[i], "-w") != 0)
            arena_push(arena, arguments, *count, input->arguments[i]);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        arena_push(arena, arguments, *count, ours[i]);
    return arguments;
}

const struct clang_facts *clang_facts(struct arena *arena, const struct clang_input *input)
{
    CXIndex index = clang_createIndex(0, 0);
    struct CXUnsavedFile file = { input->path, input->text, (unsigned long)input->length };
    CXTranslationUnit tu = NULL;
    size_t count;
    const char **arguments = arguments_with_warnings(arena, input, &count);
    struct clang_facts *facts = NULL;
    if (clang_parseTranslationUnit2(index, input->path, arguments, (int)count, &file, 1, CXTranslationUnit_None, &tu) ==
        CXError_Success) {
        facts = arena_get(arena, sizeof *facts);
        read_warnings(arena, tu, facts);
        read_names(arena, tu, clang_getFile(tu, input->path), facts);
        clang_read_flow(arena, tu, clang_getFile(tu, input->path), facts);
        clang_disposeTranslationUnit(tu);
    }
    clang_disposeIndex(index);
    return facts;
}
