/* Macros that are defined inside a body: text that runs elsewhere than it stands keeps the meaning it had there. */
#include <asyncc.h>
#include <stdio.h>

#define OUTER 1
#define USES_OUTER (OUTER * 10)

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int in_defers(int v)
{
#define K 4
    defer printf("defer %d %d\n", K, USES_OUTER);
    v += await f(K);
#undef K
#undef OUTER
#define OUTER 3
#define K 5
    defer printf("defer %d %d\n", K, USES_OUTER);
    v += await f(K);
#undef K
    return v;
}

static async int in_loops(int v)
{
    int sum = 0;
#define STEP(i) ((i) += 1)
    for (int i = 0; i < v; STEP(i), sum += await f(OUTER)) {
#undef STEP
#undef OUTER
#define STEP(i) ((i) += 2)
#define OUTER 1
        sum += await f(OUTER);
        STEP(sum);
    }
    sum += ({
#define Z 7
        int z = await f(Z);
#undef Z
#define Z 8
        z * Z;
#undef Z
    });
    return sum;
}

async int main(void)
{
    printf("%d\n", await in_defers(1));
    printf("%d\n", await in_loops(3));
    printf("%d\n", USES_OUTER);
    return 0;
}
