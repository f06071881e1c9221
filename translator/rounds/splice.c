/*
 * splice.c - puts the text of included files in the place of their #include. It relies on what libclang's
 * preprocessor did: which directives it saw, which file it entered where. So include guards and conditions need no
 * thought; the guard's macro is defined by the text just as well. What would change its meaning in the place of the
 * #include is changed with it:
 *
 *     #pragma system_header  is said by a line marker, as of directories that are the system's; _Pragma stands behind
 *                            that, where nobody is warned that it has no meaning outside of headers
 *     #pragma once           goes, as _Pragma("once") does; so do the #includes that the preprocessor skipped because of
 *                            it, wherever they are
 *     #include "x.h"         beside a spliced file: named so that it is found from the translated file's place
 *     #include_next          named by its path
 *     __has_include("x.h")   in a condition: named so that the answer is that of the spliced file's place
 *
 * Files are spliced wherever they were entered: libclang cannot tell, of a file included twice, which time made
 * which declaration.
 */
#include "splice.h"

#include "base/arena.h"
#include "front/clang.h"
#include "base/diag.h"
#include "tree/directives.h"
#include "base/path.h"
#include "front/search.h"
#include "tree/tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct splice {
    struct unit *unit;
    const struct clang_input *input;
    bool is_clang;
    struct diagnostics *diagnostics;
    struct text text;
    bool failed;
};

/* ---- which files ---- */

/*
 * Nodes that, in a list of initialisers, are the same text whatever becomes of the function around them: tables of data,
 * which are not to be copied. Others can be rewritten or written in another place, or tell the passes something that
 * is read from the text.
 */
static bool is_of_local_type(const struct node *node)
{
    const struct type *type = node->type;
    while (type && !type->decl && type->target)
        type = type->target;
    return type && type->decl && type->decl->is_local;
}

static bool is_inert(const struct node *node)
{
    switch (node->kind) {
    case NODE_LITERAL:
    case NODE_STRING:
    case NODE_INITIALISERS:
    case NODE_DESIGNATED:
    case NODE_IMPLICIT:
    case NODE_PAREN: return true;
    case NODE_CAST: return !is_of_local_type(node); /* it may get another name; and so may the next one */
    case NODE_UNARY:
    case NODE_BINARY: return node->first && is_inert(node->first); /* the kind of the operator is not known */
    case NODE_REFERENCE: return node->decl && node->decl->kind == DECL_CONSTANT && !node->decl->is_local;
    default: return false;
    }
}

/* Whether a word of the dialect stands in the list: its items are taken apart then. */
static bool is_apart(const struct unit *unit, const struct node *list)
{
    size_t i = FIRST_FROM(unit->invocations, unit->invocation_count, end, list->begin + 1);
    for (; i < unit->invocation_count && unit->invocations[i].begin < list->end; i++)
        if (unit->invocations[i].is_dialect || unit->invocations[i].says_await)
            return true;
    return false;
}

/* What is `in_list` stands in a list of initialisers, with nothing but such nodes around it. */
static void find_in(struct unit *unit, const struct node *node, bool async, bool in_list)
{
    bool is_list = node->kind == NODE_INITIALISERS && !is_apart(unit, node);
    bool is_data = is_list || (in_list && is_inert(node));
    bool mentions = node->kind == NODE_REFERENCE && node->decl && node->decl->is_async;
    if (node->source && !node->source->why && (mentions || (async && !is_data))) {
        struct place *place = arena_get(unit->arena, sizeof *place);
        *place = unit_place(unit, node->begin, node->end);
        node->source->why = place;
    }
    for (const struct node *child = node->first; child; child = child->next)
        find_in(unit, child, async, is_data);
}

/* Directives in an async function may leave their places, see leaving.h: those of files that it includes have to be seen. */
static void find_saying(struct unit *unit)
{
    for (size_t i = 0; i < unit->include_count; i++) {
        const struct include *include = &unit->includes[i];
        bool is_here = include->in == unit->sources[0];
        const struct node *node = is_here ? node_function(unit_innermost(unit, include->begin)) : NULL;
        if (!node || !node->decl->is_async || include->file->why || include->file->is_system ||
            !directives_say(unit->arena, include->file->path))
            continue;
        struct place *place = arena_get(unit->arena, sizeof *place);
        *place = unit_place(unit, include->begin, include->end);
        include->file->why = place;
    }
}

