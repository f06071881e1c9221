/* pitfalls: 31 */
/* Files included into the bodies of async functions: what they await, what they name, how they leave. */
#include <asyncc.h>
#include <stdio.h>
#include <string.h>

static async int f(int v)
{
    await async_yield();
    return v;
}

/* Awaits, declares, loops, returns. */
static async int statements(int n)
{
    int sum = 0, *p = &sum;
#include "statements.inc"
    return sum;
}

/* The same text with other macros around. */
static async int twice(int n)
{
    int sum = 0;
    {
#define STEP 1
        int *p = &sum;
#include "statements.inc"
#undef STEP
#define STEP 10
#include "statements.inc"
    }
    return sum;
}

#define DOUBLED(...) 2 * await f(__VA_ARGS__)

/* Only names: of what lives in the frame; and a place that is a line of that file. */
static async int names(int v)
{
    char text[16] = "";
    int *p = &v;
    await async_yield();
#include "names.inc"
    return v + (int)strlen(text);
}

/* Inside an initialiser, an argument list, a condition. */
static async int lists(int v)
{
    int list[] = {
#include "awaits.inc"
    };
    int sum = await f(
#include "argument.inc"
    );
    if (
#include "argument.inc"
        > 3)
        sum += 1000;
    for (int i = 0; i < (int)(sizeof list / sizeof *list); i++)
        sum = sum * 7 + list[i];
    return sum;
}

/* X-macros: a list of statements. */
static async int listed(int v)
{
    int sum = v;
#define X(name, value) int name = await f(value); sum += name * sum;
#include "list.inc"
#undef X
#define X(name, value) sum -= name;
#include "list.inc"
#undef X
    return sum;
}

/* A switch whose cases come from a file, and a file that includes another. */
static async int cases(int v)
{
    switch (v) {
#include "cases.inc"
    default:
        return -1;
    }
}

/* The whole body, and the whole beginning. */
static async int whole(int v)
#include "body.inc"

#include "prologue.inc"
    return v * await f(2);
}

/* No await here: but the name of the function, and a value from a file. */
static async const char *name(void)
{
#include "name.inc"
}

/* Plain data stays included: this is not a part of the output. */
static async int data(int v)
{
    static const int table[] = {
#include "data.inc"
    };
    await async_yield();
    return table[v];
}

async int main(void)
{
    printf("%d %d %d\n", await statements(3), await statements(0), await twice(4));
    printf("%d %d %d\n", await names(5), await lists(2), await listed(3));
    printf("%d %d %d\n", await cases(1), await cases(2), await cases(3));
    printf("%d %d %s %d\n", await whole(4), await begun(5), await name(), await data(1));
    return 0;
}
