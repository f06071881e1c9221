/*
 * clang_reserved.c - names that begin with asyncc_ are those of translations and of the runtime; which of them a file of the user's
 * gives, header or not, by whatever kind of declaration. What is declared elsewhere it may mention, by a prototype, `extern` or a
 * tag; what a macro of the runtime's makes is not written in it.
 */
#include "clang_internal.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"

#include <string.h>

static const char prefix[] = "asyncc_";

/* The text of the user's file; NULL: it is the dialect's, a header that has leaves as those have, or has no such name. */
static const char *find_text(struct builder *b, CXFile file)
{
    size_t length = 0;
    const char *text = file ? file_text(b, file, &length) : NULL;
    if (!text || !strstr(text, prefix))
        return NULL;
    bool is_own = clang_File_isEqual(file, b->file);
    return is_own || !(is_of_dialect(b, source_of(b, file)->path) || strstr(text, "ASYNCC_LEAF")) ? text : NULL;
}

static const char *text_of(struct builder *b, CXFile file)
{
    if (!file || file != b->reserving.file) /* most declarations are in the file of the one before */
        b->reserving = (struct known_file){ .file = file, .text = find_text(b, file) };
    return b->reserving.text;
}

void read_reserved(struct builder *b, CXCursor given, const char *name)
{
    CXSourceLocation location = clang_getCursorLocation(given);
    CXFile file = NULL;
    unsigned offset = file_offset(location, &file);
    size_t length = strlen(name);
    if (!has_prefix(name, prefix) || !name[strlen(prefix)])
        return;
    const char *text = text_of(b, file);
    if (!text || strncmp(text + offset, name, length) != 0 || text_is_word(text[offset + length]))
        return;
    struct place *place = arena_get(b->unit->arena, sizeof *place);
    *place = clang_place(b->unit->arena, b->tu, location);
    place->end = place->begin + (unsigned)length;
    for (size_t i = 0; i < b->unit->reserved_count; i++) /* a type that a declaration defines is shown below it, too */
        if (b->unit->reserved[i].place->begin == place->begin && strcmp(b->unit->reserved[i].name, name) == 0)
            return;
    struct reserved reserved = { arena_copy(b->unit->arena, name, length), place };
    arena_push(b->unit->arena, b->unit->reserved, b->unit->reserved_count, reserved);
}

/* Whether it is more than a mention. */
static bool is_given(struct builder *b, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_LabelStmt)
        return true;
    if (!clang_isDeclaration(kind))
        return false;
    if (clang_isCursorDefinition(cursor))
        return true;
    if (kind == CXCursor_VarDecl)
        return clang_Cursor_getStorageClass(cursor) != CX_SC_Extern;
    bool is_first = clang_equalCursors(cursor, clang_getCanonicalCursor(cursor));
    if (kind != CXCursor_FunctionDecl || !is_first || !clang_Cursor_isNull(clang_getCursorDefinition(cursor)))
        return false;
    struct decl probe = { 0 };
    clang_visitChildren(cursor, attribute_visit, &(struct attributes){ b, &probe });
    return probe.is_async; /* what else its name becomes is ours */
}

static enum CXChildVisitResult reserved_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    if (is_given(b, cursor)) {
        CXString name = clang_getCursorSpelling(cursor);
        read_reserved(b, cursor, clang_getCString(name));
        clang_disposeString(name);
    }
    visit_children(cursor, reserved_visit, b);
    return CXChildVisit_Continue;
}

void find_reserved(struct builder *b, CXCursor declaration)
{
    CXFile file = NULL;
    file_offset(clang_getCursorLocation(declaration), &file);
    if (text_of(b, file))
        reserved_visit(declaration, clang_getNullCursor(), b);
}
