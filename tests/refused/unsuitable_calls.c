/* pitfalls: 30, 79 */
#include <alloca.h>
#include <asyncc.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf buffer;

static async int f(int n)
{
    char *p = alloca(10), *q = __builtin_alloca(n);
    if (setjmp(buffer))
        return 1;
    if (_setjmp(buffer))
        return 2;
    memset(p, 0, 10);
    await async_yield();
    if (n)
        longjmp(buffer, 1);
    return p[0] + q[0] + (__builtin_frame_address(0) != NULL);
}
