#include "workspace.h"

#include "base/arena.h"
#include "dependencies.h"
#include "base/path.h"
#include "scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether it is one of the files that are there while asyncc runs, and after it was killed. */
static bool is_own(struct arena *arena, const char *directory, const char *name)
{
    struct text text = { 0 };
    if (dependencies_is_own(name) || has_prefix(name, ".asyncc-"))
        return true;
    bool is = text_read(&text, arena_format(arena, "%s/%s", directory, name)) && scan_is_translation(text.at);
    text_free(&text);
    return is;
}

/* What is the user's, or another's, is no place of ours. */
static bool is_ours(struct arena *arena, const struct workspace *workspace)
{
    struct stat status;
    DIR *directory = opendir(workspace->directory);
    bool is = directory && fstat(workspace->lock, &status) == 0 && status.st_uid == geteuid() && !(status.st_mode & 022);
    for (struct dirent *entry; is && (entry = readdir(directory)) != NULL;) {
        bool is_dot = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        is = is_dot || is_own(arena, workspace->directory, entry->d_name);
    }
    if (is)
        rewinddir(directory);
    for (struct dirent *entry; is && (entry = readdir(directory)) != NULL;)
        unlinkat(workspace->lock, entry->d_name, 0);
    if (directory)
        closedir(directory);
    return is;
}

/* Whoever had it may have removed it while we waited. */
static bool is_still_there(const struct workspace *workspace)
{
    struct stat one, two;
    return fstat(workspace->lock, &one) == 0 && lstat(workspace->directory, &two) == 0 && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

static bool take_named(struct workspace *workspace, struct arena *arena, const char *wanted)
{
    *workspace = (struct workspace){ .directory = wanted };
    for (;;) {
        if (mkdir(wanted, 0700) != 0 && errno != EEXIST)
            return false;
        workspace->lock = open(wanted, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (workspace->lock < 0 && errno == ENOENT)
            continue;
        if (workspace->lock < 0)
            return false;
        if (flock(workspace->lock, LOCK_EX) == 0 && is_still_there(workspace))
            break;
        int error = errno;
        bool again = !is_still_there(workspace);
        close(workspace->lock);
        errno = error;
        if (!again)
            return false;
    }
    if (is_ours(arena, workspace))
        return true;
    close(workspace->lock);
    errno = EEXIST;
    return false;
}

/* Where compilers look for a directory to write to. */
static bool take_temporary(struct workspace *workspace, struct arena *arena)
{
    const char *const candidates[] = {
        getenv("TMPDIR"), getenv("TMP"), getenv("TEMP"), P_tmpdir, "/var/tmp", "/usr/tmp", "."
    };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        char *name = candidates[i] && *candidates[i] ? arena_format(arena, "%s/asyncc-XXXXXX", candidates[i]) : NULL;
        if (name && mkdtemp(name)) {
            *workspace = (struct workspace){ name, open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) };
            return true;
        }
    }
    return false;
}

bool workspace_take(struct workspace *workspace, struct arena *arena, const char *wanted)
{
    if (wanted && take_named(workspace, arena, wanted))
        return true;
    if ((!wanted || errno != EINTR) && take_temporary(workspace, arena))
        return true;
    workspace->directory = NULL;
    return false;
}

void workspace_leave(struct workspace *workspace)
{
    if (!workspace->directory)
        return;
    DIR *directory = opendir(workspace->directory);
    for (struct dirent *entry; directory && (entry = readdir(directory)) != NULL;)
        if (has_prefix(entry->d_name, ".asyncc-")) /* of a translator that was killed */
            unlinkat(dirfd(directory), entry->d_name, 0);
    if (directory)
        closedir(directory);
    rmdir(workspace->directory);
    if (workspace->lock >= 0)
        close(workspace->lock);
    workspace->directory = NULL;
}
