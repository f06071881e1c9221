#include "input.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

CXTranslationUnit unit;
CXFile main_file;
const char *text;
size_t text_size;

static const char *name = "";

void die(const char *what)
{
    fprintf(stderr, "%s: %s\n", name, what);
    exit(1);
}

void command_read(struct command *command, int argc, char **argv, const char *own, int *flag)
{
    name = command->program;
    command->flags = calloc((size_t)argc + 1, sizeof *command->flags);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-o") == 0 && i + 1 < argc)
            command->output = argv[++i];
        else if (own && strcmp(argv[i], own) == 0)
            *flag = 1;
        else if (argv[i][0] != '-' && !command->input)
            command->input = argv[i];
        else
            command->flags[command->flag_count++] = argv[i];
    }
    if (!command->input)
        die(command->usage);
}

void command_parse(const struct command *command, unsigned options)
{
    CXIndex index = clang_createIndex(0, 0);
    unit = clang_parseTranslationUnit(index, command->input, command->flags, command->flag_count, NULL, 0, options);
    if (!unit)
        die("cannot parse");
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            CXString message = clang_formatDiagnostic(diagnostic, clang_defaultDiagnosticDisplayOptions());
            die(clang_getCString(message));
        }
        clang_disposeDiagnostic(diagnostic);
    }
    main_file = clang_getFile(unit, command->input);
    text = clang_getFileContents(unit, main_file, &text_size);
}

FILE *command_open(const struct command *command)
{
    FILE *out = command->output ? fopen(command->output, "w") : stdout;
    if (!out)
        die("cannot write");
    return out;
}

int place(CXSourceLocation location, unsigned *offset)
{
    CXFile file;
    clang_getFileLocation(location, &file, NULL, NULL, offset);
    return file && clang_File_isEqual(file, main_file);
}

int span(CXCursor cursor, unsigned *begin, unsigned *end)
{
    CXSourceRange range = clang_getCursorExtent(cursor);
    return place(clang_getRangeStart(range), begin) && place(clang_getRangeEnd(range), end) && *begin <= *end;
}

int needs_parentheses(unsigned end)
{
    while (end < text_size && isspace((unsigned char)text[end]))
        end++;
    return end < text_size && (text[end] == '[' || text[end] == '(' || text[end] == '.' ||
                               (text[end] == '-' && end + 1 < text_size && text[end + 1] == '>'));
}
