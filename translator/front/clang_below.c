/*
 * clang_below.c - from where on in the main file the declarations and macros of other files are there. An #include may stand
 * below some of the file's own functions: what it brings is visible from the end of the declaration in front of it, as far
 * as functions can tell.
 */
#include "clang_internal.h"

#include "base/arena.h"
#include "tree/directives.h"

#include <stdlib.h>
#include <string.h>

/* ---- declarations ---- */

static enum CXChildVisitResult below_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    if (clang_isPreprocessing(clang_getCursorKind(cursor)))
        return CXChildVisit_Continue;
    if (!in_main_file(b, clang_getCursorLocation(cursor))) {
        if (b->below)
            *map_at(&b->from, cursor.data[0], 0) = (void *)(uintptr_t)b->below;
        return CXChildVisit_Continue;
    }
    CXFile file;
    unsigned end = file_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)), &file);
    if (!b->first_end)
        b->first_end = end;
    b->below = end > b->below ? end : b->below;
    return CXChildVisit_Continue;
}

unsigned visible_below(struct builder *b, CXCursor declaration)
{
    CXCursor outer = declaration;
    while (!clang_Cursor_isNull(outer) && clang_getCursorKind(outer) != CXCursor_TranslationUnit) {
        declaration = outer;
        outer = clang_getCursorLexicalParent(outer);
    }
    return b->below ? (unsigned)(uintptr_t)map_get(&b->from, declaration.data[0], 0) : 0;
}

/* ---- macros ---- */

/* `at` is where the text is included; 0: it is the main file's, with offsets of its own. */
static void find_changes(struct builder *b, const char *text, size_t length, unsigned at)
{
    struct unit *unit = b->unit;
    struct directives scan = directives_of(unit->arena, text, length);
    struct directive directive;
    while (directives_next(&scan, &directive)) {
        unsigned size = 0;
        const char *name = directive_macro(&directive, &size); /* a push changes nothing */
        struct macro_change change = { name, size, at ? at : directive.begin };
        if (name && at)
            change.name = arena_copy(unit->arena, name, size);
        if (name)
            arena_push(unit->arena, unit->macro_changes, unit->macro_change_count, change);
    }
}

static int by_name(const void *left, const void *right)
{
    const struct macro_change *a = left, *b = right;
    size_t length = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->name, b->name, length);
    if (order == 0 && a->length == b->length)
        return a->at < b->at ? -1 : a->at > b->at;
    return order ? order : a->length < b->length ? -1 : 1;
}

/* Where the main file includes it, or what includes it; 0: the command line does. */
static unsigned root_of(const struct inclusion *inclusion)
{
    while (inclusion->parent && inclusion->parent->parent)
        inclusion = inclusion->parent;
    return inclusion->parent ? inclusion->at : 0;
}

void find_below(struct builder *b)
{
    struct unit *unit = b->unit;
    clang_visitChildren(clang_getTranslationUnitCursor(b->tu), below_visit, b);
    find_changes(b, unit->text, unit->length, 0);
    for (size_t i = 0; i < unit->inclusion_count; i++) {
        unsigned at = root_of(unit->inclusions[i]);
        size_t length = 0;
        if (!b->first_end || at <= b->first_end)
            continue;
        CXFile file = clang_getFile(b->tu, unit->inclusions[i]->file->path);
        const char *text = file ? file_text(b, file, &length) : NULL;
        if (text)
            find_changes(b, text, length, at);
    }
    if (unit->macro_change_count)
        qsort(unit->macro_changes, unit->macro_change_count, sizeof *unit->macro_changes, by_name);
}
