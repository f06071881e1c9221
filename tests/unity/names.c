/*
 * names.c - the names that a C file declares outside of functions, one a line: `names FILE.c [CLANG FLAG...]`. Those of
 * headers are not among them, nor those of members and macros.
 */
#include <clang-c/Index.h>
#include <stdio.h>

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    (void)data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (!clang_Location_isFromMainFile(clang_getCursorLocation(cursor)))
        return CXChildVisit_Continue;
    CXString name = clang_getCursorSpelling(cursor);
    const char *text = clang_getCString(name);
    if (clang_isDeclaration(kind) && kind != CXCursor_FieldDecl && kind != CXCursor_ParmDecl && text && *text)
        printf("%s\n", text);
    clang_disposeString(name);
    return kind == CXCursor_FunctionDecl ? CXChildVisit_Continue : CXChildVisit_Recurse;
}

int main(int argc, char **argv)
{
    CXTranslationUnit unit =
        argc > 1 ? clang_parseTranslationUnit(clang_createIndex(0, 1), argv[1], (const char *const *)argv + 2, argc - 2,
                                              NULL, 0, CXTranslationUnit_None)
                 : NULL;
    if (!unit)
        return 1;
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, NULL);
    return 0;
}
