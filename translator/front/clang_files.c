/*
 * clang_files.c - the files that the parser read, and which of them have what has to be translated: they come into the main
 * file's text, see splice.c.
 */
#include "clang_internal.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "base/path.h"
#include "search.h"

#include <string.h>

/* Among the known files; their count: it is none of them. */
static size_t file_index(struct builder *b, CXFile file)
{
    if (b->latest < b->file_count && b->files[b->latest].file == file)
        return b->latest;
    size_t i = 0;
    while (i < b->file_count && b->files[i].file != file)
        i++;
    if (i == b->file_count) /* one file can be several for libclang */
        for (i = 0; i < b->file_count && !clang_File_isEqual(b->files[i].file, file);)
            i++;
    b->latest = i;
    return i;
}

struct source *known_source(struct builder *b, CXFile file)
{
    size_t i = file_index(b, file);
    return i < b->file_count ? b->unit->sources[i] : NULL;
}

const char *file_text(struct builder *b, CXFile file, size_t *length)
{
    size_t i = file_index(b, file);
    if (i == b->file_count)
        return clang_getFileContents(b->tu, file, length);
    struct known_file *known = &b->files[i];
    if (!known->is_read)
        known->text = clang_getFileContents(b->tu, file, &known->length);
    known->is_read = true;
    *length = known->length;
    return known->text;
}

static bool is_system_at(struct builder *b, CXFile file, size_t offset)
{
    return clang_Location_isInSystemHeader(clang_getLocationForOffset(b->tu, file, (unsigned)offset));
}

/* The line from which on the file is the system's, since a pragma in it says so, by whatever spelling. */
static const struct line_mark *find_system(struct builder *b, CXFile file)
{
    size_t low = 0, high = 0;
    const char *text = clang_getFileContents(b->tu, file, &high);
    if (!text || is_system_at(b, file, low) || !is_system_at(b, file, high))
        return NULL;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        *(is_system_at(b, file, middle) ? &high : &low) = middle;
    }
    while (low && text[low - 1] != '\n')
        low--;
    struct line_mark *mark = arena_get(b->unit->arena, sizeof *mark);
    mark->offset = (unsigned)low;
    mark->path = take(b->unit->arena, presumed_line(b->tu, file, mark->offset, &mark->line));
    return mark;
}

struct source *source_of(struct builder *b, CXFile file)
{
    struct source *source = known_source(b, file);
    if (source)
        return source;
    source = arena_get(b->unit->arena, sizeof *source);
    source->path = take(b->unit->arena, clang_getFileName(file));
    source->is_system = is_system_at(b, file, 0);
    source->is_standard = source->is_system && !search_is_system(b->input, source->path);
    source->system = find_system(b, file);
    arena_push(b->unit->arena, b->files, b->file_count, (struct known_file){ .file = file });
    arena_push(b->unit->arena, b->unit->sources, b->unit->source_count, source);
    return source;
}

bool in_standard_header(struct builder *b, CXSourceLocation location)
{
    CXFile file;
    if (!clang_Location_isInSystemHeader(location)) /* mostly that tells */
        return false;
    file_offset(location, &file);
    return !file || source_of(b, file)->is_standard;
}

void need(struct builder *b, CXSourceLocation location)
{
    CXFile file;
    file_offset(location, &file);
    struct source *source = file ? source_of(b, file) : NULL;
    if (!source || source->why)
        return;
    struct place *place = arena_get(b->unit->arena, sizeof *place);
    *place = clang_place(b->unit->arena, b->tu, location);
    source->why = place;
}

bool is_of_dialect(struct builder *b, const char *path)
{
    const char *directory = NULL;
    for (const char *at = path; (at = strstr(at, "/asyncc/")); at++)
        directory = at;
    if (!directory)
        return has_suffix(path, "/asyncc.h");
    return clang_getFile(b->tu, arena_format(b->unit->arena, "%.*s/asyncc.h", (int)(directory - path), path));
}

bool is_mentioned(struct builder *b, const char *word)
{
    for (size_t i = 0; i < b->file_count; i++) {
        size_t length = 0;
        const char *text = file_text(b, b->files[i].file, &length);
        if (text && strstr(text, word) && !is_of_dialect(b, b->unit->sources[i]->path))
            return true;
    }
    return false;
}

