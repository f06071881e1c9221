/* Types that live over an await, with literals of computed values in their bounds: only the literals' types are asked for. */
#include <asyncc.h>
#include <stdio.h>

struct pair {
    int a;
    char b[7];
};

typedef int any[];
typedef int four __attribute__((vector_size(16)));

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

/* The values give the sizes: by their number, by an index, as elements of a typedef's. */
static async int counted(int n)
{
    struct pair p = { n, { 0 } };
    typedef int two[sizeof((int[]){ n, 2 }) / sizeof(int)];
    typedef int three[sizeof((int[]){ 1, plain(n), 3 }) / sizeof(int)], constant[sizeof((int[]){ 1, sizeof n })];
    typedef char by_rows[sizeof((int[][3]){ { n }, { 2 } })];
    typedef char by_pairs[sizeof((struct pair[]){ p, p, [4] = { n, { 1 } } })];
    typedef char by_vectors[sizeof((four[]){ { n }, { 2 } }) + sizeof((int *[]){ &n, 0, 0 })];
    typedef char by_name[sizeof((any){ n, 2, 3 }) + sizeof(__typeof__((any){ n, 2 }))];
    two a = { 1, 2 };
    three b = { 1 };
    constant c = { 2 };
    by_rows d = { 3 };
    by_pairs e = { 4 };
    by_vectors f = { 5 };
    by_name g = { 6 };
    await async_yield();
    printf("%d %d %d %d %d %d %d\n", (int)sizeof a, (int)sizeof b, (int)sizeof c, (int)sizeof d, (int)sizeof e, (int)sizeof f,
           (int)sizeof g);
    return a[1] + b[0] + c[0] + d[0] + e[0] + f[0] + g[0];
}

async int main(void)
{
    printf("%d\n", await f(3));
    printf("%d\n", await counted(3));
    return 0;
}
