/*
 * main.c - the program asyncc: a launcher of compilers, or of asyncc-translate, which does everything else.
 */
#include "base/arena.h"
#include "base/path.h"
#include "launcher.h"
#include "process.h"
#include "translator.h"

#include <string.h>

/* By a link named asyncc-gcc it is `asyncc cc gcc`, for what knows compilers by their programs' names. NULL: no such name. */
static char *compiler_of(char *program)
{
    static const char prefix[] = "asyncc-";
    char *name = program + (path_base(program) - program);
    return has_prefix(name, prefix) && name[strlen(prefix)] ? name + strlen(prefix) : NULL;
}

int main(int argc, char **argv)
{
    char *compiler = argc ? compiler_of(argv[0]) : NULL;
    if (compiler && strcmp(compiler, "cc") == 0)
        return launcher_main(argc - 1, argv + 1);
    if (compiler) {
        argv[0] = compiler;
        return launcher_main(argc, argv);
    }
    if (argc > 1 && strcmp(argv[1], "cc") == 0)
        return launcher_main(argc - 2, argv + 2);
    struct arena *arena = arena_new();
    argv[0] = (char *)translator_path(arena);
    int status = process_become((const char *const *)argv);
    arena_free(arena);
    return status;
}
