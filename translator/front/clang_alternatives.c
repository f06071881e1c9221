/*
 * clang_alternatives.c - macros that are defined in text which #if and the like have skipped, in whichever file: who
 * compiles the output may decide otherwise. With them, what they are here.
 */
#include "base/arena.h"
#include "clang_internal.h"
#include "base/path.h"
#include "search.h"

#include <stdlib.h>
#include <string.h>

/* The end of the line, lines that a backslash continues included. */
static const char *line_end(const char *at, const char *end)
{
    while (at < end && *at != '\n') {
        bool continues = *at == '\\' && at + 1 < end && (at[1] == '\n' || (at[1] == '\r' && at + 2 < end && at[2] == '\n'));
        at += continues ? (at[1] == '\r' ? 3 : 2) : 1;
    }
    return at;
}

static const char *blanks_end(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

static size_t word_length(const char *at, const char *end)
{
    size_t length = 0;
    while (at + length < end && text_is_word(at[length]))
        length++;
    return length;
}

/* The word that comes next, its length, and `at` behind it; NULL: none does. */
static const char *next_word(const char **at, const char *end, size_t *length)
{
    while (*at < end && !text_is_word(**at))
        ++*at;
    const char *word = *at;
    *length = word_length(word, end);
    *at += *length;
    return *length ? word : NULL;
}

static struct definition_text *add(struct builder *b, const char *begin, const char *end, bool is_skipped, bool is_standard)
{
    struct unit *unit = b->unit;
    struct definition_text text = { .is_skipped = is_skipped, .is_standard = is_standard };
    size_t length = word_length(begin, end);
    text.name = arena_copy(unit->arena, begin, length);
    text.text = arena_copy(unit->arena, begin + length, (size_t)(end - begin) - length);
    if (is_skipped)
        set_add(unit->other_macros, text.name, length);
    arena_push(unit->arena, unit->definitions, unit->definition_count, text);
    return &unit->definitions[unit->definition_count - 1];
}

/* The parser's own headers, in the place of those of whichever compiler. */
static bool is_parsers(struct builder *b, CXFile file)
{
    return strstr(source_of(b, file)->path, "/lib/clang/");
}

/* What a guard keeps from being read again has been read the first time. */
static bool is_entered_again(struct builder *b, const struct source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < b->unit->inclusion_count; i++)
        count += b->unit->inclusions[i]->file == source;
    return count > 1;
}

/* The words of the user's text that is skipped: what declares some name otherwise is among it. */
static void scan_words(struct builder *b, const char *at, const char *end)
{
    const char *word;
    size_t length;
    while ((word = next_word(&at, end, &length)))
        if (!set_has(b->unit->other_words, word, length))
            set_add(b->unit->other_words, arena_copy(b->unit->arena, word, length), length);
}

/* ---- skipped text ---- */

struct skipped {
    struct builder *b;
    struct set files; /* that only skipped text includes */
};

static bool is_included(struct builder *b, const char *path)
{
    CXFile file = clang_getFile(b->tu, path);
    return file && known_source(b, file);
}

static void scan_file(struct skipped *s, const char *path);

/* What it would include, in the command line's directories: the system's headers are for their own conditions. */
static void scan_included(struct skipped *s, const char *from, const char *at, const char *end)
{
    struct arena *arena = s->b->unit->arena;
    const char *last = *at == '"' || *at == '<' ? memchr(at + 1, *at == '"' ? '"' : '>', (size_t)(end - at - 1)) : NULL;
    const char *name = last ? arena_copy(arena, at + 1, (size_t)(last - at - 1)) : NULL, *path = NULL;
    enum search search = *at == '"' ? SEARCH_ALL : SEARCH_ANGLED;
    size_t k = 0;
    if (name)
        path = *at == '"' ? path_beside(arena, from, name) : search_path(arena, s->b->input, search, k++, name);
    while (path && !path_exists(path))
        path = search_path(arena, s->b->input, search, k++, name);
    if (path && !is_included(s->b, path) && !is_of_dialect(s->b, path))
        scan_file(s, path);
}

