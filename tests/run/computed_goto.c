/* pitfalls: 72 */
/* Addresses of labels: in tables, in locals that live across awaits, and with the address itself awaited. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

/* An interpreter with threaded code: every instruction awaits. */
static async int interpret(const char *code)
{
    static void *const table[] = { ['+' - '*'] = &&plus, ['*' - '*'] = &&times, ['-' - '*'] = &&minus, ['/' - '*'] = &&stop };
    int a = 1, steps = 0;
#define NEXT goto *table[*code++ - '*']
    NEXT;
plus:
    a += await f(3);
    steps++;
    NEXT;
times:
    a *= await f(5);
    steps++;
    NEXT;
minus:
    a -= await f(1);
    steps++;
    NEXT;
stop:
    return a * 100 + steps;
}

static async int kept(int n)
{
    void *next = n & 1 ? &&odd : &&even;
    int sum = await f(n), unset;
    goto *next;
odd:
    sum += await f(1000);
    if (n == 1)
        goto *(n--, next = &&even);
    goto *(next = &&out);
even:
    unset = await f(2000);
    sum += unset;
    goto *&&out;
out:
    return sum;
}

static async void *choose(void *a, void *b, int which)
{
    await async_yield();
    return which ? b : a;
}

static async int awaited(int which)
{
    int tries = 0;
    if (which >= 0)
        goto *await choose(&&left, &&right, which);
    return -1;
left:
    tries++;
    return await f(10) + tries;
right:
    if (tries++ < 2)
        goto *await choose(&&left, &&right, await f(1));
    return await f(20) + tries;
}

static async int relative(int i)
{
    static const int offsets[] = { &&a - &&a, &&b - &&a, &&c - &&a };
    goto *(&&a + offsets[i]);
a:
    return await f(1);
b:
    return await f(2);
c:
    return await f(3);
}

async int main(void)
{
    printf("%d\n", await interpret("+*-+/"));
    printf("%d %d %d\n", await kept(1), await kept(2), await kept(3));
    printf("%d %d %d\n", await awaited(0), await awaited(1), await awaited(-1));
    printf("%d %d %d\n", await relative(0), await relative(1), await relative(2));
    return 0;
}
