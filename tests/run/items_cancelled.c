/* no elision */
/* order of tasks */
/* Combinators in each other that are late, lose or are cancelled: what asyncio's twin does, in the same order. */
#include <asyncc.h>
#include <stdio.h>

static async int slow(int n, double seconds)
{
    defer printf("%d ends; ", n);
    printf("%d begins; ", n);
    await async_sleep(seconds);
    return n;
}

static async int turns(int n, int count)
{
    defer printf("%d ends; ", n);
    while (count-- > 0)
        await async_yield();
    return n;
}

/* Says in which turn it is, beside the others. */
static async void clock_ticks(int count)
{
    for (int i = 1; i <= count; i++) {
        await async_yield();
        printf("(%d) ", i);
    }
}

static async int same(int x)
{
    await async_yield();
    return x;
}

/* Operands are evaluated in the order in which they stand, all before anything begins. */
static int step;

static int count(int x)
{
    return step = step * 10 + x;
}

static async void in_order(void)
{
    int a[10] = {0};
    step = 0;
    await gather(a[count(1) % 10] = timeout(count(2), a[count(3) % 10] = same(count(4))), gather(a[count(5) % 10] = same(count(6)), a[count(7) % 10] = same(count(8))));
    printf("%d: %d %d %d %d\n", step, a[1], a[3], a[5], a[7]);
}

/* Nothing that is late is assigned, whatever of it had ended; an inner limit may have been in time. */
static async void late(void)
{
    int a = -1, b = -1, inner = -1, w = -1, status;
    status = await timeout(0.01, a = slow(1, 0), b = slow(2, 5));
    printf("%d %d %d\n", status != 0, a, b);
    status = await timeout(5, inner = timeout(0.01, gather(a = slow(3, 0), b = slow(4, 5))));
    printf("%d %d %d %d\n", status, inner < -1, a, b);
    inner = -1;
    status = await timeout(0.01, inner = timeout(5, w = race(a = slow(5, 6), b = slow(6, 7))));
    printf("%d %d %d\n", status != 0, inner < -1, w);
    inner = -1;
    await gather(a = slow(7, 0.02), inner = timeout(0.01, b = slow(8, 5)), status = timeout(5, w = race(slow(9, 0.01), slow(10, 5))));
    printf("%d %d %d %d %d\n", a, inner < -1, b, status, w);
    status = await timeout(0, gather(slow(11, 0), timeout(1, slow(12, 0))));
    printf("%d\n", status != 0);
}

/* The handle is released in all cases; a join that is given up takes its task with it, a shield does not. */
static async void joined(void)
{
    int a = -1, b = -1, w;
    task(int) t = create_task(slow(20, 0.5)), u = create_task(slow(21, 0.5)), of_u = task_ref(u);
    w = await race(a = join(t), b = shield(u), slow(22, 0.01));
    printf("%d %d %d\n", w, a, b);
    w = await timeout(0.01, gather(b = shield(task_ref(of_u)), slow(23, 0)));
    printf("%d %d; ", w < -1, b);
    printf("%d\n", await join(of_u));
    t = create_task(turns(24, 0));
    await async_yield();
    await gather(a = join(t), b = timeout(1, w = join(create_task(turns(25, 3)))));
    printf("%d %d %d\n", a, b, w);
}

/* A child that was cancelled by somebody else ends all of them. */
static async int with_cancelled(task(int) t)
{
    int a, w;
    defer printf("given up; ");
    await gather(w = race(a = slow(30, 0.05), slow(31, 9)), gather(join(t), timeout(9, slow(32, 0.1))));
    return a + w;
}

static async void cancelled(void)
{
    task(int) t = create_task(slow(33, 9)), of_t = task_ref(t), whole = create_task(with_cancelled(t));
    await async_sleep(0.01);
    task_cancel(of_t);
    await async_wait(&whole, 1, ASYNC_ALL_COMPLETED);
    printf("%d %d\n", task_status(of_t) < 0, task_status(whole) < 0);
    task_unref(of_t);
    task_unref(whole);
    whole = create_task(with_cancelled(create_task(slow(34, 9))));
    await async_sleep(0.01);
    task_cancel(whole);
    await async_wait(&whole, 1, ASYNC_ALL_COMPLETED);
    printf("%d\n", task_status(whole) < 0);
    task_unref(whole);
    whole = create_task(with_cancelled(create_task(slow(35, 9))));
    await async_yield();
    task_cancel(whole);
    await async_wait(&whole, 1, ASYNC_ALL_COMPLETED);
    printf("%d\n", task_status(whole) < 0);
    task_unref(whole);
}

/* How many turns an end takes to be known. */
static async void turn_by_turn(void)
{
    spawn(clock_ticks(9));
    await gather(turns(40, 1));
    printf("one; ");
    await gather(gather(turns(41, 1), turns(42, 0)));
    printf("two\n");
    await async_sleep(0.01);
    spawn(clock_ticks(9));
    await gather(timeout(1, turns(43, 1)), race(turns(44, 0), turns(45, 5)));
    printf("three\n");
    await async_sleep(0.01);
    spawn(clock_ticks(9));
    task(int) t = create_task(turns(46, 1)), u = create_task(turns(47, 1));
    await gather(join(t), shield(u));
    printf("four\n");
    await async_sleep(0.01);
}

async int main(void)
{
    await in_order();
    await late();
    await joined();
    await cancelled();
    await turn_by_turn();
    return 0;
}
