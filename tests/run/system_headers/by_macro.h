static inline int by_name(int x)
{
    return x;
}
#define QUIET _Pragma("GCC system_header")
  QUIET

static inline async int by_macro(int x)
{
    int unused;
    await async_yield();
    return by_name(x);
}
