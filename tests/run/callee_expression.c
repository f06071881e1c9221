/* pitfalls: 11, 12, 107 */
/* Awaits in the callee of a call and in its arguments: the callee is saved first. */
#include <asyncc.h>
#include <stdio.h>

typedef async int operation(int, int);

static async int add(int a, int b)
{
    await async_yield();
    return a + b;
}

static async int sub(int a, int b)
{
    await async_yield();
    return a - b;
}

static operation *current = add;

static async operation *get(const char *name)
{
    printf("get %s\n", name);
    await async_yield();
    return current;
}

static async int swap(int value)
{
    printf("swap\n");
    await async_yield();
    current = current == add ? sub : add;
    return value;
}

static int plain_add(int a, int b)
{
    return a + b;
}

static int plain_mul(int a, int b)
{
    return a * b;
}

static int (*plain)(int, int) = plain_add;

static async int swap_plain(int value)
{
    await async_yield();
    plain = plain_mul;
    return value;
}

struct reader { int (*read)(struct reader *, int); int base; };

static int read_far(struct reader *r, int n)
{
    return r->base + n;
}

static struct reader reader = {read_far, 100};
static struct reader *null_reader;

static async struct reader *open_reader(void)
{
    await async_yield();
    null_reader = &reader;
    return &reader;
}

async int main(void)
{
    printf("%d\n", await (await get("a"))(7, 3));
    printf("%d\n", await current(await swap(7), 3));
    printf("%d\n", await (await get("b"))(await swap(7), await swap(3)));
    printf("%d\n", await (*current)(await swap(20), await swap(30)));
    printf("%d\n", plain(await swap_plain(5), 6));
    printf("%d\n", plain(await swap_plain(5), 6));
    struct reader *r;
    printf("%d\n", (r = await open_reader(), r->read(r, 5)));
    null_reader = 0;
    printf("%d\n", (await open_reader())->base + null_reader->base);
    return 0;
}
