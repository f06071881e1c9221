#include "writer.h"

#include "tree/tree.h"

#include <stdio.h>
#include <string.h>

void writer_init(struct writer *w, const struct unit *unit, const char *output)
{
    *w = (struct writer){ .unit = unit, .output = output, .line = 1, .said = 1 };
}

bool writer_at_line_start(const struct writer *w)
{
    return !w->text.length || w->text.at[w->text.length - 1] == '\n';
}

void writer_newline(struct writer *w)
{
    text_put(&w->text, "\n");
    w->line++;
    w->said++;
}

/* What comes is that line of the user's file; NULL: of the output. */
static void say(struct writer *w, unsigned line, const char *path)
{
    text_format(&w->text, "#line %u ", line);
    text_quote(&w->text, path ? path : w->output);
    text_put(&w->text, "\n");
    w->line++;
    w->said = line;
    w->said_path = path;
}

static bool is_said(const struct writer *w, unsigned line, const char *path)
{
    return w->said_path && w->said == line && strcmp(w->said_path, path) == 0;
}

/* What was taken back stands for nothing. */
static void forget_origins(struct writer *w)
{
    for (size_t i = w->origin_count; i-- > 0 && w->origins[i].at + w->origins[i].length > w->text.length;) {
        struct origin *origin = &w->origins[i];
        origin->at = origin->at < w->text.length ? origin->at : (unsigned)w->text.length;
        origin->length = (unsigned)w->text.length - origin->at;
        origin->end = origin->is_copy ? origin->begin + origin->length : origin->end;
    }
}

/* Goes to the start of a line; blanks that led up to something else are taken back. */
static void go_to_line_start(struct writer *w)
{
    while (w->text.length && (w->text.at[w->text.length - 1] == ' ' || w->text.at[w->text.length - 1] == '\t'))
        w->text.at[--w->text.length] = '\0';
    forget_origins(w);
    if (!writer_at_line_start(w))
        writer_newline(w);
}

/* What was written from `at` on stands for those bytes of the user's. */
static void note_origin(struct writer *w, size_t at, unsigned begin, unsigned end, bool is_copy)
{
    struct origin *last = w->origin_count ? &w->origins[w->origin_count - 1] : NULL;
    unsigned length = (unsigned)(w->text.length - at);
    if (last && is_copy && last->is_copy && last->end == begin && last->at + last->length == at) {
        last->length += length;
        last->end = end;
        return;
    }
    struct origin origin = { (unsigned)at, length, begin, end, is_copy };
    arena_push(w->unit->arena, w->origins, w->origin_count, origin);
}

void writer_user_line(struct writer *w, unsigned offset)
{
    unsigned line = unit_line(w->unit, offset);
    const char *path = unit_path(w->unit, offset);
    go_to_line_start(w);
    if (!is_said(w, line, path))
        say(w, line, path);
    note_origin(w, w->text.length, offset, offset, false);
}

void writer_own_line(struct writer *w)
{
    go_to_line_start(w);
    if (w->said_path || w->said != w->line)
        say(w, w->line + 1, NULL);
}

void writer_seam(struct writer *w)
{
    w->seam = w->text.length;
}

/* The text comes next: across a seam two words do not become one. */
static void begin_text(struct writer *w, char first)
{
    if (w->seam && w->seam == w->text.length && text_is_word(w->text.at[w->seam - 1]) && text_is_word(first))
        text_put(&w->text, " ");
}

static bool is_hidden(const struct unit *unit, const char *word, size_t length)
{
    for (size_t i = 0; i < unit->hidden_count; i++)
        if (strlen(unit->hidden[i]) == length && memcmp(unit->hidden[i], word, length) == 0)
            return true;
    return false;
}

