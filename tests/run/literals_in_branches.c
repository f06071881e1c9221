/* A literal lives as long as the block of the source, also when a branch or an operand becomes a block of its own. */
#include <asyncc.h>
#include <stdio.h>
static async int same(int v) { await async_yield(); return v; }
static async void branch(int a)
{
    int *p = a ? (int[2]){ await same(1), 2 } : (int[2]){ 3, 4 };
    int *q = a ? (int[2]){ await same(1), 2 } : (int[2]){ 5, 6 };
    printf("%d %d %d %d\n", p[0], p[1], q[0], q[1]);
}
static async void condition(int a)
{
    int *p = NULL, *q = NULL;
    if (!a && (await same(1), p = (int[2]){ 1, 2 }) && (await same(1), q = (int[2]){ 3, 4 }))
        printf("%d %d %d %d\n", p[0], p[1], q[0], q[1]);
}
static async void loop(int a)
{
    int *p = NULL, *q = NULL;
    while (await same(a++) < 1 && (p = (int[1]){ 7 }) && (await same(1), q = (int[1]){ 8 }))
        printf("%d %d\n", *p, *q);
}
async int main(void)
{
    await branch(0);
    await condition(0);
    await loop(0);
    return 0;
}
