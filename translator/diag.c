#include "diag.h"

#include "arena.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct fixit {
    unsigned begin, end;
    const char *text;
};

struct diagnostic {
    enum severity severity;
    const char *option; /* "-W..." that switches it, or NULL */
    struct place place;
    const char *message;
    struct fixit fixit;
    bool has_fixit;
    struct diagnostic *note; /* the first below */
    size_t order;
};

static const struct {
    enum severity severity;
    const char *option, *text;
} messages[] = {
#define DIAG(id, severity, option, text) { severity, option, text },
#include "diag.def"
#undef DIAG
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena)
{
    *diagnostics = (struct diagnostics){ .arena = arena };
}

static struct diagnostic *add(struct diagnostics *all, enum severity severity, const char *option,
                              const struct place *place, const char *message)
{
    struct diagnostic *item = arena_get(all->arena, sizeof *item);
    *item = (struct diagnostic){ .severity = severity, .option = option, .message = message,
                                 .order = all->count };
    if (place)
        item->place = *place;
    arena_push(all->arena, all->items, all->count, item);
    if (severity == SEVERITY_ERROR)
        all->errors++;
    else if (severity == SEVERITY_WARNING)
        all->warnings++;
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

struct diagnostic *diag(struct diagnostics *all, enum diag_id id, const struct place *place, ...)
{
    enum severity severity = messages[id].severity;
    const char *option = messages[id].option;
    if (severity == SEVERITY_WARNING) {
        if (all->disabled[id] || all->no_warnings)
            return NULL;
        if (all->fatal[id] > 0 || (all->all_fatal && all->fatal[id] == 0)) {
            severity = SEVERITY_ERROR;
            option = arena_format(all->arena, "-Werror,-W%s", option);
        } else {
            option = arena_format(all->arena, "-W%s", option);
        }
    }
    va_list arguments;
    va_start(arguments, place);
    const char *message = vformat(all->arena, messages[id].text, arguments);
    va_end(arguments);
    return add(all, severity, option, place, message);
}

struct diagnostic *diag_foreign(struct diagnostics *all, enum severity severity, const struct place *place,
                                const char *message)
{
    return add(all, severity, NULL, place, arena_copy(all->arena, message, strlen(message)));
}

void diag_fixit(struct diagnostics *all, struct diagnostic *of, unsigned begin, unsigned end,
                const char *text)
{
    if (!of)
        return;
    of->fixit = (struct fixit){ begin, end, arena_copy(all->arena, text, strlen(text)) };
    of->has_fixit = true;
}

void diag_note(struct diagnostics *all, struct diagnostic *of, const struct place *place,
               const char *format, ...)
{
    if (!of)
        return;
    va_list arguments;
    va_start(arguments, format);
    struct diagnostic *note = arena_get(all->arena, sizeof *note);
    *note = (struct diagnostic){ .severity = SEVERITY_NOTE, .place = *place,
                                 .message = vformat(all->arena, format, arguments) };
    va_end(arguments);
    while (of->note)
        of = of->note;
    of->note = note;
}

bool diagnostics_option(struct diagnostics *all, const char *option)
{
    bool on = true, fatal = false;
    if (strcmp(option, "error") == 0)
        return all->all_fatal = true;
    if (strncmp(option, "error=", 6) == 0) {
        fatal = true;
        option += 6;
    } else if (strncmp(option, "no-error=", 9) == 0) {
        fatal = true;
        on = false;
        option += 9;
    } else if (strncmp(option, "no-", 3) == 0) {
        on = false;
        option += 3;
    }
    bool known = false;
    for (int id = 0; id < DIAG_COUNT; id++) {
        if (!messages[id].option || strcmp(messages[id].option, option) != 0)
            continue;
        known = true;
        if (fatal)
            all->fatal[id] = on ? 1 : -1;
        else
            all->disabled[id] = !on;
    }
    return known;
}

/* ---- printing ---- */

struct printer {
    FILE *stream;
    bool colour;
};

static void paint(const struct printer *printer, const char *code)
{
    if (printer->colour)
        fputs(code, printer->stream);
}

/* Bytes of a line, its bounds found from an offset inside it. */
static void line_bounds(const struct place *place, unsigned *begin, unsigned *end)
{
    unsigned from = place->begin, to = place->begin;
    while (from > 0 && place->text[from - 1] != '\n')
        from--;
    while (to < place->length && place->text[to] != '\n')
        to++;
    *begin = from;
    *end = to;
}

/* One column per byte of UTF-8 sequences' starts; tabs stay tabs so that carets align. */
static void pad(FILE *stream, const char *text, unsigned from, unsigned to)
{
    for (unsigned at = from; at < to; at++)
        if (((unsigned char)text[at] & 0xC0) != 0x80)
            fputc(text[at] == '\t' ? '\t' : ' ', stream);
}

static void print_source(const struct printer *printer, const struct diagnostic *item)
{
    const struct place *place = &item->place;
    if (!place->text || place->begin > place->length)
        return;
    unsigned begin, end;
    line_bounds(place, &begin, &end);
    unsigned shown = end;
    while (shown > begin && place->text[shown - 1] == '\r')
        shown--;
    fprintf(printer->stream, "%.*s\n", (int)(shown - begin), place->text + begin);
    pad(printer->stream, place->text, begin, place->begin);
    paint(printer, "\033[0;1;32m");
    fputc('^', printer->stream);
    unsigned to = place->end < shown ? place->end : shown;
    for (unsigned at = place->begin + 1; at < to; at++)
        if (((unsigned char)place->text[at] & 0xC0) != 0x80)
            fputc('~', printer->stream);
    paint(printer, "\033[0m");
    fputc('\n', printer->stream);
    if (item->has_fixit && item->fixit.begin >= begin && item->fixit.begin <= end) {
        pad(printer->stream, place->text, begin, item->fixit.begin);
        paint(printer, "\033[0;32m");
        fputs(item->fixit.text, printer->stream);
        paint(printer, "\033[0m");
        fputc('\n', printer->stream);
    }
}

static void print_one(const struct printer *printer, const struct diagnostic *item)
{
    static const char *const words[] = { "note", "warning", "error" };
    static const char *const colours[] = { "\033[0;1;36m", "\033[0;1;35m", "\033[0;1;31m" };
    paint(printer, "\033[1m");
    if (item->place.path && item->place.line)
        fprintf(printer->stream, "%s:%u:%u: ", item->place.path, item->place.line, item->place.column);
    else
        fputs("asyncc: ", printer->stream);
    paint(printer, colours[item->severity]);
    fprintf(printer->stream, "%s: ", words[item->severity]);
    paint(printer, "\033[0;1m");
    fputs(item->message, printer->stream);
    if (item->option)
        fprintf(printer->stream, " [%s]", item->option);
    paint(printer, "\033[0m");
    fputc('\n', printer->stream);
    print_source(printer, item);
}

static int by_place(const void *left, const void *right)
{
    const struct diagnostic *a = *(struct diagnostic *const *)left, *b = *(struct diagnostic *const *)right;
    if (a->place.path && b->place.path && strcmp(a->place.path, b->place.path) == 0 &&
        a->place.begin != b->place.begin)
        return a->place.begin < b->place.begin ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void diagnostics_print(struct diagnostics *all, FILE *stream, bool colour)
{
    struct printer printer = { stream, colour };
    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, by_place);
    for (size_t i = 0; i < all->count; i++)
        for (const struct diagnostic *item = all->items[i]; item; item = item->note)
            print_one(&printer, item);
    if (!all->errors && !all->warnings)
        return;
    if (all->warnings)
        fprintf(stream, "%zu warning%s%s", all->warnings, all->warnings == 1 ? "" : "s",
                all->errors ? " and " : "");
    if (all->errors)
        fprintf(stream, "%zu error%s", all->errors, all->errors == 1 ? "" : "s");
    fputs(" generated.\n", stream);
}
