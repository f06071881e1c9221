/*
 * clang_text.c - what the preprocessor saw: lines, tokens, conditions, macros and included files.
 */
#include "clang_internal.h"

#include "base/arena.h"
#include "tree/directives.h"
#include "tree/names.h"
#include "base/path.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- macros ---- */

/* What the macro's definition tells. */
struct definition {
    bool has_hash;      /* it makes strings or new tokens of its arguments */
    const char **names; /* others than its parameters, which can be macros */
    size_t name_count;
    bool has_layout;  /* says how structs are laid out, or may: see packing.h */
    bool is_empty;    /* nothing else is in it than those names and their brackets */
    const char *last; /* name in it that no token follows; of a parameter "" */
    bool is_identity; /* it stands for its own name, and nothing is expanded */
    bool says_async;
    bool says_await; /* and no __extension__, which looks the same at the start of a statement */
};

static bool is_among(const char *name, const char **names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* By a _Pragma, or by what makes one of its arguments. */
static bool is_layout_pragma(const char **texts, size_t count, bool has_hash)
{
    static const char *const words[] = { "pack", "ms_struct", "scalar_storage_order" };
    bool is_pragma = false, is_layout = false, is_argument = false;
    for (size_t i = 0; i < count; i++) {
        is_pragma = is_pragma || strcmp(texts[i], "_Pragma") == 0;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            is_layout = is_layout || (texts[i][0] == '"' && strncmp(texts[i] + 1, words[k], strlen(words[k])) == 0);
            is_argument = is_argument || strcmp(texts[i], words[k]) == 0;
        }
    }
    return is_argument || (is_pragma && (is_layout || has_hash));
}

static bool is_empty(const struct definition *definition, const char **texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], "(") != 0 && strcmp(texts[i], ")") != 0 &&
            (strcmp(texts[i], "__VA_ARGS__") == 0 || !is_among(texts[i], definition->names, definition->name_count)))
            return false;
    return true;
}

static struct definition definition_of(struct builder *b, CXCursor macro)
{
    struct definition result = { .has_hash = clang_Cursor_isNull(macro) };
    CXToken *tokens = NULL;
    unsigned count = 0, i = 0;
    if (result.has_hash)
        return result;
    clang_tokenize(b->tu, clang_getCursorExtent(macro), &tokens, &count);
    const char **texts = arena_get(b->unit->arena, (count + 1) * sizeof *texts);
    for (; i < count; i++)
        texts[i] = take(b->unit->arena, clang_getTokenSpelling(b->tu, tokens[i]));
    result.is_identity = count == 2 && strcmp(texts[0], texts[1]) == 0;
    size_t head = 1; /* the name and the parameters */
    while (clang_Cursor_isMacroFunctionLike(macro) && head < count && strcmp(texts[head - 1], ")") != 0)
        head++;
    result.says_async = is_among("async", texts + head, count - head) || is_among("_Async", texts + head, count - head);
    result.says_await = is_among("await", texts + head, count - head) || is_among("_Await", texts + head, count - head);
    result.says_await = result.says_await && !is_among("__extension__", texts + head, count - head);
    for (i = (unsigned)head; i < count; i++) {
        enum CXTokenKind kind = clang_getTokenKind(tokens[i]);
        result.has_hash = result.has_hash || (kind == CXToken_Punctuation && texts[i][0] == '#');
        bool is_parameter = kind == CXToken_Identifier && is_among(texts[i], texts + 1, head - 1);
        if (kind == CXToken_Identifier && !is_parameter)
            arena_push(b->unit->arena, result.names, result.name_count, texts[i]);
        result.last = kind != CXToken_Identifier ? NULL : is_parameter ? "" : texts[i];
    }
    result.is_empty = is_empty(&result, texts + head, count - head);
    if (count > head)
        result.has_layout = is_layout_pragma(texts + head, count - head, result.has_hash);
    clang_disposeTokens(b->tu, tokens, count);
    return result;
}

static bool makes_tokens(struct builder *b, const struct definition *definition);

