/* CMPLX of C11's <complex.h> exists for gcc only; the translator, which parses as clang, takes it for an undeclared
   function that returns int, says nothing, and keeps its value in an int across the await. */
#include <asyncc.h>
#include <complex.h>
#include <stdio.h>

/* not for all */
static async double one(void)
{
    await async_yield();
    return 1;
}

async int main(void)
{
    double complex z = CMPLX(1.5, 2.5) + await one();
    printf("%.1f %.1f\n", creal(z), cimag(z));
    return 0;
}
