/* pitfalls: 30 */
/* A compound literal lives as long as its block: also across awaits, and when its address is passed on. */
#include <asyncc.h>
#include <stdio.h>

struct point { int x, y; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int sum(const int *list, int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        await async_yield();
        s += list[i];
    }
    return s;
}

static async int area(struct point *p)
{
    await async_yield();
    p->x++;
    await async_yield();
    return p->x * p->y;
}

static async int by_value(struct point p)
{
    await async_yield();
    return p.x - p.y;
}

async int main(void)
{
    printf("%d\n", await sum((int[]){1, 2, 3}, 3));
    printf("%d\n", await area(&(struct point){3, 4}));
    printf("%d\n", await by_value((struct point){.y = 3}));
    printf("%d\n", await sum((int[]){await f(10), 20, await f(30)}, 3));
    printf("%d\n", await area(&(struct point){await f(5), await f(6)}));
    struct point *kept = &(struct point){7, 8};
    await async_yield();
    kept->x += await f(1);
    await async_yield();
    printf("%d %d\n", kept->x, kept->y);
    int *list = (int[4]){1, 2};
    for (int i = 0; i < 4; i++) {
        await async_yield();
        list[i] += i;
    }
    printf("%d %d %d %d\n", list[0], list[1], list[2], list[3]);
    const char *text = (char[]){'a', 'b', 0};
    await async_yield();
    puts(text);
    int total = 0;
    for (int i = 0; i < 3; i++) {
        struct point *p = &(struct point){i, 1};
        total += await area(p);
        total += p->x * 100;
    }
    printf("%d\n", total);
    struct point copy = (struct point){1, 2};
    copy = (struct point){copy.y, await f(copy.x)};
    printf("%d %d\n", copy.x, copy.y);
    printf("%d\n", (*&(struct point){9, await f(1)}).x + ((struct point){await f(2), 3}).x);
    return 0;
}
