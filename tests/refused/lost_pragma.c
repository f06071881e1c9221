#include <asyncc.h>

#define word 1

static async int f(int x,
#pragma pack(1)
                   int y)
{
    await async_yield();
    return x + y;
}

#pragma pack(push)
static async
#pragma GCC optimize("O1")
    int
    g(int x)
#pragma push_macro("word") /* fine: these leave */
#pragma GCC diagnostic ignored "-Wunused" /* and this may go */
{
    return await f(x
#undef word
#pragma pop_macro("word")
                   , 2);
}
#pragma pack(pop)

static async int h(int x)
{
    _Pragma("push_macro(\"word\")") /* fine: between statements */
    if (await f(x, 1))
        _Pragma("GCC unroll 2") for (int i = 0; i < 2; i++)
            x += await f(i, 1);
    else
#pragma GCC unroll 2
        for (int i = 0; i < 2; i++)
            x += i;
    _Pragma("pop_macro(\"word\")") return await f(x, _Pragma("push_macro(\"word\")") 1) +
                                          _Pragma("pop_macro(\"word\")") 3;
}

async int main(void)
{
    return await g(1) + await h(2);
}
