/*
 * clang_reading.c - a text as clang understood it, so that two texts can be compared that are to be the same program:
 * what it prints of each declaration, and which names mean the same. For law_rounds.c.
 */
#include "clang.h"

#include "base/arena.h"
#include "clang_internal.h"

#include <string.h>

/* What is declared, by clang's hash; a number each, in the order in which it was met. */
struct declared {
    CXCursor cursor;
    unsigned number; /* from 1; 0: no entry */
};

struct reader {
    struct arena *arena;
    struct clang_reading *reading;
    const struct clang_input *input;
    CXFile file;
    CXFile latest;  /* that was asked for */
    bool is_system; /* it is */
    struct declared *slots;
    unsigned count;
    size_t room; /* a power of two, or none */
};

static struct declared *slot_of(struct declared *slots, size_t room, CXCursor cursor)
{
    size_t i = clang_hashCursor(cursor) * 0x9e3779b1u & (room - 1);
    while (slots[i].number && !clang_equalCursors(slots[i].cursor, cursor))
        i = (i + 1) & (room - 1);
    return &slots[i];
}

static void make_room(struct reader *r)
{
    size_t room = r->room ? 2 * r->room : 1024;
    struct declared *slots = arena_get(r->arena, room * sizeof *slots);
    for (size_t i = 0; i < r->room; i++)
        if (r->slots[i].number)
            *slot_of(slots, room, r->slots[i].cursor) = r->slots[i];
    r->slots = slots;
    r->room = room;
}

static unsigned number_of(struct reader *r, CXCursor declared)
{
    if (2 * (size_t)r->count >= r->room)
        make_room(r);
    CXCursor first = clang_getCanonicalCursor(declared);
    struct declared *slot = slot_of(r->slots, r->room, first);
    if (!slot->number)
        *slot = (struct declared){ first, ++r->count };
    return slot->number - 1;
}

/* In the file itself; elsewhere 0. */
static unsigned place_of(const struct reader *r, CXCursor cursor)
{
    CXFile file;
    unsigned at = file_offset(clang_getCursorLocation(cursor), &file);
    return file && clang_File_isEqual(file, r->file) ? at : 0;
}

/* The text has no places of types without names. */
static const char *print(struct arena *arena, CXCursor cursor)
{
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(cursor);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_AnonymousTagLocations, 0);
    const char *text = take(arena, clang_getCursorPrettyPrinted(cursor, policy));
    clang_PrintingPolicy_dispose(policy);
    return text;
}

static bool mentions(enum CXCursorKind kind)
{
    return kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr || kind == CXCursor_MemberRef ||
           kind == CXCursor_TypeRef || kind == CXCursor_LabelRef;
}

static void note(struct reader *r, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    bool declares = clang_isDeclaration(kind) || kind == CXCursor_LabelStmt;
    CXCursor declared = mentions(kind) ? clang_getCursorReferenced(cursor) : cursor;
    if ((!declares && !mentions(kind)) || clang_Cursor_isNull(declared))
        return;
    struct clang_read *read = &r->reading->declarations[r->reading->count - 1];
    struct clang_meaning meaning = { place_of(r, cursor), number_of(r, declared) };
    arena_push(r->arena, read->meanings, read->meaning_count, meaning);
}

/* By its name: what is a system header for clang differs between the texts, by what it is included in. */
static bool is_system(const struct reader *r, CXFile file)
{
    const char *path = take(r->arena, clang_getFileName(file));
    for (size_t i = 0; i < r->input->system_count; i++)
        if (strcmp(path, r->input->system[i]) == 0)
            return true;
    return false;
}

static bool is_left_out(struct reader *r, CXCursor cursor)
{
    CXFile file;
    file_offset(clang_getCursorLocation(cursor), &file);
    if (file && !(r->latest && clang_File_isEqual(file, r->latest))) {
        r->latest = file;
        r->is_system = is_system(r, file);
    }
    return !file || r->is_system;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct reader *r = data;
    if (clang_getCursorKind(parent) == CXCursor_TranslationUnit) {
        if (is_left_out(r, cursor))
            return CXChildVisit_Continue;
        struct clang_read read = { place_of(r, cursor), print(r->arena, cursor), NULL, 0 };
        arena_push(r->arena, r->reading->declarations, r->reading->count, read);
    }
    note(r, cursor);
    return CXChildVisit_Recurse;
}

const struct clang_reading *clang_reading(struct arena *arena, const struct clang_input *input)
{
    CXIndex index = clang_createIndex(0, 0);
    struct CXUnsavedFile file = { input->path, input->text, (unsigned long)input->length };
    CXTranslationUnit tu = NULL;
    struct clang_reading *reading = NULL;
    if (clang_parseTranslationUnit2(index, input->path, input->arguments, (int)input->argument_count, &file,
                                    input->text ? 1 : 0, CXTranslationUnit_None, &tu) == CXError_Success) {
        reading = arena_get(arena, sizeof *reading);
        struct reader reader = {
            .arena = arena, .reading = reading, .input = input, .file = clang_getFile(tu, input->path)
        };
        visit_children(clang_getTranslationUnitCursor(tu), visit, &reader);
        clang_disposeTranslationUnit(tu);
    }
    clang_disposeIndex(index);
    return reading;
}
