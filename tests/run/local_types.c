/* pitfalls: 37, 38, 58 */
/* Types, enum constants and declarations that are local to the function, and locals of those types. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int local_struct(int v)
{
    struct point { int x, y; } p = {v, await f(2)};
    struct line { struct point from, to; } line = {p, {await f(3), 4}};
    struct line *pointer = &line;
    await async_yield();
    pointer->to.x += p.x;
    await async_yield();
    return line.from.y * 100 + line.to.x * 10 + pointer->to.y;
}

static async int local_typedef(int v)
{
    typedef unsigned char byte;
    typedef struct { byte low, high; } word;
    typedef byte bytes[4];
    byte b = (byte)(v + 255);
    word w = {b, (byte)await f(2)};
    bytes list = {1, 2, 3, b};
    await async_yield();
    return w.low + w.high * 256 + list[3] * 1000 + (int)sizeof(list);
}

static async int local_enum(int v)
{
    enum kind { FIRST = 3, SECOND, COUNT = SECOND * 2 } k = v ? SECOND : FIRST;
    int table[COUNT] = {[SECOND] = 9};
    await async_yield();
    switch (k) {
    case FIRST:
        return await f(FIRST);
    case SECOND:
        return await f(table[k]);
    default:
        return COUNT;
    }
}

static async int local_union(void)
{
    union { unsigned u; unsigned char c[4]; } v;
    v.u = (unsigned)await f(0x01010101);
    await async_yield();
    struct { int a; union { int b; char c; }; struct { int d; }; } anonymous = {1, {2}, {await f(3)}};
    await async_yield();
    return v.c[2] + anonymous.a + anonymous.b + anonymous.d;
}

static async int dependent(void)
{
    enum { N = 3 };
    struct element { char name[N]; };
    struct element elements[N * 2];
    char buffer[sizeof elements + N];
    _Static_assert(sizeof(buffer) == 21, "size");
    elements[5].name[2] = 7;
    buffer[20] = 8;
    await async_yield();
    struct list { struct list *next; struct element *e; } second = {0, &elements[5]}, first = {&second, 0};
    await async_yield();
    return first.next->e->name[2] * 10 + buffer[20];
}

static async int same_tag(int v)
{
    int sum = 0;
    {
        struct s { int a; } s = {v};
        await async_yield();
        sum += s.a;
    }
    {
        struct s { char t[3]; double d; } s = {"ab", await f(2)};
        await async_yield();
        sum += s.t[1] + (int)s.d;
    }
    return sum;
}

static async int block_declarations(void)
{
    extern int printf_count(int);
    int external_helper(int);
    _Static_assert(sizeof(int) >= 2, "int");
    extern int shared_value;
    int v = printf_count(await f(2)) + external_helper(3);
    await async_yield();
    return v + shared_value;
}

int shared_value = 1000;

int printf_count(int v)
{
    return v * 2;
}

int external_helper(int v)
{
    return v * 3;
}

async int main(void)
{
    printf("%d\n", await local_struct(1));
    printf("%d\n", await local_typedef(2));
    printf("%d %d\n", await local_enum(0), await local_enum(1));
    printf("%d\n", await local_union());
    printf("%d\n", await dependent());
    printf("%d\n", await same_tag(1));
    printf("%d\n", await block_declarations());
    return 0;
}
