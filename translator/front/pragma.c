#include "pragma.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "packing.h"
#include "tree/tree.h"

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

/* A directive of ours and its words. */
struct line {
    struct extent words[8]; /* more than any of ours has */
    size_t count;
    unsigned begin, end;
};

static bool word_is(const struct finder *f, const struct line *line, size_t at, const char *word)
{
    if (at >= line->count)
        return false;
    size_t length = line->words[at].end - line->words[at].begin;
    return strlen(word) == length && strncmp(f->unit->text + line->words[at].begin, word, length) == 0;
}

static void set(struct finder *f, const struct line *line, enum diag_id id, enum diag_level level)
{
    struct place place = unit_place(f->unit, line->end, line->end);
    f->now.of[id] = level;
    diagnostics_pragma(f->diagnostics, &place, id, level);
}

/* "-Wname", in quotes, of one of our warnings. */
static bool read_warning(const struct finder *f, const struct extent *word, enum diag_id *id)
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
    static const char *const names[] = { [LEVEL_IGNORED] = "ignored", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error" };
    if (!word_is(f, line, 1, "diagnostic"))
        return "write '#pragma asyncc diagnostic ...'";
    if (line->count == 3 && word_is(f, line, 2, "push")) {
        arena_push(f->unit->arena, f->pushed, f->depth, f->now);
        return NULL;
    }
    if (line->count == 3 && word_is(f, line, 2, "pop"))
        return pop(f, line);
    for (int level = LEVEL_IGNORED; level <= LEVEL_ERROR; level++) {
        enum diag_id id;
        if (line->count != 4 || !word_is(f, line, 2, names[level]))
            continue;
        if (!read_warning(f, &line->words[3], &id))
            return "asyncc has no such warning";
        set(f, line, id, (enum diag_level)level);
        return NULL;
    }
    return "write push, pop, or ignored, warning or error and a warning's name, such as \"-Wblocking-call\"";
}

void pragma_find(struct unit *unit, struct diagnostics *diagnostics, bool said)
{
    struct finder f = { .unit = unit, .diagnostics = diagnostics };
    unit->has_packing = packing_is_said(unit);
    struct directives scan = directives_of(unit->arena, unit->text, unit->length);
    struct directive directive;
    while (directives_next(&scan, &directive)) {
        struct line line = { .begin = directive.begin, .end = directive.end };
        if (!directive_is(&directive, "pragma") || unit_is_skipped(unit, directive.begin))
            continue;
        line.count = directive_words(&directive, line.words, sizeof line.words / sizeof *line.words);
        if (!word_is(&f, &line, 0, "asyncc"))
            continue;
        const char *wrong = said ? obey(&f, &line) : NULL;
        struct place place = unit_place(unit, line.begin, line.end);
        if (wrong)
            diag(diagnostics, DIAG_UNKNOWN_PRAGMA, &place, wrong);
        struct edit edit = { .begin = line.begin, .end = line.end, .text = "" };
        arena_push(unit->arena, unit->edits, unit->edit_count, edit);
    }
}
