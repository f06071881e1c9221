/*
 * clang_visit.c - a cursor's children, each of them once. Of the operands of a ?: b clang shows a, a, a, b, the third time
 * perhaps as it is converted; a type that a record's member defines it shows among the members, and below that one.
 * Who walks through all of that sees the innermost of n nested ones 3^n and 2^n times.
 */
#include "clang_internal.h"

struct shown {
    CXCursorVisitor visitor;
    CXClientData data;
    CXCursor first;
    unsigned count;
    bool is_short; /* a ?: b */
};

static bool is_tag(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl;
}

/* Whether it is a type inside of a record, among whose members it was shown, and this is where one of them defines it. */
static bool is_shown(CXCursor cursor, CXCursor parent)
{
    if (!is_tag(cursor) || is_tag(parent))
        return false;
    return is_tag(clang_getCursorLexicalParent(cursor));
}

static enum CXChildVisitResult once_visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct shown *shown = data;
    unsigned index = shown->count++;
    if (index == 0)
        shown->first = cursor;
    if (index == 1 && clang_getCursorKind(parent) == CXCursor_UnexposedExpr)
        shown->is_short = clang_equalCursors(cursor, shown->first);
    if ((shown->is_short && index <= 2) || is_shown(cursor, parent))
        return CXChildVisit_Continue;
    enum CXChildVisitResult result = shown->visitor(cursor, parent, shown->data);
    if (result != CXChildVisit_Recurse)
        return result;
    visit_children(cursor, shown->visitor, shown->data);
    return CXChildVisit_Continue;
}

bool visit_children(CXCursor cursor, CXCursorVisitor visitor, CXClientData data)
{
    struct shown shown = { .visitor = visitor, .data = data };
    clang_visitChildren(cursor, once_visit, &shown);
    return shown.is_short;
}
