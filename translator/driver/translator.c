#include "translator.h"

#include "base/arena.h"
#include "base/path.h"

#include <stddef.h>

const char *translator_path(struct arena *arena)
{
    static const char name[] = "asyncc-translate";
    const char *own = path_own_directory(arena);
    return own ? arena_format(arena, "%s/%s", own, name) : name;
}
