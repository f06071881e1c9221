/* pitfalls: 26, 36 */
/* Macros called as members of the output's structs, of the runtime's, and as its locals. */
#include <asyncc.h>
#include <stdio.h>

#define alignment 1
#define size 2
#define line 3
#define name 4
#define file 5
#define sites 6
#define step 7
#define pool 8
#define frame 9
#define result 10
#define natural 11
#define self 12
#define state 13
#define callee 14
#define unit 15
#define s 16
#define await1 17
#define kind 18
#define offset 19
#define value 20
#define seconds 21
#define next 22
#define site_count 23
#define child1 24
#define start 25
#define function 27
#define wait 28
#define owner 29
#define flags 30
#define released 31
#define current 32
#define t1 33

static async int f(int a)
{
    await async_yield();
    return a;
}

static async int down(int n)
{
    if (!n)
        return 0;
    await async_yield();
    return 1 + await down(n - 1);
}

async int plain(int a)
{
    return a + 1;
}

async int main(void)
{
    int a, b;
    a = await f(state);
    b = await down(callee) + await plain(unit);
    printf("%d %d\n", a, b);
    async int (*p)(int) = f;
    for (int i = 0; i < 3; i++)
        a += await p(i);
    printf("%d %d\n", a, size + line + name + start);
    return 0;
}
