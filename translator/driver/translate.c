/*
 * translate.c - the program asyncc-translate: all that needs libclang, which takes longer to load than a small file to
 * compile. `asyncc` runs it (see main.c), with the arguments as they were; with `cc` before them when it comes from a
 * compiler's command line.
 */
#include "base/arena.h"
#include "batch.h"
#include "doctor.h"
#include "explain.h"
#include "help.h"
#include "options.h"

#include <stdlib.h>
#include <string.h>

static bool act(const struct options *options)
{
    switch (options->action) {
    case ACTION_HELP: help_print(); return true;
    case ACTION_VERSION: help_version(); return true;
    case ACTION_EXPLAIN: return options->explain ? explain_print(options->explain) : explain_list();
    case ACTION_DOCTOR: return doctor_examine(options);
    case ACTION_TRANSLATE: break;
    }
    return batch_translate(options);
}

int main(int argc, char **argv)
{
    bool launched = argc > 1 && strcmp(argv[1], "cc") == 0;
    struct arena *arena = arena_new();
    struct options options;
    unsetenv("DEPENDENCIES_OUTPUT"); /* is about compiling, not about what we ask compilers */
    unsetenv("SUNPRO_DEPENDENCIES");
    setenv("LIBCLANG_NOTHREADS", "1", 1); /* it parses on our stack, which is large: brackets nest without a limit */
    bool good = options_parse(&options, arena, argc - launched, argv + launched, launched) && act(&options);
    arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
