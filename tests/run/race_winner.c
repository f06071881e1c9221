/* no elision */
/* order of tasks */
/* race: the first one to end wins, and the others are cancelled and have ended. */
#include <asyncc.h>
#include <stdio.h>

static int running;

static async int slow(double seconds, int v)
{
    running++;
    defer {
        running--;
        printf("(%d ends) ", v);
    }
    await async_sleep(seconds);
    return v;
}

static async int slow_cleanup(double seconds, int v)
{
    running++;
    defer {
        await async_sleep(10);
        running--;
        printf("(%d has cleaned up) ", v);
    }
    await async_sleep(seconds);
    return v;
}

static async int at_once(int v)
{
    return v;
}

async const char *pooled(double seconds);

static async void nothing(double seconds)
{
    await async_sleep(seconds);
}

struct pair { int a, b; };

static async struct pair pair_of(int a, int b)
{
    struct pair pair = {a, b};
    await async_yield();
    return pair;
}

static async int cancelled(void)
{
    task(int) t = create_task(slow(100, 99));
    await async_yield();
    task_cancel(t);
    return await join(t);
}

static async int in_race(int *value)
{
    return await race(*value = slow(5, 1), nothing(6), *value = slow_cleanup(7, 2));
}

static async void all_cancelled(void)
{
    defer printf("the racer, too\n");
    int v = await race(cancelled(), cancelled());
    printf("never %d\n", v);
}

#define FIRST(call, other) (await race(call, other) == 0 ? "first" : "second")

async int main(void)
{
    int a = 0, b = 0, i = 0, list[3] = {0, 0, 0};
    const char *text = "none";
    int winner = await race(a = slow(2, 1), b = slow(1, 2), text = pooled(3));
    printf("%d: %d %d %s %d\n", winner, a, b, text, running);

    switch (await race(a = slow(3, 5), text = pooled(2), nothing(4))) {
    case 1: printf("%s %d %d\n", text, a, running); break;
    default: printf("wrong\n");
    }

    winner = await race(list[i++] = at_once(7), list[i++] = slow(1, 8), list[i++] = at_once(9));
    printf("%d: %d %d %d %d\n", winner, list[0], list[1], list[2], i);

    double start = async_time();
    winner = await race(a = slow(2, 3), b = slow_cleanup(5, 4));
    printf("%d: %d, after %.0f\n", winner, a, async_time() - start);

    struct pair pair = {0, 0};
    winner = await race(pair = pair_of(3, 4), slow(1, 5));
    printf("%d: %d %d\n", winner, pair.a, pair.b);

    printf("%s ", FIRST(nothing(1), slow(0.5, 6)));
    printf("%s\n", FIRST(at_once(1), at_once(2)));

    winner = await race(a = cancelled(), b = slow(1, 7)); /* who was cancelled does not win */
    printf("%d: %d\n", winner, b);

    task(void) t = create_task(all_cancelled());
    await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    task_unref(t);

    int value = 0, status = await timeout(2, winner = in_race(&value)); /* cancelled from outside */
    printf("%d %d %d\n", status < 0, value, running);
    for (int k = 0; k < 3; k++)
        printf("%d ", await race(a = slow(k == 0, 10), a = slow(k == 1, 11), a = slow(k == 2, 12)));
    printf("%d\n", a);
    struct { unsigned narrow : 3, wide : 20; } bits = {1, 2};
    winner = await race(bits.wide = slow(2, 90), bits.narrow = slow(1, 5));
    printf("%d: %u %u\n", winner, bits.narrow, bits.wide);
    await race(nothing(1));
    printf("%d\n", running);
    return 0;
}

async const char *pooled(double seconds)
{
    running++;
    defer running--;
    await async_sleep(seconds);
    return "text";
}
