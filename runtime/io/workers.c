/*
 * workers.c - threads for blocking calls, one set for the process.
 *
 * Threads are started when a job finds none idle, up to the limit, and end when no loop uses them any more, so
 * that nothing is left at the end of the program. Jobs are begun in the order in which they came.
 *
 * The child of a fork has none of the threads, and starts its own. The jobs there were are its parent's.
 */
#include "workers.h"

#include "../core/list.h"
#include "../loop/remote.h"

#include <asyncc/thread.h>

#include <pthread.h>
#include <uv.h>

enum { MOST = 256 };
enum { QUEUED, BEGUN, LOST }; /* by a fork */

static struct {
    uv_once_t once;
    uv_mutex_t mutex; /* of all that follows */
    uv_cond_t work, changed;
    struct asyncc_to_thread *first, *begun;
    unsigned queued, idle, count, limit;
    unsigned users; /* loops */
    int ending;
    uv_thread_t threads[MOST];
} workers = { .once = UV_ONCE_INIT };

static _Thread_local unsigned is_user; /* this thread's loop */

static void init(void);

static void lock(void)
{
    uv_once(&workers.once, init);
    uv_mutex_lock(&workers.mutex);
}

static void unlock(void)
{
    uv_mutex_unlock(&workers.mutex);
}

/* ---- forks: with the lock held, so that no thread is amid something ---- */

static void lose(struct asyncc_to_thread *jobs)
{
    for (; jobs; jobs = jobs->next)
        jobs->state = LOST;
}

static void in_child(void)
{
    uv_mutex_init(&workers.mutex);
    uv_cond_init(&workers.work);
    uv_cond_init(&workers.changed);
    lose(workers.first);
    lose(workers.begun);
    workers.first = workers.begun = NULL;
    workers.queued = workers.idle = workers.count = 0;
    workers.users = is_user;
    workers.ending = 0;
    if (asyncc_thread.loop)
        asyncc_remote_forked(asyncc_thread.loop);
}

static void init(void)
{
    unsigned limit = uv_available_parallelism() + 4;
    uv_mutex_init(&workers.mutex);
    uv_cond_init(&workers.work);
    uv_cond_init(&workers.changed);
    workers.limit = limit < 32 ? limit : 32;
    pthread_atfork(lock, unlock, in_child);
}

/* ---- the queue ---- */

static void append(struct asyncc_to_thread *job)
{
    job->state = QUEUED;
    ASYNCC_LIST_APPEND(workers.first, job);
    workers.queued++;
}

static void unlink_job(struct asyncc_to_thread *job)
{
    ASYNCC_LIST_REMOVE(workers.first, job);
    workers.queued--;
}

/* ---- threads ---- */

static void run(void *unused)
{
    (void)unused;
    lock();
    for (;;) {
        struct asyncc_to_thread *job = workers.first;
        if (job) {
            unlink_job(job);
            job->state = BEGUN;
            ASYNCC_LIST_PREPEND(workers.begun, job);
            unlock();
            job->fn(job->arg);
            lock();
            ASYNCC_LIST_REMOVE(workers.begun, job);
            asyncc_remote_post(job->remote, &job->message); /* from here on its loop may be gone */
        } else if (workers.ending) {
            break;
        } else {
            workers.idle++;
            uv_cond_wait(&workers.work, &workers.mutex);
            workers.idle--;
        }
    }
    unlock();
}

/* One more thread, if the queue is longer than the idle ones can serve. */
static int start_thread(void)
{
    if (workers.queued <= workers.idle || workers.count >= workers.limit)
        return 0;
    int error = uv_thread_create(&workers.threads[workers.count], run, NULL);
    if (error == 0)
        workers.count++;
    return workers.count ? 0 : error;
}

int asyncc_workers_add(struct asyncc_to_thread *job)
{
    lock();
    append(job);
    int error = start_thread();
    if (error)
        unlink_job(job);
    else
        uv_cond_signal(&workers.work);
    unlock();
    return error;
}

int asyncc_workers_remove(struct asyncc_to_thread *job)
{
    lock();
    int queued = job->state == QUEUED, lost = job->state == LOST;
    if (queued)
        unlink_job(job);
    unlock();
    return queued || lost;
}

void asyncc_workers_join(void)
{
    lock();
    while (workers.ending) /* the last user of before waits for its threads */
        uv_cond_wait(&workers.changed, &workers.mutex);
    workers.users++;
    is_user = 1;
    unlock();
}

void asyncc_workers_leave(void)
{
    lock();
    int last = --workers.users == 0;
    is_user = 0;
    workers.ending = last;
    uv_cond_broadcast(&workers.work);
    unlock();
    if (!last)
        return;
    for (unsigned i = 0; i < workers.count; i++)
        uv_thread_join(&workers.threads[i]);
    lock();
    workers.count = 0;
    workers.ending = 0;
    uv_cond_broadcast(&workers.changed);
    unlock();
}

void async_thread_set_limit(unsigned limit)
{
    lock();
    workers.limit = limit < 1 ? 1 : limit < MOST ? limit : MOST;
    unlock();
}
