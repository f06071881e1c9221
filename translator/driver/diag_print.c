#include "diag_print.h"

#include "base/diag.h"

#include <string.h>

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
    static const char *const words[] = { "note", "remark", "warning", "error" };
    static const char *const colours[] = { "\033[0;1;36m", "\033[0;1;34m", "\033[0;1;35m", "\033[0;1;31m" };
    paint(printer, "\033[1m");
    if (item->place.path && item->place.line)
        fprintf(printer->stream, "%s:%u:%u: ", item->place.path, item->place.line, item->place.column);
    else
        fputs("asyncc: ", printer->stream);
    paint(printer, colours[item->severity]);
    fprintf(printer->stream, "%s: ", words[item->severity]);
    paint(printer, "\033[0;1m");
    fputs(item->message, printer->stream);
    if (item->tag)
        fprintf(printer->stream, " [%s]", item->tag);
    paint(printer, "\033[0m");
    fputc('\n', printer->stream);
    print_source(printer, item);
}

/* How many have a place in a source; what could not be read or written has none. */
static size_t located(const struct diagnostics *all, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i]->severity == severity && all->items[i]->place.line > 0;
    return count;
}

void diag_print(const struct diagnostics *all, FILE *stream, bool colour)
{
    struct printer printer = { stream, colour };
    for (size_t i = 0; i < all->count; i++)
        for (const struct diagnostic *item = all->items[i]; item; item = item->note)
            print_one(&printer, item);
    size_t warnings = located(all, SEVERITY_WARNING), errors = located(all, SEVERITY_ERROR);
    if (!errors && !warnings)
        return;
    if (warnings)
        fprintf(stream, "%zu warning%s%s", warnings, warnings == 1 ? "" : "s", errors ? " and " : "");
    if (errors)
        fprintf(stream, "%zu error%s", errors, errors == 1 ? "" : "s");
    fputs(" generated.\n", stream);
}
