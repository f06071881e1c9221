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

/* Whether it is the user's file and has such a name, and is no header that has leaves as the dialect's have. */
static bool is_asked(struct builder *b, CXFile file, const char *text)
{
    bool has_name = text && strstr(text, prefix);
    return has_name && (clang_File_isEqual(file, b->file) ||
                        !(is_of_dialect(b, source_of(b, file)->path) || strstr(text, "ASYNCC_LEAF")));
}

/* The text of such a file, or NULL. Most declarations are in the file of the one before. */
static const char *text_of(struct builder *b, CXFile file)
{
    if (!file || file == b->reserving.file)
        return file ? b->reserving.text : NULL;
    b->reserving.file = file;
    b->reserving.text = file_text(b, file, &b->reserving.length);
    b->reserving.text = is_asked(b, file, b->reserving.text) ? b->reserving.text : NULL;
    b->reserving.copy = NULL;
    return b->reserving.text;
}

static struct place *place_of(struct builder *b, CXSourceLocation location, size_t length)
{
    struct arena *arena = b->unit->arena;
    struct place *place = arena_get(arena, sizeof *place);
    CXFile file;
    *place = clang_place_alone(arena, b->tu, location, &file);
    if (!b->reserving.copy) /* one serves all names of the file */
        b->reserving.copy = arena_copy(arena, b->reserving.text, b->reserving.length);
    place->text = b->reserving.copy;
    place->length = b->reserving.length;
    place->end = place->begin + (unsigned)length;
    return place;
}

void read_reserved(struct builder *b, CXCursor given, const char *name)
{
    if (!has_prefix(name, prefix) || !name[strlen(prefix)])
        return;
    CXSourceLocation location = clang_getCursorLocation(given);
    CXFile file = NULL;
    unsigned offset = byte_of(b, location, &file);
    size_t length = strlen(name);
    const char *text = text_of(b, file);
    if (!text || strncmp(text + offset, name, length) != 0 || text_is_word(text[offset + length]))
        return;
    void **seen = map_at(&b->reserving.seen, file, offset);
    if (*seen) /* a type that a declaration defines is shown below it, too */
        return;
    struct reserved reserved = { arena_copy(b->unit->arena, name, length), place_of(b, location, length) };
    arena_push(b->unit->arena, b->unit->reserved, b->unit->reserved_count, reserved);
    *seen = b;
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
    byte_of(b, clang_getCursorLocation(declaration), &file);
    if (text_of(b, file))
        reserved_visit(declaration, clang_getNullCursor(), b);
}
