/*
 * Async functions that are declared and defined by lists of macros: the name stands in the list, async in another macro.
 * And by typeof, which says async when its operand does.
 */
#include <asyncc.h>
#include <stdio.h>

#define ALL(X) X(one) X(two) \
    X(three)
#define PROTOTYPE(name) async int name(int x);
#define STATIC(name) static async int name##_of(int x);

ALL(PROTOTYPE)
ALL(PROTOTYPE)
ALL(STATIC)

#define DEFINE(name) async int name(int x) { await async_yield(); return x + (int)sizeof #name; }
#define DEFINE_STATIC(name) static async int name##_of(int x) { await async_yield(); return await name(x); }
ALL(DEFINE)
ALL(DEFINE_STATIC)
ALL(PROTOTYPE) /* behind the definition, where clang drops attributes */
async int one(int x);

#define EACH(X, name) X(name, int) X(name##_long, long)
#define PROTOTYPE_OF(name, type) async type name(type x);
#define DEFINE_OF(name, type) async type name(type x) { await async_yield(); return x * 2; }
EACH(PROTOTYPE_OF, twice)
EACH(DEFINE_OF, twice)

async int again(int x), again(int x), (again)(int x);
extern __typeof__(one) again;

static async int nowhere_else(int x)
{
    await async_yield();
    return x;
}
extern __typeof__(nowhere_else) by_typeof;
extern __typeof__((two)) by_typeof;
async int by_typeof(int x)
{
    return await nowhere_else(x) + 100;
}

async int behind(int x)
{
    return await two(x) + 200;
}
extern __typeof__(one) behind;

async int (*pointer)(int x) = three;
extern __typeof__(*pointer) by_pointer;

async int main(void)
{
    async int by_pointer(int x);
#define CALL(name) printf("%d %d\n", await name(1), await name##_of(2));
    ALL(CALL)
    printf("%d %ld\n", await twice(3), await twice_long(4L));
    printf("%d %d %d %d\n", await again(5), await by_typeof(6), await behind(7), await by_pointer(8));
    return 0;
}

async int again(int x)
{
    await async_yield();
    return x;
}

async int by_pointer(int x)
{
    return await pointer(x);
}