/* Whether the name is one of a macro that does, as far as it is known. */
static bool is_maker(struct builder *b, const char *name, size_t length)
{
    if (!set_has(&b->macro_names, name, length))
        return false;
    struct known_macro *macro = &b->macros[*set_number(&b->macro_names, name, length) - 1];
    if (macro->known_at != b->macro_count) {
        macro->known_at = b->macro_count; /* one that comes around to itself makes nothing more */
        macro->has_hash = false;
        struct definition called = definition_of(b, macro->at);
        macro->has_hash = makes_tokens(b, &called);
    }
    return macro->has_hash;
}

/* Itself, or by those that it calls. */
static bool makes_tokens(struct builder *b, const struct definition *definition)
{
    bool makes = definition->has_hash;
    for (size_t i = 0; i < definition->name_count && !makes; i++)
        makes = is_maker(b, definition->names[i], strlen(definition->names[i]));
    return makes;
}

static bool is_dialect_macro(struct builder *b, CXCursor macro)
{
    static const char *const elsewhere[] = { "async_group_spawn", "async_group_create_task" };
    CXFile file = NULL;
    if (clang_Cursor_isNull(macro))
        return false;
    CXString name = clang_getCursorSpelling(macro);
    bool is_named = is_among(clang_getCString(name), (const char **)elsewhere, 2);
    clang_disposeString(name);
    file_offset(clang_getCursorLocation(macro), &file);
    return file && (is_named || has_suffix(take(b->unit->arena, clang_getFileName(file)), "asyncc.h"));
}

static bool in_directive(const struct unit *unit, unsigned offset)
{
    size_t at = FIRST_FROM(unit->directives, unit->directive_count, end, offset + 1);
    return at < unit->directive_count && unit->directives[at].begin <= offset;
}

/* Of what stands in the text itself: no macro has made its end. */
static void place_of(CXCursor cursor, unsigned *begin, unsigned *end)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    *begin = file_offset(clang_getRangeStart(range), NULL);
    *end = file_offset(clang_getRangeEnd(range), NULL);
}

static void add_invocation(struct builder *b, CXCursor cursor)
{
    struct unit *unit = b->unit;
    unsigned begin, end;
    place_of(cursor, &begin, &end);
    const char *name = take(unit->arena, clang_getCursorSpelling(cursor));
    if (in_directive(unit, begin) ||
        strcmp(name, "_Pragma") == 0) /* clang takes that for a macro; it stands as it is written */
        return;
    CXCursor macro = clang_getCursorReferenced(cursor);
    bool dialect = is_dialect_macro(b, macro);
    struct definition definition = definition_of(b, macro);
    if (definition.is_identity)
        return;
    if (!dialect) {
        struct mention mention = { begin, name, definition.name_count > 0, definition.has_layout, definition.is_empty };
        arena_push(unit->arena, unit->mentions, unit->mention_count, mention);
        read_own_macro(b, mention.name);
        read_expansion(b, cursor, macro);
    }
    bool has_hash = !dialect && makes_tokens(b, &definition);
    struct invocation invocation = { .begin = begin, .end = end, .is_dialect = dialect, .whole_end = end };
    invocation.has_hash = has_hash;
    invocation.last = dialect ? NULL : definition.last;
    invocation.says_async = !dialect && definition.says_async;
    invocation.says_await = !dialect && definition.says_await;
    arena_push(unit->arena, unit->invocations, unit->invocation_count, invocation);
}

