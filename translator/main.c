/*
 * main.c - from the arguments to the exit status.
 */
#include "arena.h"
#include "clang.h"
#include "driver.h"
#include "options.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

/* Expressions nest as deep as users nest them, and the passes recurse. */
enum { STACK = 1 << 30 };

static void *run(void *data)
{
    static int failed;
    failed = !driver_translate(data);
    return failed ? &failed : NULL;
}

static int translate(struct options *options)
{
    pthread_attr_t attributes;
    pthread_t thread;
    void *failed = NULL;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    if (pthread_create(&thread, &attributes, run, options) != 0) {
        failed = run(options); /* with the stack that there is */
    } else {
        pthread_join(thread, &failed);
    }
    pthread_attr_destroy(&attributes);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new();
    struct options options;
    int status = EXIT_FAILURE;
    if (!options_parse(&options, arena, argc, argv)) {
        status = EXIT_FAILURE;
    } else if (options.show_help) {
        options_help();
        status = EXIT_SUCCESS;
    } else if (options.show_version) {
        printf("asyncc %s (generated-code ABI 1, %s)\n", ASYNCC_VERSION, clang_version());
        status = EXIT_SUCCESS;
    } else {
        status = translate(&options);
    }
    arena_free(arena);
    return status;
}
