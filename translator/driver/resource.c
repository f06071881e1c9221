#define _GNU_SOURCE /* dladdr */
#include "resource.h"

#include "base/arena.h"
#include "front/clang.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_good(struct arena *arena, const char *directory)
{
    return directory && access(arena_format(arena, "%s/include/stddef.h", directory), R_OK) == 0;
}

const char *resource_library(struct arena *arena)
{
    Dl_info info;
    if (!dladdr(clang_library_address(), &info) || !info.dli_fname)
        return NULL;
    char *real = realpath(info.dli_fname, NULL);
    const char *path = real ? arena_copy(arena, real, strlen(real)) : NULL;
    free(real);
    return path;
}

/* <directory of libclang>/clang/<version>, by its major number or in full. */
static const char *beside_library(struct arena *arena, bool full)
{
    const char *library = resource_library(arena), *version = ASYNCC_LIBCLANG_VERSION;
    const char *slash = library ? strrchr(library, '/') : NULL;
    if (!slash)
        return NULL;
    int length = full ? (int)strlen(version) : (int)strcspn(version, ".");
    return arena_format(arena, "%.*s/clang/%.*s", (int)(slash - library), library, length, version);
}

const char *resource_find(struct arena *arena, const char *given, const char **looked_in)
{
    const char *places[] = { given, given ? NULL : getenv("ASYNCC_RESOURCE_DIR"), given ? NULL : ASYNCC_RESOURCE_DIR,
                             given ? NULL : beside_library(arena, false), given ? NULL : beside_library(arena, true) };
    *looked_in = "";
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (is_good(arena, places[i]))
            return places[i];
        if (places[i])
            *looked_in = arena_format(arena, "%s '%s'", *looked_in, places[i]);
    }
    return NULL;
}