static int by_begin(const void *left, const void *right)
{
    const struct invocation *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

/* Whether an argument names a macro that makes tokens, which is called with another one: `CALL(SHOW, n)`. */
static bool has_maker(struct builder *b, const struct invocation *invocation)
{
    const struct unit *unit = b->unit;
    const struct token *token = unit_token(unit, invocation->begin);
    bool has = false;
    for (token = token ? unit_token(unit, token->end) : NULL; !has && token && token->begin < invocation->end;
         token = unit_token(unit, token->end))
        has = token->kind == TOKEN_IDENTIFIER && is_maker(b, unit->text + token->begin, token->end - token->begin);
    return has;
}

/* The macro with parameters that the name is, or stands for; NULL if there is none. */
static struct known_macro *called_by(struct builder *b, const char *name, size_t length)
{
    enum { DEEP = 32 }; /* they may come around */
    for (int depth = 0; name && depth < DEEP && set_has(&b->macro_names, name, length); depth++) {
        struct known_macro *macro = &b->macros[*set_number(&b->macro_names, name, length) - 1];
        if (macro->has_parameters)
            return macro;
        name = definition_of(b, macro->at).last;
        length = name ? strlen(name) : 0;
    }
    return NULL;
}

/* The same, of the last name in the arguments. */
static struct known_macro *called_by_argument(struct builder *b, const struct invocation *invocation)
{
    const struct unit *unit = b->unit;
    const struct token *token = unit_token_before(unit, invocation->end);
    while (token && token->begin > invocation->begin && token->kind != TOKEN_IDENTIFIER)
        token = unit_token_before(unit, token->begin);
    return token && token->begin > invocation->begin ? called_by(b, unit->text + token->begin, token->end - token->begin)
                                                     : NULL;
}

/* `A(n)`, where A stands for a macro that has parameters: its arguments belong to the invocation. */
static void take_arguments(struct builder *b, struct invocation *invocation)
{
    while (invocation->last) {
        const struct token *open = unit_token(b->unit, invocation->end);
        const struct known_macro *called = !token_is(b->unit, open, "(") ? NULL
                                           : *invocation->last ? called_by(b, invocation->last, strlen(invocation->last))
                                                               : called_by_argument(b, invocation);
        const struct token *close = called ? unit_closing(b->unit, open) : NULL;
        if (!close)
            return;
        invocation->end = invocation->whole_end = close->end;
        invocation->last = definition_of(b, called->at).last;
    }
}

/*
 * Keeps what a lookup by offset needs: invocations that do not overlap. Of nested ones the outermost that is
 * not of the dialect counts; a dialect macro around others gives way to them, and keeps only its name.
 */
static void settle_invocations(struct builder *b)
{
    struct unit *unit = b->unit;
    struct invocation *all = unit->invocations;
    size_t count = unit->invocation_count, kept = 0;
    if (count)
        qsort(all, count, sizeof *all, by_begin);
    unsigned covered = 0;
    for (size_t i = 0; i < count; i++) {
        if (all[i].begin < covered) {
            all[kept - 1].has_hash = all[kept - 1].has_hash || all[i].has_hash;
            continue;
        }
        if (all[i].is_dialect) {
            const struct token *token = unit_token(unit, all[i].begin);
            all[i].end = token ? token->end : all[i].end;
        } else {
            take_arguments(b, &all[i]);
            all[i].has_hash = all[i].has_hash || has_maker(b, &all[i]);
        }
        covered = all[i].end;
        all[kept++] = all[i];
    }
    unit->invocation_count = kept;
}

/* An await or defer in another file makes that a part of this one; another macro may decide what is declared there. */
static void foreign_invocation(struct builder *b, CXCursor cursor)
{
    static const char *const words[] = { "await", "_Await", "defer", "_Defer" };
    CXString name = clang_getCursorSpelling(cursor);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(clang_getCString(name), words[i]) == 0 && is_dialect_macro(b, clang_getCursorReferenced(cursor)))
            need(b, clang_getRangeStart(clang_getCursorExtent(cursor)));
    clang_disposeString(name);
    if (!clang_Location_isInSystemHeader(clang_getRangeStart(clang_getCursorExtent(cursor))) &&
        !is_dialect_macro(b, clang_getCursorReferenced(cursor)))
        read_expansion(b, cursor, clang_getCursorReferenced(cursor));
}

/* ---- included files ---- */

