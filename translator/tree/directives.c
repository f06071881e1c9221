#include "directives.h"

#include "base/arena.h"
#include "tree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct directives directives_of(struct arena *arena, const char *text, size_t length)
{
    return (struct directives){ .arena = arena, .text = text, .length = length, .line_start = true, .line = 1 };
}

/* ---- characters ---- */

static char at(const struct directives *scan, unsigned offset)
{
    return offset < scan->length ? scan->text[offset] : '\0';
}

/* The length of a backslash and the end of the line that it continues; 0 if there is none. */
static unsigned continuation(const struct directives *scan, unsigned offset)
{
    if (at(scan, offset) != '\\')
        return 0;
    if (at(scan, offset + 1) == '\n')
        return 2;
    return at(scan, offset + 1) == '\r' && at(scan, offset + 2) == '\n' ? 3 : 0;
}

/* ---- what is passed over; each gives the offset behind it ---- */

static unsigned past_comment(const struct directives *scan, unsigned offset)
{
    if (at(scan, offset + 1) == '*') {
        const char *end = NULL;
        for (unsigned i = offset + 2; !end && i + 1 < scan->length; i++)
            if (scan->text[i] == '*' && scan->text[i + 1] == '/')
                end = scan->text + i + 2;
        return end ? (unsigned)(end - scan->text) : (unsigned)scan->length;
    }
    while (offset < scan->length && at(scan, offset) != '\n') {
        unsigned skipped = continuation(scan, offset);
        offset += skipped ? skipped : 1;
    }
    return offset;
}

static bool is_comment(const struct directives *scan, unsigned offset)
{
    return at(scan, offset) == '/' && (at(scan, offset + 1) == '*' || at(scan, offset + 1) == '/');
}

/* A literal ends with its line, whatever it is that began there. */
static unsigned past_literal(const struct directives *scan, unsigned offset, char close)
{
    offset++;
    while (offset < scan->length && at(scan, offset) != '\n') {
        unsigned skipped = continuation(scan, offset);
        if (skipped)
            offset += skipped;
        else if (at(scan, offset) == '\\' && close != '>')
            offset += 2;
        else if (at(scan, offset++) == close)
            break;
    }
    return offset;
}

/* Numbers can have quotes in them. */
static unsigned past_word(const struct directives *scan, unsigned offset)
{
    bool number = isdigit((unsigned char)at(scan, offset));
    while (text_is_word(at(scan, offset)) || (number && at(scan, offset) == '\'' && text_is_word(at(scan, offset + 1))))
        offset++;
    return offset;
}

static unsigned past_blank(const struct directives *scan, unsigned offset)
{
    for (;;) {
        unsigned skipped = continuation(scan, offset);
        if (skipped)
            offset += skipped;
        else if (at(scan, offset) == '/' && at(scan, offset + 1) == '*')
            offset = past_comment(scan, offset);
        else if (at(scan, offset) == ' ' || at(scan, offset) == '\t' || at(scan, offset) == '\f' ||
                 at(scan, offset) == '\v' || at(scan, offset) == '\r')
            offset++;
        else
            return offset;
    }
}

/* ---- directives ---- */

static void count_lines(struct directives *scan, unsigned offset)
{
    for (; scan->counted < offset && scan->counted < scan->length; scan->counted++)
        scan->line += scan->text[scan->counted] == '\n';
}

/* #line 5 "name" or # 5 "name": the line behind it is that one. */
static void take_line(struct directives *scan, const struct directive *directive)
{
    unsigned offset = directive->name;
    if (directive_is(directive, "line"))
        offset = past_blank(scan, directive->name_end);
    if (!isdigit((unsigned char)at(scan, offset)))
        return;
    scan->line = (unsigned)strtoul(scan->text + offset, NULL, 10) - 1;
    offset = past_blank(scan, past_word(scan, offset));
    if (at(scan, offset) != '"')
        return;
    struct text name = { 0 };
    text_put(&name, "");
    for (unsigned end = past_literal(scan, offset, '"') - 1; ++offset < end;) {
        bool is_escape = at(scan, offset) == '\\' && offset + 1 < end;
        offset += is_escape;
        text_add(&name, is_escape && at(scan, offset) == 'n' ? "\n" : scan->text + offset, 1);
    }
    scan->path = arena_copy(scan->arena, name.at, name.length);
    text_free(&name);
}

static unsigned past_directive(struct directives *scan, struct directive *directive, unsigned offset)
{
    bool names_file =
        directive_is(directive, "include") || directive_is(directive, "include_next") || directive_is(directive, "import");
    directive->end = directive->name_end;
    while (offset < scan->length && at(scan, offset) != '\n') {
        char c = at(scan, offset);
        if (past_blank(scan, offset) > offset) {
            offset = past_blank(scan, offset);
            continue;
        }
        if (is_comment(scan, offset)) {
            offset = past_comment(scan, offset);
            continue;
        }
        if (c == '"' || c == '\'' || (c == '<' && names_file))
            offset = past_literal(scan, offset, c == '<' ? '>' : c);
        else
            offset = text_is_word(c) ? past_word(scan, offset) : offset + 1;
        directive->end = offset;
    }
    return offset;
}

