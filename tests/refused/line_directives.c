/* Messages name the line and the file that #line says, as compilers do. */
#include <asyncc.h>
#define SUM(a, b) ((a) + (b))

#line 10 "grammar.y"
int plain(void)
{
    return await async_wait(0, 0, 0);
}

async int f(void)
{
#line 3 "scanner.l"
    f();
    return SUM(1,
               f());
}