static void add_include(struct builder *b, CXCursor cursor)
{
    CXFile in, file = clang_getIncludedFile(cursor);
    file_offset(clang_getRangeStart(clang_getCursorExtent(cursor)), &in);
    if (!in || !file)
        return;
    struct include include = { .in = source_of(b, in), .file = source_of(b, file) };
    place_of(cursor, &include.begin, &include.end);
    include.name = take(b->unit->arena, clang_getCursorSpelling(cursor));
    arena_push(b->unit->arena, b->unit->includes, b->unit->include_count, include);
}

/* The last one of that file that is open: one that includes itself has deeper ones, which are not. */
static struct inclusion *open_one(struct builder *b, CXFile file, unsigned depth)
{
    const struct source *source = source_of(b, file);
    for (size_t i = b->unit->inclusion_count; i-- > 0;)
        if (b->unit->inclusions[i]->file == source && b->depths[i] < depth)
            return b->unit->inclusions[i];
    return NULL;
}

/* `stack` says where the file was included, where that one was, and so on; what splice.c has put in counts as one of them. */
static void inclusion_visit(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    struct builder *b = data;
    struct unit *unit = b->unit;
    struct inclusion *inclusion = arena_get(unit->arena, sizeof *inclusion);
    CXFile in = NULL;
    inclusion->file = source_of(b, file);
    if (depth)
        inclusion->at = file_offset(stack[0], &in);
    if (in)
        inclusion->parent = open_one(b, in, depth);
    arena_push(unit->arena, b->depths, b->depth_count, depth);
    arena_push(unit->arena, unit->inclusions, unit->inclusion_count, inclusion);
}

/* Whether a macro without parameters has any name in its definition, and is not just its own. */
static bool has_names(struct builder *b, CXCursor macro, const char *name)
{
    unsigned begin, end;
    size_t length = 0, own = strlen(name);
    CXFile file = NULL;
    place_of(macro, &begin, &end);
    file_offset(clang_getCursorLocation(macro), &file);
    const char *text = file ? file_text(b, file, &length) : NULL;
    if (!text || end > length || end <= begin + own)
        return false;
    bool inside = true; /* a word, or a number */
    for (const char *at = text + begin + own; at < text + end; at++) {
        if (!inside && text_is_word(*at) && !isdigit((unsigned char)*at))
            return end != begin + 2 * own + 1 || memcmp(at, name, own) != 0;
        inside = text_is_word(*at);
    }
    return false;
}

static bool is_in_file(CXCursor macro)
{
    CXFile file = NULL;
    file_offset(clang_getCursorLocation(macro), &file);
    return file != NULL;
}

static void add_known(struct builder *b, CXCursor macro, const char *name)
{
    struct known_macro known = { .at = macro, .has_parameters = clang_Cursor_isMacroFunctionLike(macro) };
    arena_push(b->unit->arena, b->macros, b->macro_count, known);
    *set_number(&b->macro_names, name, strlen(name)) = (unsigned)b->macro_count;
}

static void add_function_macro(struct builder *b, CXCursor macro, const char *name)
{
    if (is_dialect_macro(b, macro))
        return;
    name = arena_copy(b->unit->arena, name, strlen(name));
    arena_push(b->unit->arena, b->unit->function_macros, b->unit->function_macro_count, name);
    add_known(b, macro, name);
}

/* Its name may be left in an expansion: in its own, wherever that is. */
static void add_other_macro(struct builder *b, CXCursor macro, const char *name)
{
    if (!has_names(b, macro, name) || is_dialect_macro(b, macro))
        return;
    name = arena_copy(b->unit->arena, name, strlen(name));
    set_add(b->unit->object_macros, name, strlen(name));
    add_known(b, macro, name);
}

/* What changes the meaning of the output's own text. */
static bool is_keyword(const char *name)
{
    static const char *const keywords[] = { "break", "case", "continue", "default", "do",     "else",     "for",
                                            "goto",  "if",   "return",   "sizeof",  "static", "struct",   "switch",
                                            "union", "void", "while",    "int",     "char",   "unsigned", "const" };
    return is_among(name, (const char **)keywords, sizeof keywords / sizeof *keywords);
}

