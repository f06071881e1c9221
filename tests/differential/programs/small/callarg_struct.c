/* Structs of odd sizes among many other arguments. */
extern void abort(void);

typedef struct {
    char c[5];
} five;

typedef struct {
    double d;
    int i;
} di;

typedef struct {
    float a, b, c;
} fff;

five mk5(char c)
{
    five f = {{c, c + 1, c + 2, c + 3, c + 4}};
    return f;
}

di mkdi(int i)
{
    di d = {i / 2.0, i};
    return d;
}

fff mkf(float f)
{
    fff x = {f, f + 1, f + 2};
    return x;
}

double sum(five a, int b, di c, fff d, char e, long long f, long double g, five h)
{
    return a.c[4] + b + c.d + c.i + d.a + d.c + e + f + g + h.c[1];
}

int main(void)
{
    double r = sum(mk5(1), 2, mkdi(3), mkf(4), 5, 6, 7, mk5(8));
    if (r != 5 + 2 + 1.5 + 3 + 4 + 6 + 5 + 6 + 7 + 9)
        abort();
    return 0;
}
