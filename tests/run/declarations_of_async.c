/* pitfalls: 105, 106, 114 */
/* async at every legal place; prototypes, redeclarations, inline, attributes, extern, definitions later. */
#include <asyncc.h>
#include <stdio.h>

async int before_type(int);
static async int after_static(int v);
async static int before_static(int v);
static inline async int inlined(int v);
extern async int external(int v);
int async in_the_middle(int v);
async int (*pointer)(int);
typedef async int handler(int v);
handler declared_by_typedef;
static async __attribute__((unused)) int with_attribute(int v);
async __attribute__((noinline)) int not_inlined(int v);
async int unnamed(int), second(int v), *pointing(int *);
async struct point { int x, y; } structure(int v);
async void nothing(void);
async const char *text(void);
_Async int long_name(int v);

async int main(void)
{
    pointer = before_type;
    printf("%d %d %d %d\n", await before_type(1), await after_static(2), await before_static(3), await inlined(4));
    printf("%d %d %d %d\n", await external(5), await in_the_middle(6), await declared_by_typedef(7), await pointer(8));
    printf("%d %d %d %d\n", await with_attribute(9), await not_inlined(10), await unnamed(11), await second(12));
    int v = 13;
    printf("%d %d\n", *await pointing(&v), (await structure(14)).y);
    await nothing();
    printf("%s %d\n", await text(), _Await long_name(16));
    return 0;
}

async int before_type(int v)
{
    await async_yield();
    return v;
}

static async int after_static(int v)
{
    await async_yield();
    return v;
}

async static int before_static(int v)
{
    await async_yield();
    return v;
}

static inline async int inlined(int v)
{
    await async_yield();
    return v;
}

async int external(int v)
{
    await async_yield();
    return v;
}

int async in_the_middle(int v)
{
    await async_yield();
    return v;
}

async int declared_by_typedef(int v)
{
    await async_yield();
    return v;
}

static async int with_attribute(int v)
{
    await async_yield();
    return v;
}

async int not_inlined(int v)
{
    await async_yield();
    return v;
}

async int unnamed(int v)
{
    await async_yield();
    return v;
}

async int second(int v)
{
    return await unnamed(v);
}

async int *pointing(int *v)
{
    await async_yield();
    return v;
}

async struct point structure(int v)
{
    await async_yield();
    return (struct point){v, v + 1};
}

async void nothing(void)
{
    await async_yield();
    printf("nothing\n");
}

async const char *text(void)
{
    await async_yield();
    return "text";
}

_Async int long_name(int v)
{
    _Await async_yield();
    return v;
}
