/* pitfalls: 61, 69, 70, 71, 73 */
/* goto forwards, backwards, into and out of blocks and loops that await. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int backward(void)
{
    int n = 0;
again:
    n += await f(1);
    if (n < 3)
        goto again;
    return n;
}

static async int forward(int c)
{
    int n = await f(1);
    if (c)
        goto out;
    n += await f(10);
out:
    n += await f(100);
    return n;
}

static async int into_loop(int start)
{
    int i = start, sum = 0;
    if (start)
        goto inside;
    for (i = 0; i < 5; i++) {
        sum += 1000;
        await async_yield();
    inside:
        sum += i;
        await async_yield();
    }
    return sum;
}

static async int out_of_loops(int limit)
{
    int i, j = 0;
    for (i = 0; i < 5; i++) {
        for (j = 0;; j++) {
            if (await f(i * j) > limit)
                goto found;
            if (j > 4)
                break;
        }
    }
    return -1;
found:
    return i * 100 + await f(j);
}

static async int past_initialisation(int c)
{
    int sum = 1;
    if (c)
        goto skip;
    int x = await f(5);
    sum += x;
skip:
    x = await f(7);
    await async_yield();
    return sum + x;
}

static async int into_block(int c)
{
    int n = 0;
    if (c)
        goto inner;
    {
        n += 10;
        await async_yield();
    inner:;
        int m = await f(3);
        await async_yield();
        n += m;
    }
    return n;
}

static async int at_ends(int c)
{
    int n = 0;
    {
        if (c)
            goto end;
        n += await f(1);
    end:;
    }
    while (n < 10) {
        n += await f(5);
        if (n == 6)
            goto next;
        n += 2;
    next:;
    }
    if (c) {
        n += 100;
        goto last;
    } else {
        n += await f(1000);
    last:
        n++;
    }
    return n;
}

static async int machine(const char *input)
{
    int count = 0;
start:
    switch (*input++) {
    case 'a':
        goto in_a;
    case 'b':
        goto in_b;
    default:
        goto end;
    }
in_a:
    count += await f(1);
    goto start;
in_b:
    count += await f(10);
    if (count < 30)
        goto start;
    goto in_a;
end:
    return count;
}

static async int before_declaration(void)
{
    int n = 0;
label:;
    int m = n + await f(1);
    n = m;
    if (n < 4)
        goto label;
    return m;
}

async int main(void)
{
    printf("%d\n", await backward());
    printf("%d %d\n", await forward(0), await forward(1));
    printf("%d %d\n", await into_loop(0), await into_loop(2));
    printf("%d %d\n", await out_of_loops(5), await out_of_loops(100));
    printf("%d %d\n", await past_initialisation(0), await past_initialisation(1));
    printf("%d %d\n", await into_block(0), await into_block(1));
    printf("%d %d\n", await at_ends(0), await at_ends(1));
    printf("%d\n", await machine("aabbaab"));
    printf("%d\n", await before_declaration());
    return 0;
}
