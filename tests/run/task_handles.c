/* no elision */
/* pitfalls: 57, 101 */
/* task(T) of every kind; arguments are evaluated when the task is created. */
#include <asyncc.h>
#include <stdio.h>

struct point { double x, y; };
struct job { task(int) handle; int id; };

static async int number(int v)
{
    await async_sleep(v);
    return v;
}

static async struct point point(double x)
{
    await async_yield();
    return (struct point){x, -x};
}

static async void nothing(const char *name)
{
    await async_yield();
    printf("%s\n", name);
}

static async char *pointer(char *p)
{
    await async_yield();
    return p + 1;
}

static async int joins(task(int) t, int more)
{
    return await join(t) + more;
}

static async int by_struct(struct point p, const int *list)
{
    await async_yield();
    return (int)(p.x * 10 + p.y) + list[1];
}

static task(int) start(int v)
{
    return create_task(number(v));
}

async int main(void)
{
    int v = 1;
    task(int) a = create_task(number(v++));
    task(struct point) b = create_task(point(2.5));
    task(void) c = create_task(nothing("task"));
    char text[] = "text";
    task(char *) d = create_task(pointer(text));
    v = 50;
    printf("%d\n", await join(a) + v);
    printf("%g\n", (await join(b)).y);
    await join(c);
    printf("%s\n", await join(d));

    task(int) list[3];
    for (int i = 0; i < 3; i++)
        list[i] = create_task(number(3 - i));
    int sum = 0;
    for (int i = 0; i < 3; i++)
        sum = sum * 10 + await join(list[i]);
    printf("%d\n", sum);

    printf("%d\n", await joins(create_task(number(4)), 10));
    printf("%d\n", await join(create_task(joins(start(5), 100))));
    printf("%d\n", await join(start(1)) - await join(start(2)));
    struct job job = {create_task(number(6)), 60};
    printf("%d\n", await join(job.handle) + job.id);
    int numbers[] = {1, 2, 3};
    struct point p = {1, 2};
    task(int) e = create_task(by_struct(p, numbers));
    p.x = 100;
    numbers[1] = 7;
    printf("%d\n", await join(e));
    create_task(nothing("dropped"));
    await async_sleep(1);
    spawn(nothing("spawned"));
    (void)create_task(number(1000));
    await async_sleep(1);
    return 0;
}
