/* Every operator with calls as its operands. */
#include <stdbool.h>
#include <stdio.h>

static int trail[64], length;

static int f(int n)
{
    trail[length++ & 63] = n;
    return n;
}

static double d(double x)
{
    return x * f(2);
}

static unsigned char *p(unsigned char *a)
{
    return a + f(1);
}

static void show(const char *what, long long value)
{
    printf("%s %lld:", what, value);
    for (int i = 0; i < length; i++)
        printf(" %d", trail[i]);
    putchar('\n');
    length = 0;
}

int main(void)
{
    int i = 1, a[8] = { 0, 1, 2, 3, 4, 5, 6, 7 };
    unsigned u = 0xf0f0;
    unsigned char bytes[4] = { 10, 20, 250, 40 };
    show("arithmetic", f(7) * 3 - f(20) / 6 + f(9) % 4);
    show("unary", -f(3) + ~f(4) + !f(0) + +f(5));
    show("shift", (f(1) << 5) + (-64 >> f(2)) + (int)(u >> 4) + (f(-1) >> 3));
    show("bits", (f(12) & 10) | (f(3) ^ 1));
    show("relations", (f(1) < 2) + (2 <= f(1)) * 10 + (f(3) == 3) * 100 + (f(3) != 3));
    show("logic", (f(0) && f(1)) + (f(2) && f(3)) * 10 + (f(0) || f(4)) * 100 + (f(5) || f(6)) * 1000);
    show("nested", f(0) ? f(1) : f(2) ? f(3) && f(0) ? f(4) : f(5) : f(6));
    show("comma", (f(1), f(2), f(3)));
    show("omitted", (f(0) ?: f(9)) + (f(8) ?: f(7)));
    show("assign", i = f(4));
    show("compound", (i += f(2), i *= f(3), i -= f(1), i /= f(2), i <<= f(2), i |= f(1), i %= f(30), i ^= f(7), i));
    show("chained", a[1] = a[2] = f(6));
    show("index", a[f(3)] + f(1)[a] + a[a[f(2)]]);
    show("element", a[f(2)] += f(100));
    show("pointer", *p(bytes) + p(p(bytes))[1] + *(f(2) + bytes));
    show("increment", a[f(4)]++ + ++a[f(5)] + --*&a[f(6)] + a[f(7)]--);
    show("narrow", bytes[f(2)] += f(10));
    show("char", (char)f(300) + (signed char)f(200) + (unsigned char)f(-1) + (bool)f(2));
    show("mixed", (long long)(f(1) + 2.5 * f(3) + d(1.25)));
    show("unsigned", f(-1) < 1u);
    show("wide", f(0x7fffffff) + 1ll);
    show("pointers", &a[f(5)] - &a[f(2)] + (&a[f(1)] < a + f(2)));
    show("sizeof", (long long)(sizeof f(1) + sizeof(d(1) + f(1))));
    show("statement", ({ int t = f(1); t += ({ int s = f(2); s * f(10); }); t; }));
    show("void", ((void)f(1), f(0) ? (void)f(2) : (void)f(3), 4));
    if (f(1) && (i = f(0)) == 0 && !(f(0) || f(0)))
        show("if", i);
    for (i = f(0); i < f(3); i += f(1))
        ;
    show("for", i);
    while (f(i--) > 0)
        if (f(i) == 1)
            break;
    show("while", i);
    do
        i++;
    while (f(i) < 4 && (i != 3 || f(100)));
    show("do", i);
    return f(3) - f(2);
}