/* What it defines; with `path`, its own, what it includes, too. */
static void scan_text(struct skipped *s, const char *at, const char *end, bool is_standard, const char *path)
{
    while (at < end) {
        const char *next = line_end(at, end), *word = blanks_end(at, end);
        word = word < next && *word == '#' ? blanks_end(word + 1, next) : next;
        size_t length = word_length(word, next);
        const char *rest = blanks_end(word + length, next);
        if (rest < next && length == 6 && strncmp(word, "define", length) == 0)
            add(s->b, rest, next, true, is_standard);
        else if (rest < next && path && length == 7 && strncmp(word, "include", length) == 0)
            scan_included(s, path, rest, next);
        at = next + (next < end);
    }
}

static void scan_file(struct skipped *s, const char *path)
{
    struct text text = { 0 };
    if (!set_has(&s->files, path, strlen(path)) && text_read(&text, path)) {
        set_add(&s->files, path, strlen(path));
        scan_text(s, text.at, text.at + text.length, false, path);
        scan_words(s->b, text.at, text.at + text.length);
    }
    text_free(&text);
}

void read_skipped_macros(struct builder *b)
{
    struct skipped s = { .b = b, .files = { .arena = b->unit->arena } };
    CXSourceRangeList *ranges = clang_getAllSkippedRanges(b->tu);
    b->unit->other_macros = arena_get(b->unit->arena, sizeof *b->unit->other_macros);
    b->unit->other_macros->arena = b->unit->arena;
    b->unit->other_words = arena_get(b->unit->arena, sizeof *b->unit->other_words);
    b->unit->other_words->arena = b->unit->arena;
    for (unsigned i = 0; ranges && i < ranges->count; i++) {
        CXFile file = NULL;
        unsigned begin = file_offset(clang_getRangeStart(ranges->ranges[i]), &file);
        unsigned end = file_offset(clang_getRangeEnd(ranges->ranges[i]), NULL);
        size_t length = 0;
        const char *text = file ? file_text(b, file, &length) : NULL;
        const struct source *source = file ? source_of(b, file) : NULL;
        if (!text || end > length || is_parsers(b, file) || is_of_dialect(b, source->path))
            continue;
        bool includes = !source->is_standard && !clang_File_isEqual(file, b->file); /* this one's: see conditions.c */
        scan_text(&s, text + begin, text + end, source->is_standard, includes ? source->path : NULL);
        if (!source->is_standard && !is_entered_again(b, source))
            scan_words(b, text + begin, text + end);
    }
    clang_disposeSourceRangeList(ranges);
}

void read_own_macro(struct builder *b, const char *name)
{
    size_t length = strlen(name);
    unsigned *number = set_has(&b->own_macros, name, length) ? set_number(&b->own_macros, name, length) : NULL;
    if (!number || !*number)
        return;
    CXCursor macro = b->own[*number - 1];
    struct text text = { 0 };
    CXToken *tokens = NULL;
    unsigned count = 0;
    *number = 0;
    clang_tokenize(b->tu, clang_getCursorExtent(macro), &tokens, &count);
    for (unsigned i = 1, end = 0; i < count; i++) { /* spaces are where they were: what is asserted is its spelling */
        const char *token = take(b->unit->arena, clang_getTokenSpelling(b->tu, tokens[i]));
        unsigned at;
        clang_getSpellingLocation(clang_getTokenLocation(b->tu, tokens[i]), NULL, NULL, NULL, &at);
        bool is_list = i == 1 && clang_Cursor_isMacroFunctionLike(macro); /* it begins at the name */
        text_format(&text, "%s%s", (i == 1 || at > end) && !is_list ? " " : "", token);
        end = at + (unsigned)strlen(token);
    }
    clang_disposeTokens(b->tu, tokens, count);
    struct definition_text definition = { .name = arena_copy(b->unit->arena, name, length), .is_own = true };
    definition.text = text_take(&text, b->unit->arena);
    arena_push(b->unit->arena, b->unit->definitions, b->unit->definition_count, definition);
}

