/* no elision */
/* pitfalls: 13, 44 */
/* A struct is copied where it stands among the arguments (clang itself copies some of them at the call). */
#include <asyncc.h>
#include <stdio.h>

struct pair { int a, b; };

static async int change(struct pair *pair)
{
    await async_yield();
    pair->a = 1000;
    return 1;
}

static async int show(struct pair pair, int more)
{
    int before = pair.a;
    await async_yield();
    return before + pair.a + pair.b + more;
}

static async void by_value(void)
{
    struct pair pair = {1, 2};
    printf("%d\n", await show(pair, await change(&pair)));
    printf("%d\n", pair.a);
    struct pair *p = &pair;
    pair.a = 5;
    printf("%d\n", await show(*p, await change(p)));
}

async int main(void)
{
    await by_value();
    return 0;
}
