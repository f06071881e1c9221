#include "pragma.h"

#include "arena.h"
#include "diag.h"
#include "tree.h"

#include <string.h>

struct levels {
    enum diag_level of[DIAG_COUNT];
};

struct finder {
    struct unit *unit;
    struct diagnostics *diagnostics;
    struct levels now, *pushed;
    size_t depth;
};

/* The words of a directive: comments are none. */
struct line {
    const struct token *words[8]; /* more than any of ours has */
    size_t count;
    unsigned begin, end;
};

static bool is_skipped(const struct unit *unit, unsigned offset)
{
    for (size_t i = 0; i < unit->skipped_count; i++)
        if (offset >= unit->skipped[i].begin && offset < unit->skipped[i].end)
            return true;
    return false;
}

static bool is_first_on_line(const struct unit *unit, const struct token *token)
{
    unsigned at = unit->lines[unit_line(unit, token->begin) - 1];
    while (at < token->begin && (unit->text[at] == ' ' || unit->text[at] == '\t'))
        at++;
    return at == token->begin;
}

/* Reads the directive that begins with the token; a line that ends with a backslash goes on in the next. */
static void read_line(const struct unit *unit, size_t index, struct line *line)
{
    const struct token *tokens = unit->tokens;
    *line = (struct line){ .begin = tokens[index].begin, .end = tokens[index].end };
    for (size_t i = index; i < unit->token_count; i++) {
        const char *newline = memchr(unit->text + line->end, '\n', tokens[i].begin > line->end ?
                                     tokens[i].begin - line->end : 0);
        if (newline && newline[-1] != '\\')
            return;
        line->end = tokens[i].end;
        if (tokens[i].kind != TOKEN_COMMENT && line->count < sizeof line->words / sizeof *line->words)
            line->words[line->count++] = &tokens[i];
    }
}

static bool word_is(const struct finder *f, const struct line *line, size_t at, const char *word)
{
    return at < line->count && token_is(f->unit, line->words[at], word);
}

static void set(struct finder *f, const struct line *line, enum diag_id id, enum diag_level level)
{
    f->now.of[id] = level;
    diagnostics_pragma(f->diagnostics, f->unit->path, line->end, id, level);
}

/* "-Wname", in quotes, of one of our warnings. */
static bool read_warning(const struct finder *f, const struct token *word, enum diag_id *id)
{
    unsigned length = word->end - word->begin;
    if (length < 6 || strncmp(f->unit->text + word->begin, "\"-W", 3) != 0)
        return false;
    return diagnostics_warning(arena_copy(f->unit->arena, f->unit->text + word->begin + 3, length - 4), id);
}

static const char *pop(struct finder *f, const struct line *line)
{
    if (!f->depth)
        return "nothing has been pushed";
    struct levels before = f->pushed[--f->depth];
    for (int id = 0; id < DIAG_COUNT; id++)
        if (f->now.of[id] != before.of[id])
            set(f, line, (enum diag_id)id, before.of[id]);
    return NULL;
}

/* What is not understood; NULL when all is. */
static const char *obey(struct finder *f, const struct line *line)
{
    static const char *const names[] = { [LEVEL_IGNORED] = "ignored", [LEVEL_WARNING] = "warning",
                                         [LEVEL_ERROR] = "error" };
    if (!word_is(f, line, 3, "diagnostic"))
        return "write '#pragma asyncc diagnostic ...'";
    if (line->count == 5 && word_is(f, line, 4, "push")) {
        arena_push(f->unit->arena, f->pushed, f->depth, f->now);
        return NULL;
    }
    if (line->count == 5 && word_is(f, line, 4, "pop"))
        return pop(f, line);
    for (int level = LEVEL_IGNORED; level <= LEVEL_ERROR; level++) {
        enum diag_id id;
        if (line->count != 6 || !word_is(f, line, 4, names[level]))
            continue;
        if (!read_warning(f, line->words[5], &id))
            return "asyncc has no such warning";
        set(f, line, id, (enum diag_level)level);
        return NULL;
    }
    return "write push, pop, or ignored, warning or error and a warning's name, such as \"-Wblocking-call\"";
}

void pragma_find(struct unit *unit, struct diagnostics *diagnostics, bool said)
{
    struct finder f = { .unit = unit, .diagnostics = diagnostics };
    for (size_t i = 0; i < unit->token_count; i++) {
        const struct token *token = &unit->tokens[i];
        struct line line;
        if (token->kind != TOKEN_PUNCTUATION || !token_is(unit, token, "#") || !is_first_on_line(unit, token) ||
            is_skipped(unit, token->begin))
            continue;
        read_line(unit, i, &line);
        if (!word_is(&f, &line, 1, "pragma") || !word_is(&f, &line, 2, "asyncc"))
            continue;
        const char *wrong = said ? obey(&f, &line) : NULL;
        struct place place = unit_place(unit, line.begin, line.end);
        if (wrong)
            diag(diagnostics, DIAG_UNKNOWN_PRAGMA, &place, wrong);
        struct edit edit = { line.begin, line.end, "" };
        arena_push(unit->arena, unit->edits, unit->edit_count, edit);
    }
}
