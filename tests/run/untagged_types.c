/* Records without a tag, and records defined in the declaration of a function: generated code can name them. */
#include <asyncc.h>
#include <stdio.h>

static struct {
    int a, b;
} anonymous = { 1, 2 };
static union { int k; char c; } table[3] = { { 'a' }, { 'b' }, { 'c' } };
typedef struct { short s[40]; } *pointer;
static struct holder { struct { int x; } in; const struct { int y; } *out; } held = { { 7 }, 0 };

static async int f(int v)
{
    await async_yield();
    return v;
}

async __typeof__(anonymous) changed(int n, __typeof__(anonymous) by)
{
    __typeof__(anonymous) x = anonymous;
    x.a += await f(n);
    x.b += by.b;
    return x;
}

static async int from_table(int n)
{
    __auto_type p = &table[1];
    __typeof__(table[0]) q = table[await f(2)];
    __typeof__(held.in) in = held.in;
    pointer none = 0;
    in.x += await f(n);
    return p->k + q.c + in.x + (none == 0);
}

static struct pair {
    char c;
    long double l;
} make_pair(char c);

static async struct defined_here { char c; long double l; enum color { RED, GREEN } color; } make(char c)
{
    await async_yield();
    return (struct defined_here){ c, 1.5, GREEN };
}

async enum state { IDLE, BUSY = 5 } next_state(enum state s)
{
    return await f(s) == IDLE ? BUSY : IDLE;
}

static async struct { int left, right; } twins(int n)
{
    return (__typeof__(await twins(0))){ n, await f(n + 1) };
}

static async union never { int i; char c[sizeof(int)]; } never(int i) { return (union never){ i }; }

static struct pair make_pair(char c)
{
    return (struct pair){ c, 2 };
}

async int main(void)
{
    __typeof__(anonymous) x = await changed(3, anonymous);
    printf("%d %d %d\n", x.a, x.b, await from_table(9));
    struct defined_here here = await make('m');
    printf("%c %d %d\n", here.c, (int)(here.l * 2), here.color);
    printf("%d %d\n", await next_state(IDLE), await next_state(BUSY));
    printf("%d %d\n", (await twins(3)).left, (await twins(3)).right);
    printf("%d %c\n", (await never(6)).i, make_pair('p').c);
    return 0;
}
