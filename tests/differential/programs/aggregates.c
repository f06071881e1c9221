/* Structs, unions and arrays: initialisers, designators, flexible members, copies, nested members of results. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct point {
    int x, y;
};

struct line {
    struct point from, to;
    char name[8];
};

struct text {
    int length;
    char data[];
};

struct empty {
};

struct large {
    int a[100];
};

union value {
    int i;
    double d;
    struct point p;
};

static int calls;

static int f(int n)
{
    calls = calls * 3 + n;
    return n;
}

static struct point at(int x, int y)
{
    return (struct point){ f(x), .y = f(y) };
}

static struct line line(struct point from, struct point to, const char *name)
{
    struct line l = { .from = from, .to = to };
    strncpy(l.name, name, sizeof l.name - 1);
    from.x = f(99);
    return l;
}

static struct text *text(const char *s)
{
    struct text *t = malloc(sizeof *t + strlen(s) + 1);
    t->length = f((int)strlen(s));
    strcpy(t->data, s);
    return t;
}

static struct large filled(int n)
{
    struct large l;
    for (int i = 0; i < 100; i++)
        l.a[i] = f(i) % n;
    return l;
}

static int total(struct large l, int scale)
{
    int sum = 0;
    for (int i = 0; i < 100; i++)
        sum += l.a[i] * f(scale);
    l.a[0] = -1;
    return sum;
}

static union value number(double d)
{
    return (union value){ .d = d };
}

static struct empty none(struct empty e)
{
    f(1);
    return e;
}

static struct point mirrored(const struct point *p)
{
    struct point q = *p;
    return q.x = f(-q.x), q;
}

int main(void)
{
    struct line l = line(at(1, 2), at(3, 4), "abc"), copy = l, *p = &copy;
    int a[6] = { f(1), f(4), [3] = f(2), f(3) };
    int m[][3] = { { f(1), f(2) }, { [2] = f(3) }, [3] = { f(4), f(5), f(6) } };
    struct line lines[2] = { [0].name[0] = (char)f('q'), [1] = { .from.y = f(7), .to = at(8, 9), "xyz" } };
    struct { int n; struct point p[2]; } nested = { f(1), { at(2, 3), { .y = f(4) } } };
    char word[] = { (char)f('h'), (char)f('i'), 0 };
    printf("%d %d %s %d\n", l.from.x, l.to.y, l.name, calls);
    printf("%d %d %d %d %d %d\n", a[0], a[1], a[2], a[3], a[4], a[5]);
    printf("%d %d %d %d\n", (int)(sizeof m / sizeof *m), m[0][1], m[1][2], m[3][2] + m[2][0]);
    printf("%d %d %s %c\n", lines[1].from.y, lines[1].to.x, lines[1].name, lines[0].name[0]);
    printf("%d %d %d %s\n", nested.n, nested.p[0].y, nested.p[1].y + nested.p[1].x, word);
    printf("%d %c\n", line(at(5, 6), at(7, 8), "def").to.x, line(l.from, l.to, "ghi").name[f(2)]);
    p->from = at(20, 30);
    *p = line(p->to, p->from, p->name);
    (*(f(1) ? &l : p)).to.x += mirrored(&p->to).x;
    printf("%d %d %d\n", p->from.x, p->to.y, l.to.x);
    struct text *t = text("flexible");
    printf("%d %s %c\n", t->length, t->data, t->data[f(2)]);
    free(t);
    struct large big = filled(7), *others = malloc(2 * sizeof *others);
    big = filled(5), others[f(1)] = big;
    printf("%d %d\n", total(others[1], 2) + total(filled(3), 1), big.a[0]);
    free(others);
    printf("%g %d\n", number(2.5).d, (int)sizeof(none((struct empty){})));
    none(none((struct empty){}));
    union value v = { .p = at(11, 12) };
    v.p.y += number(1).d + v.p.x;
    printf("%d\n", v.p.y);
    struct point (*q)[2] = &nested.p;
    (*q)[1] = mirrored(&(*q)[f(0)]);
    printf("%d %d\n", nested.p[1].x, nested.p[1].y);
    printf("%d\n", calls);
    return 0;
}
