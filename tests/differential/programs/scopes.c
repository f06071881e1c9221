/* Names: shadowing, siblings of other types, statics, externs, loops that start afresh, const and volatile. */
#include <stdio.h>

int shared = 7;
static volatile int noisy = 1;
_Thread_local int per_thread = 2;

static int f(int n)
{
    return n + 1;
}

static int shadowed(int n)
{
    int total = n;
    {
        double n = total / 2.0;
        total += f((int)(n * 2));
        {
            char n[4] = "abc";
            total += f(n[1]) + (int)sizeof n;
        }
        total += (int)(n * 4);
    }
    for (int n = f(0); n < 3; n++) {
        const int total = f(n);
        if (total > 100)
            return total;
    }
    for (const char *n = "xy"; *n; n++)
        total += f(*n);
    return total + n;
}

static int siblings(int n)
{
    int total = 0;
    {
        int a = f(n), b[2] = { f(a), a };
        total += f(b[0]) + b[1];
    }
    {
        double a = f(n) / 4.0;
        float b = (float)f((int)a);
        total += (int)(a * 8) + (int)b;
    }
    {
        struct a { int b; } a = { f(n) }, *b = &a;
        b->b += f(1);
        total += a.b;
    }
    return total;
}

static int kept(int n)
{
    static int calls = 10, *const p = &calls;
    *p += f(n);
    {
        static int calls = 1000;
        calls += f(0);
        return calls + *p;
    }
}

static int afresh(int n)
{
    int total = 0;
    for (int i = 0; i < n; i++) {
        int a = 1, b[3] = { f(i) }, c;
        total += a + b[0] + b[1] + b[2];
        a += f(i);
        b[1] = b[2] = f(a);
        c = f(a) + b[1];
        total += c;
    }
    return total;
}

static int qualified(const int n, int *restrict p, volatile int *v)
{
    const int first = f(n), *const q = &first;
    volatile int changing = f(first);
    register int quick = f(changing);
    _Atomic int counter = f(quick);
    *p += f(*v) + *q;
    changing += f(quick);
    counter += f(changing);
    *v += changing;
    return first + changing + quick + counter;
}

static int aligned(int n)
{
    _Alignas(64) char block[64];
    char first = (char)f(n);
    block[0] = (char)f(first);
    return ((unsigned long)block & 63) == 0 ? f(block[0]) : -1;
}

static int parameters(int a, int b[3], int c[][2], char text[static 2], int (*grid)[2])
{
    a = f(a);
    b++;
    b[0] += f(a);
    c++;
    text += f(0);
    return a + *b + c[0][f(0)] + *text + grid[f(0)][1] + (int)(sizeof b + sizeof text);
}

static int uninitialised(int n)
{
    int x, y, z;
    if (f(n) > 2)
        x = f(3), y = 0;
    else
        x = 0, y = f(4);
    z = x ? f(x) : f(y);
    return x + y * 10 + z * 100;
}

static int file_scope(int n)
{
    int before = shared + per_thread;
    shared = f(n);
    noisy += noisy + f(noisy);
    per_thread += f(shared);
    return before * 10000 + shared * 1000 + noisy * 100 + per_thread;
}

int main(void)
{
    int b[4] = { 1, 2, 3, 4 }, c[2][2] = { { 1, 2 }, { 3, 4 } };
    volatile int v = 5;
    printf("%d\n", shadowed(3));
    printf("%d\n", siblings(2));
    printf("%d ", kept(1));
    printf("%d\n", kept(2));
    printf("%d\n", afresh(3));
    printf("%d", qualified(1, b + 3, &v));
    printf(" %d %d\n", b[3], v);
    printf("%d\n", aligned(5));
    printf("%d\n", parameters(1, b, c, (char[]){ 'a', 'b' }, c));
    printf("%d %d\n", uninitialised(1), uninitialised(2));
    printf("%d\n", file_scope(3));
    return 0;
}
