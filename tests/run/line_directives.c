/* The user's own #line: __LINE__ and __FILE__ stay what the user said, on all sides of awaits and in macros. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

#define HERE(x) printf("%s:%d %d\n", __FILE__, __LINE__, (x))
#define FILE_NAME "third.y"

static async int f(int v)
{
    await async_yield();
    return v;
}

#line 100 "first.y"
static async int g(int v)
{
    int sum = await f(v);
    HERE(await f(sum));
#line 200
    HERE(sum);
    sum += await f(1) +
#line 300 "second.y"
        __LINE__ + await f(2);
    HERE(sum);
#if 0
#line 900 "nowhere.y"
#endif
    HERE(await f(sum) + __LINE__);
    sum += await join(create_task(f(({ typedef int row[v];
        row values;
        memset(values, 0, sizeof values);
        values[0] + 1; })))); HERE(sum);
    sum += ({ await f(1);
#line 400 "value.y"
        sum
#line 500 "second.y"
        ; });
    HERE(sum);
    return sum;
}
#line 7 FILE_NAME

async int main(void)
{
    HERE(await g(3));
# 50 "fourth.y"
    HERE(await f(4));
    await f(5);
    HERE(6);
    return 0;
}
