/* pitfalls: 106, 107 */
/* Pointers to async functions: variables, typedefs, fields, parameters, arrays, results. */
#include <asyncc.h>
#include <stdio.h>

static async int add(int a, int b)
{
    await async_yield();
    return a + b;
}

static async int mul(int a, int b)
{
    await async_yield();
    return a * b;
}

static async void hello(const char *name)
{
    await async_yield();
    printf("hello %s\n", name);
}

typedef async int operation(int, int);
typedef async int (*operation_pointer)(int, int);

static async int (*global)(int, int) = add;
static operation *const table[] = {add, mul};
static async int (*other_table[2])(int, int) = {mul, add};

struct vtable {
    async int (*apply)(int, int);
    async void (*say)(const char *);
    operation *op;
    struct { operation_pointer inner; } in[2];
};

static async int call(async int (*f)(int, int), int a, int b)
{
    await async_yield();
    return await f(a, b);
}

static async int call_typed(operation *f, operation_pointer g)
{
    return await f(2, 3) * 100 + await (*g)(4, 5);
}

static operation_pointer choose(int c)
{
    return c ? mul : add;
}

static async int fold(int n, operation *f, int start)
{
    int r = start;
    for (int i = 1; i <= n; i++)
        r = await f(r, i);
    return r;
}

async int main(void)
{
    operation *local = mul;
    async int (*declared)(int, int) = global;
    printf("%d %d %d\n", await global(1, 2), await local(3, 4), await declared(5, 6));
    printf("%d %d %d\n", await table[1](3, 4), await other_table[0](5, 6), await (*table[0])(7, 8));
    struct vtable v = {add, hello, mul, {{add}, {mul}}}, *p = &v;
    printf("%d %d %d\n", await v.apply(1, 2), await p->op(3, 4), await p->in[1].inner(5, 6));
    await v.say("field");
    await p->say("pointer");
    printf("%d %d\n", await call(mul, 6, 7), await call_typed(add, &mul));
    printf("%d %d\n", await choose(0)(3, 4), await choose(1)(3, 4));
    printf("%d\n", await (local == mul ? add : mul)(10, 20));
    printf("%d %d\n", await fold(5, mul, 1), await fold(5, add, 0));
    global = mul;
    declared = &add;
    local = *declared;
    printf("%d %d %d\n", await global(2, 3), await (**declared)(2, 3), await local(2, await global(4, 5)));
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        printf("%d ", await table[i](10, await table[i](1, 2)));
    printf("%d\n", table[0] == add && declared != mul);
    return 0;
}
