/* pitfalls: 103 */
/* What stands between async functions stays as it is; plain functions, globals, types, macros, prototypes. */
#include <asyncc.h>
#include <stdarg.h>
#include <stdio.h>

static int log_count;

static void log_line(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    log_count++;
}

struct queue {
    int items[8];
    unsigned head, tail;
};

static async int take(struct queue *q)
{
    while (q->head == q->tail)
        await async_yield();
    return q->items[q->head++ % 8];
}

static void put(struct queue *q, int v)
{
    q->items[q->tail++ % 8] = v;
}
/* a comment directly behind */ static async void twice(struct queue *q) { put(q, await take(q) * 2); } static int after(int v) { return v + 1; }

int table[] = {1, 2, 3}, *last = &table[2];

async int main(void)
{
    struct queue q = {{0}, 0, 0};
    put(&q, 5);
    put(&q, 6);
    log_line("%d\n", await take(&q));
    await twice(&q);
    log_line("%d %d\n", await take(&q), after(*last));
    log_line("%s:%d %s\n", __FILE__[0] ? "file" : "", __LINE__, __func__);
    return log_count;
}
