#include "save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(FILE *file, const char *text, size_t length)
{
    bool good = fwrite(text, 1, length, file) == length;
    return fclose(file) == 0 && good;
}

/* A device or a pipe is written to, not replaced. */
static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool save_file(const char *path, const char *text, size_t length)
{
    if (strcmp(path, "-") == 0)
        return fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0;
    if (is_special(path)) {
        FILE *special = fopen(path, "wb");
        return special && write_all(special, text, length);
    }
    size_t room = strlen(path) + 32;
    char *temporary = malloc(room);
    if (!temporary)
        return false;
    snprintf(temporary, room, "%s.tmp%ld", path, (long)getpid());
    FILE *file = fopen(temporary, "wb");
    bool good = file && write_all(file, text, length) && rename(temporary, path) == 0;
    if (!good && file) {
        int error = errno;
        remove(temporary);
        errno = error;
    }
    free(temporary);
    return good;
}
