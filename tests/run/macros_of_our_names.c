/* Macros of the words that the output has of its own, for members and numbered names. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>
#define literal 5
#define element 6
#define of_state_2 7
#define buffer_2 8
#define x_2(a) (a)
#define state 9
#define callee() 10
#define frame 11
#define result 12
static async int get(const int *p) { await async_yield(); return *p; }
static async int f(int x)
{
    int r = 0;
    const int *p = (int[]){ 1, 2 };
    await async_yield();
    r += p[1] + await get(&(int){ 3 });
    { char buffer[100] = "a"; await async_yield(); r += buffer[0]; }
    { char buffer[100] = "b"; await async_yield(); r += buffer[0]; }
    { int x = 1; await async_yield(); r += x; }
    int n = x;
    _Alignas(32) char vla[n];
    memset(vla, 1, sizeof vla);
    await async_yield();
    return r + x + vla[n - 1] + literal + element + of_state_2 + buffer_2 + x_2(1) + state + callee() + frame + result;
}
async int main(void) { printf("%d\n", await f(3)); return 0; }
