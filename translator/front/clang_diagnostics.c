/*
 * clang_diagnostics.c - what clang says of the source: its places and its errors, as ours.
 */
#include "base/arena.h"
#include "clang_internal.h"
#include "base/diag.h"
#include "base/path.h"
#include "warnings.h"

#include <ctype.h>
#include <string.h>

struct place clang_place_alone(struct arena *arena, CXTranslationUnit tu, CXSourceLocation location, CXFile *file)
{
    struct place place = { 0 };
    clang_getFileLocation(location, file, &place.line, &place.column, &place.begin);
    if (!*file)
        return (struct place){ 0 };
    place.path = take(arena, presumed_line(tu, *file, place.begin, &place.line));
    place.end = place.begin;
    return place;
}

struct place clang_place(struct arena *arena, CXTranslationUnit tu, CXSourceLocation location)
{
    CXFile file;
    struct place place = clang_place_alone(arena, tu, location, &file);
    size_t length = 0;
    const char *text = file ? clang_getFileContents(tu, file, &length) : NULL;
    if (text) {
        place.text = arena_copy(arena, text, length);
        place.length = length;
    }
    return place;
}

/* That a word of the dialect is a macro is nothing that the user wrote. */
static bool is_of_word(const struct place *place, const char *message)
{
    return place->path && has_prefix(message, "expanded from macro ") && strcmp(path_base(place->path), "asyncc.h") == 0;
}

static void add_notes(struct arena *arena, CXTranslationUnit tu, CXDiagnostic from, struct diagnostics *diagnostics,
                      struct diagnostic *of)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(from);
    for (unsigned i = 0; i < clang_getNumDiagnosticsInSet(notes); i++) {
        CXDiagnostic note = clang_getDiagnosticInSet(notes, i);
        struct place place = clang_place(arena, tu, clang_getDiagnosticLocation(note));
        const char *message = take(arena, clang_getDiagnosticSpelling(note));
        if (!is_of_word(&place, message))
            diag_note(diagnostics, of, &place, "%s", message);
        clang_disposeDiagnostic(note);
    }
}

/* Those of this file that warnings.c wants. */
void clang_take_warnings(struct builder *b)
{
    struct unit *unit = b->unit;
    for (unsigned i = 0; i < clang_getNumDiagnostics(b->tu); i++) {
        CXDiagnostic from = clang_getDiagnostic(b->tu, i);
        const char *option = take(unit->arena, clang_getDiagnosticOption(from, NULL));
        option += strncmp(option, "-W", 2) == 0 ? 2 : 0;
        if (warnings_has(option) && in_main_file(b, clang_getDiagnosticLocation(from))) {
            struct diagnostic *warning = arena_get(unit->arena, sizeof *warning);
            warning->place = clang_place(unit->arena, b->tu, clang_getDiagnosticLocation(from));
            warning->message = take(unit->arena, clang_getDiagnosticSpelling(from));
            warning->tag = option;
            add_notes(unit->arena, b->tu, from, b->diagnostics, warning);
            arena_push(unit->arena, unit->warnings, unit->warning_count, warning);
        }
        clang_disposeDiagnostic(from);
    }
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || text[length] == '_')
        length++;
    return length;
}

/* What gcc understands and clang does not: a type of that name. */
static bool is_of_gcc(const struct place *place)
{
    static const char *const words[] = { "_Float128", "_Float64x",  "_Float64",   "_Float32x",
                                         "_Float32",  "_Decimal32", "_Decimal64", "_Decimal128" };
    const char *word = place->text && place->begin < place->length ? place->text + place->begin : "";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_length(word) == strlen(words[i]) && strncmp(word, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static void note_gcc(struct diagnostics *diagnostics, struct diagnostic *of, const struct place *place)
{
    if (strcmp(of->message, "function definition is not allowed here") == 0)
        diag_note(diagnostics, of, place,
                  "a brace above may not be closed; functions in functions, which gcc has, asyncc has not");
    else if (is_of_gcc(place))
        diag_note(diagnostics, of, place,
                  "gcc has this, but asyncc reads C as clang does; keep it in files that are not translated");
}

void clang_take_diagnostics(struct arena *arena, CXTranslationUnit tu, struct diagnostics *diagnostics)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic from = clang_getDiagnostic(tu, i);
        if (clang_getDiagnosticSeverity(from) >= CXDiagnostic_Error) {
            CXSourceLocation location = clang_getDiagnosticLocation(from);
            struct place place = clang_place(arena, tu, location);
            if (clang_getDiagnosticNumRanges(from)) {
                CXSourceRange range = clang_getDiagnosticRange(from, 0);
                unsigned begin = file_offset(clang_getRangeStart(range), NULL);
                unsigned end = file_offset(clang_getRangeEnd(range), NULL);
                if (begin == place.begin && end > begin)
                    place.end = end;
            }
            struct diagnostic *added =
                diag_foreign(diagnostics, SEVERITY_ERROR, &place, take(arena, clang_getDiagnosticSpelling(from)));
            for (unsigned k = 0; k < clang_getDiagnosticNumFixIts(from) && k < 1; k++) {
                CXSourceRange range;
                const char *text = take(arena, clang_getDiagnosticFixIt(from, k, &range));
                diag_fixit(diagnostics, added, file_offset(clang_getRangeStart(range), NULL),
                           file_offset(clang_getRangeEnd(range), NULL), text);
            }
            add_notes(arena, tu, from, diagnostics, added);
            note_gcc(diagnostics, added, &place);
        }
        clang_disposeDiagnostic(from);
    }
}