static void add_definition(struct builder *b, CXCursor cursor)
{
    struct unit *unit = b->unit;
    CXString spelling = clang_getCursorSpelling(cursor);
    const char *name = clang_getCString(spelling);
    bool has_parameters = clang_Cursor_isMacroFunctionLike(cursor);
    if (names_is_ours(name))
        arena_push(unit->arena, unit->macros, unit->macro_count, arena_copy(unit->arena, name, strlen(name)));
    if (names_is_member(name) && !has_parameters)
        arena_push(unit->arena, unit->hidden, unit->hidden_count, arena_copy(unit->arena, name, strlen(name)));
    if (is_keyword(name) && is_in_file(cursor))
        arena_push(unit->arena, unit->keyword_macros, unit->keyword_macro_count,
                   arena_copy(unit->arena, name, strlen(name)));
    read_macro(b, cursor, name);
    read_reserved(b, cursor, name);
    (has_parameters ? add_function_macro : add_other_macro)(b, cursor, name);
    clang_disposeString(spelling);
}

static enum CXChildVisitResult preprocessing_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct builder *b = data;
    (void)parent;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (!clang_isPreprocessing(kind))
        return CXChildVisit_Break; /* they come first */
    if (kind == CXCursor_MacroDefinition) {
        add_definition(b, cursor);
    } else if (kind == CXCursor_MacroExpansion) {
        if (in_main_file(b, clang_getRangeStart(clang_getCursorExtent(cursor))))
            add_invocation(b, cursor);
        else
            foreign_invocation(b, cursor);
    } else if (kind == CXCursor_InclusionDirective) {
        if (in_main_file(b, clang_getCursorLocation(cursor)))
            b->included_at = file_offset(clang_getCursorLocation(cursor), NULL);
        add_include(b, cursor);
    }
    return CXChildVisit_Continue;
}

/* ---- tokens ---- */

static void read_skipped(struct builder *b)
{
    CXSourceRangeList *ranges = clang_getSkippedRanges(b->tu, b->file);
    for (unsigned i = 0; ranges && i < ranges->count; i++) {
        struct extent extent = { file_offset(clang_getRangeStart(ranges->ranges[i]), NULL),
                                 file_offset(clang_getRangeEnd(ranges->ranges[i]), NULL) };
        arena_push(b->unit->arena, b->unit->skipped, b->unit->skipped_count, extent);
    }
    clang_disposeSourceRangeList(ranges);
}

static void read_directives(struct unit *unit)
{
    struct directives scan = directives_of(unit->arena, unit->text, unit->length);
    struct directive directive;
    while (directives_next(&scan, &directive)) {
        struct extent extent = { directive.begin, directive.end };
        arena_push(unit->arena, unit->directives, unit->directive_count, extent);
    }
}

static bool is_covered(const struct extent *spans, size_t count, size_t *at, unsigned offset)
{
    while (*at < count && spans[*at].end <= offset)
        ++*at;
    return *at < count && spans[*at].begin <= offset;
}

/* Drops tokens that are no part of the program. Comments stay: no directive may be written into them. */
static void settle_tokens(struct unit *unit)
{
    size_t kept = 0, skipped = 0, directive = 0;
    for (size_t i = 0; i < unit->token_count; i++) {
        struct token token = unit->tokens[i];
        bool hidden = is_covered(unit->directives, unit->directive_count, &directive, token.begin);
        hidden = is_covered(unit->skipped, unit->skipped_count, &skipped, token.begin) || hidden;
        if (!hidden || token.kind == TOKEN_COMMENT)
            unit->tokens[kept++] = token;
    }
    unit->token_count = kept;
    unit_index_tokens(unit);
}

