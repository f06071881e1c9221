/* setjmp and longjmp in functions that stay plain. */
#include <setjmp.h>
static jmp_buf b;
static int n;

static void t(int x)
{
    if (x)
        longjmp(b, x);
    n++;
}

static int id(int x)
{
    return x;
}

static int run(int x)
{
    int r = setjmp(b);
    if (r == 0) {
        t(0);
        t(x);
    }
    return r;
}

int main(void)
{
    return id(run(3)) + n - 4;
}
