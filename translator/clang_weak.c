/*
 * clang_weak.c - which functions are weak: an await of such a one must not be bound to the definition in this file. It may
 * be said with the definition, in a header's declaration, or by a #pragma weak anywhere, of which libclang shows nothing.
 */
#include "clang_internal.h"

#include "arena.h"

#include <ctype.h>
#include <string.h>

/* ---- #pragma weak ---- */

static const char *past_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Each `pragma weak NAME` and `_Pragma("weak NAME` of the text; one in a comment does no harm. */
static void find_pragmas(struct builder *b, const char *text)
{
    for (const char *at = strstr(text, "ragma"); at; at = strstr(at, "ragma")) {
        at += strlen("ragma");
        const char *word = at + strspn(at, " \t(\""), *name = word + strcspn(word, " \t\r\n");
        if (name - word != 4 || memcmp(word, "weak", 4) != 0)
            continue;
        name = past_blanks(name);
        size_t length = 0;
        while (isalnum((unsigned char)name[length]) || name[length] == '_' || name[length] == '$')
            length++;
        const char *copy = arena_copy(b->unit->arena, name, length);
        arena_push(b->unit->arena, b->weak_names, b->weak_count, copy);
    }
}

void find_weak(struct builder *b)
{
    for (size_t i = 0; i < b->file_count; i++) {
        size_t length = 0;
        const char *text = b->unit->sources[i]->is_system ? NULL : clang_getFileContents(b->tu, b->files[i], &length);
        if (text)
            find_pragmas(b, text);
    }
}

/* ---- attributes ---- */

/* The word as it is spelled, in a macro's body too; libclang 14 knows the macro's name only, which mostly tells. */
static bool says_weak(struct builder *b, CXSourceLocation at)
{
    CXFile file = NULL;
    unsigned offset;
    size_t length = 0;
    clang_getSpellingLocation(at, &file, NULL, NULL, &offset);
    const char *text = file ? clang_getFileContents(b->tu, file, &length) : NULL;
    for (text = text && offset < length ? text + offset : ""; isalnum((unsigned char)*text) || *text == '_'; text++)
        if (strncmp(text, "weak", 4) == 0 || strncmp(text, "WEAK", 4) == 0)
            return true;
    return false;
}

/* Those of earlier declarations are among a definition's. */
static enum CXChildVisitResult weak_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct attributes *a = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_UnexposedAttr)
        a->decl->is_weak = a->decl->is_weak || says_weak(a->b, clang_getRangeStart(clang_getCursorExtent(cursor)));
    return CXChildVisit_Continue;
}

bool is_weak(struct builder *b, CXCursor definition)
{
    struct decl probe = { .name = take(b->unit->arena, clang_getCursorSpelling(definition)) };
    struct attributes attributes = { b, &probe };
    clang_visitChildren(definition, weak_visit, &attributes);
    for (size_t i = 0; i < b->weak_count; i++)
        probe.is_weak = probe.is_weak || strcmp(b->weak_names[i], probe.name) == 0;
    return probe.is_weak;
}
