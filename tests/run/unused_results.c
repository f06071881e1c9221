/* pitfalls: 29, 111 */
/* Results, locals and labels that nobody uses must not warn. */
#include <asyncc.h>
#include <stdio.h>

struct s { int a[10]; };

static async int f(int v)
{
    await async_yield();
    return v;
}

static async struct s g(int v)
{
    await async_yield();
    return (struct s){{v}};
}

static async void h(void)
{
    await async_yield();
}

static async int __attribute__((unused)) never_called(int v)
{
    return await f(v);
}

async int main(void)
{
    await f(1);
    (void)await f(2);
    await g(3);
    (void)await g(4);
    await h();
    (void)await h();
    (await f(5));
    int unused __attribute__((unused)) = await f(6);
    struct s also __attribute__((unused)) = await g(7);
    int only_void = await f(8);
    (void)only_void;
    if (await f(9)) {
    }
    switch (await f(10)) {
    }
    for (await f(11); 0; await f(12))
        await f(13);
    while (await f(0))
        ;
unused_label: __attribute__((unused));
    {}
    ;
    printf("end\n");
    return 0;
}
