/*
 * scan.c - reads words, blind to comments, strings and conditions: too often yes does no harm. What hides the words in
 * macros of headers is not seen; a comment that has one of them will do.
 */
#include "scan.h"

#include "base/arena.h"
#include "base/path.h"

#include <ctype.h>
#include <string.h>

struct scan_state {
    struct arena *arena;
    const char *const *directories;
    size_t directory_count;
    const char **seen; /* files, by the paths that they were found by */
    size_t seen_count;
    bool found;    /* a word of async code */
    bool includes; /* <asyncc.h>, or another header of the runtime's, before the word was found */
};

enum words { WORDS_NONE, WORDS_ASYNC, WORDS_AWAIT };

static enum words word_kind(const char *word, size_t length)
{
    if ((length == 5 && memcmp(word, "await", 5) == 0) || (length == 6 && memcmp(word, "_Await", 6) == 0))
        return WORDS_AWAIT;
    if ((length == 5 && memcmp(word, "async", 5) == 0) || (length == 6 && memcmp(word, "_Async", 6) == 0))
        return WORDS_ASYNC;
    return WORDS_NONE;
}

bool scan_is_translation(const char *text)
{
    static const char mark[] = "#define ASYNCC_TRANSLATED ";
    if (strncmp(text, "/*", 2) == 0)
        text += strcspn(text, "\n") + 1;
    return strncmp(text, mark, strlen(mark)) == 0;
}

static enum words words_in(const char *text)
{
    enum words most = WORDS_NONE;
    if (!strstr(text, "wait") && !strstr(text, "sync"))
        return most; /* most headers: that is much faster */
    while (*text) {
        const char *begin = text;
        while (isalnum((unsigned char)*text) || *text == '_')
            text++;
        enum words kind = word_kind(begin, (size_t)(text - begin));
        most = kind > most ? kind : most;
        text += text == begin;
    }
    return most;
}

static bool visit(struct scan_state *scan, const char *path, bool is_source);

static void follow(struct scan_state *scan, const char *from, const char *name, bool is_quoted)
{
    if ((is_quoted || name[0] == '/') && visit(scan, path_beside(scan->arena, from, name), false))
        return;
    for (size_t i = 0; i < scan->directory_count; i++)
        if (visit(scan, arena_format(scan->arena, "%s/%s", scan->directories[i], name), false))
            return;
}

/* The directive that begins at the '#', if it includes: where its name stands. NULL: it does not. */
static const char *included(const char *hash)
{
    const char *at = hash + 1;
    at += strspn(at, " \t");
    if (strncmp(at, "include", 7) != 0)
        return NULL;
    at += 7;
    at += strncmp(at, "_next", 5) == 0 ? 5 : 0;
    return at + strspn(at, " \t");
}

/* A name that is a macro is for the compiler to say; the runtime's own headers are known. */
static void include(struct scan_state *scan, const char *path, const char *at)
{
    bool is_quoted = *at == '"';
    if (isalpha((unsigned char)*at) || *at == '_')
        scan->found = true;
    if (!is_quoted && *at != '<')
        return;
    size_t length = strcspn(++at, is_quoted ? "\"\n" : ">\n");
    const char *name = arena_copy(scan->arena, at, length);
    if (at[length] != '\n' && (is_quoted || !has_prefix(name, "asyncc")))
        follow(scan, path, name, is_quoted);
}

static void visit_text(struct scan_state *scan, const char *path, const char *text, bool is_source)
{
    scan->includes = scan->includes || strstr(text, "<asyncc");
    enum words words = words_in(text);
    if (words == WORDS_AWAIT || (words == WORDS_ASYNC && (is_source || !has_suffix(path, ".h"))))
        scan->found = true;
    for (const char *hash = strchr(text, '#'); hash && !scan->found; hash = strchr(hash + 1, '#')) {
        const char *name = included(hash);
        if (name)
            include(scan, path, name);
    }
}

/* False when there is no such file. */
static bool visit(struct scan_state *scan, const char *path, bool is_source)
{
    for (size_t i = 0; i < scan->seen_count; i++)
        if (strcmp(scan->seen[i], path) == 0)
            return true;
    struct text text = { 0 };
    bool good = !scan->found && text_read(&text, strcmp(path, "-") == 0 ? NULL : path);
    if (good && !(is_source && scan_is_translation(text.at))) {
        arena_push(scan->arena, scan->seen, scan->seen_count, path);
        visit_text(scan, path, text.at, is_source);
    }
    text_free(&text);
    return good || scan->found;
}

enum scan scan_file(struct arena *arena, const char *path, const struct scan_options *options)
{
    struct scan_state scan = { .arena = arena,
                               .directories = options->directories,
                               .directory_count = options->directory_count };
    visit(&scan, path, true);
    for (size_t i = 0; i < options->file_count; i++)
        follow(&scan, "", options->files[i], true);
    if (!scan.found)
        return scan.includes ? SCAN_USER : SCAN_PLAIN;
    return scan.includes ? SCAN_ASYNC : SCAN_PERHAPS;
}