static void read_tokens(struct builder *b)
{
    struct unit *unit = b->unit;
    CXSourceRange range = clang_getRange(clang_getLocationForOffset(b->tu, b->file, 0),
                                         clang_getLocationForOffset(b->tu, b->file, (unsigned)unit->length));
    CXToken *tokens = NULL;
    unsigned count = 0;
    clang_tokenize(b->tu, range, &tokens, &count);
    unit->tokens = arena_get(unit->arena, (count + 1) * sizeof *unit->tokens);
    for (unsigned i = 0; i < count; i++) {
        static const enum token_kind kinds[] = { [CXToken_Punctuation] = TOKEN_PUNCTUATION,
                                                 [CXToken_Keyword] = TOKEN_KEYWORD,
                                                 [CXToken_Identifier] = TOKEN_IDENTIFIER,
                                                 [CXToken_Literal] = TOKEN_LITERAL,
                                                 [CXToken_Comment] = TOKEN_COMMENT };
        CXSourceRange extent = clang_getTokenExtent(b->tu, tokens[i]);
        struct token token = { byte_of(b, clang_getRangeStart(extent), NULL), byte_of(b, clang_getRangeEnd(extent), NULL),
                               kinds[clang_getTokenKind(tokens[i])] };
        if (token.begin < unit->length)
            unit->tokens[unit->token_count++] = token;
    }
    clang_disposeTokens(b->tu, tokens, count);
    read_directives(unit);
    settle_tokens(unit);
}

/* ---- lines ---- */

static void read_lines(struct unit *unit)
{
    arena_push(unit->arena, unit->lines, unit->line_count, 0u);
    for (unsigned i = 0; i < unit->length; i++)
        if (unit->text[i] == '\n')
            arena_push(unit->arena, unit->lines, unit->line_count, i + 1);
}

/* Whether some line of the text begins with # and `line` or a number. */
static bool has_line_directives(const char *text)
{
    for (const char *at = strchr(text, '#'); at; at = strchr(at, '#')) {
        at += 1 + strspn(at + 1, " \t");
        if (*at == 'l' || (*at >= '0' && *at <= '9'))
            return true;
    }
    return false;
}

/* For libclang, what stands in an argument of a macro is where the macro is: the lines from there on are counted. */
CXString presumed_line(CXTranslationUnit tu, CXFile file, unsigned offset, unsigned *line)
{
    CXSourceLocation location = clang_getLocationForOffset(tu, file, offset);
    CXString path;
    CXFile from;
    unsigned at;
    clang_getPresumedLocation(location, &path, line, NULL);
    clang_getExpansionLocation(location, &from, NULL, NULL, &at);
    const char *text = at < offset && clang_File_isEqual(from, file) ? clang_getFileContents(tu, file, NULL) : NULL;
    for (; text && at < offset; at++)
        *line += text[at] == '\n';
    return path;
}

/* Where the text says that its lines are others: those whose number does not follow from the line before. */
static void read_marks(struct builder *b)
{
    struct unit *unit = b->unit;
    struct line_mark mark = { 0, 0, unit->path, 1 };
    arena_push(unit->arena, unit->marks, unit->mark_count, mark);
    size_t count = has_line_directives(unit->text) ? unit->line_count : 0;
    for (unsigned i = 1; i < count; i++) {
        unsigned line;
        CXString name = presumed_line(b->tu, b->file, unit->lines[i], &line);
        const char *path = clang_getCString(name);
        if (line != mark.line + i - mark.index || strcmp(path, mark.path) != 0) {
            mark = (struct line_mark){ unit->lines[i], i, arena_copy(unit->arena, path, strlen(path)), line };
            arena_push(unit->arena, unit->marks, unit->mark_count, mark);
        }
        clang_disposeString(name);
    }
}

/* ---- all of it ---- */

void read_text(struct builder *b)
{
    source_of(b, b->file);
    read_lines(b->unit);
    read_marks(b);
    read_skipped(b);
    read_tokens(b);
    clang_getInclusions(b->tu, inclusion_visit, b);
    read_skipped_macros(b);
    clang_visitChildren(clang_getTranslationUnitCursor(b->tu), preprocessing_visit, b);
    sort_expansions(b);
    settle_invocations(b);
}
