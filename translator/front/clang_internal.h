/*
 * clang_internal.h - shared by clang.c, which builds the tree, clang_decl.c, which makes its types and declarations,
 * clang_names.c, which reads what names mean, clang_visit.c, clang_text.c, which reads what stands below it, and clang_diagnostics.c.
 * The only file that includes clang-c.
 */
#ifndef CLANG_INTERNAL_H
#define CLANG_INTERNAL_H

#include "base/set.h"
#include "tree/tree.h"

#include <clang-c/Index.h>
#include <stdint.h>

struct diagnostics;

struct slot {
    const void *key;
    uintptr_t detail;
    void *value;
};

struct map {
    struct slot *slots;
    size_t count, room;
};

/* One with parameters, or with names of what may be others. */
struct known_macro {
    CXCursor at;
    bool has_parameters;
    size_t known_at; /* how many there were when `has_hash` was found out; 0: it was not */
    bool has_hash;   /* it, or one that it calls, makes strings or tokens of its arguments */
};

struct clang_input;

struct builder {
    struct unit *unit;
    struct diagnostics *diagnostics;
    const struct clang_input *input;
    CXTranslationUnit tu;
    CXFile file;
    unsigned raw_begin, raw_length; /* of its places, as libclang numbers them; see byte_of */
    struct map decls, types;
    struct set own_macros; /* that the compiler has by itself, or by options, to their numbers; 0: not asked for any more */
    CXCursor *own;
    size_t own_count;
    struct map asyncs; /* where the last of a function's declarations that says async says so */
    struct expansion {
        const struct source *source;
        unsigned at;
    } *expansions; /* of macros that are neither the dialect's nor the system's, outside of the system's headers; sorted */
    size_t expansion_count;
    struct map from;           /* what other files declare below `first_end`: see clang_below.c */
    unsigned included_at;      /* of the main file's latest #include, while macros are read */
    unsigned first_end, below; /* of the main file's first declaration, and the last end so far */
    struct decl *function;     /* being built */
    struct node *parent;       /* of the nodes being visited */
    struct node *scope;
    const char **weak_names; /* that a #pragma makes weak */
    size_t weak_count;
    struct known_file {
        CXFile file;
        const char *text; /* as libclang has it, when it was asked for */
        size_t length;
        bool is_read;
    } *files;      /* of unit->sources */
    size_t latest; /* the one that was asked for last */
    struct {
        CXFile file; /* of the declaration before */
        const char *text, *copy;
        size_t length;
        struct map seen;
    } reserving;      /* see clang_reserved.c */
    unsigned *depths; /* of unit->inclusions */
    struct known_macro *macros;
    size_t macro_count;
    struct set macro_names; /* the number of each: its last definition among `macros`, from 1 */
    size_t file_count, depth_count;
};

/* The string as text in the arena; it is disposed of. */
char *take(struct arena *arena, CXString string);

/* The byte in its file, and the file: of an argument of a macro, where it is written; of what a macro's body makes, the
 * invocation. */
unsigned file_offset(CXSourceLocation location, CXFile *file);
/* The same, but quick where it is a place of the main file, as nearly all are. `file` may be NULL in both. */
unsigned byte_of(const struct builder *b, CXSourceLocation location, CXFile *file);
bool in_main_file(struct builder *b, CXSourceLocation location);
/*
 * A place in the range's last token. Its end is no such place: where the token comes from a macro in another macro's
 * argument, the end is in what that one is made of.
 */
CXSourceLocation last_token(CXSourceRange range);
/* Where the cursor's text begins and ends; an invocation of a macro is one token of it. */
void span(struct builder *b, CXCursor cursor, unsigned *begin, unsigned *end);

/* The path and the line that the byte of the file has by #line. */
CXString presumed_line(CXTranslationUnit tu, CXFile file, unsigned offset, unsigned *line);

/* All walks go through the children so: each once, also those of a ?: b, which tells them by true. */
bool visit_children(CXCursor cursor, CXCursorVisitor visitor, CXClientData data);

/* Without a copy of the file's text, and with one. */
struct place clang_place_alone(struct arena *arena, CXTranslationUnit tu, CXSourceLocation location, CXFile *file);
struct place clang_place(struct arena *arena, CXTranslationUnit tu, CXSourceLocation location);
/* Clang's errors, with their notes and fix-its; its warnings are the compiler's to give, but for those of warnings.h. */
void clang_take_diagnostics(struct arena *arena, CXTranslationUnit tu, struct diagnostics *diagnostics);
void clang_take_warnings(struct builder *b);

struct clang_facts;
/* The part of them that clang_flow.c finds. */
void clang_read_flow(struct arena *arena, CXTranslationUnit tu, CXFile file, struct clang_facts *facts);

