/* pitfalls: 30, 31 */
/* GNU statement expressions that await: nested, with locals, jumps and returns. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    printf("<%d>", v);
    await async_yield();
    return v;
}

static int g;

static async int values(void)
{
    int a = ({ int t = await f(1); t + 1; });
    int b = ({ await f(2); await f(3); }) + a;
    int c = g + ({ g = 50; await f(4) + g; }) + g;
    int d = ({ int t = ({ int t = await f(5); t * 2; }); t + await f(6); });
    ({ await f(7); });
    ({ (void)await f(8); });
    return a + b * 10 + c * 100 + d * 10000;
}

static async int returns(int v)
{
    int x = ({
        int t = await f(v);
        if (t == 1)
            return -1;
        if (t == 2)
            goto out;
        t * 10;
    });
    return x + await f(9);
out:
    return -2;
}

static async int in_loop(void)
{
    int sum = 0;
    for (int i = 0; i < 5; i++) {
        sum += ({
            if (await f(i) == 1)
                continue;
            if (i == 3)
                break;
            int square = 0;
            for (int k = 0; k < i; k++)
                square += await f(i);
            square;
        });
    }
    while (({ int t = await f(sum); sum -= 2; t > 0; }))
        printf(".");
    return sum;
}

static async int in_operands(int c)
{
    int x = c && ({ int t = await f(1); t; });
    int y = c ? ({ int t = await f(2); t; }) : ({ int t = await f(3); -t; });
    int z = await f(({ int t = await f(4); t + 1; }));
    if (({ await f(c); }))
        printf("then");
    switch (({ int t = c; t + await f(0); })) {
    case 0:
        printf("zero");
        break;
    case 1:
        printf("one");
        break;
    }
    return x + y * 10 + z * 100;
}

/* The last statement, whose value it is, behind a label. */
static async int labelled(int limit)
{
    int t = ({
        __label__ found;
        int i = 0;
        for (;; i++)
            if (await f(i) > limit)
                goto found;
    found:
        i;
    });
    return t * ({ __label__ b; if (t > 3) goto b; b: await f(2); });
}

async int main(void)
{
    printf(" %d %d\n", await labelled(5), await labelled(1));
    printf(" %d\n", await values());
    printf(" %d\n", await returns(1));
    printf(" %d\n", await returns(2));
    printf(" %d\n", await returns(3));
    printf(" %d\n", await in_loop());
    printf(" %d\n", await in_operands(0));
    printf(" %d\n", await in_operands(1));
    return 0;
}
