/* An old-style definition behind its prototype: clang remarks on what is declared again without one. */
#include <asyncc.h>
#include <stdio.h>

async int sum(int a, const char *b);
static async int twice(int);

async int sum(a, b)
    int a;
    const char *b;
{
    await async_sleep(0);
    return a + *b;
}

static async int twice(a)
    int a;
{
    return a + await sum(a, "");
}

static async int(*chosen)(int) = twice;

async int main(void)
{
    task(int) t = create_task(sum(1, ""));
    printf("%d %d\n", await chosen(1), await join(t));
    return 0;
}
