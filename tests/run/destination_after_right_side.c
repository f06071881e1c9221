/* no elision */
/* pitfalls: 7, 8, 9 */
/* In an assignment the right side is evaluated first, then the destination, once. */
#include <asyncc.h>
#include <stdio.h>

struct node { int x; struct node *next; };

static struct node first, second;
static struct node *current = &first;
static int *p;

static async int bump(int *i, int value)
{
    await async_yield();
    *i += 2;
    return value;
}

static async int redirect(int value)
{
    await async_yield();
    current = &second;
    p = &second.x;
    return value;
}

static async struct node make(int x, int *i)
{
    await async_yield();
    ++*i;
    return (struct node){x, current};
}

static int *trace(const char *name, int *place)
{
    printf("%s\n", name);
    return place;
}

static async int say(const char *name, int value)
{
    await async_yield();
    printf("%s\n", name);
    return value;
}

async int main(void)
{
    int a[6] = {0}, i = 0;
    a[i++] = await bump(&i, 7);
    printf("%d: %d %d %d\n", i, a[0], a[1], a[2]);
    a[i++] += await bump(&i, 9);
    printf("%d: %d %d %d %d\n", i, a[2], a[3], a[4], a[5]);

    current->x = await redirect(5);
    printf("%d %d\n", first.x, second.x);
    p = &first.x;
    *p = await redirect(6);
    printf("%d %d\n", first.x, second.x);

    *trace("destination", &a[0]) = await say("right side", 1);
    *trace("destination", &a[1]) = *trace("inner", &a[2]) = await say("right side", 2);
    printf("%d %d %d\n", a[0], a[1], a[2]);

    struct node nodes[4] = {{0, 0}};
    int n = 0;
    nodes[n] = await make(11, &n);
    printf("%d: %d %d\n", n, nodes[0].x, nodes[1].x);
    return 0;
}
