#include <asyncc.h>

#define limit 7
#define other 8

static async int f(int x)
{
    await async_yield();
    return x;
}

static async int condition(int a)
{
    if (a
#pragma push_macro("limit")
#undef limit
        && await f(a))
        a++;
    return a;
}

static async int argument(int a)
{
    a = await f(a + _Pragma("pop_macro(\"limit\")") 1);
    return a;
}

static async int head(int a,
#pragma push_macro("limit")
                      int b)
{
    return a + await f(b);
}

static async int specifiers(int a);
static async
#pragma pop_macro("limit")
    int specifiers(int a)
{
    return await f(a);
}

static async int defers(int a)
{
    defer {
#pragma push_macro("limit")
        await f(3);
    }
    return await f(a);
}

static async int list(int a)
{
    int all[] = { 1,
#pragma pop_macro("limit")
                  await f(a) };
    return all[1];
}

static async int step(int a)
{
    for (int i = 0; i < await f(3);
#pragma push_macro("limit")
         i++) {
#pragma pop_macro("limit") /* fine */
        a++;
    }
    return a;
}

static async int both(int a)
{
#pragma push_macro("other")
    a = a + await f(a
#undef other
#define other 3
                    + other);
#pragma pop_macro("other")
    return a;
}

static async int fine(int a)
{
#pragma push_macro("limit")
#undef limit
    if (a
#pragma push_macro("other")
    )
        a++;
#if 0
    a += await f(1
#pragma push_macro("limit")
    );
#endif
#pragma pop_macro("other")
#pragma pop_macro("limit")
    return await f(a);
}

async int main(void)
{
    return await condition(1) + await argument(2) + await head(1, 2) + await specifiers(1) + await defers(1) + await list(1) +
           await step(1) + await both(1) + await fine(1);
}
