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

/* ---- the words ---- */

/* Whether the option is about dependencies, and whole. */
static bool take_option(struct dependencies *d, struct arena *arena, const char *name, const char *argument)
{
    bool is_rule = strcmp(name, "-MT") == 0 || strcmp(name, "-MQ") == 0;
    if (strcmp(name, "-MD") == 0 || strcmp(name, "-MMD") == 0)
        d->kind = name;
    else if (strcmp(name, "-MF") == 0 && argument)
        d->depfile = argument;
    else if (strcmp(name, "-MJ") == 0 && argument)
        d->entry = argument;
    else if (strcmp(name, "-MP") == 0 || (is_rule && argument))
        arena_push(arena, d->rules, d->rule_count, name);
    else
        return false;
    if (is_rule)
        arena_push(arena, d->rules, d->rule_count, argument);
    d->has_target = d->has_target || is_rule;
    return true;
}

/* Of what -Wp, and -Xpreprocessor hand on, in however many words. */
struct handed {
    struct dependencies *found;
    struct arena *arena;
    const char *option; /* whose argument is to come, or NULL */
};

/* The preprocessor's -MD names the depfile. */
static bool take_handed(struct handed *h, const char *word)
{
    struct spelling s = spelling_read(&(struct words){ &word, 1 }, 0);
    if (h->option) {
        s = (struct spelling){ h->option, word, 1 };
        h->option = NULL;
    } else if (strcmp(word, "-MD") == 0 || strcmp(word, "-MMD") == 0) {
        h->option = "-MF";
        h->found->is_handed = true;
    } else if (strcmp(word, "-MF") == 0 || strcmp(word, "-MT") == 0 || strcmp(word, "-MQ") == 0) {
        h->option = word;
        return true;
    }
    return take_option(h->found, h->arena, s.name, s.argument);
}

/* What is left of the list; NULL: nothing. */
static const char *take_list(struct handed *h, const char *item)
{
    const char *list = NULL;
    for (item += 3; *item; item += strcspn(item, ",")) {
        item++;
        const char *word = arena_copy(h->arena, item, strcspn(item, ","));
        if (!take_handed(h, word))
            list = arena_format(h->arena, "%s,%s", list ? list : "-Wp", word);
    }
    return list;
}

void dependencies_take(struct dependencies *d, struct arena *arena, struct words *words)
{
    struct handed handed = { .found = d, .arena = arena };
    struct words rest = { 0 };
    for (size_t i = 0; i < words->count;) {
        const char *item = words->at[i];
        struct spelling s = { .name = item, .count = 1 };
        bool taken = false;
        if (has_prefix(item, "-Wp,")) {
            item = take_list(&handed, item);
            taken = !item;
        } else if (strcmp(item, "-Xpreprocessor") == 0 && i + 1 < words->count) {
            taken = take_handed(&handed, words->at[i + 1]);
            s.count = 2;
        } else if (item[0] == '-' && item[1]) {
            s = spelling_read(words, i);
            taken = take_option(d, arena, s.name, s.argument);
        }
        for (size_t j = 0; j < s.count && i + j < words->count && !taken; j++)
            arena_push(arena, rest.at, rest.count, j ? words->at[i + j] : item);
        i += s.count;
    }
    *words = rest;
    for (int i = 0; i < DEPENDENCY_VARIABLES; i++) {
        const char *value = getenv(variables[i]);
        d->variables[i] = value ? arena_copy(arena, value, strlen(value)) : NULL;
        unsetenv(variables[i]);
    }
}

void dependencies_say(const struct dependencies *d, struct arena *arena, struct words *words, const char *directory,
                      bool depfile)
{
    const char *file = directory && depfile ? own_path(arena, directory, OWN_DEPFILE) : d->depfile;
    if (d->kind && d->is_handed && file && !strchr(file, ',')) { /* for gcc, another target follows from that */
        arena_push(arena, words->at, words->count, arena_format(arena, "-Wp,%s,%s", d->kind, file));
    } else {
        if (d->kind)
            arena_push(arena, words->at, words->count, d->kind);
        if (file) {
            arena_push(arena, words->at, words->count, "-MF");
            arena_push(arena, words->at, words->count, file);
        }
    }
    for (size_t i = 0; i < d->rule_count; i++)
        arena_push(arena, words->at, words->count, d->rules[i]);
    if (d->entry) {
        arena_push(arena, words->at, words->count, "-MJ");
        arena_push(arena, words->at, words->count, directory ? own_path(arena, directory, OWN_ENTRY) : d->entry);
    }
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
