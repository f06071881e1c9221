#include "depfile.h"

#include "arena.h"
#include "writer.h"

#include <ctype.h>
#include <string.h>

/* As gcc and clang write a name: what Make would take apart is escaped. */
static const char *escaped(struct arena *arena, const char *path)
{
    struct text text = { 0 };
    text_put(&text, "");
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

bool depfile_rename(struct arena *arena, const char *depfile, const char *from, const char *to)
{
    struct text old = { 0 }, new = { 0 };
    if (!text_read(&old, depfile)) {
        text_free(&old);
        return false;
    }
    text_put(&new, "");
    const char *name = escaped(arena, from), *other = escaped(arena, to);
    size_t length = strlen(name);
    for (const char *at = old.at; *at;) {
        bool begins = at == old.at || isspace((unsigned char)at[-1]);
        if (begins && strncmp(at, name, length) == 0 && is_end(at[length])) {
            text_put(&new, other);
            at += length;
        } else {
            text_add(&new, at++, 1);
        }
    }
    bool good = writer_save(depfile, new.at, new.length);
    text_free(&old);
    text_free(&new);
    return good;
}
