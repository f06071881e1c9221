/* pitfalls: 26, 36 */
/* Locals that are called as members of generated structs are, alike in nested scopes, and as what those become. */
#include <asyncc.h>
#include <stdio.h>

static async int next(int n)
{
    await async_yield();
    return n + 1;
}

async int members(int n)
{
    int state = n, state_2 = n + 1, callee = n + 2, callee_ = n + 3, callee_2 = n + 4, of_callee_2 = n + 5;
    int timeout_ = n + 6, gather_ = n + 7, child1 = n + 8, child1_ = n + 9, of_child1_2 = n + 10, await1 = n + 11;
    int sum = await next(n);
    return sum + state + 2 * state_2 + 3 * callee + 5 * callee_ + 7 * callee_2 + 11 * of_callee_2 + 13 * timeout_ +
           17 * gather_ + 19 * child1 + 23 * child1_ + 29 * of_child1_2 + 31 * await1;
}

async int nested(int x)
{
    int x_2 = x + 1, x_3 = x + 2, sum = x;
    {
        int x = 100;
        {
            int x = 1000, x_2 = 2000;
            sum += await next(x);
            sum += x + x_2;
        }
        sum += await next(x);
        sum += x;
    }
    return sum + x * 3 + x_2 * 5 + x_3 * 7;
}

async int parameters(int parameters, int state, int start)
{
    return parameters + await next(state) + start;
}

async int main(void)
{
    printf("%d %d %d\n", await members(1), await nested(2), await parameters(3, 4, 5));
    return 0;
}
