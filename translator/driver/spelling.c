#include "spelling.h"

#include "base/arena.h"
#include "base/path.h"
#include "words.h"

#include <stdbool.h>
#include <string.h>

enum form { ALONE, JOINED };

struct row {
    const char *written;
    enum form form;
    size_t behind; /* words that follow */
    const char *name;
};

static const struct row rows[] = {
#define SPELLING(written, form, behind, name) { written, form, behind, name },
#include "spellings.def"
#undef SPELLING
};

/* As compilers do: the longest that fits. */
static const struct row *find(const char *word)
{
    const struct row *best = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        size_t length = strlen(row->written);
        bool fits = strncmp(word, row->written, length) == 0 && (row->form == ALONE ? !word[length] : word[length] != 0);
        if (fits && (!best || length >= strlen(best->written)))
            best = row;
    }
    return best;
}

const char *spelling_short(struct arena *arena, const char *word)
{
    static const struct {
        const char *prefix, *by;
    } families[] = { { "--warn-", "-W" },  { "--machine-", "-m" }, { "--machine=", "-m" }, { "--optimize=", "-O" },
                     { "--debug=", "-g" }, { "--optimize", "-O" }, { "--debug", "-g" },    { "--", "-f" } };
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (has_prefix(word, families[i].prefix))
            return arena_format(arena, "%s%s", families[i].by, word + strlen(families[i].prefix));
    return word;
}

struct spelling spelling_read(const struct words *words, size_t at)
{
    const char *word = words->at[at], *next = at + 1 < words->count ? words->at[at + 1] : NULL;
    const struct row *row = find(word);
    struct spelling s = { word, NULL, 1 };
    if (row) {
        s.name = row->name;
        s.count = 1 + row->behind;
        s.argument = row->form == JOINED ? word + strlen(row->written) : row->behind ? next : NULL;
    }
    return s;
}
