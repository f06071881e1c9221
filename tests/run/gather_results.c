/* no elision */
/* pitfalls: 43, 57 */
/* gather: all at once, results of several types to destinations of every kind, evaluated once at the start. */
#include <asyncc.h>
#include <stdio.h>

struct pair { int a; double b; };

static struct pair global;

static async int number(int v, double seconds)
{
    await async_sleep(seconds);
    printf("number %d ends\n", v);
    return v;
}

static async struct pair pair(int a)
{
    await async_sleep(2);
    return (struct pair){a, a / 2.0};
}

static async const char *text(void)
{
    return "text";
}

static async void nothing(double seconds)
{
    await async_sleep(seconds);
    printf("nothing\n");
}

static int traced(const char *name, int v)
{
    printf("%s\n", name);
    return v;
}

static struct pair *slow_pointer = &global;

static async int redirect(void)
{
    slow_pointer = 0;
    await async_sleep(1);
    return 9;
}

async int main(void)
{
    int a, list[3] = {0}, i = 0;
    struct pair p, *pp = &p;
    const char *t;
    double start = async_time();
    await gather(a = number(1, 3), list[i++] = number(2, 1), p = pair(5), t = text(), nothing(1.5), number(3, 2));
    printf("%d %d %d %g %s %d\n", a, list[0], p.a, p.b, t, i);
    printf("%g\n", async_time() - start);
    await gather(list[traced("first", 1)] = number(traced("argument 1", 4), 3),
                 list[traced("second", 2)] = number(traced("argument 2", 5), 2), pp->a = number(6, 1),
                 global.b = number(7, 0));
    printf("%d %d %d %g\n", list[1], list[2], p.a, global.b);
    await gather(slow_pointer->a = redirect());
    printf("%d\n", global.a);
    await gather(nothing(1));
    for (int k = 0; k < 2; k++) {
        int x = -1, *px = &x;
        await gather(*px = number(k, 1), nothing(2));
        printf("%d\n", x);
    }
    return 0;
}
