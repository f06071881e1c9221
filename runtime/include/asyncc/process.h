/*
 * asyncc/process.h - child processes, awaited.
 *
 * A process belongs to whoever started it, who closes it; it is used in the thread that started it, and closed at
 * the latest when its loop ends. Values: 0, or a negative UV_E... code.
 */
#ifndef ASYNCC_PROCESS_H
#define ASYNCC_PROCESS_H

#include <sys/types.h>

#include <asyncc.h>
#include <asyncc/stream.h>
#include <asyncc/abi/process.h>

#ifdef __cplusplus
extern "C" {
#endif

struct async_process;

/* What a descriptor of the child is: /dev/null; a pipe to the parent; a descriptor, or a stream, of the parent's. */
enum { ASYNC_STDIO_IGNORE, ASYNC_STDIO_PIPE, ASYNC_STDIO_FILE, ASYNC_STDIO_STREAM };
struct async_stdio {
    int kind;
    int file;
    struct async_stream *stream;
};

/* A process group and session of its own, which lives on after the parent; another user or group. uv_process_flags. */
enum { ASYNC_PROCESS_SETUID = 1, ASYNC_PROCESS_SETGID = 2, ASYNC_PROCESS_DETACHED = 8 };

/* uv_process_options_t. What is 0 is as the parent has it, but for descriptors, which are ignored. */
struct async_process_options {
    const char *file;        /* looked for in PATH */
    const char *const *args; /* args[0] is its name; ends with NULL */
    const char *const *env;  /* ends with NULL */
    const char *cwd;
    const struct async_stdio *stdio; /* the descriptors from 0 on */
    int stdio_count;                 /* at most 16 */
    unsigned flags;
    unsigned uid, gid;
};

/*
 * Starts a process: 0 and *process, or an error, as UV_ENOENT, and it is NULL. Does not wait. While one runs the handler
 * of SIGCHLD is libuv's; then it is again what it was. uv_spawn.
 */
int async_process_start(const struct async_process_options *options, struct async_process **process);

int async_process_pid(const struct async_process *process);

/* The parent's end of the child's descriptor, which stays the process's; NULL if it is none or was closed. */
struct async_stream *async_process_pipe(const struct async_process *process, int index);

/* The same, but the caller's to close from now on. */
struct async_stream *async_process_take_pipe(struct async_process *process, int index);

/* Closes it, so that the child sees the end of its input. NULL does nothing. */
void async_process_close_pipe(struct async_process *process, int index);

/*
 * Waits for its end: 0, and its exit status and the signal that ended it, or 0; either may be NULL. UV_ECANCELED if
 * it was closed meanwhile. UV_ESRCH if it has ended and something else in this program has waited for it, as wait(NULL)
 * does: then nobody can say how, and both stay as they are. Any number of tasks may wait, also later. A cancel loses
 * nothing. Process.wait.
 *
 * Where the system has no pidfd (Linux before 5.4), and where there is no descriptor left for it, an end of which something
 * else has taken the status is not noticed; and SIGCHLD, which tells of ends there, is unblocked in the thread that starts
 * a process.
 */
_Async int async_process_wait(struct async_process *process, int *status, int *signal) ASYNCC_LEAF;

struct async_output {
    char *data; /* followed by a 0 that does not count; the caller releases it with free(). NULL if there is none */
    size_t size;
};

/*
 * Writes the input to its descriptor 0 and closes that, reads all from 1 and 2, as far as they are pipes, and waits
 * for its end: 0 or the first error. `out` and `err` may be NULL. That it does not want its input is no error.
 * A cancel loses its progress: with the input, and what was read to the end of a pipe; what was read of others can
 * still be read from them. `out` and `err` are then empty.
 * Process.communicate.
 */
_Async int async_process_communicate(struct async_process *process, const void *input, size_t size, struct async_output *out,
                                     struct async_output *err) ASYNCC_LEAF;

/* Sends it a signal: 0, or UV_ESRCH if it has ended. By its pidfd, if there is one, and never to another. uv_process_kill. */
int async_process_kill(struct async_process *process, int signal);

/*
 * Closes its pipes, and kills it (SIGKILL) if it runs, unless it is detached; then it runs on. NULL does nothing. Does
 * not wait. Those who wait for its end get UV_ECANCELED.
 */
void async_process_close(struct async_process *process);

#ifdef __cplusplus
}
#endif
#endif
