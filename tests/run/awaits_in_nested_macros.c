/* An await that comes through arguments of arguments, by names of names. */
#include <asyncc.h>
#include <stdio.h>
#define ID(x) x
#define ID2(...) ID(__VA_ARGS__)
#define ID3(...) ID2(ID2(__VA_ARGS__))
#define SHOW(x) (printf("%s ", #x), x)
#define W await
#define V W
#define CAT(a, b) a##b
static async int f(int x) { await async_yield(); return x; }
async int main(void)
{
    int n = 0;
    ID3(n = ID2(ID(await f(ID3(V f(ID(3)))))));
    n += SHOW(ID3(await f(2)));
    n += ID3(CAT(aw, ait) f(2)) + ID( _Await
      f(1)) + ID(await f(await f(await f(await f(await f(await f(1)))))));
    W f(1);
    ID(V f(1));
    printf("%d\n", n);
    return 0;
}
