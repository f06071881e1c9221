/* pitfalls: 11, 23, 106 */
/* The operand of await in all its spellings. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int g(void)
{
    await async_yield();
    return 7;
}

typedef async int function(int);

static function *const table[] = {f, f};
static function *pointer = f;
static function **indirect = &pointer;

async int declared_later(int);

#define F f
#define CALL(name, ...) name(__VA_ARGS__)

async int main(void)
{
    async int in_block(int v);
    int i = 0;
    printf("%d %d %d %d\n", await f(1), await (f)(2), await ((f))(3), await (f(4)));
    printf("%d %d %d %d\n", await (*f)(5), await (&f)(6), await (***f)(7), await((f)(8)));
    printf("%d ", await table[i++](9));
    printf("%d %d %d\n", await (*table[i])(10), await (*indirect)(11), await (**indirect)(12));
    printf("%d %d %d\n", await F(13), await CALL(f, 14), await CALL(g));
    printf("%d %d\n", await declared_later(15), await in_block(16));
    printf("%d\n", await(f(18)) + await(g()));
    return 0;
}

async int declared_later(int v)
{
    return await f(v);
}

async int in_block(int v)
{
    return await f(v);
}
