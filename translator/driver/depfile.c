#include "depfile.h"

#include "base/arena.h"
#include "tree/directives.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

/* As gcc and clang write a name: without "./" in front, and what Make would take apart is escaped. */
static const char *escaped(struct arena *arena, const char *path)
{
    struct text text = { 0 };
    text_put(&text, "");
    while (path[0] == '.' && path[1] == '/')
        path += 1 + strspn(path + 1, "/");
    for (; *path; path++) {
        if (*path == ' ' || *path == '\t' || *path == '#')
            text_put(&text, "\\");
        else if (*path == '$')
            text_put(&text, "$");
        text_add(&text, path, 1);
    }
    const char *copy = arena_copy(arena, text.at, text.length);
    text_free(&text);
    return copy;
}

/* Whether the word ends there. */
static bool is_end(char c)
{
    return !c || c == ':' || isspace((unsigned char)c);
}

static bool is_among(char **names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* The source, and other files that the text says it comes from: there may be #lines that name none. For -MP, which wants
 * a rule for each but the source, those rules. */
static const char *origins(struct arena *arena, const struct text *translation, const char *source, const char **rules)
{
    struct directives scan = directives_of(arena, translation->at, translation->length);
    struct directive directive;
    const char *list = strchr(source, '\n') ? "" : escaped(arena, source); /* Make has no such names */
    char **names = NULL;
    size_t count = 0;
    unsigned at = 0, line = 1; /* of the text; where a #line says no other, it is of a name of the translator's for it */
    *rules = "";
    while (directives_next(&scan, &directive)) {
        const char *path = directives_path(&scan);
        for (; at < directive.end; at++)
            line += translation->at[at] == '\n';
        if (!path || directives_line(&scan) == line || strcmp(path, source) == 0 || is_among(names, count, path))
            continue;
        arena_push(arena, names, count, arena_copy(arena, path, strlen(path)));
        if (access(path, R_OK) != 0 || strchr(path, '\n'))
            continue;
        list = arena_format(arena, "%s %s", list, escaped(arena, path));
        *rules = arena_format(arena, "%s%s:\n", *rules, escaped(arena, path));
    }
    return list;
}

/* clang takes a backslash for Windows's '/', in a name that has one. */
static bool is_name(const char *at, const char *name)
{
    while (*name && (*at == *name || (*at == '/' && *name == '\\')))
        at++, name++;
    return !*name && is_end(*at);
}

/* The list, of names as Make reads them, in the place of the name; and the rules, if there are such. */
static void replace(struct arena *arena, struct text *depfile, const char *from, const char *list, const char *rules)
{
    struct text new = { 0 };
    const char *name = escaped(arena, from);
    size_t length = strlen(name);
    text_put(&new, "");
    for (const char *at = depfile->at; *at;) {
        bool begins = at == depfile->at || isspace((unsigned char)at[-1]);
        if (begins && is_name(at, name)) {
            text_put(&new, list);
            at += length;
        } else {
            text_add(&new, at++, 1);
        }
    }
    text_put(&new, strstr(depfile->at, ":\n") ? rules : "");
    text_free(depfile);
    *depfile = new;
}

void depfile_omit(struct arena *arena, struct text *depfile, const char *name)
{
    replace(arena, depfile, name, "", "");
}

bool depfile_correct(struct arena *arena, struct text *depfile, const char *translation, const char *source)
{
    struct text text = { 0 };
    bool good = text_read(&text, translation);
    if (good) {
        const char *rules, *list = origins(arena, &text, source, &rules);
        replace(arena, depfile, translation, list, rules);
    }
    text_free(&text);
    return good;
}
