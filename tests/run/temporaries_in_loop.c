/* pitfalls: 27, 34, 54 */
/* Temporaries and locals of a loop's body are new in every turn; values carried from turn to turn stay. */
#include <asyncc.h>
#include <stdio.h>

static int g;

static async int add(int v)
{
    await async_yield();
    g += v;
    return v;
}

static async void temporaries(void)
{
    g = 0;
    for (int i = 0; i < 4; i++) {
        int before = g + await add(10) * 100;
        printf("%d ", before);
    }
    int i = 0, sum = 0;
    while (i++ < 3)
        sum += g + await add(i) + g;
    printf("%d\n", sum);
}

static async void initialised(void)
{
    for (int i = 0; i < 3; i++) {
        int n = 0, list[3] = {1, 2}, *p = &n;
        struct { int a, b; } pair = {5, 0};
        n += await add(1);
        list[2] += n;
        pair.b += await add(2);
        *p += 10;
        printf("%d %d %d %d ", n, list[2], pair.a, pair.b);
    }
    printf("\n");
}

static async void carried(void)
{
    int previous = 0, set = 0, last = -1;
    for (int i = 1; i < 6; i++) {
        if (set)
            printf("%d ", previous);
        await add(1);
        if (last == i - 2)
            printf("(%d) ", last);
        previous = i * i;
        set = 1;
        if (i % 2 == 0)
            last = await add(i);
    }
    printf("%d %d\n", previous, last);
}

static async int fibonacci(int n)
{
    int a = 0, b = 1;
    while (n-- > 0) {
        int next = a + b;
        await async_yield();
        a = b;
        b = next;
        await async_yield();
    }
    return a;
}

static async void uninitialised(void)
{
    for (int i = 0; i < 3; i++) {
        int n;
        if (i > 0)
            n = await add(i);
        else
            n = 50;
        char *text;
        await async_yield();
        text = i ? "some" : "none";
        await async_yield();
        printf("%d %s ", n, text);
    }
    printf("\n");
}

async int main(void)
{
    await temporaries();
    await initialised();
    await carried();
    printf("%d\n", await fibonacci(20));
    await uninitialised();
    return 0;
}
