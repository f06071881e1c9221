/* Calls through pointers: from tables, fields, parameters, results, arrays of arrays, and to oneself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int operation(int, int);
typedef int (*visitor)(int value, void *data);
typedef double unary(double);

struct shape {
    const char *name;
    int (*area)(const struct shape *self);
    struct shape *(*scaled)(struct shape *self, int by);
    int a, b;
};

struct list {
    int value;
    struct list *next;
};

static operation add, subtract;

static int add(int a, int b)
{
    return a + b;
}

static int subtract(int a, int b)
{
    return a - b;
}

static operation *choose(char c)
{
    return c == '+' ? add : subtract;
}

static operation *const table[2][2] = { { add, subtract }, { subtract, add } };

static int rectangle(const struct shape *self)
{
    return self->a * self->b;
}

static struct shape *scale(struct shape *self, int by)
{
    self->a = table[0][0](self->a, by);
    self->b *= by;
    return self;
}

static int visit(struct list *list, visitor each, void *data)
{
    int count = 0;
    for (; list; list = list->next)
        if (each(list->value, data) && ++count > 100)
            break;
    return count;
}

static int sum(int value, void *data)
{
    *(int *)data += value;
    return 1;
}

static int odd(int value, void *data)
{
    (void)data;
    return value & 1;
}

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static double half(double x)
{
    return x / 2;
}

static double square(double x)
{
    return x * x;
}

static double repeat(unary *f, int times, double x)
{
    return times ? repeat(f, times - 1, f(x)) : x;
}

static int fold(int (*f)(int, int), const int *values, int n, int start)
{
    return n ? fold(f, values + 1, n - 1, (*f)(start, *values)) : start;
}

static void nothing(void)
{
}

static void (*hook)(void) = nothing;
static int hooks;

static void count_hook(void)
{
    hooks++;
    hook = nothing;
}

int main(void)
{
    printf("%d %d\n", choose('+')(1, 2), (*choose('-'))(1, 2));
    for (int i = 0; i < 4; i++)
        printf("%d ", table[i / 2][i % 2](10, choose('+')(i, 1)));
    struct shape box = { "box", rectangle, scale, 2, 3 }, *p = &box;
    printf("%s %d %d\n", box.name, p->area(p), p->scaled(p, 2)->area(&box));
    struct list last = { 7, NULL }, middle = { 4, &last }, first = { 1, &middle };
    int total = 0;
    printf("%d %d", visit(&first, odd, NULL), visit(&first, sum, &total));
    printf(" %d\n", total);
    int values[] = { 5, 3, 9, 1 };
    qsort(values, 4, sizeof *values, compare);
    printf("%d %d\n", values[0], fold(add, values, 4, 0) + fold(subtract, values, 4, 100));
    printf("%g %g\n", repeat(half, 3, 100), repeat(square, 2, 3));
    operation *local = table[1][0], **indirect = &local;
    printf("%d %d\n", local == subtract, (*indirect)(9, 4) + (**indirect)(1, 1));
    hook();
    hook = count_hook;
    hook(), hook(), (hooks > 5 ? nothing : count_hook)();
    printf("%d\n", hooks);
    return (choose('x') ? choose('-') : add)(3, 3);
}
