#include "dependencies.h"

#include "base/arena.h"
#include "depfile.h"
#include "base/path.h"
#include "save.h"
#include "spelling.h"
#include "words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const variables[DEPENDENCY_VARIABLES] = { "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES" };

enum own { OWN_DEPFILE, OWN_ENTRY, OWN_VARIABLE, OWN_COUNT = OWN_VARIABLE + DEPENDENCY_VARIABLES };
static const char *const own_names[OWN_COUNT] = { "depfile", "entry", "variable", "variable1" };

static const char *own_path(struct arena *arena, const char *directory, enum own own)
{
    return arena_format(arena, "%s/%s", directory, own_names[own]);
}

/* ---- reading and changing the words ---- */

struct reader {
    struct dependencies *found; /* NULL: they are changed */
    struct arena *arena;
    const char *replacement; /* of the depfile's name */
    bool names_file;         /* the next word for the preprocessor does */
};

/* A word of those that -Wp, and -Xpreprocessor hand on, and what it becomes. The preprocessor's -MD names the depfile. */
static const char *read_handed(struct reader *r, const char *word)
{
    if (r->names_file) {
        r->names_file = false;
        if (r->found)
            r->found->depfile = word;
        return r->replacement ? r->replacement : word;
    }
    bool makes = strcmp(word, "-MD") == 0 || strcmp(word, "-MMD") == 0;
    r->names_file = makes || strcmp(word, "-MF") == 0;
    if (r->found && makes)
        r->found->kind = word;
    return word;
}

static const char *read_list(struct reader *r, const char *item)
{
    const char *list = "-Wp";
    for (item += 3; *item; item += strcspn(item, ",")) {
        item++;
        list = arena_format(r->arena, "%s,%s", list, read_handed(r, arena_copy(r->arena, item, strcspn(item, ","))));
    }
    return list;
}

static void read_option(struct dependencies *d, struct arena *arena, const struct spelling *s)
{
    const char *argument = s->argument ? s->argument : "";
    if (strcmp(s->name, "-MD") == 0 || strcmp(s->name, "-MMD") == 0) {
        d->kind = s->name;
    } else if (strcmp(s->name, "-MF") == 0) {
        d->depfile = argument;
    } else if (strcmp(s->name, "-MJ") == 0) {
        d->entry = argument;
    } else if (strcmp(s->name, "-MT") == 0 || strcmp(s->name, "-MQ") == 0) {
        arena_push(arena, d->rules, d->rule_count, s->name);
        arena_push(arena, d->rules, d->rule_count, argument);
    } else if (strcmp(s->name, "-MP") == 0) {
        arena_push(arena, d->rules, d->rule_count, s->name);
    }
}

void dependencies_read(struct dependencies *d, struct arena *arena, const struct words *words)
{
    struct reader r = { .found = d, .arena = arena };
    for (size_t i = 0; i < words->count;) {
        const char *item = words->at[i];
        struct spelling s = { .name = item, .count = 1 };
        if (has_prefix(item, "-Wp,")) {
            read_list(&r, item);
        } else if (strcmp(item, "-Xpreprocessor") == 0 && i + 1 < words->count) {
            read_handed(&r, words->at[i + 1]);
            s.count = 2;
        } else if (item[0] == '-' && item[1]) {
            s = spelling_read(words, i);
            read_option(d, arena, &s);
        }
        i += s.count;
    }
    for (int i = 0; i < DEPENDENCY_VARIABLES; i++) {
        const char *value = getenv(variables[i]);
        d->variables[i] = value ? arena_copy(arena, value, strlen(value)) : NULL;
        unsetenv(variables[i]);
    }
}

