/* no elision */
/* order of tasks */
/* options: -D_GNU_SOURCE */
/* Futures: set before and after the wait, by a callback, by another thread; what a cancel of the wait does. */
#include <asyncc.h>
#include <asyncc/future.h>
#include <asyncc/thread.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
#include <uv.h>

static async int waits(struct async_future *future, int id)
{
    defer printf("(%d ends) ", id);
    int status = await async_future_wait(future);
    printf("%d:%d ", id, status);
    return status;
}

static void asked(struct async_future *future)
{
    printf("asked ");
    (void)future;
}

static void ends_at_once(struct async_future *future)
{
    async_future_set(future, UV_ECANCELED);
}

static async void cancelled(void (*cancel)(struct async_future *), int times)
{
    struct async_future future = ASYNC_FUTURE_INIT;
    future.cancel = cancel;
    task(int) t = create_task(waits(&future, 10 + times));
    await async_yield();
    for (int i = 0; i < times; i++) {
        task_cancel(t);
        await async_yield();
        await async_yield();
    }
    printf("done %d ", task_done(t));
    async_future_set(&future, 5);
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    printf("cancelled %d\n", task_status(t) == UV_ECANCELED);
    task_unref(t);
}

/* ---- another thread ---- */

struct question {
    struct async_future future;
    int answer, delay;
};

static void *answers(void *data)
{
    struct question *question = data;
    usleep((unsigned)question->delay);
    question->answer = 42;
    async_future_set_from_thread(&question->future, 7);
    return NULL;
}

static async int asks(int delay)
{
    struct question question = { ASYNC_FUTURE_INIT, 0, delay };
    pthread_t thread;
    if (async_future_share(&question.future) != 0 || pthread_create(&thread, NULL, answers, &question) != 0)
        return -1;
    pthread_detach(thread);
    int status = await async_future_wait(&question.future);
    return status * 100 + question.answer;
}

async int main(void)
{
    struct async_future future = ASYNC_FUTURE_INIT;
    printf("%d ", async_future_is_set(&future));
    task(int) t[2] = { create_task(waits(&future, 0)), create_task(waits(&future, 1)) };
    await async_yield();
    printf("%d ", async_future_set(&future, 3));
    printf("%d ", async_future_set(&future, 4) == UV_EALREADY);
    printf("%d ", async_future_is_set(&future));
    printf("%d ", await async_future_wait(&future));
    for (int i = 0; i < 2; i++)
        printf("%d ", await join(t[i]));
    printf("\n");
    await cancelled(NULL, 1);
    await cancelled(async_future_keep, 1);
    await cancelled(async_future_keep, 2);
    await cancelled(asked, 2);
    await cancelled(ends_at_once, 1);
    printf("%d\n", await asks(2000));
    int answer = 0;
    task(int) asking = create_task(asks(20000));
    await async_yield();
    task_cancel(asking); /* waits for the thread all the same */
    await async_wait(&asking, 1, ASYNC_ALL_COMPLETED);
    printf("%d\n", task_status(asking) == UV_ECANCELED);
    task_unref(asking);
    for (int i = 0; i < 50; i++)
        answer += await asks(0);
    printf("%d\n", answer);
    return 0;
}
