#include <asyncc.h>
#include <stdarg.h>
#include <stddef.h>

static async int f(void)
{
    return 1;
}

struct s { int list[3]; };

static async int g(int x)
{
    int y = __builtin_choose_expr(1, await f(), 0);
    size_t o = __builtin_offsetof(struct s, list[0]);
    return y + (int)o + x;
}
