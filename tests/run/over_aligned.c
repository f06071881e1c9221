/* pitfalls: 48 */
/* _Alignas and vector types across awaits, in embedded and in pooled frames. */
#include <asyncc.h>
#include <stdint.h>
#include <stdio.h>

typedef float vector __attribute__((vector_size(16)));
struct cache_line { _Alignas(64) char text[64]; };

static int aligned(const void *p, unsigned to)
{
    return (uintptr_t)p % to == 0;
}

static async int in_frame(int v)
{
    _Alignas(64) char buffer[10] = {(char)v};
    await async_yield();
    struct cache_line line = {"line"};
    await async_yield();
    return aligned(buffer, 64) + aligned(&line, 64) * 10 + buffer[0] * 100 + line.text[0] * 1000;
}

static async float sum(vector a)
{
    vector b = a + a;
    await async_yield();
    b += a;
    float total = 0;
    for (int i = 0; i < 4; i++)
        total += b[i];
    return total;
}

static async int recursive(int depth)
{
    _Alignas(128) int x = depth;
    int good = aligned(&x, 128);
    await async_yield();
    good += aligned(&x, 128);
    return depth ? good + await recursive(depth - 1) : good + x;
}

static async int one_byte_before(char c)
{
    int v = await in_frame(c);
    return v + c;
}

async int main(void)
{
    printf("%d\n", await in_frame(3));
    printf("%g\n", (double)await sum((vector){1, 2, 3, 4}));
    printf("%d\n", await recursive(5));
    printf("%d\n", await one_byte_before(2));
    return 0;
}
