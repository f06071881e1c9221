#include "suggest.h"

#include "base/arena.h"
#include "base/path.h"
#include "tree/tree.h"

#include <dirent.h>
#include <string.h>

/* The directory of asyncc.h, with its slash; NULL: nothing includes it. */
static const char *directory_of_ours(const struct unit *unit)
{
    for (size_t i = 0; i < unit->source_count; i++) {
        const char *path = unit->sources[i]->path;
        if (has_suffix(path, "/asyncc.h"))
            return arena_copy(unit->arena, path, strlen(path) - strlen("asyncc.h"));
    }
    return NULL;
}

/* Whether the text has the word in front of a parenthesis. */
static bool has_call(const struct text *text, const char *name)
{
    size_t length = strlen(name);
    const char *end = text->at + text->length;
    for (const char *at = text->at; (at = memchr(at, *name, (size_t)(end - at))); at++) {
        if ((size_t)(end - at) <= length)
            return false;
        if (strncmp(at, name, length) == 0 && at[length] == '(' && (at == text->at || !text_is_word(at[-1])))
            return true;
    }
    return false;
}

const char *suggest_header(const struct unit *unit, const char *function)
{
    const char *directory = directory_of_ours(unit), *found = NULL;
    DIR *headers = directory ? opendir(arena_format(unit->arena, "%sasyncc", directory)) : NULL;
    for (struct dirent *entry; headers && (entry = readdir(headers));) {
        const char *name = arena_format(unit->arena, "asyncc/%s", entry->d_name);
        struct text text = { 0 };
        bool is_header = has_suffix(name, ".h") && !has_suffix(name, "/serial.h");
        if (is_header && text_read(&text, arena_format(unit->arena, "%s%s", directory, name)) && text.at &&
            has_call(&text, function) && (!found || strcmp(name, found) < 0))
            found = name;
        text_free(&text);
    }
    if (headers)
        closedir(headers);
    return found;
}
