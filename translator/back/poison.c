#include "poison.h"

#include "base/arena.h"
#include "base/diag.h"
#include "tree/tree.h"
#include "writer.h"

#include <string.h>

/* Behind the literal or the comment that begins there, or NULL: none does. */
static const char *past_quiet(const char *at)
{
    if (*at == '"' || *at == '\'') {
        char close = *at++;
        while (*at && *at != close && *at != '\n')
            at += *at == '\\' && at[1] ? 2 : 1;
        return *at ? at + 1 : at;
    }
    if (at[0] != '/' || at[1] != '*')
        return NULL;
    const char *end = strstr(at + 2, "*/");
    return end ? end + 2 : at + strlen(at);
}

/* Where the output has the byte of the file; 0: nowhere, or the word is poisoned in a file that is included. */
static unsigned place_in_output(const struct writer *writer, const struct poisoned *poisoned)
{
    for (size_t i = 0; i < writer->origin_count && poisoned->at; i++) {
        const struct origin *origin = &writer->origins[i];
        if (origin->is_copy && poisoned->at >= origin->begin && poisoned->at < origin->end)
            return origin->at + (poisoned->at - origin->begin);
    }
    return 0;
}

/* Whether generated text has the word behind that place. */
static bool is_generated(const struct writer *writer, const char *word, unsigned behind)
{
    const char *text = writer->text.at, *at = text + behind;
    while (*at) {
        const struct origin *origin = writer_origin(writer, (unsigned)(at - text));
        const char *end = past_quiet(at);
        if (origin && at < text + origin->at + origin->length) {
            at = text + origin->at + origin->length;
            continue;
        }
        if (!end)
            for (end = at; text_is_word(*end);)
                end++;
        if ((size_t)(end - at) == strlen(word) && strncmp(at, word, strlen(word)) == 0)
            return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

void poison_check(const struct unit *unit, const struct writer *writer, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < unit->poisoned_count && writer->text.at; i++) {
        const struct poisoned *poisoned = &unit->poisoned[i];
        if (is_generated(writer, poisoned->name, place_in_output(writer, poisoned)))
            diag(diagnostics, DIAG_POISONED, poisoned->place, poisoned->name);
    }
}
