/*
 * save.c - a new file beside the old one, in whose place it is put when it is whole. Its name is made up and must not be there,
 * so that nobody who can write to the directory can lay a link in its way.
 */
#define _GNU_SOURCE /* O_PATH */
#include "save.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 }; /* the system has no longer ones */

/* ---- signals ---- */

static const int endings[] = { SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM };
enum { ENDINGS = sizeof endings / sizeof *endings };

static atomic_int unfinished; /* files */
static atomic_bool is_ending;

static void end(int number)
{
    atomic_store(&is_ending, true);
    while (atomic_load(&unfinished))
        poll(NULL, 0, 1);
    signal(number, SIG_DFL);
    raise(number);
}

void save_first(void)
{
    for (int i = 0; i < ENDINGS; i++) {
        struct sigaction action;
        sigaction(endings[i], NULL, &action);
        if (action.sa_handler == SIG_DFL) {
            action.sa_handler = end;
            sigaction(endings[i], &action, NULL);
        }
    }
}

/* This thread does not wait for itself: it takes no signal meanwhile. */
static void begin_file(sigset_t *before)
{
    sigset_t ours;
    sigemptyset(&ours);
    for (int i = 0; i < ENDINGS; i++)
        sigaddset(&ours, endings[i]);
    pthread_sigmask(SIG_BLOCK, &ours, before);
    atomic_fetch_add(&unfinished, 1);
    if (!atomic_load(&is_ending))
        return;
    atomic_fetch_sub(&unfinished, 1);
    for (;;)
        pause();
}

static void end_file(const sigset_t *before)
{
    int error = errno;
    atomic_fetch_sub(&unfinished, 1);
    pthread_sigmask(SIG_SETMASK, before, NULL);
    errno = error;
}

/* ---- files ---- */

/* Closes it, too. */
static bool write_all(int file, const char *text, size_t length)
{
    bool good = file >= 0;
    while (good && length) {
        ssize_t written = write(file, text, length);
        good = written >= 0 || errno == EINTR;
        text += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    int error = errno;
    if (file >= 0 && close(file) != 0 && good)
        return false;
    errno = error;
    return good;
}

/* Whether the link is one of /proc, to an open file that may have no name. */
static bool is_open_file(const char *link)
{
    struct statfs system;
    int file = open(link, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    bool is = file >= 0 && fstatfs(file, &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
    if (file >= 0)
        close(file);
    return is;
}

/* Where links lead to, which need not be there; or to an open file: that link. */
static bool follow(char path[PATH_ROOM])
{
    char target[PATH_ROOM];
    ssize_t length;
    for (int links = 0; (length = readlink(path, target, PATH_ROOM - 1)) >= 0; links++) {
        if (is_open_file(path))
            return true;
        char *slash = strrchr(path, '/');
        size_t directory = target[0] == '/' || !slash ? 0 : (size_t)(slash - path) + 1;
        if (links == 40 || directory + (size_t)length >= PATH_ROOM) {
            errno = links == 40 ? ELOOP : ENAMETOOLONG;
            return false;
        }
        memcpy(path + directory, target, (size_t)length);
        path[directory + (size_t)length] = 0;
    }
    return true;
}

/* Of a name that was followed. */
static int open_file(const char *path)
{
    struct stat status, own;
    const char *slash = strrchr(path, '/');
    char *end = NULL;
    long number = slash ? strtol(slash + 1, &end, 10) : -1;
    bool is = slash && end != slash + 1 && !*end && stat(path, &status) == 0 && fstat((int)number, &own) == 0 &&
              status.st_dev == own.st_dev && status.st_ino == own.st_ino;
    return is ? (int)number : -1;
}

int save_open_file(const char *path)
{
    char target[PATH_ROOM];
    if (strlen(path) >= PATH_ROOM)
        return -1;
    strcpy(target, path);
    return follow(target) ? open_file(target) : -1;
}

/* To write to what is there. An open file of ours goes on where it stands, as what is before and behind may be another's. */
static int open_as_is(const char *path)
{
    int number = open_file(path);
    return number >= 0 ? fcntl(number, F_DUPFD_CLOEXEC, 0) : open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC);
}

/* A new file in the directory of another, and its name. */
static int open_beside(char name[PATH_ROOM], const char *path)
{
    const char *slash = strrchr(path, '/');
    int file = -1;
    for (int tries = 0; tries < 100; tries++) {
        unsigned long number;
        if (getrandom(&number, sizeof number, 0) != sizeof number)
            return -1;
        int length = snprintf(name, PATH_ROOM, "%.*s.asyncc-%lx", slash ? (int)(slash - path) + 1 : 0, path, number);
        if (length >= PATH_ROOM) {
            errno = ENAMETOOLONG;
            return -1;
        }
        file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            break;
    }
    return file;
}

/* As the old one can be used, which is to be writable itself, so the new one can. */
static bool replace(const char *path, const char *text, size_t length, const struct stat *old)
{
    char name[PATH_ROOM];
    int file = open_beside(name, path);
    if (file < 0 && old)
        return write_all(open_as_is(path), text, length); /* the directory cannot be written to */
    if (file < 0)
        return false;
    bool good = !old || fchmod(file, old->st_mode & 07777) == 0;
    good = write_all(file, text, length) && good && rename(name, path) == 0;
    if (!good) {
        int error = errno;
        unlink(name);
        errno = error;
    }
    return good;
}

bool save_file(const char *path, const char *text, size_t length)
{
    char target[PATH_ROOM];
    struct stat status;
    if (strcmp(path, "-") == 0)
        return fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0;
    if (strlen(path) >= PATH_ROOM) {
        errno = ENAMETOOLONG;
        return false;
    }
    strcpy(target, path);
    if (!follow(target))
        return false;
    bool is_there = lstat(target, &status) == 0;
    if (is_there && !S_ISREG(status.st_mode))
        return write_all(open_as_is(target), text, length);
    if (is_there && access(target, W_OK) != 0)
        return false;
    sigset_t before;
    begin_file(&before);
    bool good = replace(target, text, length, is_there ? &status : NULL);
    end_file(&before);
    return good;
}

bool save_is_same(const char *path, const char *other)
{
    struct stat one, two;
    return stat(path, &one) == 0 && stat(other, &two) == 0 && S_ISREG(one.st_mode) && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}
