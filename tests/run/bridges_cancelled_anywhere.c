/* no elision */
/* options: -D_GNU_SOURCE */
/*
 * Tasks that wait for callbacks, descriptors, threads and other loops are cancelled after every number of turns: when
 * they have ended, nothing outside uses their memory any more, and what was begun has come back.
 */
#include <asyncc.h>
#include <asyncc/future.h>
#include <asyncc/thread.h>
#include <asyncc/uv.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { TURNS = 8, ROUNDS = 3 };

static int out; /* things under way in other threads; atomically */
static int ends[2];
static struct async_remote *remote;

static void change(int by)
{
    __atomic_add_fetch(&out, by, __ATOMIC_SEQ_CST);
}

/* ---- victims; each has memory that others write to, until it is told that they are done ---- */

static void works(void *arg)
{
    usleep(200);
    memset(arg, 1, 64);
    change(-1);
}

static async void to_thread(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char memory[64] = "";
        change(1);
        defer if (memory[0] != 1)
            change(-1); /* it never happened */
        await async_to_thread(works, memory);
    }
}

struct question {
    struct async_future future;
    char answer[64];
};

static void *answers(void *arg)
{
    struct question *question = arg;
    usleep(200);
    memset(question->answer, 1, sizeof question->answer);
    change(-1);
    async_future_set_from_thread(&question->future, 0);
    return NULL;
}

static async void shared_future(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        struct question question = { ASYNC_FUTURE_INIT, "" };
        pthread_t thread;
        if (async_future_share(&question.future) != 0)
            return;
        change(1);
        if (pthread_create(&thread, NULL, answers, &question) != 0)
            return;
        pthread_detach(thread);
        await async_future_wait(&question.future);
    }
}

static void counts(uv_work_t *request)
{
    (void)request;
    usleep(100);
}

static async void request(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        uv_work_t work;
        if (uv_queue_work(async_uv_loop(), &work, counts, async_after_work_cb) == 0)
            await async_request(&work);
        memset(&work, 1, sizeof work);
    }
}

static async void polls(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        await async_poll_fd(ends[1], UV_WRITABLE);
        await async_poll_fd(ends[i == 1], i == 1 ? UV_WRITABLE : UV_READABLE);
    }
}

static async int there(void *arg)
{
    change(1);
    defer change(-1);
    for (int i = 0; i < 4; i++)
        await async_yield();
    memset(arg, 1, 64);
    return 1;
}

static async void remote_call(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char memory[64];
        await async_remote_call(remote, there, memory);
        memset(memory, 2, sizeof memory);
    }
}

/* ---- the other thread ---- */

static struct async_future ready = ASYNC_FUTURE_INIT, stop = ASYNC_FUTURE_INIT;

static async int serve(void)
{
    remote = async_remote_self();
    async_future_set_from_thread(&ready, 0);
    return await async_future_wait(&stop);
}

static void *run_server(void *unused)
{
    async_run(serve());
    return unused;
}

static async void stops(void *unused)
{
    (void)unused;
    async_future_set(&stop, 0);
}

static void join_thread(void *thread)
{
    pthread_join(*(pthread_t *)thread, NULL);
}

/* ---- */

static async void victim(async void (*use)(void), int *ended)
{
    defer ++*ended;
    await use();
}

static async void everywhere(const char *name, async void (*use)(void))
{
    for (int turns = 0; turns < TURNS; turns++)
        for (int times = 1; times < 3; times++) {
            int ended = 0;
            task(void) t = create_task(victim(use, &ended));
            for (int i = 0; i < turns; i++)
                await async_sleep(i % 2 ? 0 : 0.0001);
            for (int i = 0; i < times; i++) {
                task_cancel(t);
                await async_yield();
            }
            await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
            if (__atomic_load_n(&out, __ATOMIC_SEQ_CST) != 0)
                printf("%s: %d are under way after %d turns\n", name, out, turns);
            task_unref(t);
        }
    printf("%s\n", name);
}

async int main(void)
{
    pthread_t thread;
    if (pipe(ends) != 0 || async_future_share(&ready) != 0 || pthread_create(&thread, NULL, run_server, NULL) != 0)
        return 1;
    await async_future_wait(&ready);
    await everywhere("to_thread", to_thread);
    await everywhere("shared future", shared_future);
    await everywhere("request", request);
    await everywhere("poll_fd", polls);
    await everywhere("remote call", remote_call);
    async_remote_spawn(remote, stops, NULL);
    await async_to_thread(join_thread, &thread);
    async_remote_release(remote);
    close(ends[0]);
    close(ends[1]);
    return 0;
}
