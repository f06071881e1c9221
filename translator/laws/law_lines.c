/*
 * law_lines.c - text keeps its line: where a token of an async function's body is copied, the output says that it is
 * in the file and the line that it has in the source. __LINE__, assert and the messages of compilers tell it.
 *
 * Where the source was read again, as another text, its lines are what that text says of them.
 */
#include "base/arena.h"
#include "laws_internal.h"

#include <stdlib.h>
#include <string.h>

/* The place in the output that has been reached, and what its line is said to be. */
struct reader {
    struct laws *laws;
    size_t origin; /* the next of them */
    unsigned at;
    unsigned line;
    const char *path; /* as #line has it, in quotes */
    size_t path_length;
};

static void set_path(struct reader *r, const char *quoted)
{
    const char *end = quoted + 1;
    while (*end && *end != '"' && *end != '\n')
        end += *end == '\\' && end[1] ? 2 : 1;
    r->path = quoted;
    r->path_length = (size_t)(end - quoted) + (*end == '"');
}

static const char *quoted(const struct laws *laws, const char *path)
{
    struct text text = { 0 };
    text_quote(&text, path);
    const char *copy = arena_copy(laws->unit->arena, text.at, text.length);
    text_free(&text);
    return copy;
}

/* A line begins: the translator may have said which one it is, or the user. */
static void begin_line(struct reader *r)
{
    static const char word[] = "#line ";
    const char *text = r->laws->writer->text.at + r->at;
    unsigned source; /* of the newline in front of it */
    const struct line_mark *mark = NULL;
    if (law_source(r->laws, r->at - 1, &source))
        mark = unit_mark(r->laws->unit, source + 1);
    if (mark && mark->offset == source + 1) {
        r->line = mark->line;
        set_path(r, quoted(r->laws, mark->path));
    }
    if (strncmp(text, word, strlen(word)) == 0 && !law_source(r->laws, r->at, &source)) {
        char *end;
        r->line = (unsigned)strtoul(text + strlen(word), &end, 10) - 1; /* of the one behind it */
        set_path(r, end + 1);
    }
}

static void go_to(struct reader *r, unsigned at)
{
    const char *text = r->laws->writer->text.at;
    for (; r->at < at;) {
        if (text[r->at++] != '\n')
            continue;
        r->line++;
        begin_line(r);
    }
}

static bool check_token(struct reader *r, const struct token *token, const char *path)
{
    struct laws *laws = r->laws;
    unsigned line = unit_line(laws->unit, token->begin);
    if (r->line == line && strlen(path) == r->path_length && strncmp(path, r->path, r->path_length) == 0)
        return true;
    law_broken(laws, "lines", token->begin, token->end, "'%s' stands in line %u of %.*s in the translation",
               law_word(laws, token), r->line, (int)r->path_length, r->path);
    return false;
}

void law_lines(struct laws *laws)
{
    const struct unit *unit = laws->unit;
    const char *known = NULL, *path = NULL;
    struct reader r = { .laws = laws, .line = 1, .path = "", .path_length = 0 };
    for (size_t i = 0; i < laws->writer->origin_count; i++) {
        const struct origin *origin = &laws->writer->origins[i];
        size_t k = unit_token_index(unit, origin->begin);
        for (; origin->is_copy && k < unit->token_count && unit->tokens[k].end <= origin->end; k++) {
            if (laws->fates[k] == FATE_OTHER || laws->fates[k] == FATE_CALLEE)
                continue;
            const char *now = unit_path(unit, unit->tokens[k].begin);
            if (now != known)
                path = quoted(laws, now);
            known = now;
            go_to(&r, origin->at + (unit->tokens[k].begin - origin->begin));
            if (!check_token(&r, &unit->tokens[k], path))
                return;
        }
    }
}
