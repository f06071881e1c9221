/* A va_list as a parameter, in structs and in locals, over awaits: the pointer that C makes of it, or a copy. */
#include <asyncc.h>
#include <stdarg.h>
#include <stdio.h>

struct arguments {
    int count;
    va_list list;
};

static async int sum(int n, va_list ap)
{
    int s = 0;
    while (n--) {
        await async_yield();
        s += va_arg(ap, int);
    }
    return s;
}

/* A copy of its own, alive over awaits, and arguments read in expressions that await. */
static async int sum_twice(int n, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int s = await sum(n, ap);
    s = s * 10 + va_arg(again, int) + await sum(n - 1, again);
    va_end(again);
    return s;
}

static async double mixed(struct arguments *arguments)
{
    double s = va_arg(arguments->list, int);
    await async_yield();
    const char *text = va_arg(arguments->list, char *);
    s += va_arg(arguments->list, double) + await sum(1, arguments->list) + text[0];
    return s + va_arg(arguments->list, long long);
}

static async int by_value(struct arguments arguments)
{
    await async_yield();
    int s = 0;
    for (int i = 0; i < arguments.count; i++)
        s = s * 10 + va_arg(arguments.list, int) + await sum(0, arguments.list);
    return s;
}

typedef async int summing(int n, va_list ap);
static async int through(summing *f, int n, va_list ap)
{
    int a, b;
    va_list first, second;
    va_copy(first, ap);
    va_copy(second, ap);
    task(int) t = create_task(f(n, ap));
    await gather(a = f(n, first), b = timeout(9, a = sum(n, second)));
    va_end(first);
    va_end(second);
    return a * 100 + b + await join(t);
}

static async int pointed(va_list *ap)
{
    int first = va_arg(*ap, int);
    await async_yield();
    return first + va_arg(*ap, int);
}

async int declared(int n, va_list ap);

static int start(int which, int n, ...)
{
    struct arguments arguments = { .count = n };
    int result = 0;
    va_start(arguments.list, n);
    switch (which) {
    case 0: result = async_run(sum(n, arguments.list)); break;
    case 1: result = async_run(sum_twice(n, arguments.list)); break;
    case 2: result = (int)(async_run(mixed(&arguments)) * 4); break;
    case 3: result = async_run(by_value(arguments)); break;
    case 4: result = async_run(through(sum_twice, n, arguments.list)); break;
    case 5: result = async_run(pointed(&arguments.list)); break;
    case 6: result = async_run(declared(n, arguments.list)); break;
    }
    va_end(arguments.list);
    return result;
}

async int declared(int n, va_list ap)
{
    int a = va_arg(ap, int), b = n > 1 ? await declared(n - 1, ap) : await sum(0, ap);
    return a * 10 + b;
}

int main(void)
{
    printf("%d %d\n", start(0, 3, 1, 2, 3), start(1, 3, 4, 5, 6));
    printf("%d %d\n", start(2, 0, 7, "text", 0.25, 8, 9LL), start(3, 3, 1, 2, 3));
    printf("%d %d %d\n", start(4, 2, 7, 8), start(5, 2, 9, 1), start(6, 3, 1, 2, 3));
    return 0;
}