/* Words of ours that are macros of the user's are spelled otherwise; strings hold none of them. */
static void put_words(struct writer *w, const char *text, size_t length)
{
    static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    const char *end = text + length;
    while (text < end) {
        size_t here = strspn(text, word);
        here = here < (size_t)(end - text) ? here : (size_t)(end - text);
        if (here && is_hidden(w->unit, text, here))
            text_put(&w->text, "asyncc_");
        here += here == 0;
        text_add(&w->text, text, here);
        text += here;
    }
}

void writer_put(struct writer *w, const char *text)
{
    begin_text(w, *text);
    for (const char *end; *text; text = end) {
        end = text + strcspn(text, "\n");
        if (w->unit->hidden_count)
            put_words(w, text, (size_t)(end - text));
        else
            text_add(&w->text, text, (size_t)(end - text));
        if (*end) {
            writer_newline(w);
            end++;
        }
    }
}

void writer_verbatim(struct writer *w, const char *text)
{
    text_put(&w->text, text);
    for (; (text = strchr(text, '\n')); text++) {
        w->line++;
        w->said++;
    }
}

void writer_format(struct writer *w, const char *format, ...)
{
    struct text text = { 0 };
    va_list arguments;
    va_start(arguments, format);
    text_vformat(&text, format, arguments);
    va_end(arguments);
    writer_put(w, text.at);
    text_free(&text);
}

/* Whether a directive may stand in front of the line that begins at the offset. */
static bool is_clear(const struct unit *unit, unsigned offset)
{
    const char *text = unit->text;
    bool begins = offset && text[offset - 1] == '\n';
    if (begins && offset >= 2 && text[offset - 2] == '\\')
        return false;
    if (begins && offset >= 3 && text[offset - 2] == '\r' && text[offset - 3] == '\\')
        return false;
    size_t next = unit_token_index(unit, offset);
    return next == 0 || unit->tokens[next - 1].end <= offset;
}

/* Nothing but blanks. */
static bool is_empty(const struct unit *unit, unsigned begin, unsigned end)
{
    while (begin < end &&
           (unit->text[begin] == ' ' || unit->text[begin] == '\t' || unit->text[begin] == '\r' || unit->text[begin] == '\n'))
        begin++;
    return begin == end;
}

/* A line with nothing on it, to its end. */
static bool is_blank(const struct unit *unit, unsigned begin, unsigned end)
{
    return unit->text[end - 1] == '\n' && is_empty(unit, begin, end);
}

const struct origin *writer_origin(const struct writer *w, unsigned at)
{
    size_t behind = FIRST_FROM(w->origins, w->origin_count, at, at + 1);
    return behind ? &w->origins[behind - 1] : NULL;
}

/* Whether a directive may stand in front of the text at the offset, on a line that begins there. */
static bool may_break(const struct unit *unit, unsigned offset)
{
    const struct invocation *invocation = unit_invocation(unit, offset);
    if (invocation && invocation->begin < offset && !invocation->is_dialect)
        return false;
    return is_clear(unit, offset);
}

/* Text of the user's comes, on a line that says to be another one: a new one begins, and in its column, if it leaves it. */
static unsigned begin_user_line(struct writer *w, unsigned begin, unsigned line, const char *path)
{
    enum { FEW = 3 };
    const char *text = w->unit->text;
    unsigned at = begin;
    while (text[at] == ' ' || text[at] == '\t')
        at++;
    bool follows = w->said_path && strcmp(w->said_path, path) == 0 && line > w->said && line - w->said <= FEW;
    bool leaves = !writer_at_line_start(w);
    go_to_line_start(w);
    while (follows && w->said < line)
        writer_newline(w);
    if (!is_said(w, line, path))
        say(w, line, path);
    if (!leaves)
        return begin;
    for (unsigned i = unit_line_start(w->unit, at); i < at; i++)
        text_put(&w->text, text[i] == '\t' ? "\t" : " ");
    return at;
}

/*
 * Part of a line. Goes where the line is said to be what it is; gives where the text to copy begins. Comments, too: gcc
 * sees those of a case that falls through in front of the next one only where no directive is between them.
 */
