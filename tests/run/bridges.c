/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* Raw requests of libuv, descriptors, and tasks sent to another thread's loop. */
#include <asyncc.h>
#include <asyncc/future.h>
#include <asyncc/thread.h>
#include <asyncc/uv.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- requests ---- */

static int worked;

static void work(uv_work_t *request)
{
    (void)request;
    worked++;
}

static void works_long(uv_work_t *request)
{
    (void)request;
    usleep(20000);
    worked++;
}

static async int requests(void)
{
    uv_fs_t fs;
    uv_work_t queued;
    uv_getnameinfo_t name;
    struct sockaddr_in address;
    int result = uv_fs_stat(async_uv_loop(), &fs, "/", async_fs_cb);
    if (result == 0)
        result = await async_request(&fs);
    printf("%d %d ", result, (fs.statbuf.st_mode & S_IFDIR) != 0);
    uv_fs_req_cleanup(&fs);
    uv_fs_stat(async_uv_loop(), &fs, "/nowhere/at/all", async_fs_cb);
    printf("%d ", await async_request(&fs) == UV_ENOENT);
    uv_fs_req_cleanup(&fs);
    uv_queue_work(async_uv_loop(), &queued, work, async_after_work_cb);
    printf("%d %d ", await async_request(&queued), worked);
    uv_ip4_addr("127.0.0.1", 80, &address);
    result = uv_getnameinfo(async_uv_loop(), &name, async_getnameinfo_cb, (struct sockaddr *)&address,
                            NI_NUMERICHOST | NI_NUMERICSERV);
    if (result == 0)
        result = await async_request(&name);
    printf("%d %s %s\n", result, name.host, name.service);
    return result;
}

/* Then it has to be waited for. */
static void let_it_begin(void)
{
    usleep(2000);
}

static async int cancelled_request(void)
{
    uv_work_t queued;
    defer printf("ended ");
    worked = 0;
    uv_queue_work(async_uv_loop(), &queued, works_long, async_after_work_cb);
    let_it_begin();
    return await async_request(&queued);
}

/* ---- descriptors ---- */

static async void polls(int fd, int events, int id)
{
    defer printf("(%d ends) ", id);
    int got = await async_poll_fd(fd, events);
    printf("%d:%s ", id, got < 0 ? uv_err_name(got) : got == events ? "all" : "some");
}

static async void descriptors(void)
{
    int ends[2];
    char byte = 1;
    if (pipe(ends) != 0)
        return;
    defer {
        close(ends[0]);
        close(ends[1]);
    }
    task(void) t[3];
    for (int i = 0; i < 3; i++)
        t[i] = create_task(polls(ends[0], UV_READABLE, i));
    await polls(ends[1], UV_WRITABLE, 3);
    task_cancel(t[1]);
    await async_yield();
    if (write(ends[1], &byte, 1) != 1)
        return;
    await async_wait(t, 3, ASYNC_ALL_COMPLETED);
    for (int i = 0; i < 3; i++)
        task_unref(t[i]);
    await polls(ends[0], UV_READABLE | UV_DISCONNECT, 4);
    await polls(99999, UV_READABLE, 5);
    await polls(ends[0], 0, 6);
    if (read(ends[0], &byte, 1) != 1)
        return;
    printf("%d\n", await timeout(0.01, polls(ends[0], UV_READABLE, 7)) == UV_ETIMEDOUT);
}

/* ---- another thread's loop ---- */

static struct server {
    struct async_future ready;
    struct async_remote *remote;
    struct async_future stop; /* belongs to the server's thread */
    int count;
} server;

static async int serve(void)
{
    server.remote = async_remote_self();
    async_future_set_from_thread(&server.ready, 0);
    return await async_future_wait(&server.stop);
}

static void *run_server(void *unused)
{
    (void)unused;
    return (void *)(intptr_t)async_run(serve());
}

static async int doubles(void *number)
{
    await async_sleep(0.001);
    server.count++;
    return *(int *)number * 2;
}

static async int never_ends(void *unused)
{
    (void)unused;
    defer server.count += 100;
    await async_sleep(__builtin_inf());
    return 1;
}

static async int cancels_itself(void *unused)
{
    (void)unused;
    task(int) t = create_task(never_ends(NULL));
    await async_yield();
    task_cancel(t);
    return await join(t);
}

static async void stops(void *unused)
{
    (void)unused;
    async_future_set(&server.stop, 3);
}

static void join_thread(void *data)
{
    void **thread = data;
    pthread_join(*(pthread_t *)thread[0], &thread[1]);
}

static async int call(int number)
{
    return await async_remote_call(server.remote, doubles, &number);
}

static async void threads(void)
{
    pthread_t thread;
    int a, b, c, limited = 0;
    if (async_future_share(&server.ready) != 0 || pthread_create(&thread, NULL, run_server, NULL) != 0)
        return;
    await async_future_wait(&server.ready);
    await gather(a = call(1), b = call(2), c = call(3));
    printf("%d %d %d ", a, b, c);
    int status = await timeout(0.01, limited = async_remote_call(server.remote, never_ends, NULL));
    printf("%d %d %d ", status == UV_ETIMEDOUT, limited, server.count);
    printf("%d ", await async_remote_call(server.remote, cancels_itself, NULL) == UV_ECANCELED);
    printf("%d ", async_remote_spawn(server.remote, stops, NULL));
    void *joined[2] = { &thread, NULL };
    await async_to_thread(join_thread, joined);
    printf("%d ", (int)(intptr_t)joined[1]);
    printf("%d %d\n", await call(1) == UV_ESRCH, async_remote_spawn(server.remote, stops, NULL) == UV_ESRCH);
    async_remote_release(server.remote);
}

static async int on_own_loop(void *unused)
{
    (void)unused;
    await async_yield();
    return 9;
}

async int main(void)
{
    await requests();
    task(int) t = create_task(cancelled_request());
    await async_yield();
    task_cancel(t);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("%d\n", task_status(t) == UV_ECANCELED);
    task_unref(t);
    await descriptors();
    await threads();
    struct async_remote *own = async_remote_self();
    printf("%d\n", await async_remote_call(own, on_own_loop, NULL));
    async_remote_release(own);
    return 0;
}
