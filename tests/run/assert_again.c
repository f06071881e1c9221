/* <assert.h> is included again, with NDEBUG and without, between functions, inside one, and behind those that use it. */
#include <asyncc.h>
#include <assert.h>
#include <stdio.h>

static int count;
static async int id(int x) { await async_yield(); count++; return x; }

static async int in_front(int x)
{
    assert(await id(x) == x);
    return x;
}

static async int inside(int x)
{
    assert(await id(x) == x);
#define NDEBUG
#include <assert.h>
    assert(await id(x) == x + 1);
#undef NDEBUG
#include <assert.h>
    assert(await id(x + 1) == x + 1);
    return x;
}

#define NDEBUG
#include <assert.h>
static async int between(int x)
{
    assert(await id(x) == x + 1);
    return await id(x);
}

#undef NDEBUG
#include <assert.h>
static async int behind(int x)
{
    assert(await id(x) == x);
    return x;
}

async int main(void)
{
    printf("%d %d", await in_front(1), await inside(2));
    printf(" %d %d", await between(3), await behind(4));
    printf(" %d\n", count);
    return 0;
}

#define NDEBUG
#include <assert.h>
