/* Locals of the frame, in the sizes of prototypes inside of functions and in the alignment of others. */
#include <asyncc.h>
#include <stdio.h>
#define SIZE sizeof v

static async int f(int a)
{
    return a + 1;
}

static int use(void *p)
{
    return p != NULL;
}

static async int k(int x)
{
    struct { char c; double d; } v = { 1, 2 };
    use(&v);
    int g(int a[sizeof v]);
    int h(int (*a)[sizeof(v.d)], __typeof__(v.d) b), (*i)(int a[SIZE]) = g;
    int g(int a[SIZE]);
    _Alignas(sizeof v) char buf[128] = "abc";
    int w __attribute__((aligned(sizeof v.d * 2))) = 4;
    int z __attribute__((aligned(__alignof__(v)))) = 4;
    _Alignas(__typeof__(v)) int y = 3;
    int *p = &w, *q = &z, *r = &y;
    char *b = buf;
    int s = await f(x);
    *p += s;
    *q += s;
    *r += v.c;
    b[0]++;
    s += await f(w) + g((int *)buf) + h((int (*)[8])buf, 1.0) + i(&w);
    {
        int v[16] = { 1, await f(1), 3 };
        use(v);
        int j(int a[sizeof v / 4]);
        s += j(v) + await f(v[1]);
    }
    s += (int)((unsigned long)buf % sizeof v) + (int)((unsigned long)&w % (sizeof v.d * 2));
    return s + w + z + y + buf[0] + (int)v.d;
}

int g(int *a)
{
    return *a & 1;
}

int j(int *a)
{
    return a[1];
}

int h(int (*a)[8], double b)
{
    return (**a & 1) + (int)b;
}

async int main(void)
{
    printf("%d\n", await k(1));
    return 0;
}
