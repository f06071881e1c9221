/* Floating point numbers of three sizes in a loop. */
#include <stdio.h>

static double step(double x)
{
    return x / 3 + 1;
}

int main(void)
{
    double x = 0;
    float y = 0;
    long double z = 0;
    for (int i = 0; i < 20; i++) {
        x += step(x);
        y += step(y) * .25;
        z = step(z) + x;
    }
    printf("%.12g %.6g %.12Lg\n", x, y, z);
    return 0;
}
