#include "translator.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>

const char *translator_path(struct arena *arena)
{
    static const char name[] = "asyncc-translate";
    char *self = realpath("/proc/self/exe", NULL);
    const char *slash = self ? strrchr(self, '/') : NULL;
    const char *path = slash ? arena_format(arena, "%.*s/%s", (int)(slash - self), self, name) : name;
    free(self);
    return path;
}
