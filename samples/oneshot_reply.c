/*
 * A oneshot: a question that carries the place of its answer.
 */
#include <asyncc.h>
#include <asyncc/channel.h>
#include <stdio.h>

struct question {
    int number;
    struct async_oneshot *answer;
};

static async void answers(struct async_queue *questions)
{
    struct question question;
    while (await async_queue_get(questions, &question) == 0) {
        int square = question.number * question.number;
        await async_sleep(1);
        async_oneshot_send(question.answer, &square);
    }
}

static async int ask(struct async_queue *questions, int number)
{
    int value = 0;
    struct async_oneshot answer;
    async_oneshot_init(&answer, &value, sizeof value);
    struct question question = { number, &answer };
    await async_queue_put(questions, &question);
    await async_oneshot_receive(&answer);
    return value;
}

async int main(void)
{
    struct async_queue questions;
    async_queue_init(&questions, sizeof(struct question), 0);
    defer async_queue_deinit(&questions);
    task(void) server = create_task(answers(&questions));
    for (int i = 1; i <= 3; i++)
        printf("%d\n", await ask(&questions, i));
    async_queue_close(&questions);
    await join(server);
    return 0;
}