static void take(struct directives *scan, struct directive *directive, unsigned length)
{
    *directive = (struct directive){ .text = scan->text, .begin = scan->at };
    directive->name = past_blank(scan, scan->at + length);
    directive->name_end = past_word(scan, directive->name);
    scan->at = past_directive(scan, directive, directive->name_end);
    count_lines(scan, directive->end);
    if (directive_is(directive, "line") || isdigit((unsigned char)at(scan, directive->name)))
        take_line(scan, directive);
}

static bool begins(const struct directives *scan, unsigned offset, const char *what)
{
    while (*what && at(scan, offset) == *what)
        what++, offset++;
    return !*what;
}

/* Whether the word is a `_Pragma("once")`. */
static void note_once(struct directives *scan, unsigned offset, unsigned end)
{
    unsigned open = past_blank(scan, end), what = past_blank(scan, open + 1);
    if (!begins(scan, offset, "_Pragma") || at(scan, open) != '(' || !begins(scan, what, "\"once\""))
        return;
    unsigned close = past_blank(scan, what + 6);
    if (at(scan, close) == ')')
        scan->once_begin = offset, scan->once_end = close + 1;
}

bool directives_next(struct directives *scan, struct directive *directive)
{
    while (scan->at < scan->length) {
        unsigned offset = scan->at;
        char c = at(scan, offset);
        unsigned hash = c == '#' ? 1 : c == '%' && at(scan, offset + 1) == ':' ? 2 : 0;
        if (hash && scan->line_start) {
            take(scan, directive, hash);
            return true;
        }
        if (c == '\n') {
            scan->at++;
            scan->line_start = true;
        } else if ((scan->at = past_blank(scan, offset)) > offset) {
            continue;
        } else if (is_comment(scan, offset)) {
            scan->at = past_comment(scan, offset);
        } else {
            scan->line_start = false;
            scan->at = c == '"' || c == '\'' ? past_literal(scan, offset, c)
                       : text_is_word(c)     ? past_word(scan, offset)
                                             : offset + 1;
            if (c == '_')
                note_once(scan, offset, scan->at);
        }
    }
    return false;
}

unsigned directives_line(const struct directives *scan)
{
    return scan->line;
}

const char *directives_path(const struct directives *scan)
{
    return scan->path;
}

/* ---- which ---- */

bool directive_is(const struct directive *directive, const char *name)
{
    size_t length = directive->name_end - directive->name;
    return strlen(name) == length && strncmp(directive->text + directive->name, name, length) == 0;
}

const char *directive_argument(const struct directive *directive, unsigned *length)
{
    struct directives scan = { .text = directive->text, .length = directive->end };
    unsigned begin = past_blank(&scan, directive->name_end);
    *length = past_word(&scan, begin) - begin;
    return directive->text + begin;
}

size_t directive_words(const struct directive *directive, struct extent *words, size_t room)
{
    struct directives scan = { .text = directive->text, .length = directive->end };
    size_t count = 0;
    for (unsigned offset = past_blank(&scan, directive->name_end); offset < directive->end && count < room;) {
        char c = at(&scan, offset);
        unsigned end = c == '"' || c == '\'' ? past_literal(&scan, offset, c)
                       : text_is_word(c)     ? past_word(&scan, offset)
                                             : offset + 1;
        words[count++] = (struct extent){ offset, end };
        offset = past_blank(&scan, end);
    }
    return count;
}

static bool says(const struct directive *directive, const struct extent *word, const char *what)
{
    return word->end - word->begin == strlen(what) && strncmp(directive->text + word->begin, what, strlen(what)) == 0;
}

const char *directive_macro(const struct directive *directive, unsigned *length)
{
    struct extent words[3];
    if (directive_is(directive, "define") || directive_is(directive, "undef"))
        return directive_argument(directive, length);
    if (!directive_is(directive, "pragma") || directive_words(directive, words, 3) < 3)
        return NULL;
    const char *text = directive->text;
    if (!(says(directive, &words[0], "push_macro") || says(directive, &words[0], "pop_macro")) ||
        text[words[2].begin] != '"')
        return NULL;
    *length = words[2].end - words[2].begin - 2;
    return text + words[2].begin + 1;
}

bool directive_is_once(const struct directive *directive)
{
    struct extent word;
    return directive_is(directive, "pragma") && directive_words(directive, &word, 1) && says(directive, &word, "once");
}

bool directive_is_system_header(const struct directive *directive)
{
    struct extent words[2];
    return directive_is(directive, "pragma") && directive_words(directive, words, 2) == 2 &&
           (says(directive, &words[0], "GCC") || says(directive, &words[0], "clang")) &&
           says(directive, &words[1], "system_header");
}

/* Whether one of the file's does so, or, with `once`, its text is guarded as a whole. */
static bool any(struct arena *arena, const char *path, bool (*does)(const struct directive *directive), bool once)
{
    struct text text = { 0 };
    bool found = false;
    if (text_read(&text, path)) {
        struct directives scan = directives_of(arena, text.at, text.length);
        struct directive directive;
        while (!found && directives_next(&scan, &directive))
            found = does(&directive);
        found = found || (once && scan.once_end);
    }
    text_free(&text);
    return found;
}

static bool may_say(const struct directive *directive)
{
    unsigned length;
    return directive_macro(directive, &length) || directive_is(directive, "include");
}

bool directives_say(struct arena *arena, const char *path)
{
    return any(arena, path, may_say, false);
}

bool directives_once(struct arena *arena, const char *path)
{
    return any(arena, path, directive_is_once, true);
}
