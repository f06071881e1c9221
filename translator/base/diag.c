#include "diag.h"

#include "arena.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *id;
    enum severity severity;
    const char *option, *text;
} messages[] = {
#define DIAG(id, severity, option, text) { #id, severity, option, text },
#include "diag.def"
#undef DIAG
};

const char *diag_name(struct arena *arena, enum diag_id id)
{
    char *name = arena_copy(arena, messages[id].id, strlen(messages[id].id));
    for (char *at = name; *at; at++)
        *at = *at == '_' ? '-' : (char)tolower((unsigned char)*at);
    return name;
}

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena)
{
    *diagnostics = (struct diagnostics){ .arena = arena };
    for (int id = 0; id < DIAG_COUNT; id++)
        diagnostics->levels[id] = LEVEL_WARNING;
    diagnostics->levels[DIAG_LARGE_FRAME] = LEVEL_IGNORED; /* how large is for the user to say */
}

static void keep(struct diagnostics *all, struct diagnostic *item, enum severity severity)
{
    item->severity = severity;
    item->order = all->count;
    arena_push(all->arena, all->items, all->count, item);
    if (severity == SEVERITY_ERROR)
        all->errors++;
    else if (severity == SEVERITY_WARNING)
        all->warnings++;
}

static struct diagnostic *add(struct diagnostics *all, enum severity severity, const struct place *place,
                              const char *message)
{
    struct diagnostic *item = arena_get(all->arena, sizeof *item);
    *item = (struct diagnostic){ .message = message };
    if (place)
        item->place = *place;
    keep(all, item, severity);
    return item;
}

static const char *vformat(struct arena *arena, const char *format, va_list arguments)
{
    struct text text = { 0 };
    text_vformat(&text, format, arguments);
    char *copy = arena_copy(arena, text.at, text.length);
    text_free(&text);
    return copy;
}

/* What the options, and the pragmas above the place, make of a warning. */
static enum diag_level level_at(const struct diagnostics *all, enum diag_id id, const struct place *place)
{
    enum diag_level level = all->levels[id];
    if (level == LEVEL_WARNING && all->all_fatal && !all->never_fatal[id])
        level = LEVEL_ERROR;
    const char *path = all->pragma_place.path;
    bool same_text = place && place->text && place->text == all->pragma_place.text;
    if (!place || !place->path || !path || (!same_text && strcmp(place->path, path) != 0))
        return level;
    for (size_t i = 0; i < all->pragma_count && all->pragmas[i].begin <= place->begin; i++)
        if (all->pragmas[i].id == id)
            level = all->pragmas[i].level == LEVEL_DEFAULT ? level_at(all, id, NULL) : all->pragmas[i].level;
    return level;
}

struct diagnostic *diag(struct diagnostics *all, enum diag_id id, const struct place *place, ...)
{
    enum severity severity = messages[id].severity;
    const char *name = diag_name(all->arena, id), *tag = name;
    if (severity == SEVERITY_WARNING) {
        enum diag_level level = level_at(all, id, place);
        if (level == LEVEL_IGNORED || all->no_warnings)
            return NULL;
        if (level == LEVEL_ERROR)
            severity = SEVERITY_ERROR;
        tag = arena_format(all->arena, level == LEVEL_ERROR ? "-Werror,-W%s" : "-W%s", messages[id].option);
    }
    va_list arguments;
    va_start(arguments, place);
    const char *message = vformat(all->arena, messages[id].text, arguments);
    va_end(arguments);
    struct diagnostic *item = add(all, severity, place, message);
    item->id = name;
    item->tag = tag;
    return item;
}

struct diagnostic *diag_foreign(struct diagnostics *all, enum severity severity, const struct place *place,
                                const char *message)
{
    return add(all, severity, place, arena_copy(all->arena, message, strlen(message)));
}

static bool is_fatal(const struct diagnostics *all, const char *option, bool otherwise)
{
    bool fatal = otherwise;
    for (size_t i = 0; i < all->option_count; i++) {
        const char *name = strchr(all->options[i], '=') + 1;
        if (strcmp(name, option) == 0)
            fatal = all->options[i][0] == 'e';
    }
    return fatal;
}

void diag_foreign_warning(struct diagnostics *all, const char *option, const char *const *groups, size_t group_count,
                          struct diagnostic *warning)
{
    bool fatal = all->all_fatal;
    for (size_t i = group_count; i-- > 0;)
        if (groups[i])
            fatal = is_fatal(all, groups[i], fatal);
    fatal = is_fatal(all, option, fatal);
    warning->tag = arena_format(all->arena, fatal ? "-Werror,-W%s" : "-W%s", option);
    keep(all, warning, fatal ? SEVERITY_ERROR : SEVERITY_WARNING);
}

