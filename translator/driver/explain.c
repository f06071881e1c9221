#include "explain.h"

#include "base/arena.h"
#include "base/path.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *id, *text;
} pages[] = {
#include "explain_pages.inc"
};

const char *explain_page(const char *id)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].id, id) == 0)
            return pages[i].text;
    return NULL;
}

/* As in the brackets behind a message, or as in diag.def. */
static const char *plain_id(struct arena *arena, const char *given)
{
    struct text id = { 0 };
    given += has_prefix(given, "-Werror,") ? 8 : 0;
    given += has_prefix(given, "-W") ? 2 : 0;
    for (; *given; given++) {
        char c = *given == '_' ? '-' : *given >= 'A' && *given <= 'Z' ? (char)(*given - 'A' + 'a') : *given;
        text_add(&id, &c, 1);
    }
    const char *copy = arena_copy(arena, id.at ? id.at : "", id.length);
    text_free(&id);
    return copy;
}

bool explain_print(const char *given)
{
    struct arena *arena = arena_new();
    const char *page = explain_page(plain_id(arena, given));
    if (page)
        fputs(page, stdout);
    else
        fprintf(stderr, "asyncc: error: no diagnostic has the id '%s'; 'asyncc --explain' lists them\n", given);
    arena_free(arena);
    return page != NULL;
}

/* A page begins with "# id" and, after a blank line, what it is about. */
bool explain_list(void)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        const char *about = strstr(pages[i].text, "\n\n");
        about = about ? about + 2 : "";
        printf("%-28s %.*s\n", pages[i].id, (int)strcspn(about, "\n"), about);
    }
    return true;
}
