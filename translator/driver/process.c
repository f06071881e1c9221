#define _GNU_SOURCE /* pipe2 */
#include "process.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool is_program(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

const char *process_find(struct arena *arena, const char *name)
{
    if (strchr(name, '/'))
        return is_program(name) ? name : NULL;
    const char *path = getenv("PATH");
    while (path && *path) {
        size_t length = strcspn(path, ":");
        const char *candidate = arena_format(arena, "%.*s/%s", length ? (int)length : 1, length ? path : ".", name);
        if (*name && is_program(candidate))
            return candidate;
        path += length + (path[length] == ':');
    }
    return NULL;
}

static int wait_for(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

static const int endings[] = { SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM };
enum { ENDINGS = sizeof endings / sizeof *endings };

static struct sigaction before[ENDINGS];

/* For the handler. */
static volatile sig_atomic_t running, received;

static void hand_on(int signal)
{
    received = signal;
    if (running)
        kill((pid_t)running, signal);
}

const char *process_answer(struct arena *arena, const char *const *command, int *status)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return NULL;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child;
    int error = posix_spawnp(&child, command[0], &actions, NULL, (char *const *)command, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    running = error ? 0 : child;
    struct text text = { 0 };
    char buffer[4096];
    for (ssize_t got; !error && (got = read(ends[0], buffer, sizeof buffer)) != 0;)
        if (got > 0)
            text_add(&text, buffer, (size_t)got);
        else if (errno != EINTR)
            break;
    close(ends[0]);
    const char *copy = error ? NULL : arena_copy(arena, text.at ? text.at : "", text.length);
    text_free(&text);
    int ended = error ? 0 : wait_for(child);
    running = 0;
    *status = WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended);
    return copy;
}

const char *process_output(struct arena *arena, const char *const *command)
{
    int status;
    const char *answer = process_answer(arena, command, &status);
    return answer && status == 0 ? answer : NULL;
}

void process_hold(void)
{
    struct sigaction forward = { .sa_handler = hand_on };
    for (int i = 0; i < ENDINGS; i++) {
        sigaction(endings[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) /* as under nohup: for the child as well */
            sigaction(endings[i], &forward, NULL);
    }
}

int process_received(void)
{
    return received;
}

int process_run(int (*body)(void *data), void *data, int *signal)
{
    sigset_t ours, mask;
    sigemptyset(&ours);
    for (int i = 0; i < ENDINGS; i++)
        sigaddset(&ours, endings[i]);
    sigprocmask(SIG_BLOCK, &ours, &mask); /* until the handler knows the child */
    pid_t own = getpid(), child = received ? 0 : fork();
    if (child == 0 && !received) {
        if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != own)
            _exit(EXIT_FAILURE);
        for (int i = 0; i < ENDINGS; i++)
            sigaction(endings[i], &before[i], NULL);
        sigprocmask(SIG_SETMASK, &mask, NULL);
        _exit(body(data));
    }
    int error = errno;
    running = child > 0 ? child : 0;
    sigprocmask(SIG_SETMASK, &mask, NULL);
    int status = child > 0 ? wait_for(child) : child;
    running = 0;
    *signal = received;
    if (child < 0)
        errno = error;
    if (status < 0)
        return -1;
    if (WIFSIGNALED(status))
        *signal = WTERMSIG(status);
    return *signal ? 128 + *signal : WEXITSTATUS(status);
}

int process_become(const char *const *command)
{
    execvp(command[0], (char *const *)command);
    fprintf(stderr, "asyncc: error: cannot run '%s': %s\n", command[0], strerror(errno));
    return errno == ENOENT ? 127 : 126;
}
