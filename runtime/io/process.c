/*
 * process.c - child processes.
 *
 * A process that is closed while it runs is killed, unless it is detached; its handle stays until its end has come,
 * so that no zombie is left.
 *
 * libuv learns of an end by SIGCHLD, and asks for the status then. The signal does not come if it is blocked, and there is
 * no status if something else in the process has waited for it. So where the system has it a descriptor of the process
 * is watched, too, which tells of the end in any case; whoever comes first takes the status.
 */
#include "leaf.h"
#include "handle.h"
#include "pidfd.h"
#include "stream.h"
#include "waiters.h"

#include "../core/gather.h"
#include "../loop/former.h"

#include <asyncc/process.h>

#include <signal.h>
#include <stdlib.h>

enum { STDIO = 16 };

struct async_process {
    struct asyncc_handle base;
    struct asyncc_io_waiters waiters;
    struct async_stream *pipes[STDIO]; /* the parent's ends */
    int status, signal;
    int error;        /* there is no status */
    int descriptor;   /* of the process; -1: none is watched */
    unsigned handles; /* of libuv's that are not closed */
    unsigned char ended, closed, detached;
    uv_poll_t watch; /* of the descriptor */
    union {
        uv_handle_t handle;
        uv_process_t process;
    };
};

static void close_process(void *process)
{
    async_process_close(process);
}

static const struct asyncc_handle_kind process_kind = ASYNCC_HANDLE_KIND(struct async_process, "process", close_process);

/* ---- its handles ---- */

/* It is released when the user has closed it, and libuv both of its handles. */
static void release(struct async_process *process)
{
    asyncc_thread.loop->handles--;
    asyncc_handle_free(process);
}

static void one_closed(struct async_process *process)
{
    if (--process->handles == 0 && process->closed)
        release(process);
}

static void on_closed(uv_handle_t *handle)
{
    one_closed(handle->data);
}

static void on_watch_closed(uv_handle_t *watch)
{
    one_closed((void *)((char *)watch - offsetof(struct async_process, watch)));
}

static void close_watch(struct async_process *process)
{
    if (process->descriptor < 0)
        return;
    uv_close((uv_handle_t *)&process->watch, on_watch_closed);
    asyncc_pidfd_close(process->descriptor);
    process->descriptor = -1;
}

static void close_handles(struct async_process *process)
{
    close_watch(process);
    if (!uv_is_closing(&process->handle))
        asyncc_former_put_back(SIGCHLD, &process->handle, on_closed);
}

/* ---- its end ---- */

static void end(struct async_process *process)
{
    process->ended = 1;
    close_handles(process);
    if (!process->closed)
        asyncc_io_wake_all(&process->waiters);
}

static void on_exit_of(uv_process_t *handle, int64_t status, int signal)
{
    struct async_process *process = handle->data;
    process->status = (int)status;
    process->signal = signal;
    end(process);
}

static void on_descriptor(uv_poll_t *watch, int error, int events)
{
    struct async_process *process = (void *)((char *)watch - offsetof(struct async_process, watch));
    (void)events;
    int taken = error ? error : asyncc_pidfd_take(process->descriptor, &process->status, &process->signal);
    if (taken == 0)
        return;
    process->error = taken < 0 ? taken : 0;
    end(process);
}

