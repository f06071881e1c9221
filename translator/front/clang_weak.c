/*
 * clang_weak.c - which functions are weak: an await of such a one must not be bound to the definition in this file. It may
 * be said with the definition, in a header's declaration, in one behind the definition or inside a function, or by a #pragma
 * weak anywhere, of which libclang shows nothing.
 */
#include "clang_internal.h"

#include "base/arena.h"

#include <ctype.h>
#include <string.h>

static void add_name(struct builder *b, const char *name)
{
    arena_push(b->unit->arena, b->weak_names, b->weak_count, name);
}

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
        add_name(b, arena_copy(b->unit->arena, name, length));
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
    const char *text = file ? file_text(b, file, &length) : NULL;
    text = text && offset < length ? text + offset : ""; /* weak, __weak__, gnu::weak, SOME_WEAK */
    for (; isalnum((unsigned char)*text) || *text == '_' || *text == ':'; text++)
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

/* ---- all of them ---- */

/* Whether the declaration's text has the word: clang drops the attribute behind the definition, gcc does not. */
static bool has_word(struct builder *b, CXCursor declaration)
{
    CXFile file = NULL;
    unsigned begin = file_offset(clang_getRangeStart(clang_getCursorExtent(declaration)), &file);
    size_t length = 0, end;
    const char *text = file && !clang_isCursorDefinition(declaration) ? file_text(b, file, &length) : NULL;
    if (!text || begin >= length)
        return false;
    end = begin + strcspn(text + begin, ";{");
    const char *word = strstr(text + begin, "weak"), *name = strstr(text + begin, "WEAK");
    return (word && word < text + end) || (name && name < text + end);
}

/* A declaration that a definition does not know of: behind it, or in a block. */
static enum CXChildVisitResult declared_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_FunctionDecl && (is_weak(b, cursor) || has_word(b, cursor)))
        add_name(b, take(b->unit->arena, clang_getCursorSpelling(cursor)));
    return CXChildVisit_Recurse;
}

void find_weak(struct builder *b)
{
    bool is_said = false;
    for (size_t i = 0; i < b->file_count; i++) {
        size_t length = 0;
        const char *text = file_text(b, b->files[i].file, &length);
        if (!text)
            continue;
        find_pragmas(b, text);
        is_said = is_said || (!b->unit->sources[i]->is_system && (strstr(text, "weak") || strstr(text, "WEAK")));
    }
    if (is_said)
        clang_visitChildren(clang_getTranslationUnitCursor(b->tu), declared_visit, b);
}