static bool was_entered(const struct unit *unit, const struct inclusion *parent, const struct include *include)
{
    for (size_t i = 0; i < unit->inclusion_count; i++) {
        const struct inclusion *inclusion = unit->inclusions[i];
        if (inclusion->parent == parent && inclusion->at >= include->begin && inclusion->at < include->end)
            return true;
    }
    return false;
}

/* Whether the directive, in some copy of its file, was passed over because of a #pragma once. */
static bool was_skipped(const struct unit *unit, const struct include *include)
{
    for (size_t i = 0; i < unit->inclusion_count; i++)
        if (unit->inclusions[i]->file == include->in && !was_entered(unit, unit->inclusions[i], include))
            return true;
    return false;
}

/* One more round: what includes a spliced file is spliced; false when nothing was to be added. */
static bool close_over(struct unit *unit)
{
    bool more = false;
    for (size_t i = 0; i < unit->inclusion_count; i++) {
        const struct inclusion *inclusion = unit->inclusions[i];
        if (!inclusion->file->is_spliced || !inclusion->parent || inclusion->parent->file->is_spliced)
            continue;
        more = inclusion->parent->file->is_spliced = true;
    }
    for (size_t i = 0; i < unit->include_count; i++) {
        const struct include *include = &unit->includes[i];
        if (!include->file->is_spliced || include->in->is_spliced || !directives_once(unit->arena, include->file->path) ||
            !was_skipped(unit, include))
            continue;
        more = include->in->is_spliced = true;
    }
    return more;
}

bool splice_find(struct unit *unit, struct diagnostics *diagnostics)
{
    struct source *own = unit->sources[0];
    bool any = false;
    for (struct node *node = unit->root->first; node; node = node->next)
        if (node->kind == NODE_FUNCTION && node->part[PART_BODY])
            find_in(unit, node, node->decl->is_async, false);
    find_saying(unit);
    for (size_t i = 1; i < unit->source_count; i++)
        any = (unit->sources[i]->is_spliced = unit->sources[i]->why != NULL) || any;
    for (size_t i = 0; i < unit->inclusion_count; i++)
        any = any || (unit->inclusions[i]->file == own && unit->inclusions[i]->parent); /* it includes itself */
    own->is_spliced = true;
    while (any && close_over(unit))
        ;
    for (size_t i = 0; i < unit->inclusion_count; i++) {
        const struct inclusion *inclusion = unit->inclusions[i];
        if (inclusion->file->is_spliced && inclusion->file != own && !inclusion->parent && inclusion->file->why)
            diag(diagnostics, DIAG_INCLUDED_BY_OPTION, inclusion->file->why);
    }
    return any;
}

/* ---- names of files ---- */

