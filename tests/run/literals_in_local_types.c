/* Types that live over an await, with literals of computed values in their bounds: only the literals' types are asked for. */
#include <asyncc.h>
#include <stdio.h>

struct pair {
    int a;
    char b[7];
};

static int plain(int n)
{
    return n + 1;
}

static async int f(int n)
{
    int only_there = n;
    typedef int by_record[sizeof(((struct pair){ n, { 1, (char)plain(n) } }).b)];
    typedef char by_scalar[sizeof((long){ only_there + plain(2) }) + sizeof((int[2]){ n })];
    struct own {
        char c[3];
    };
    typedef struct {
        char bytes[sizeof(int)];
        int last;
    } whole;
    typedef char by_own[sizeof((struct own){ { (char)n, (char)sizeof(struct own) } }) + sizeof((whole){ .last = n }.bytes)];
    typedef char nested[sizeof((struct pair){ ((struct pair){ n, { 0 } }).a, { (char)n } })];
    by_record r = { 1, 2, 3 };
    by_scalar s = { 4 };
    by_own o = { 5 };
    nested m = { 6 };
    await async_yield();
    printf("%d %d %d %d\n", (int)sizeof r, (int)sizeof s, (int)sizeof o, (int)sizeof m);
    return r[2] + s[0] + o[0] + plain(m[0]);
}

async int main(void)
{
    printf("%d\n", await f(3));
    return 0;
}