void read_expansion(struct builder *b, CXCursor expansion, CXCursor macro)
{
    CXSourceLocation location = clang_getRangeStart(clang_getCursorExtent(expansion));
    CXFile file = NULL;
    unsigned at = file_offset(location, &file);
    if (!file || in_standard_header(b, location) || in_standard_header(b, clang_getCursorLocation(macro)))
        return;
    struct expansion place = { source_of(b, file), at };
    arena_push(b->unit->arena, b->expansions, b->expansion_count, place);
}

static int by_place(const void *left, const void *right)
{
    const struct expansion *a = left, *b = right;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

void sort_expansions(struct builder *b)
{
    if (b->expansion_count)
        qsort(b->expansions, b->expansion_count, sizeof *b->expansions, by_place);
}

bool has_expansion(const struct builder *b, const struct source *source, unsigned begin, unsigned end)
{
    size_t low = 0, high = b->expansion_count; /* the first that is not in front of the extent */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_place(&b->expansions[middle], &(struct expansion){ source, begin }) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < b->expansion_count && b->expansions[low].source == source && b->expansions[low].at < end;
}

/* Those that a text of the user's mentions. */
static void add_mentioned(struct builder *b, const char *at, const char *end)
{
    const char *word;
    size_t length;
    while ((word = next_word(&at, end, &length)))
        if (set_has(&b->own_macros, word, length)) /* few */
            read_own_macro(b, arena_copy(b->unit->arena, word, length));
}

/* Whether the directive in front of the one at the place asks whether the name is defined. */
static bool is_default(const char *text, const char *at, const char *name)
{
    const char *begin = at;
    while (begin > text && begin[-1] != '\n') /* the #define's own line */
        begin--;
    while (begin > text) {
        const char *end = begin - 1, *word;
        size_t length;
        for (begin = end; begin > text && begin[-1] != '\n';)
            begin--;
        word = blanks_end(begin, end);
        if (word == end)
            continue;
        if (*word != '#')
            return false;
        const char *asks = next_word(&word, end, &length);
        bool is_if = asks && length == 2 && strncmp(asks, "if", 2) == 0 && memchr(asks, '!', (size_t)(end - asks));
        if (!is_if && !(asks && length == 6 && strncmp(asks, "ifndef", 6) == 0))
            return false;
        while ((asks = next_word(&word, end, &length)))
            if (length == strlen(name) && strncmp(asks, name, length) == 0)
                return true;
        return false;
    }
    return false;
}

/* One that other text defines, too; and each of the user's, which may mention such. */
void read_macro(struct builder *b, CXCursor macro, const char *name)
{
    CXSourceLocation location = clang_getCursorLocation(macro);
    CXFile file = NULL;
    size_t length = 0;
    file_offset(location, &file);
    if (!file) {
        arena_push(b->unit->arena, b->own, b->own_count, macro);
        *set_number(&b->own_macros, name, strlen(name)) = (unsigned)b->own_count;
        return;
    }
    bool is_parser = is_parsers(b, file), is_standard = is_parser || in_standard_header(b, location);
    if ((!set_has(b->unit->other_macros, name, strlen(name)) && is_standard) || is_of_dialect(b, source_of(b, file)->path))
        return;
    unsigned begin = file_offset(clang_getRangeStart(clang_getCursorExtent(macro)), NULL);
    unsigned end = file_offset(clang_getRangeEnd(clang_getCursorExtent(macro)), NULL);
    const char *text = file_text(b, file, &length);
    if (!text || begin >= end || end > length)
        return;
    struct definition_text *definition = add(b, text + begin, text + end, false, is_standard);
    definition->at = clang_File_isEqual(file, b->file) ? begin : b->included_at;
    definition->is_parsers = is_parser;
    definition->is_default = !is_standard && is_default(text, text + begin, name);
    if (!is_standard)
        add_mentioned(b, text + begin, text + end);
}
