static inline int in_front(int x)
{
    return x;
}
  _Pragma (/* another spelling */ "GCC system_header")

static inline async int by_operator(int x)
{
    int unused;
    await async_yield();
    return in_front(x);
}