static bool is_same_file(const char *left, const char *right)
{
    struct stat a, b;
    return stat(left, &a) == 0 && stat(right, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Whether #include "name" in the translated file's place gives the file: 1, another one: 0, or none: -1. */
static int finds(const struct splice *s, const char *name, const char *file)
{
    const char *path = path_beside(s->unit->arena, s->unit->path, name);
    for (size_t k = 0; path; path = search_path(s->unit->arena, s->input, SEARCH_ALL, k++, name))
        if (path_exists(path))
            return is_same_file(path, file);
    return -1;
}

/* The file that an #include in a file names, by the way it is found; libclang names it by some way. */
static const char *path_by(const struct splice *s, const char *from, const struct include *include, bool is_quoted,
                           bool *is_beside)
{
    struct arena *arena = s->unit->arena;
    enum search search = is_quoted ? SEARCH_ALL : SEARCH_ANGLED;
    size_t k = 0;
    const char *path =
        is_quoted ? path_beside(arena, from, include->name) : search_path(arena, s->input, search, k++, include->name);
    *is_beside = is_quoted && is_same_file(path, include->file->path);
    for (; path; path = search_path(arena, s->input, search, k++, include->name))
        if (is_same_file(path, include->file->path))
            return path;
    return include->file->path;
}

static const char *absolute(struct arena *arena, const char *path)
{
    char *whole = realpath(path, NULL);
    const char *copy = arena_copy(arena, whole ? whole : path, strlen(whole ? whole : path));
    free(whole);
    return copy;
}

/* As #include has it: what is between the quotes is the name as it is, a backslash is one. */
static const char *header_name(struct arena *arena, const char *name)
{
    return arena_format(arena, strchr(name, '"') ? "<%s>" : "\"%s\"", name);
}

/* The name by which the translated file's place has the file that is found there by `name`; or from the root. */
static const char *name_for(const struct splice *s, const char *name, const char *file)
{
    bool is_found = !strchr(name, '"') && finds(s, name, file) == 1;
    return header_name(s->unit->arena, is_found ? name : absolute(s->unit->arena, file));
}

/* ---- text ---- */

/* One file being copied. */
struct copy {
    const struct inclusion *inclusion;
    const char *path;
    const char *name;    /* __FILE__ in it */
    const char *spelled; /* its name as the translated file could include it */
    const char *text;
    size_t length;
    unsigned at;                   /* copied so far */
    unsigned once_begin, once_end; /* a _Pragma("once"), which goes */
    bool is_system;                /* from there on; what it includes is so, too */
};

static void copy_until(struct splice *s, struct copy *copy, unsigned end)
{
    if (copy->once_end > copy->at && copy->once_end <= end) {
        text_add(&s->text, copy->text + copy->at, copy->once_begin - copy->at);
        copy->at = copy->once_end;
    }
    text_add(&s->text, copy->text + copy->at, end - copy->at);
    copy->at = end;
}

/* How a directive of a spliced file that stays has to name its file, with its quotes; NULL: as it does. */
static const char *other_name(const struct splice *s, const struct copy *copy, const struct include *include,
                              const struct directive *directive)
{
    struct arena *arena = s->unit->arena;
    if (directive_is(directive, "include_next"))
        return header_name(arena, absolute(arena, include->file->path));
    if (copy->text[include->end - 1] == '>')
        return NULL;
    const char *relative = path_beside(arena, copy->spelled, include->name);
    bool is_beside;
    path_by(s, copy->path, include, true, &is_beside);
    int found = finds(s, include->name, include->file->path);
    if (found == 1 || (found < 0 && !is_beside))
        return NULL;
    return is_beside ? name_for(s, relative, include->file->path) : header_name(arena, absolute(arena, include->file->path));
}

static void put_name(struct splice *s, struct copy *copy, const struct include *include, const struct directive *directive)
{
    const char *name = other_name(s, copy, include, directive);
    if (!name)
        return;
    copy_until(s, copy, include->begin);
    text_put(&s->text, "#include ");
    text_put(&s->text, name);
    copy->at = include->end;
}

static const struct inclusion *entered(const struct unit *unit, const struct copy *copy, const struct directive *directive)
{
    for (size_t i = 0; i < unit->inclusion_count; i++) {
        const struct inclusion *inclusion = unit->inclusions[i];
        if (inclusion->parent == copy->inclusion && inclusion->at >= directive->begin && inclusion->at < directive->end)
            return inclusion;
    }
    return NULL;
}

/* The #include that the directive was; with several, of a file entered several times, the one of this file. */
static const struct include *include_at(const struct unit *unit, const struct copy *copy, const struct directive *directive,
                                        const struct source *file)
{
    const struct include *found = NULL;
    for (size_t i = 0; i < unit->include_count; i++) {
        const struct include *include = &unit->includes[i];
        if (include->in == copy->inclusion->file && include->begin == directive->begin && (!found || include->file == file))
            found = include;
    }
    return found;
}

static bool in_function(const struct unit *unit, unsigned offset)
{
    for (const struct node *node = unit->root->first; node; node = node->next)
        if (node->kind == NODE_FUNCTION && node->begin < offset && offset < node->end)
            return true;
    return false;
}

/* Where the rest of the directive's line stands, for the text behind it. */
struct position {
    const char *path;
    unsigned line;
};

static void put_file(struct splice *s, struct copy copy, bool marked);

/*
 * The file, and back. Markers of the kind that preprocessors write make it another file for compilers, whose unused
 * functions are not reported; inside a function, whose text is taken apart, just the lines are said.
 */
static void put_inclusion(struct splice *s, struct copy *copy, const struct inclusion *inclusion,
                          const struct include *include, bool marked, struct position position)
{
    bool is_beside, is_quoted = copy->text[include->end - 1] != '>';
    struct copy inner = { .inclusion = inclusion, .path = path_by(s, copy->path, include, is_quoted, &is_beside) };
    inner.spelled = is_beside ? path_beside(s->unit->arena, copy->spelled, include->name) : include->name;
    inner.is_system = copy->is_system || inclusion->file->is_system;
    inner.name = s->is_clang ? inclusion->file->path : inner.path; /* clang has "./" where gcc has nothing */
    copy_until(s, copy, include->begin);
    text_put(&s->text, marked ? "# 1 " : "#line 1 ");
    text_quote(&s->text, inner.name);
    text_put(&s->text, !marked ? "\n" : inner.is_system ? " 1 3\n" : " 1\n");
    put_file(s, inner, marked);
    if (s->text.at[s->text.length - 1] != '\n')
        text_put(&s->text, "\n");
    text_format(&s->text, marked ? "# %u " : "#line %u ", position.line);
    text_quote(&s->text, position.path);
    text_put(&s->text, !marked ? "\n" : copy->is_system ? " 2 3\n" : " 2\n");
    copy->at = include->end;
}

/* The file that is found behind the directory `after`; NULL: none is. */
static const char *next_path(const struct splice *s, const char *name, const char *after)
{
    struct arena *arena = s->unit->arena;
    const char *path, *directory;
    bool behind = false;
    for (size_t k = 0; (path = search_path(arena, s->input, SEARCH_ALL, k, name)); k++) {
        directory = search_path(arena, s->input, SEARCH_ALL, k, ".");
        if (behind && path_exists(path))
            return path;
        behind = behind || is_same_file(directory, after);
    }
    return NULL;
}

static bool is_found_quoted(const struct splice *s, const char *name)
{
    const char *path;
    for (size_t k = 0; (path = search_path(s->unit->arena, s->input, SEARCH_QUOTED, k, name)); k++)
        if (path_exists(path))
            return true;
    return false;
}

/* What has the same answer in the translated file's place, up to its last bracket; NULL: the same text has. */
static const char *other_question(const struct splice *s, const struct copy *copy, const char *name, bool is_quoted,
                                  bool is_next)
{
    struct arena *arena = s->unit->arena;
    const char *path = path_beside(arena, copy->path, name), *slash = strrchr(copy->path, '/');
    if (is_next) {
        path = next_path(s, name, slash ? arena_copy(arena, copy->path, (size_t)(slash - copy->path)) : ".");
        for (size_t i = 0; i < s->unit->include_count && !path; i++) /* what the system has is included, too */
            if (s->unit->includes[i].in == copy->inclusion->file && strcmp(s->unit->includes[i].name, name) == 0)
                path = s->unit->includes[i].file->path;
        return path ? arena_format(arena, "__has_include(%s", header_name(arena, absolute(arena, path))) : "(0";
    }
    if (is_quoted && path_exists(path)) {
        const char *relative = path_beside(arena, copy->spelled, name);
        return arena_format(arena, "__has_include(%s", name_for(s, relative, path));
    }
    if (is_quoted && !is_found_quoted(s, name))
        return arena_format(arena, "__has_include(<%s>", name);
    return NULL;
}

/* Copies a condition of a spliced file, with the files that it asks for named from the translated file's place. */
static void put_condition(struct splice *s, struct copy *copy, const struct directive *directive)
{
    static const char word[] = "__has_include";
    for (unsigned at = directive->name_end; at + strlen(word) < directive->end; at++) {
        if (strncmp(copy->text + at, word, strlen(word)) != 0)
            continue;
        const char *behind = copy->text + at + strlen(word);
        bool is_next = strncmp(behind, "_next", 5) == 0;
        behind += is_next ? 5 : 0;
        behind += strspn(behind, " \t(");
        size_t length = strcspn(behind + 1, *behind == '<' ? ">\n" : "\"\n");
        if ((*behind != '"' && *behind != '<') || behind[length + 1] == '\n')
            continue; /* a macro, or defined(__has_include) */
        const char *name = arena_copy(s->unit->arena, behind + 1, length);
        const char *question = other_question(s, copy, name, *behind == '"', is_next);
        if (!question)
            continue;
        copy_until(s, copy, at);
        text_put(&s->text, question);
        at = copy->at = (unsigned)(behind + length + 2 - copy->text);
    }
}

/* Copies what stands in front of the line from which on the file is the system's, if that is here: `end`, or before it. */
static void copy_until_system(struct splice *s, struct copy *copy, unsigned end, bool marked)
{
    const struct line_mark *mark = copy->inclusion->file->system;
    if (!mark || copy->is_system || mark->offset > end || mark->offset < copy->at)
        return;
    copy_until(s, copy, mark->offset);
    copy->is_system = true;
    if (!marked)
        return;
    text_format(&s->text, "# %u ", mark->line);
    text_quote(&s->text, strcmp(mark->path, copy->inclusion->file->path) == 0 ? copy->name : mark->path);
    text_put(&s->text, " 3\n");
}

static void put_directive(struct splice *s, struct copy *copy, const struct directive *directive, bool marked,
                          struct position position)
{
    const struct unit *unit = s->unit;
    bool own = copy->inclusion->file == unit->sources[0] && !copy->inclusion->parent;
    copy_until_system(s, copy, directive->begin, marked);
    if (!own && (directive_is_system_header(directive) || directive_is_once(directive))) {
        copy_until(s, copy, directive->begin);
        copy->at = directive->end;
        return;
    }
    if (!own && (directive_is(directive, "if") || directive_is(directive, "elif")))
        put_condition(s, copy, directive);
    const struct inclusion *inclusion = entered(unit, copy, directive);
    const struct include *include = include_at(unit, copy, directive, inclusion ? inclusion->file : NULL);
    if (!include)
        return;
    if (inclusion && inclusion->file->is_spliced) {
        marked = marked && !inclusion->file->is_torn && inclusion->file != unit->sources[0] &&
                 !(own && in_function(unit, directive->begin));
        put_inclusion(s, copy, inclusion, include, marked, position);
    } else if (!inclusion && include->file->is_spliced) {
        copy_until(s, copy, include->begin);
        copy->at = include->end;
    } else if (!own) {
        put_name(s, copy, include, directive);
    }
}

/* The place of the end of the directive; of the translated file it is known, #line and all. */
static struct position position_at(const struct splice *s, const struct copy *copy, struct directives *scan,
                                   const struct directive *directive)
{
    if (copy->inclusion->file == s->unit->sources[0])
        return (struct position){ unit_path(s->unit, directive->end), unit_line(s->unit, directive->end) };
    const char *path = directives_path(scan);
    return (struct position){ path ? path : copy->name, directives_line(scan) };
}

static void note_once(struct copy *copy, const struct directives *scan)
{
    if (copy->inclusion->parent) {
        copy->once_begin = scan->once_begin;
        copy->once_end = scan->once_end;
    }
}

static void put_file(struct splice *s, struct copy copy, bool marked)
{
    const struct inclusion *inclusion = copy.inclusion;
    struct text read = { 0 };
    if (inclusion->file == s->unit->sources[0]) {
        copy.text = s->unit->text;
        copy.length = s->unit->length;
    } else if (text_read(&read, inclusion->file->path)) {
        copy.text = read.at;
        copy.length = read.length;
    } else {
        diag_failed(s->diagnostics, "cannot read '%s': %s", inclusion->file->path, strerror(errno));
        s->failed = true;
        return;
    }
    if (inclusion->parent && copy.length >= 3 && memcmp(copy.text, "\xEF\xBB\xBF", 3) == 0)
        copy.at = 3; /* a byte order mark stands at the start of a file only */
    struct directives scan = directives_of(s->unit->arena, copy.text, copy.length);
    struct directive directive;
    while (directives_next(&scan, &directive)) {
        note_once(&copy, &scan);
        put_directive(s, &copy, &directive, marked, position_at(s, &copy, &scan, &directive));
    }
    note_once(&copy, &scan);
    copy_until_system(s, &copy, (unsigned)copy.length, marked);
    copy_until(s, &copy, (unsigned)copy.length);
    text_free(&read);
}

const char *splice_text(struct unit *unit, const struct clang_input *input, bool is_clang, struct diagnostics *diagnostics,
                        size_t *length)
{
    struct splice s = { .unit = unit, .input = input, .is_clang = is_clang, .diagnostics = diagnostics };
    const char *slash = strrchr(unit->path, '/');
    const struct inclusion *own = NULL;
    for (size_t i = 0; i < unit->inclusion_count && !own; i++)
        if (unit->inclusions[i]->file == unit->sources[0])
            own = unit->inclusions[i];
    require(own);
    const char *spelled = slash ? slash + 1 : unit->path;
    put_file(&s, (struct copy){ .inclusion = own, .path = unit->path, .name = unit->path, .spelled = spelled }, true);
    *length = s.text.length;
    const char *copy = s.failed ? NULL : arena_copy(unit->arena, s.text.at, s.text.length);
    text_free(&s.text);
    return copy;
}
