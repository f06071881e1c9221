/* What the checks of laws.h let go: text without work to do, and places that nothing points to any more. */
#include <asyncc.h>
#include <stdio.h>

#define EMPTY
#define NOTHING()
#define EMPTY_AGAIN EMPTY NOTHING()
#define IGNORE(...)
#define ID(...) __VA_ARGS__
#define FIRST(a, ...) a

struct pair { unsigned a, b; };

static async unsigned same(unsigned v) { await async_yield(); return v; }
static async unsigned *address(unsigned *p) { await async_yield(); return p; }
static unsigned plain_sum(const unsigned *p, unsigned n)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < n; i++)
        sum = sum * 3u + p[i];
    return sum;
}

static async unsigned empty_macros(unsigned x)
{
    unsigned zero = x - x, sum = zero ?: EMPTY ~(await same(x));
    struct pair pair = { .a = ((void)sizeof x, EMPTY -(await same(x))), .b = NOTHING() !(await same(x)) };
    unsigned y = EMPTY_AGAIN x, *p = &y, list[2] = { await same(x) };
    while (EMPTY_AGAIN (await same(y)) > 3u)
        y--;
    sum += zero ?: IGNORE(x, 3u) ~(await same(y));
    return sum + pair.a + pair.b + *p + list[0];
}

/* Declarations are taken apart, and their initialisers are in macros, or begin with one. */
static async unsigned initialisers(unsigned x)
{
    unsigned first = ID((unsigned)((struct pair){ .a = x }.a = 7u)), *p = &first, list[2] = { await same(x) };
    unsigned next = ID(x + 1u) + 1u, *q = &next, last = ID(x) + FIRST(x + 2u, 3u), wait = await same(last);
    return *p + list[0] + (FIRST(await same(3u), 4u)) + *q + wait;
}

static async unsigned unwanted(unsigned x)
{
    unsigned next = ((void)(0u + (await same(x))), x);
    (void)(~(255u), await same(x), 3u);
    return (await same(next), (void)3u, ~(255u), next);
}

static async unsigned literals_in_types(unsigned x)
{
    __typeof__(*&(struct pair){ x, 6u }.a) declared = (await same(x), 1u);
    unsigned sum = declared;
    for (unsigned i = 0; i < 2u; i++)
        sum += (unsigned)(__typeof__(await same(*await address(&(struct pair){ x, 6u }.a))))(await same(i), i + 1u);
    return sum;
}

static async unsigned literals_gone_before(unsigned x)
{
    volatile unsigned i = x;
    return await same(({ (void)plain_sum((unsigned[]){ 1u, i, 1u }, 3u); 2u; }));
}

/* Calls in what is chosen, or not, are announced as others are. */
async unsigned elsewhere(unsigned v, unsigned w);
static async unsigned chosen(unsigned x)
{
    async unsigned (*const pointer)(unsigned v) = &same;
    unsigned sum = _Generic((int *)0, int *: await elsewhere((await same(x)), 2u), default: 1u);
    sum += __builtin_choose_expr(sizeof(struct pair) == 1, await pointer(1u), 3u);
    return sum + __builtin_choose_expr(sizeof(struct pair) != 1, await pointer(1u), 3u);
}

async unsigned elsewhere(unsigned v, unsigned w)
{
    unsigned asked = __builtin_types_compatible_p(__typeof__((*await address(&v))++), unsigned);
    return v * 5u + await same(w + asked);
}

/* The literal's block is the loop. */
static async unsigned literal_of_loop(unsigned x)
{
    for (unsigned i = 0; (plain_sum((unsigned[]){ 5u, x, x }, 3u), i < 3u); i++)
        x += i;
    while (plain_sum((unsigned[]){ 5u, x, x }, 3u) % 3u)
        x++;
    return x + await same(3u);
}

#define DECLARES_INSIDE { x += (unsigned)({ async unsigned (*p)(unsigned) = same; p != NULL; }); }
static async unsigned casts_around_declarations(unsigned x)
{
    DECLARES_INSIDE
    return await same(x);
}

async int main(void)
{
    printf("%u\n", await chosen(5u));
    printf("%u\n", await literal_of_loop(5u));
    printf("%u\n", await casts_around_declarations(5u));
    printf("%u\n", await empty_macros(5u));
    printf("%u\n", await initialisers(5u));
    printf("%u\n", await unwanted(5u));
    printf("%u\n", await literals_in_types(5u));
    printf("%u\n", await literals_gone_before(5u));
    return 0;
}
