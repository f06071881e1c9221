/* Large structs by value. */
#include <string.h>
#include <stdlib.h>

struct big {
    char b[300];
    int n;
};

struct big mk(int c)
{
    struct big x;
    memset(x.b, c, sizeof x.b);
    x.n = c;
    return x;
}

int eq(struct big a, struct big b)
{
    return !memcmp(a.b, b.b, sizeof a.b) && a.n == b.n;
}

int main(void)
{
    struct big *p = malloc(sizeof *p * 2);
    p[0] = mk(1);
    p[1] = p[0];
    if (!eq(p[0], p[1]) || eq(mk(1), mk(2)))
        abort();
    p[1].n += mk(3).n;
    int r = eq(*p, p[1]);
    free(p);
    return r;
}
