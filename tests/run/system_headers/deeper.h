/* A part of it, as quiet.h includes it. */
static inline async int deeper(int x)
{
    int unused;
    await async_yield();
    return x;
}
