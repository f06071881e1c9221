#ifndef HEADER_H
#define HEADER_H
#define LIMIT 10

static inline async int limited(int v)
{
    await async_yield();
    return v < LIMIT ? v : LIMIT;
}
#endif
