#define _GNU_SOURCE /* dladdr */
#include "resource.h"

#include "arena.h"
#include "clang.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_good(struct arena *arena, const char *directory)
{
    return directory && access(arena_format(arena, "%s/include/stddef.h", directory), R_OK) == 0;
}

/* <directory of libclang>/clang/<version>, by its major number or in full. */
static const char *beside_library(struct arena *arena, bool full)
{
    Dl_info info;
    if (!dladdr(clang_library_address(), &info) || !info.dli_fname)
        return NULL;
    char *real = realpath(info.dli_fname, NULL);
    if (!real)
        return NULL;
    char *slash = strrchr(real, '/');
    if (slash)
        *slash = '\0';
    const char *version = ASYNCC_LIBCLANG_VERSION;
    int length = full ? (int)strlen(version) : (int)strcspn(version, ".");
    const char *directory = arena_format(arena, "%s/clang/%.*s", real, length, version);
    free(real);
    return directory;
}

const char *resource_find(struct arena *arena, const char *given)
{
    const char *places[] = { given, given ? NULL : getenv("ASYNCC_RESOURCE_DIR"),
                             given ? NULL : ASYNCC_RESOURCE_DIR, given ? NULL : beside_library(arena, false),
                             given ? NULL : beside_library(arena, true) };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_good(arena, places[i]))
            return places[i];
    fputs("asyncc: error: clang's own headers (include/stddef.h) were not found; install libclang-common-dev or "
          "say where they are with -resource-dir; looked in:", stderr);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i])
            fprintf(stderr, " '%s'", places[i]);
    fputc('\n', stderr);
    return NULL;
}
