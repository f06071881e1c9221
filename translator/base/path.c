#include "path.h"

#include "arena.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool has_prefix(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool has_suffix(const char *text, const char *suffix)
{
    size_t length = strlen(text), end = strlen(suffix);
    return length >= end && strcmp(text + length - end, suffix) == 0;
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_stem(struct arena *arena, const char *path)
{
    const char *dot = strrchr(path_base(path), '.');
    return dot ? arena_copy(arena, path, (size_t)(dot - path)) : path;
}

bool path_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

const char *path_beside(struct arena *arena, const char *file, const char *name)
{
    const char *slash = strrchr(file, '/');
    return name[0] == '/' || !slash ? name : arena_format(arena, "%.*s/%s", (int)(slash - file), file, name);
}

const char *path_own_directory(struct arena *arena)
{
    char *self = realpath("/proc/self/exe", NULL);
    const char *slash = self ? strrchr(self, '/') : NULL;
    const char *directory = slash ? arena_copy(arena, self, (size_t)(slash - self)) : NULL;
    free(self);
    return directory;
}
