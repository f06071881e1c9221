/* options: -std=gnu89 */
/* extern inline as GNU C had it. */
extern __inline int only(int x)
{
    return x + 100;
}

int only(int x)
{
    return x + 1;
}

static __inline__ int st(int x)
{
    return only(x);
}

__inline int pub(int x)
{
    return st(x);
}

int main()
{
    return pub(1) - 2;
}
