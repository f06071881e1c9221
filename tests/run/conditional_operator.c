/* pitfalls: 15, 32 */
/* ?: evaluates one arm; nested, of several types, as a condition, as a destination's index. */
#include <asyncc.h>
#include <stdio.h>

static async int f(const char *name, int value)
{
    printf("<%s", name);
    await async_yield();
    printf("> ");
    return value;
}

static int g(const char *name, int value)
{
    printf("(%s) ", name);
    return value;
}

struct s { int a; char text[8]; };

static async struct s make(int a)
{
    await async_yield();
    return (struct s){a, "made"};
}

static async double real(double d)
{
    await async_yield();
    return d;
}

static async void *nothing(void)
{
    await async_yield();
    return 0;
}

static async void arms(int c)
{
    printf("= %d\n", c ? await f("a", 1) : g("b", 2));
    printf("= %d\n", c ? g("a", 1) : await f("b", 2));
    printf("= %d\n", await f("c", c) ? await f("a", 1) : await f("b", 2));
    printf("= %d\n", c ? await f("a", c) ? g("b", 1) : await f("c", 2) : await f("d", 0) ? 3 : await f("e", 4));
    if (c ? await f("x", 0) : await f("y", 1))
        printf("then\n");
    else
        printf("else\n");
    if (await f("c", c) ? c > 1 ? await f("d", 1) : 0 : !await f("e", c))
        printf("then\n");
    else
        printf("else\n");
    printf("= %d\n", (await f("o", c) ?: await f("p", 9)));
}

static async void types(int c)
{
    printf("%g\n", c ? await f("i", 3) : 2.5);
    printf("%g\n", (c ? await f("i", 3) : await real(2.5)) / 2);
    printf("%d\n", (c ? await make(c) : (struct s){-1, "none"}).a);
    const char *text = c ? "text" : await nothing();
    printf("%s\n", text ? text : "null");
    struct s s = c ? await make(5) : await make(6);
    printf("%d %s\n", s.a, s.text);
    c ? (void)await f("v", 1) : (void)g("w", 1);
    unsigned u = 1;
    printf("%d\n", (c ? (unsigned)await f("n", -1) : u) > 0);
    printf("%zu\n", sizeof(c ? (char)1 : (short)2));
}

static async void effects(int c)
{
    int a[3] = {0}, i = 0;
    a[c ? await f("i", 1) : 2] += c ? i++ : await f("j", 20);
    printf("%d %d %d %d\n", a[0], a[1], a[2], i);
    *(c ? &a[0] : &a[1]) = await f("k", 7);
    printf("%d %d\n", a[0], a[1]);
}

async int main(void)
{
    for (int c = 0; c < 3; c++) {
        await arms(c);
        await types(c);
        await effects(c);
    }
    return 0;
}
