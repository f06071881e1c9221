/* no elision */
/* Macros without parameters that stand for ones with parameters, and make strings or names of the arguments. */
#include <asyncc.h>
#include <stdio.h>
static async int f(int a) { return a + 1; }
#define SHOW(x) printf("%s %d\n", #x, x)
#define A SHOW
#define AA A
#define NAME(x) NAME_(x)
#define NAME_(x) #x
#define N NAME
#define GLUE(a, b) a##b
#define G GLUE
#define CALL(m, x) m(x)
static async int k(int i)
{
    int s = 0;
    for (int n = 0; n < 2; n++) {
        int n = 5;
        for (int n = 0; n < 2; n++) {
            defer s += n;
            A(n);
            AA(n);
            SHOW(n + await f(n));
            A(n + await f(n));
            AA(n + await f(n));
            puts(N(n));
            int n2 = 3;
            s += G(n, 2) + await f(G(n, 2));
            CALL(A, n);
            CALL(SHOW, n);
            CALL(AA, n + await f(n));
        }
        s += n;
    }
    return s + i;
}
async int main(void)
{
    printf("%d\n", await k(0));
    return 0;
}