void dependencies_redirect(const struct dependencies *d, struct arena *arena, struct words *words, const char *directory,
                           bool depfile)
{
    struct reader r = { .arena = arena, .replacement = depfile ? own_path(arena, directory, OWN_DEPFILE) : NULL };
    struct words new = { 0 };
    bool said = false;
    for (size_t i = 0; i < words->count;) {
        const char *item = words->at[i];
        struct spelling s = { .name = item, .count = 1 };
        const char *replacement = NULL;
        if (has_prefix(item, "-Wp,")) {
            item = read_list(&r, item);
        } else if (strcmp(item, "-Xpreprocessor") == 0 && i + 1 < words->count) {
            replacement = read_handed(&r, words->at[i + 1]);
            s.count = 2;
        } else if (item[0] == '-' && item[1]) {
            s = spelling_read(words, i);
            if (strcmp(s.name, "-MF") == 0 && depfile)
                item = "-MF", replacement = r.replacement, said = true;
            else if (strcmp(s.name, "-MJ") == 0)
                item = "-MJ", replacement = own_path(arena, directory, OWN_ENTRY);
        }
        arena_push(arena, new.at, new.count, item);
        if (replacement)
            arena_push(arena, new.at, new.count, replacement);
        for (size_t j = 1; j < s.count && !replacement && i + j < words->count; j++)
            arena_push(arena, new.at, new.count, words->at[i + j]);
        i += s.count;
    }
    if (depfile && d->kind && !d->depfile && !said) {
        arena_push(arena, new.at, new.count, "-MF");
        arena_push(arena, new.at, new.count, r.replacement);
    }
    *words = new;
}

void dependencies_environment(const struct dependencies *d, struct arena *arena, const char *directory)
{
    for (int i = 0; i < DEPENDENCY_VARIABLES; i++) {
        const char *value = d->variables[i], *target = value ? strchr(value, ' ') : NULL;
        if (value && directory)
            value = arena_format(arena, "%s%s", own_path(arena, directory, OWN_VARIABLE + i), target ? target : "");
        if (value)
            setenv(variables[i], value, 1);
    }
}

/* ---- what was written ---- */

static bool add_to(const char *path, const struct text *text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    bool good = file >= 0 && write(file, text->at, text->length) == (ssize_t)text->length;
    if (file >= 0)
        close(file);
    return good;
}

static void quote(struct text *text, const char *string)
{
    struct text quoted = { 0 };
    text_quote(&quoted, string);
    text_add(text, quoted.at + 1, quoted.length - 2);
    text_free(&quoted);
}

/* A compilation database has names as JSON strings. */
static void rename_entry(struct text *entry, const struct renamed *renamed)
{
    struct text from = { 0 }, new = { 0 };
    quote(&from, renamed->translation);
    text_put(&from, "");
    text_put(&new, "");
    const char *at = entry->at;
    for (const char *found; (found = strstr(at, from.at)) != NULL; at = found + from.length) {
        text_add(&new, at, (size_t)(found - at));
        quote(&new, renamed->source);
    }
    text_put(&new, at);
    text_free(&from);
    text_free(entry);
    *entry = new;
}

/* One of them; true if the compiler has written none. */
static bool save_own(struct arena *arena, const char *directory, enum own own, const char *path,
                     const struct renamed *renamed, size_t count)
{
    struct text text = { 0 };
    const char *written = own_path(arena, directory, own);
    bool good = text_read(&text, written), none = !good && errno == ENOENT;
    for (size_t i = 0; i < count && good; i++) {
        if (own == OWN_ENTRY)
            rename_entry(&text, &renamed[i]);
        else
            good = depfile_correct(arena, &text, renamed[i].translation, renamed[i].source);
    }
    if (good)
        good = own == OWN_DEPFILE ? save_file(path, text.at, text.length) : add_to(path, &text);
    text_free(&text);
    return good || none;
}

bool dependencies_save(const struct dependencies *d, struct arena *arena, const char *directory, const char *depfile,
                       const struct renamed *renamed, size_t count, const char **failed)
{
    *failed = depfile;
    if (depfile && !save_own(arena, directory, OWN_DEPFILE, depfile, renamed, count))
        return false;
    *failed = d->entry;
    if (d->entry && !save_own(arena, directory, OWN_ENTRY, d->entry, renamed, count))
        return false;
    for (int i = 0; i < DEPENDENCY_VARIABLES; i++) {
        const char *value = d->variables[i];
        if (!value)
            continue;
        *failed = arena_copy(arena, value, strcspn(value, " "));
        if (!save_own(arena, directory, OWN_VARIABLE + i, *failed, renamed, count))
            return false;
    }
    return true;
}

void dependencies_clean(struct arena *arena, const char *directory)
{
    for (int own = 0; own < OWN_COUNT; own++)
        unlink(own_path(arena, directory, (enum own)own));
}

bool dependencies_is_own(const char *name)
{
    for (int own = 0; own < OWN_COUNT; own++)
        if (strcmp(name, own_names[own]) == 0)
            return true;
    return false;
}
