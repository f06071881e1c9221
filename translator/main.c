/*
 * main.c - from the arguments to the exit status.
 */
#include "arena.h"
#include "batch.h"
#include "doctor.h"
#include "explain.h"
#include "help.h"
#include "launcher.h"
#include "options.h"

#include <stdlib.h>
#include <string.h>

static bool act(const struct options *options)
{
    switch (options->action) {
    case ACTION_HELP:
        help_print();
        return true;
    case ACTION_VERSION:
        help_version();
        return true;
    case ACTION_EXPLAIN:
        return options->explain ? explain_print(options->explain) : explain_list();
    case ACTION_DOCTOR:
        return doctor_examine(options);
    case ACTION_TRANSLATE:
        break;
    }
    return batch_translate(options);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "cc") == 0)
        return launcher_main(argc - 2, argv + 2);
    struct arena *arena = arena_new();
    struct options options;
    bool good = options_parse(&options, arena, argc, argv, false) && act(&options);
    arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
