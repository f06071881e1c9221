/*
 * clang_facts.c - what clang itself knows of a text, source or output, for the checks of laws.h: nothing that the tree's
 * builder makes of it.
 */
#include "clang.h"

#include "arena.h"
#include "clang_internal.h"

#include <string.h>

/* ---- warnings ---- */

/* Between the quotes. */
static const char *variable_in(struct arena *arena, const char *message)
{
    const char *begin = strchr(message, '\''), *end = begin ? strchr(begin + 1, '\'') : NULL;
    return end ? arena_copy(arena, begin + 1, (size_t)(end - begin) - 1) : "";
}

static void read_warnings(struct arena *arena, CXTranslationUnit tu, struct clang_facts *facts)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        CXString option = clang_getDiagnosticOption(diagnostic, NULL);
        if (strstr(clang_getCString(option), "uninitialized")) {
            const char *message = take(arena, clang_getDiagnosticSpelling(diagnostic));
            struct clang_warning warning = { file_offset(clang_getDiagnosticLocation(diagnostic), NULL),
                                             variable_in(arena, message) };
            arena_push(arena, facts->warnings, facts->warning_count, warning);
        }
        clang_disposeString(option);
        clang_disposeDiagnostic(diagnostic);
    }
}

/* ---- all of it ---- */

/* The options that the text is parsed with, and the warnings that are looked at. */
static const char **arguments_with_warnings(struct arena *arena, const struct clang_input *input, size_t *count)
{
    static const char *const ours[] = { "-Wno-everything", "-Wuninitialized", "-Wsometimes-uninitialized" };
    const char **arguments = NULL;
    *count = 0;
    for (size_t i = 0; i < input->argument_count; i++)
        if (strcmp(input->arguments[i], "-w") != 0)
            arena_push(arena, arguments, *count, input->arguments[i]);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        arena_push(arena, arguments, *count, ours[i]);
    return arguments;
}

const struct clang_facts *clang_facts(struct arena *arena, const struct clang_input *input)
{
    CXIndex index = clang_createIndex(0, 0);
    struct CXUnsavedFile file = { input->path, input->text, (unsigned long)input->length };
    CXTranslationUnit tu = NULL;
    size_t count;
    const char **arguments = arguments_with_warnings(arena, input, &count);
    struct clang_facts *facts = NULL;
    if (clang_parseTranslationUnit2(index, input->path, arguments, (int)count, &file, 1, CXTranslationUnit_None, &tu) ==
        CXError_Success) {
        facts = arena_get(arena, sizeof *facts);
        read_warnings(arena, tu, facts);
        clang_disposeTranslationUnit(tu);
    }
    clang_disposeIndex(index);
    return facts;
}