/* Without a descriptor libuv's way is left, and SIGCHLD must come. */
static void watch(struct async_process *process)
{
    uv_loop_t *uv = asyncc_handle_loop(&process->base);
    int descriptor = asyncc_pidfd_open(uv_process_get_pid(&process->process));
    if (descriptor >= 0 && uv_poll_init(uv, &process->watch, descriptor) == 0) {
        process->descriptor = descriptor;
        process->handles++;
        uv_handle_set_data((uv_handle_t *)&process->watch, asyncc_thread.loop);
        uv_unref((uv_handle_t *)&process->watch);
        if (uv_poll_start(&process->watch, UV_READABLE, on_descriptor) == 0)
            return;
        close_watch(process);
    } else if (descriptor >= 0) {
        asyncc_pidfd_close(descriptor);
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    pthread_sigmask(SIG_UNBLOCK, &ends, NULL);
}

static int send_signal(struct async_process *process, int signal)
{
    return process->descriptor >= 0 ? asyncc_pidfd_kill(process->descriptor, signal)
                                    : uv_process_kill(&process->process, signal);
}

static void close_pipes(struct async_process *process)
{
    for (int i = 0; i < STDIO; i++)
        async_process_close_pipe(process, i);
}

void async_process_close(struct async_process *process)
{
    if (!process)
        return;
    asyncc_handle_check(process, &process_kind, "async_process_close");
    asyncc_io_wake_closed(&process->waiters);
    close_pipes(process);
    asyncc_handle_leave(process);
    process->closed = 1;
    int running = !process->ended && uv_is_active(&process->handle);
    if (running && !process->detached && send_signal(process, SIGKILL) == 0)
        return; /* until its end */
    close_handles(process);
    if (process->handles == 0)
        release(process);
}

/* ---- its start ---- */

static int prepare(struct async_process *process, const struct async_stdio *stdio, int i, uv_stdio_container_t *to)
{
    int error = 0;
    switch (stdio->kind) {
    case ASYNC_STDIO_IGNORE: to->flags = UV_IGNORE; break;
    case ASYNC_STDIO_PIPE:
        process->pipes[i] = asyncc_stream_new_pipe(0, &error);
        to->flags = UV_CREATE_PIPE | UV_READABLE_PIPE | UV_WRITABLE_PIPE;
        to->data.stream = process->pipes[i] ? &process->pipes[i]->stream : NULL;
        break;
    case ASYNC_STDIO_FILE:
        to->flags = UV_INHERIT_FD;
        to->data.fd = stdio->file;
        break;
    case ASYNC_STDIO_STREAM:
        to->flags = UV_INHERIT_STREAM;
        to->data.stream = &stdio->stream->stream;
        break;
    default: error = UV_EINVAL;
    }
    return error;
}

/* The flags are libuv's own. */
_Static_assert((int)ASYNC_PROCESS_DETACHED == (int)UV_PROCESS_DETACHED &&
                   (int)ASYNC_PROCESS_SETUID == (int)UV_PROCESS_SETUID &&
                   (int)ASYNC_PROCESS_SETGID == (int)UV_PROCESS_SETGID,
               "flags differ from libuv's");

static int start_process(struct async_process *process, const struct async_process_options *options)
{
    uv_stdio_container_t stdio[STDIO];
    uv_process_options_t uv = { .exit_cb = on_exit_of,
                                .file = options->file,
                                .args = (char **)(uintptr_t)options->args,
                                .env = (char **)(uintptr_t)options->env,
                                .cwd = options->cwd,
                                .flags = options->flags,
                                .stdio_count = options->stdio_count,
                                .stdio = stdio,
                                .uid = options->uid,
                                .gid = options->gid };
    for (int i = 0; i < options->stdio_count; i++) {
        int error = prepare(process, &options->stdio[i], i, &stdio[i]);
        if (error)
            return error;
    }
    asyncc_former_keep(SIGCHLD);
    int error = uv_spawn(asyncc_handle_loop(&process->base), &process->process, &uv);
    if (error && !process->handle.loop)
        asyncc_former_put_back(SIGCHLD, NULL, NULL);
    return error;
}

int async_process_start(const struct async_process_options *options, struct async_process **result)
{
    *result = NULL;
    if (options->stdio_count < 0 || options->stdio_count > STDIO)
        return UV_EINVAL;
    struct async_process *process = asyncc_handle_new(&process_kind);
    if (!process)
        return asyncc_thread.loop ? UV_ENOMEM : UV_EINVAL;
    process->descriptor = -1;
    process->detached = (options->flags & ASYNC_PROCESS_DETACHED) != 0;
    int error = start_process(process, options);
    if (error && !process->handle.loop) { /* libuv has not made it */
        close_pipes(process);
        asyncc_handle_free(process);
        return error;
    }
    asyncc_handle_made(process, &process->handle);
    process->handles = 1;
    if (error) {
        async_process_close(process);
        return error;
    }
    watch(process);
    *result = process;
    return 0;
}

/* ---- what it tells ---- */

int async_process_pid(const struct async_process *process)
{
    return uv_process_get_pid(&process->process);
}

int async_process_kill(struct async_process *process, int signal)
{
    return process->ended ? UV_ESRCH : send_signal(process, signal);
}

struct async_stream *async_process_pipe(const struct async_process *process, int index)
{
    return index >= 0 && index < STDIO ? process->pipes[index] : NULL;
}

struct async_stream *async_process_take_pipe(struct async_process *process, int index)
{
    struct async_stream *stream = async_process_pipe(process, index);
    if (stream)
        process->pipes[index] = NULL;
    return stream;
}

void async_process_close_pipe(struct async_process *process, int index)
{
    async_stream_close(async_process_take_pipe(process, index));
}

/* ---- waiting ---- */

static asyncc_status tell(struct asyncc_process_wait *self, int *value)
{
    const struct async_process *process = self->process;
    if (self->status && !process->error)
        *self->status = process->status;
    if (self->signal && !process->error)
        *self->signal = process->signal;
    *value = process->error;
    return ASYNCC_DONE;
}

asyncc_status asyncc_process_wait_start(struct asyncc_process_wait *self, struct async_process *process, int *status,
                                        int *signal, int *value)
{
    self->process = process;
    self->status = status;
    self->signal = signal;
    if (process->ended)
        return tell(self, value);
    return asyncc_io_wait(&self->waiter, &process->waiters);
}

asyncc_status asyncc_process_wait_resume(struct asyncc_process_wait *self, int *value)
{
    switch (asyncc_io_resume(&self->waiter)) {
    case ASYNCC_IO_CANCELLED: return ASYNCC_CANCELLED;
    case ASYNCC_IO_CLOSED: *value = UV_ECANCELED; return ASYNCC_DONE;
    default: return tell(self, value);
    }
}

/* ---- communicating ---- */

/* Writes the input, and closes the pipe. */
struct feed_unit {
    struct asyncc_unit unit;
    struct {
        unsigned state;
        struct asyncc_stream_write write;
        struct async_process *process;
        const void *input;
        size_t size;
    } frame;
    ssize_t error;
};

static asyncc_status feed_step(struct asyncc_unit *unit)
{
    struct feed_unit *u = (struct feed_unit *)unit;
    int error = 0;
    asyncc_status status = u->frame.state++
                               ? asyncc_stream_write_resume(&u->frame.write, &error)
                               : asyncc_stream_write_start(&u->frame.write, async_process_pipe(u->frame.process, 0),
                                                           u->frame.input, u->frame.size, &error);
    if (status != ASYNCC_DONE)
        return status;
    async_process_close_pipe(u->frame.process, 0);
    u->error = error == UV_EPIPE || error == UV_ECONNRESET ? 0 : error; /* it does not want it */
    return ASYNCC_DONE;
}

static const struct asyncc_function feed_function = { .name = "input of async_process_communicate",
                                                      .file = __FILE_NAME__,
                                                      .line = __LINE__,
                                                      .step = feed_step,
                                                      ASYNCC_UNIT_SIZE(struct feed_unit),
                                                      .frame = offsetof(struct feed_unit, frame),
                                                      .result = offsetof(struct feed_unit, error) };

static void feed(struct asyncc_process_communicate *self, const void *input, size_t size)
{
    struct feed_unit *u = asyncc_unit_new(&feed_function);
    if (u) {
        u->frame.state = 0;
        u->frame.process = self->process;
        u->frame.input = input;
        u->frame.size = size;
    }
    asyncc_gather_call(&self->gather, &self->children[0]);
}

asyncc_status asyncc_process_communicate_start(struct asyncc_process_communicate *self, struct async_process *process,
                                               const void *input, size_t size, struct async_output *out,
                                               struct async_output *err, int *value)
{
    struct async_output *outputs[] = { NULL, out, err };
    self->process = process;
    self->waiting = 0;
    self->error = 0;
    asyncc_gather_init(&self->gather);
    for (int i = 0; i < 3; i++) {
        self->children[i] = NULL;
        self->data[i] = NULL;
        self->outputs[i] = outputs[i];
        if (outputs[i])
            *outputs[i] = (struct async_output){ 0 };
        if (!async_process_pipe(process, i))
            continue;
        if (i == 0) {
            feed(self, input, size);
            continue;
        }
        async_stream_read_all(async_process_pipe(process, i), &self->data[i], SIZE_MAX);
        asyncc_gather_call(&self->gather, &self->children[i]);
    }
    asyncc_status status = asyncc_gather_start(&self->gather);
    return status == ASYNCC_DONE ? asyncc_process_communicate_resume(self, value) : status;
}

/* What the children have; the first error. */
static int collect(struct asyncc_process_communicate *self)
{
    int error = 0;
    for (int i = 0; i < 3; i++) {
        ssize_t n = 0;
        if (self->children[i])
            asyncc_gather_take(self->children[i], &n, sizeof n);
        if (n < 0 && error == 0)
            error = (int)n;
        self->sizes[i] = n > 0 ? (size_t)n : 0;
    }
    return error;
}

/* The caller gets what was read, unless it was cancelled. */
static void give_outputs(struct asyncc_process_communicate *self, asyncc_status status)
{
    for (int i = 1; i < 3; i++) {
        if (status == ASYNCC_DONE && self->outputs[i])
            *self->outputs[i] = (struct async_output){ self->data[i], self->sizes[i] };
        else
            free(self->data[i]);
    }
}

static asyncc_status finish(struct asyncc_process_communicate *self, asyncc_status status, int ended, int *value)
{
    if (status == ASYNCC_PENDING)
        return status;
    *value = self->error ? self->error : ended;
    give_outputs(self, status);
    return status;
}

asyncc_status asyncc_process_communicate_resume(struct asyncc_process_communicate *self, int *value)
{
    int ended = 0;
    asyncc_status status;
    if (self->waiting) {
        status = asyncc_process_wait_resume(&self->wait, &ended);
        return finish(self, status, ended, value);
    }
    status = asyncc_gather_resume(&self->gather);
    if (status == ASYNCC_DONE) {
        self->error = collect(self);
        self->waiting = 1;
        status = asyncc_process_wait_start(&self->wait, self->process, NULL, NULL, &ended);
    }
    return finish(self, status, ended, value);
}

/* clang-format off */
ASYNCC_NATURAL(process_wait, int, (struct async_process *process, int *status, int *signal),
               ({ struct async_process *process; int *status, *signal; }), (process, status, signal),
               (a->process, a->status, a->signal));
ASYNCC_NATURAL(process_communicate, int,
               (struct async_process *process, const void *input, size_t size, struct async_output *out,
                struct async_output *err),
               ({ struct async_process *process; const void *input; size_t size; struct async_output *out, *err; }),
               (process, input, size, out, err), (a->process, a->input, a->size, a->out, a->err));
/* clang-format on */