void diag_remark(struct diagnostics *all, const char *tag, const struct place *place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(all, SEVERITY_REMARK, place, vformat(all->arena, format, arguments))->tag = tag;
    va_end(arguments);
}

struct diagnostic *diag_failed(struct diagnostics *all, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct diagnostic *item = add(all, SEVERITY_ERROR, NULL, vformat(all->arena, format, arguments));
    va_end(arguments);
    return item;
}

void diag_internal(struct diagnostics *all, const struct place *place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *what = vformat(all->arena, format, arguments);
    va_end(arguments);
    add(all, SEVERITY_ERROR, place,
        arena_format(all->arena,
                     "internal error: %s; nothing is written, as it could mean something else: "
                     "please report it with this function",
                     what));
}

void diag_fixit(struct diagnostics *all, struct diagnostic *of, unsigned begin, unsigned end, const char *text)
{
    if (!of)
        return;
    of->fixit = (struct fixit){ begin, end, arena_copy(all->arena, text, strlen(text)) };
    of->has_fixit = true;
}

void diag_note(struct diagnostics *all, struct diagnostic *of, const struct place *place, const char *format, ...)
{
    if (!of)
        return;
    va_list arguments;
    va_start(arguments, format);
    struct diagnostic *note = arena_get(all->arena, sizeof *note);
    *note =
        (struct diagnostic){ .severity = SEVERITY_NOTE, .place = *place, .message = vformat(all->arena, format, arguments) };
    va_end(arguments);
    while (of->note)
        of = of->note;
    of->note = note;
}

bool diagnostics_warning(const char *name, enum diag_id *id)
{
    for (int i = 0; i < DIAG_COUNT; i++)
        if (messages[i].option && strcmp(messages[i].option, name) == 0) {
            *id = (enum diag_id)i;
            return true;
        }
    return false;
}

bool diagnostics_is_on(const struct diagnostics *all, enum diag_id id)
{
    bool on = all->levels[id] != LEVEL_IGNORED;
    for (size_t i = 0; i < all->pragma_count && !on; i++)
        on = all->pragmas[i].id == id && all->pragmas[i].level != LEVEL_IGNORED;
    return on && !all->no_warnings;
}

bool diagnostics_option(struct diagnostics *all, const char *option)
{
    enum diag_id id;
    if (strcmp(option, "error") == 0)
        return all->all_fatal = true;
    if (strcmp(option, "no-error") == 0) {
        all->all_fatal = false;
        return true;
    }
    if (strncmp(option, "error=", 6) == 0 && diagnostics_warning(option + 6, &id)) {
        all->levels[id] = LEVEL_ERROR;
    } else if (strncmp(option, "no-error=", 9) == 0 && diagnostics_warning(option + 9, &id)) {
        all->never_fatal[id] = true;
        if (all->levels[id] == LEVEL_ERROR)
            all->levels[id] = LEVEL_WARNING;
    } else if (strncmp(option, "no-", 3) == 0 && diagnostics_warning(option + 3, &id)) {
        all->levels[id] = LEVEL_IGNORED;
    } else if (diagnostics_warning(option, &id)) {
        all->levels[id] = all->levels[id] == LEVEL_ERROR ? LEVEL_ERROR : LEVEL_WARNING;
    } else if (strncmp(option, "error=", 6) == 0 || strncmp(option, "no-error=", 9) == 0) {
        arena_push(all->arena, all->options, all->option_count, option);
    } else {
        return false;
    }
    return true;
}

void diagnostics_pragma(struct diagnostics *all, const struct place *place, enum diag_id id, enum diag_level level)
{
    struct diag_pragma pragma = { place->begin, id, level };
    all->pragma_place = *place;
    arena_push(all->arena, all->pragmas, all->pragma_count, pragma);
}

static int by_place(const void *left, const void *right)
{
    const struct diagnostic *a = *(struct diagnostic *const *)left, *b = *(struct diagnostic *const *)right;
    bool same = a->place.path && b->place.path && strcmp(a->place.path, b->place.path) == 0;
    if ((same || (a->place.text && a->place.text == b->place.text)) && a->place.begin != b->place.begin)
        return a->place.begin < b->place.begin ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void diagnostics_sort(struct diagnostics *all)
{
    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, by_place);
}