void find_popped(struct builder *b)
{
    struct unit *unit = b->unit;
    if (!is_mentioned(b, "pop_macro"))
        return;
    unit->popped = arena_get(unit->arena, sizeof *unit->popped);
    unit->popped->arena = unit->arena;
    for (size_t i = 0; i < b->file_count; i++) {
        size_t length = 0;
        const char *text = file_text(b, b->files[i].file, &length);
        bool has_some = text && strstr(text, "pop_macro");
        struct directives scan = directives_of(unit->arena, text, has_some ? length : 0);
        struct directive directive;
        while (directives_next(&scan, &directive)) {
            struct extent words[3];
            if (!directive_is(&directive, "pragma") || directive_words(&directive, words, 3) < 3 ||
                strncmp(text + words[0].begin, "pop_macro", 9) != 0 || text[words[2].begin] != '"')
                continue;
            size_t size = words[2].end - words[2].begin - 2;
            set_add(unit->popped, arena_copy(unit->arena, text + words[2].begin + 1, size), size);
        }
    }
}

static bool is_skipped(struct builder *b, CXFile file, unsigned offset)
{
    CXSourceRangeList *ranges = clang_getSkippedRanges(b->tu, file);
    bool is = false;
    for (unsigned i = 0; ranges && i < ranges->count && !is; i++)
        is = offset >= file_offset(clang_getRangeStart(ranges->ranges[i]), NULL) &&
             offset < file_offset(clang_getRangeEnd(ranges->ranges[i]), NULL);
    clang_disposeSourceRangeList(ranges);
    return is;
}

/* The words of a #pragma, if they poison what follows the first two. */
static void take_poison(struct builder *b, CXFile file, const char *text, const struct extent *words, size_t count)
{
    bool is_poison = count > 2 &&
                     (strncmp(text + words[0].begin, "GCC", 3) == 0 || strncmp(text + words[0].begin, "clang", 5) == 0) &&
                     strncmp(text + words[1].begin, "poison", 6) == 0;
    for (size_t i = 2; i < count && is_poison; i++) {
        struct place *place = arena_get(b->unit->arena, sizeof *place);
        struct poisoned poisoned = { arena_copy(b->unit->arena, text + words[i].begin, words[i].end - words[i].begin), place,
                                     0 };
        *place = clang_place(b->unit->arena, b->tu, clang_getLocationForOffset(b->tu, file, words[i].begin));
        poisoned.at = clang_File_isEqual(file, b->file) ? words[i].begin : 0;
        arena_push(b->unit->arena, b->unit->poisoned, b->unit->poisoned_count, poisoned);
    }
}

void find_poisoned(struct builder *b)
{
    if (!is_mentioned(b, "poison"))
        return;
    for (size_t i = 0; i < b->file_count; i++) {
        size_t length = 0;
        const char *text = file_text(b, b->files[i].file, &length);
        bool has_some = text && strstr(text, "poison");
        struct directives scan = directives_of(b->unit->arena, text, has_some ? length : 0);
        struct directive directive;
        while (directives_next(&scan, &directive)) {
            size_t room = directive.end - directive.begin;
            struct extent *words =
                directive_is(&directive, "pragma") ? arena_get(b->unit->arena, room * sizeof *words) : NULL;
            if (words && !is_skipped(b, b->files[i].file, directive.begin))
                take_poison(b, b->files[i].file, text, words, directive_words(&directive, words, room));
        }
    }
}

static bool is_async_function(struct builder *b, CXCursor cursor)
{
    struct decl probe = { 0 };
    struct attributes attributes = { b, &probe };
    if (clang_getCursorKind(cursor) == CXCursor_FunctionDecl)
        clang_visitChildren(cursor, attribute_visit, &attributes);
    return probe.is_async;
}

static enum CXChildVisitResult mention_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr && is_async_function(b, clang_getCursorReferenced(cursor)))
        need(b, clang_getCursorLocation(cursor));
    return CXChildVisit_Recurse;
}

bool is_whole(struct builder *b, CXCursor cursor)
{
    CXSourceRange extent = clang_getCursorExtent(cursor);
    CXSourceLocation ends[] = { clang_getRangeStart(extent), last_token(extent) };
    CXFile files[2];
    for (int i = 0; i < 2; i++)
        file_offset(ends[i], &files[i]);
    if (!files[0] || !files[1] || clang_File_isEqual(files[0], files[1]))
        return true;
    for (int i = 0; i < 2; i++) {
        if (clang_File_isEqual(files[i], b->file))
            continue;
        need(b, ends[i]);
        source_of(b, files[i])->is_torn = true;
    }
    return false;
}

void foreign_declaration(struct builder *b, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    CXSourceLocation location = clang_getCursorLocation(cursor);
    if ((kind != CXCursor_FunctionDecl && kind != CXCursor_VarDecl) || !clang_isCursorDefinition(cursor))
        return;
    if (is_whole(b, cursor) && is_async_function(b, cursor))
        need(b, location);
    else if (!clang_Location_isInSystemHeader(location))
        clang_visitChildren(cursor, mention_visit, b);
}
