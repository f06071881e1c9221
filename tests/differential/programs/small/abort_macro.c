/* Functions that macros define and call. */
#include <stdlib.h>
#define CHECK(x)                                                                                             \
    if (!(x))                                                                                                \
    abort()
#define T(n)                                                                                                 \
    static int test##n(void)                                                                                 \
    {                                                                                                        \
        return n;                                                                                            \
    }
T(1)
T(2)
#define RUN(n) CHECK(test##n() == n)
    int main(void)
{
    RUN(1);
    RUN(2);
    return 0;
}
