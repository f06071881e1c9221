/*
 * clang_counter.c - the macros whose expansion may count: __COUNTER__, and those in whose definitions such a name
 * stands. Most files have none: text that does not mention the word is not looked at any further.
 */
#include "clang_internal.h"

#include "base/arena.h"
#include "clang.h"

#include <ctype.h>
#include <string.h>

/* A definition: the text behind the name. */
struct counting_macro {
    const char *name, *text, *end;
};

struct counting {
    struct builder *b;
    struct counting_macro *macros;
    size_t count;
};

/* -D and its like. */
static void add_options(struct set *names, const struct clang_input *input)
{
    for (size_t i = 0; i < input->argument_count; i++) {
        const char *name = input->arguments[i];
        name += strncmp(name, "-D", 2) == 0 ? 2 : 0;
        if (strstr(name, "__COUNTER__"))
            set_add(names, name, strcspn(name, "=("));
    }
}

static enum CXChildVisitResult definition_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct counting *c = data;
    (void)parent;
    if (!clang_isPreprocessing(clang_getCursorKind(cursor)))
        return CXChildVisit_Break; /* they come first */
    if (clang_getCursorKind(cursor) != CXCursor_MacroDefinition)
        return CXChildVisit_Continue;
    CXFile file = NULL;
    CXSourceRange range = clang_getCursorExtent(cursor);
    size_t length = 0;
    unsigned begin = file_offset(clang_getRangeStart(range), &file), end = file_offset(clang_getRangeEnd(range), NULL);
    const char *text = file ? file_text(c->b, file, &length) : NULL;
    const char *name = text && end <= length ? take(c->b->unit->arena, clang_getCursorSpelling(cursor)) : NULL;
    if (name && begin + strlen(name) <= end) {
        struct counting_macro macro = { name, text + begin + strlen(name), text + end };
        arena_push(c->b->unit->arena, c->macros, c->count, macro);
    }
    return CXChildVisit_Continue;
}

static bool mentions(const struct counting_macro *macro, const struct set *names)
{
    for (const char *at = macro->text; at < macro->end;) {
        const char *word = at;
        while (at < macro->end && (isalnum((unsigned char)*at) || *at == '_' || *at == '$'))
            at++;
        if (at > word && set_has(names, word, (size_t)(at - word)))
            return true;
        at += at == word;
    }
    return false;
}

void find_counting(struct builder *b, const struct clang_input *input)
{
    struct counting c = { .b = b };
    struct set *names = arena_get(b->unit->arena, sizeof *names);
    names->arena = b->unit->arena;
    add_options(names, input);
    if (!names->count && !is_mentioned(b, "__COUNTER__"))
        return;
    set_add(names, "__COUNTER__", strlen("__COUNTER__"));
    clang_visitChildren(clang_getTranslationUnitCursor(b->tu), definition_visit, &c);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < c.count; i++)
            if (!set_has(names, c.macros[i].name, strlen(c.macros[i].name)) && mentions(&c.macros[i], names))
                more = set_add(names, c.macros[i].name, strlen(c.macros[i].name));
    }
    b->unit->counting = names;
}
