/* Vectors. */
extern void abort(void);
typedef int v4si __attribute__((vector_size(16)));
typedef float v2sf __attribute__((vector_size(8)));

v4si add(v4si a, v4si b)
{
    return a + b;
}

v2sf half(v2sf a)
{
    return a * (v2sf){.5f, .5f};
}

union {
    v4si v;
    int i[4];
} u;

int main(void)
{
    v4si a = {1, 2, 3, 4}, m;
    u.v = add(a, add(a, a));
    if (u.i[3] != 12)
        abort();
    m = a > add(a, (v4si){-1, 1});
    if (m[0] != -1 || m[1])
        abort();
    v2sf h = half((v2sf){2, 4});
    return h[1] - 2;
}
