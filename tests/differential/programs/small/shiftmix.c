/* Conversions of narrow types. */
extern void abort(void);
short s = -1;
unsigned char uc = 200;

unsigned short us(int x)
{
    return x;
}

signed char sc(int x)
{
    return x;
}

float fl(double d)
{
    return d;
}

int main(void)
{
    int i;
    i = s + us(65535);
    if (i != 65534)
        abort();
    i = uc << sc(1);
    if (i != 400)
        abort();
    uc <<= sc(1);
    if (uc != 144)
        abort();
    s += us(2);
    if (s != 1)
        abort();
    i = us(1) - 2;
    if (i != -1)
        abort();
    i /= fl(0.5);
    if (i != -2)
        abort();
    s = sc(200) * us(3);
    if (s != -168)
        abort();
    return us(0x10000);
}
