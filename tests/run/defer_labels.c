/* no elision */
/* Defers behind labels, of whichever kind: the label is in front of the defer's scope. */
#include <asyncc.h>
#include <stdio.h>
#define LATER(what) defer printf("macro %s\n", what)
#define LABEL(name) name: defer printf(#name "\n")

static async int f(int a)
{
    printf("f %d\n", a);
    return a + 1;
}

static async int again(int x)
{
    int n = 0;
again: defer printf("label %d\n", n);
    n = await f(n);
    if (n < x)
        goto again;
outer:
inner: __attribute__((unused)) defer { await f(n + 100); }
    if (n++ < x + 1)
        goto outer;
    if (n == 4)
        goto inner;
    if (n == 5)
        goto one;
LABEL(one);
    {
        goto end;
    end: LATER("end");
        await f(-1);
    }
    return n;
}

static async int cases(int x)
{
    for (int i = 0; i < 2; i++)
        switch (x + i) {
        case 0: { defer printf("case 0\n"); await f(10); break; }
        case 1: {
        default: defer printf("default %d\n", x);
            await f(20);
            if (i)
                continue;
        }
        printf("behind\n");
        break;
        case 2: case 3 ... 4: defer { await f(30 + x); }
            if (x == 2)
                break;
            return x;
        }
    return -x;
}

/* no await at all */
static async int plain(int x)
{
    switch (x) {
    case 1: defer printf("one\n");
        printf("in\n");
    }
here: defer printf("here\n");
    if (x-- > 0)
        goto here;
    return ({ int y = 1; there: defer y++; if (y < 2 && x < -5) goto there; y; });
}

async int main(void)
{
    printf("%d\n", await again(2));
    for (int i = 0; i < 6; i++)
        printf("%d\n", await cases(i));
    printf("%d\n", await plain(1));
    return 0;
}