static unsigned keep_line(struct writer *w, unsigned begin, unsigned end)
{
    if (is_empty(w->unit, begin, end))
        return begin;
    unsigned line = unit_line(w->unit, begin);
    const char *path = unit_path(w->unit, begin);
    if (is_said(w, line, path) || !may_break(w->unit, begin))
        return begin;
    return begin_user_line(w, begin, line, path);
}

/* Which of the text has to be in its line. */
enum lines { LINES_ANY, LINES_OF_TOKENS, LINES_ALL };

static void copy_line(struct writer *w, unsigned begin, unsigned end, enum lines lines)
{
    if (lines == LINES_ALL && writer_at_line_start(w) && begin < end && is_clear(w->unit, begin)) {
        unsigned line = unit_line(w->unit, begin);
        const char *path = unit_path(w->unit, begin);
        bool said = is_said(w, line, path);
        if (!said && is_blank(w->unit, begin, end))
            return; /* what is left of a line that became others */
        if (!said)
            say(w, line, path);
    }
    if (lines != LINES_ANY)
        begin = keep_line(w, begin, end);
    begin_text(w, begin < end ? w->unit->text[begin] : ' ');
    size_t at = w->text.length;
    if (end > begin && w->unit->text[end - 1] == '\n') {
        text_add(&w->text, w->unit->text + begin, end - 1 - begin);
        writer_newline(w);
        const struct line_mark *mark = unit_mark(w->unit, end);
        if (mark->offset == end) { /* what was copied is a #line */
            w->said = mark->line;
            w->said_path = mark->path;
        }
    } else {
        text_add(&w->text, w->unit->text + begin, end - begin);
    }
    note_origin(w, at, begin, end, true);
}

static void copy_plain(struct writer *w, unsigned begin, unsigned end, enum lines lines)
{
    while (begin < end) {
        const char *newline = memchr(w->unit->text + begin, '\n', end - begin);
        unsigned next = newline ? (unsigned)(newline - w->unit->text) + 1 : end;
        copy_line(w, begin, next, lines);
        begin = next;
    }
}

static size_t first_edit(const struct unit *unit, unsigned offset)
{
    return FIRST_FROM(unit->edits, unit->edit_count, begin, offset);
}

void writer_stands_for(struct writer *w, size_t at, unsigned begin, unsigned end)
{
    note_origin(w, at, begin, end, false);
}

void writer_instead(struct writer *w, unsigned begin, unsigned end, const char *text)
{
    keep_line(w, begin, end);
    writer_seam(w);
    begin_text(w, *text);
    size_t at = w->text.length;
    writer_put(w, text);
    note_origin(w, at, begin, end, false);
    writer_seam(w);
}

static void copy_edited(struct writer *w, unsigned begin, unsigned end, enum lines lines, bool moved)
{
    const struct unit *unit = w->unit;
    for (size_t i = first_edit(unit, begin); i < unit->edit_count && unit->edits[i].begin < end; i++) {
        const struct edit *edit = &unit->edits[i];
        if (edit->begin < begin || (moved && edit->leaves))
            continue; /* the same word, mentioned again */
        copy_plain(w, begin, edit->begin, lines);
        if (edit->leaves)
            writer_put(w, edit->text);
        else
            writer_instead(w, edit->begin, edit->end, edit->text);
        begin = edit->end;
    }
    copy_plain(w, begin, end, lines);
}

void writer_copy(struct writer *w, unsigned begin, unsigned end, bool sync)
{
    copy_edited(w, begin, end, sync ? LINES_ALL : LINES_OF_TOKENS, false);
}

void writer_copy_moved(struct writer *w, unsigned begin, unsigned end)
{
    copy_edited(w, begin, end, LINES_ALL, true);
}

void writer_mention(struct writer *w, unsigned begin, unsigned end)
{
    copy_edited(w, begin, end, LINES_ANY, false);
}
