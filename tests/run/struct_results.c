/* pitfalls: 23, 28 */
/* Members, subscripts and addresses of results; unary operators, casts and parentheses around awaits. */
#include <asyncc.h>
#include <stdio.h>

struct vector { int x, y; int at[3]; };
struct big { char text[100]; struct vector v; };

static struct vector kept = {7, 8, {9, 10, 11}};
static int numbers[] = {5, 6, 7};

static async struct vector make(int x)
{
    await async_yield();
    return (struct vector){x, x + 1, {x + 2, x + 3, x + 4}};
}

static async struct vector *keep(void)
{
    await async_yield();
    return &kept;
}

static async int *array(void)
{
    await async_yield();
    return numbers;
}

static async int number(int v)
{
    await async_yield();
    return v;
}

static async struct big big(int x)
{
    struct big b = {"big", {0}};
    b.v = await make(x);
    b.text[99] = (char)x;
    return b;
}

static async char *name(void)
{
    await async_yield();
    return "name";
}

static async void members(void)
{
    printf("%d %d %d\n", (await make(1)).x, (await make(1)).y, (await make(1)).at[2]);
    printf("%d %d\n", (await keep())->x, (*await keep()).at[1]);
    int *p = &(await keep())->y;
    *p = 80;
    (await keep())->at[await number(2)] += 5;
    ++(await keep())->x;
    (*await keep()).x++;
    printf("%d %d %d\n", kept.x, kept.y, kept.at[2]);
    printf("%s %d %d\n", (await big(65)).text, (await big(66)).text[99], (await big(67)).v.at[await number(1)]);
    struct vector copy = (await big(3)).v;
    printf("%d %d\n", copy.x, (await make(50)).y);
}

static async void subscripts(void)
{
    printf("%d %d %d\n", (await array())[1], numbers[await number(2)], (await array())[await number(0)]);
    printf("%d %c %c\n", *await array(), (await name())[0], "text"[await number(2)]);
    printf("%d\n", (await number(1))[numbers]);
    *await array() = 50;
    (await array())[1]++;
    *(await array() + await number(2)) -= 1;
    printf("%d %d %d\n", numbers[0], numbers[1], numbers[2]);
    printf("%d\n", (int)(&numbers[await number(2)] - await array()));
}

static async void unary(void)
{
    printf("%d %d %d %d\n", !await number(3), -await number(3), ~await number(3), +await number(3));
    printf("%d %d %d\n", (char)await number(300), (int)(long)await number(4), !!await number(0));
    printf("%d %d\n", - - await number(2), -(await number(2)));
    printf("%d\n", (((await number(8)))));
    (void)await number(1);
    double d = -(double)await number(7) / 2;
    printf("%g\n", d);
}

async int main(void)
{
    await members();
    await subscripts();
    await unary();
    return 0;
}
