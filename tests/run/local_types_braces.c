/* Local types whose braces a macro has, with more than them. */
#include <asyncc.h>
#include <stdio.h>
#include <stdlib.h>

#define POINTER { unsigned n; unsigned v[2]; } *
#define BRACES { int a, b; }
#define LINKS(type) { struct type *next; int value; }
#define CONSTANTS { FIRST = 7, SECOND }

static async int f(int n)
{
    await async_yield();
    return n;
}

static async int blocks(int n)
{
    struct unit POINTER p = calloc(1, sizeof *p);
    union both BRACES u = { 5 };
    struct list LINKS(list) last = { NULL, n }, first = { &last, 3 };
    enum names CONSTANTS name = SECOND;
    await f(1);
    p->n = first.next->value;
    int sum = (int)p->n + u.b + (int)name + FIRST;
    free(p);
    return sum;
}

static async int operands(int n)
{
    task(int) t = create_task(f(({ struct inner BRACES i = { n, 2 }; await f(1); i.a + i.b; })));
    return await join(t) + await f(({ struct inner POINTER i = calloc(1, sizeof *i); await f(1); int k = (int)i->n; free(i); k; }));
}

async int main(void)
{
    printf("%d %d\n", await blocks(4), await operands(5));
    return 0;
}
