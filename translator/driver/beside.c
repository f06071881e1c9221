#include "beside.h"

#include "base/arena.h"
#include "base/path.h"

#include <stdlib.h>
#include <string.h>

/* The first of these directories, as seen from this program's, that has the file. */
static const char *find(struct arena *arena, const char *const *directories, size_t count, const char *file)
{
    const char *own = path_own_directory(arena);
    for (size_t i = 0; own && i < count; i++) {
        bool is_absolute = directories[i][0] == '/';
        const char *there = is_absolute ? directories[i] : arena_format(arena, "%s/%s", own, directories[i]);
        if (!path_exists(arena_format(arena, "%s/%s", there, file)))
            continue;
        char *real = realpath(there, NULL);
        const char *found = real ? arena_copy(arena, real, strlen(real)) : there;
        free(real);
        return found;
    }
    return NULL;
}

const char *beside_include(struct arena *arena)
{
    static const char *const places[] = { ASYNCC_BESIDE_INCLUDE, "../include" };
    const char *found = find(arena, places, sizeof places / sizeof *places, "asyncc.h");
    bool is_usual = found && (strcmp(found, "/usr/include") == 0 || strcmp(found, "/usr/local/include") == 0);
    return is_usual ? NULL : found;
}

bool beside_is_said(struct arena *arena, const char *const *directories, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (path_exists(arena_format(arena, "%s/asyncc.h", directories[i])))
            return true;
    return false;
}

const char *beside_library(struct arena *arena)
{
    static const char *const places[] = { ASYNCC_BESIDE_LIBRARY, "../lib" };
    const char *found = find(arena, places, sizeof places / sizeof *places, "libasyncc.a");
    return found ? arena_format(arena, "%s/libasyncc.a", found) : NULL;
}

const char *beside_machine(void)
{
    return ASYNCC_MACHINE;
}
