/* pitfalls: 33, 80, 81, 82 */
/* The returned value is computed before the defers; nested regions that all await. */
#include <asyncc.h>
#include <stdio.h>

struct pair { int a, b; };

static int cleaned;

static async int cleanup(const char *name)
{
    printf("[%s", name);
    await async_yield();
    await async_yield();
    printf("] ");
    return ++cleaned;
}

static async int three(void)
{
    defer await cleanup("1");
    defer await cleanup("2");
    defer await cleanup("3");
    return cleaned;
}

static async struct pair structure(void)
{
    struct pair p = {1, 2};
    defer {
        p.a = 100;
        await cleanup("p");
    }
    return p;
}

static async int nested(int depth)
{
    {
        defer {
            if (await cleanup("check") > 1000)
                printf("never ");
            {
                defer await cleanup("inner of defer");
                await cleanup("in defer");
            }
        }
        {
            defer await cleanup("block");
            for (int i = 0;; i++) {
                defer await cleanup("loop");
                if (i == depth)
                    return i * 100 + cleaned;
            }
        }
    }
}

static async int loop_in_defer(int n)
{
    int sum = 0;
    defer {
        for (int i = 0; i < n; i++) {
            if (i == 1)
                continue;
            if (i == 3)
                break;
            sum += i + await cleanup("turn");
        }
        printf("sum %d ", sum);
    }
    await cleanup("body");
    return sum;
}

static async void returns_void(int c)
{
    defer await cleanup("void");
    if (c)
        return;
    printf("falls ");
}

static async int local_in_defer(int v)
{
    defer {
        int square = v * v;
        await cleanup("square");
        printf("%d ", square);
    }
    int square = -1;
    await cleanup("body");
    v += 2;
    return square;
}

/* While the value waits to be returned, blocks with defers of their own are left by their ends and by jumps. */
static async int left_in_defer(int n)
{
    defer {
        for (int i = 0;; i++) {
            defer await cleanup("turn");
            await cleanup("body");
            if (i == 1)
                break;
        }
        {
            defer await cleanup("end");
            await cleanup("block");
        }
    }
    if (n)
        return n * 7;
    await cleanup("no return");
    return 0;
}

async int main(void)
{
    printf("= %d\n", await three());
    struct pair p = await structure();
    printf("= %d %d\n", p.a, p.b);
    cleaned = 0;
    printf("= %d\n", await nested(1));
    cleaned = 0;
    printf("= %d\n", await loop_in_defer(5));
    await returns_void(0);
    await returns_void(1);
    printf("\n");
    printf("= %d\n", await local_in_defer(3));
    printf("= %d\n", await left_in_defer(3));
    printf("= %d\n", await left_in_defer(0));
    return 0;
}
