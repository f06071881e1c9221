/* pitfalls: 31 */
/* Files of plain values included into statements that await: they stay included where the text around them stays. */
#include <asyncc.h>
#include <stdio.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

static async int values(int v)
{
    int list[] = {
#include "data.inc"
        , await f(v)
    };
    int resident[] = {
#include "data.inc"
    };
    int *p = resident;
    await async_yield();
    p[1]++;
    int s = 0;
    for (int i = 0; i < 4; i++)
        s = s * 10 + list[i];
    for (int i = 0; i < 3; i++)
        s = s * 10 + resident[i];
    s += await f((int[]){
#include "data.inc"
    }[1]);
    const int constant[] = {
#include "data.inc"
    };
    await async_yield();
    s += constant[2] + await f(sizeof(int[]){
#include "data.inc"
    });
    struct {
        int a, b, c;
    } r = {
#include "data.inc"
    }, *q = &r;
    await async_yield();
    if (q->a ==
#include "one.inc"
    )
        s +=
#include "one.inc"
            + await f(100);
    return s + q->c +
#include "one.inc"
        ;
}

/* A value as an operand is written in another place than it stands. */
static async int operands(int v)
{
    int s = v > 3 ?
#include "data_once.inc"
        : await f(v);
    return s;
}

/* What it names is called otherwise in the output. */
struct hidden {
    char c[100];
};
enum hides { HIDES };

static async int names(unsigned hidden)
{
    unsigned sum = hidden;
    {
        enum hides { hidden = 24 };
        struct hidden {
            char c[3];
        } h = { { 1 } };
        enum hides e = hidden;
        unsigned list[3] =
#include "hidden.inc"
            , *p = list;
        await async_yield();
        sum += p[0] * 1000 + p[1] * 10 + p[2] + (unsigned)sizeof h + (unsigned)e;
    }
    return (int)(sum + hidden);
}

async int main(void)
{
    printf("%d\n", await names(5));
    printf("%d %d\n", await operands(7), await operands(2));
    printf("%d\n", await values(7));
    return 0;
}
