/*
 * main.c - the program asyncc: a launcher of compilers, or of asyncc-translate, which does everything else.
 */
#include "base/arena.h"
#include "launcher.h"
#include "process.h"
#include "translator.h"

#include <string.h>

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "cc") == 0)
        return launcher_main(argc - 2, argv + 2);
    struct arena *arena = arena_new();
    argv[0] = (char *)translator_path(arena);
    int status = process_become((const char *const *)argv);
    arena_free(arena);
    return status;
}