/* clang_decl.c: the value of the key, to be set at once if it is NULL; without making room for one. */
void **map_at(struct map *map, const void *key, uintptr_t detail);
void *map_get(const struct map *map, const void *key, uintptr_t detail);

/* clang_files.c. The file among the unit's sources; one that is not known yet becomes one of them, or for known_source is NULL. */
struct source *source_of(struct builder *b, CXFile file);
struct source *known_source(struct builder *b, CXFile file);
/* What libclang has read of it; NULL: nothing. (libclang looks for it anew each time that it is asked.) */
const char *file_text(struct builder *b, CXFile file, size_t *length);
/* Whether the place is in a header of those that compilers know by themselves, whose types are the machine's. */
bool in_standard_header(struct builder *b, CXSourceLocation location);
/* The place has to be translated, so its file has to be a part of this one. */
void need(struct builder *b, CXSourceLocation location);
/* One of the dialect's headers: asyncc.h, or one in the directory asyncc beside it. */
bool is_of_dialect(struct builder *b, const char *path);
/* Whether the word stands anywhere in the files that were read, but for the dialect's. */
bool is_mentioned(struct builder *b, const char *word);
/* Makes unit->popped. */
void find_popped(struct builder *b);
/* Makes unit->poisoned. */
void find_poisoned(struct builder *b);
/* Whether the declaration begins and ends in one file. If not, those of the two that are others come into this. */
bool is_whole(struct builder *b, CXCursor cursor);
/* Of other files, definitions are looked at that are async, or that may do with async functions what they must not. */
void foreign_declaration(struct builder *b, CXCursor cursor);

/* ---- types and declarations: clang's, as ours ---- */
struct attributes {
    struct builder *b;
    struct decl *decl;
};

struct type *type_of(struct builder *b, CXType type); /* NULL of an invalid one */
struct decl *decl_of(struct builder *b, CXCursor cursor);
struct decl *label_of(struct builder *b, CXCursor statement); /* names do not tell: __label__ */
/* The parameters of the function, as this declaration has them. */
void fill_function(struct builder *b, struct decl *decl, CXCursor cursor);
/* Tells a function that returns a pointer to async ones from an async one. */
void settle_async(struct decl *decl);
/* clang_async.c: `extern __typeof__(f) g;` and `__typeof__(f) *p;` of an async f. */
bool is_async_by_typeof(struct builder *b, CXCursor cursor);
/* node->number: 1 when this very declaration says async, for check; and its decl is async then. */
void note_async(struct builder *b, CXCursor cursor, struct node *node);
/* clang_weak.c: finds the pragmas that say so; whether another file may have the function that is meant. */
void find_weak(struct builder *b);
bool is_weak(struct builder *b, CXCursor definition);
/* clang_reserved.c: adds to unit->reserved what is given in the declaration; the name, if it is such a one. */
void find_reserved(struct builder *b, CXCursor declaration);
void read_reserved(struct builder *b, CXCursor given, const char *name);
/* clang_below.c: makes unit->macro_changes; from where on the declaration, of another file, can be seen. Requires the text. */
void find_below(struct builder *b);
unsigned visible_below(struct builder *b, CXCursor declaration);

/* clang_counter.c: makes unit->counting. */
void find_counting(struct builder *b, const struct clang_input *input);

/* Visitors of a declaration's attributes, with a struct attributes: async and leaf; alignment; those of its code. */
enum CXChildVisitResult attribute_visit(CXCursor cursor, CXCursor parent, CXClientData data);
enum CXChildVisitResult alignment_visit(CXCursor cursor, CXCursor parent, CXClientData data);
enum CXChildVisitResult own_attribute_visit(CXCursor cursor, CXCursor parent, CXClientData data);

/* Adds the words of an async function with a body to the unit; then all are put in order. Requires the tree. */
void read_words(struct builder *b, CXCursor function, struct decl *decl);
void settle_words(struct unit *unit);

/* clang_alternatives.c: the macros that are defined in skipped text; what such a one is here. */
void read_skipped_macros(struct builder *b);
void read_macro(struct builder *b, CXCursor macro, const char *name);
/* The definition of one that the compiler has by itself becomes one of the unit's. */
void read_own_macro(struct builder *b, const char *name);

/* A macro is expanded there: what is declared there may be decided elsewhere. Then, in order, whether one was in the extent. */
void read_expansion(struct builder *b, CXCursor expansion, CXCursor macro);
void sort_expansions(struct builder *b);
bool has_expansion(const struct builder *b, const struct source *source, unsigned begin, unsigned end);

/* The lines, the tokens, the macros and the #includes of the unit; requires its text. */
void read_text(struct builder *b);

#endif
