#include "compiler.h"

#include "base/arena.h"
#include "base/path.h"
#include "process.h"
#include "words.h"

#include <string.h>
#include <unistd.h>

static bool has(struct arena *arena, const char *directory, const char *header)
{
    return access(arena_format(arena, "%s/%s", directory, header), R_OK) == 0;
}

/* stddef.h and stdarg.h are the compiler's, and libclang has its own; musl's stand among the library's. */
static bool is_compilers_own(struct arena *arena, const char *directory)
{
    return has(arena, directory, "stddef.h") && has(arena, directory, "stdarg.h") && !has(arena, directory, "stdio.h");
}

static const char *const *question(struct arena *arena, const char *const *command, size_t count, const char *const *flags,
                                   size_t flag_count)
{
    static const char *const asks[] = { "-w", "-E", "-dM", "-v", "-x", "c", "/dev/null", "-o", "-", NULL };
    static const char *const english[] = { "env", "LC_ALL=C" };
    const char **words = NULL;
    size_t used = 0;
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        arena_push(arena, words, used, english[i]);
    for (size_t i = 0; i < count; i++)
        arena_push(arena, words, used, command[i]);
    for (size_t i = 0; i < flag_count; i++)
        arena_push(arena, words, used, flags[i]);
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++)
        arena_push(arena, words, used, asks[i]);
    return words;
}

/* "#define NAME BODY", "#define NAME(A,B) BODY", as an option has it behind -D. */
static void read_macro(struct compiler *c, struct arena *arena, const char *line)
{
    size_t name = strcspn(line, " (");
    name += line[name] == '(' ? strcspn(line + name, ")") + 1 : 0;
    const char *body = line[name] == ' ' ? line + name + 1 : line + name;
    arena_push(arena, c->macros, c->macro_count, arena_format(arena, "%.*s=%s", (int)name, line, body));
}

/*
 * The answer holds, among other things:
 *   Target: aarch64-linux-gnu
 *   gcc version 12.2.0 (Debian 12.2.0-14)
 *   #include <...> search starts here:
 *    /usr/aarch64-linux-gnu/include
 *   End of search list.
 *   #define __STDC__ 1
 */
static void read_line(struct compiler *c, struct arena *arena, const char *line, bool *in_list)
{
    if (has_prefix(line, "#define "))
        read_macro(c, arena, line + 8);
    else if (has_prefix(line, "Target: "))
        c->target = line + 8;
    else if (strstr(line, " version ") && !c->version)
        c->version = line;
    else if (has_prefix(line, "#include <...>"))
        *in_list = c->has_list = true;
    else if (has_prefix(line, "End of search list"))
        *in_list = false;
    else if (*in_list && line[0] == ' ' && !is_compilers_own(arena, line + 1))
        arena_push(arena, c->includes, c->include_count, line + 1);
}

/* The line that tells what is wrong: the first with an error, or else the last. */
static const char *complaint(struct arena *arena, const char *answer)
{
    const char *error = strstr(answer, "error: "), *at = answer + strlen(answer);
    while (at > answer && at[-1] == '\n')
        at--;
    size_t length = (size_t)(at - answer);
    at = error ? error : at;
    while (at > answer && at[-1] != '\n')
        at--;
    length = error ? strcspn(at, "\n") : length - (size_t)(at - answer);
    return length ? arena_copy(arena, at, length) : NULL;
}

static bool fail(struct compiler *c, struct arena *arena, const char *name, const char *answer, int status)
{
    const char *said = complaint(arena, answer);
    c->trouble = arena_format(arena, "'%s' does not say what it compiles for; asked with -E -dM -v, %s%s%s", name,
                              said ? "it answered '" : "it said nothing", said ? said : "", said ? "'" : "");
    if (status)
        c->trouble = arena_format(arena, "%s, and ended with status %d", c->trouble, status);
    return false;
}

bool compiler_ask(struct compiler *c, struct arena *arena, const char *const *command, size_t count,
                  const char *const *flags, size_t flag_count)
{
    *c = (struct compiler){ 0 };
    int status = 0;
    const char *name = words_join(arena, command, count);
    if (!process_find(arena, command[0])) {
        c->trouble = arena_format(arena, "there is no program '%s'", command[0]);
        return false;
    }
    const char *answer = process_answer(arena, question(arena, command, count, flags, flag_count), &status);
    const char *whole = answer ? answer : "";
    bool in_list = false;
    while (answer && *answer) {
        size_t length = strcspn(answer, "\n"), used = length;
        while (used && answer[used - 1] == ' ')
            used--;
        read_line(c, arena, arena_copy(arena, answer, used), &in_list);
        answer += length + (answer[length] == '\n');
    }
    bool has_headers = c->has_list; /* of which clang says nothing if there are none */
    for (size_t i = 0; i < flag_count; i++)
        has_headers = has_headers || strcmp(flags[i], "-nostdinc") == 0;
    return (status == 0 && c->target && has_headers) || fail(c, arena, name, whole, status);
}
