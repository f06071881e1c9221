/* pitfalls: 80, 84 */
/* Defers run in reverse order when their block ends, each in its block, only those that were reached. */
#include <asyncc.h>
#include <stdio.h>

static async int say(const char *text)
{
    printf("<%s", text);
    await async_yield();
    printf("> ");
    return 1;
}

static async void blocks(void)
{
    defer printf("outer1 ");
    {
        defer printf("inner1 ");
        defer await say("inner2");
        await say("body");
    }
    defer {
        await say("outer2a");
        await say("outer2b");
    }
    printf("end ");
}

static async int returned(int c)
{
    int v = 1;
    defer printf("v=%d ", v);
    if (c == 0)
        return v;
    defer v *= 10;
    if (c == 1)
        return v + await say("one");
    defer {
        v += 5;
        await say("late");
        v += 5;
    }
    return v = await say("value") + 1;
}

static async void in_loop(void)
{
    for (int i = 0; i < 5; i++) {
        defer printf("d%d ", i);
        if (i == 1)
            continue;
        await async_yield();
        defer await say("second");
        if (i == 3)
            break;
        printf("b%d ", i);
    }
}

static async void jumps(int c)
{
    int n = 0;
again:
    {
        defer printf("again%d ", n);
        await async_yield();
        if (n++ < c)
            goto again;
        if (c == 1)
            goto out;
        defer await say("deep");
        {
            defer printf("deeper ");
            if (c == 2)
                goto out;
        }
        printf("through ");
    }
    printf("after ");
out:
    printf("out");
}

static async int nothing_suspends(void)
{
    defer printf("2 ");
    defer printf("1 ");
    return 3;
}

static async void switches(int c)
{
    switch (c) {
    case 0: {
        defer await say("case 0");
        break;
    }
    case 1: {
        defer await say("case 1");
    }
    /* fall through */
    default: {
        defer printf("default ");
        await say("body");
    }
    }
}

async int main(void)
{
    await blocks();
    printf("\n");
    for (int c = 0; c < 3; c++)
        printf("= %d\n", await returned(c));
    await in_loop();
    printf("\n");
    for (int c = 0; c < 4; c++) {
        await jumps(c);
        printf("\n");
    }
    printf("%d\n", await nothing_suspends());
    for (int c = 0; c < 3; c++) {
        await switches(c);
        printf("\n");
    }
    return 0;
}
