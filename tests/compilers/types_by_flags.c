/* Types and texts that the command line decides, by macros, and what generated code makes of them. */
/* flags: | -DNUMBER=long | -DSTEP=return(7) | -DNAME="longer" -DCOUNT=5 -DWIDE=7LL | -DNUMBER_OF_HEADER=int */
/* refused: not what was translated */
#include <asyncc.h>
#include <stdio.h>

#include "types_by_flags.h"

#ifndef NUMBER
#define NUMBER int
#endif
#ifndef STEP
#define STEP (void)0
#endif
#ifndef NAME
#define NAME "short"
#endif
#ifndef COUNT
#define COUNT 3
#endif
#ifndef WIDE
#define WIDE 1 + COUNT
#endif

typedef NUMBER number;

static NUMBER large(int by)
{
    return (NUMBER)(5000000001LL * by);
}

static number larger(int by)
{
    return (number)(5000000002LL * by);
}

static async int one(void)
{
    await async_yield();
    return 1;
}

static async int inferred(void)
{
    __auto_type a = large(1);
    __typeof__(larger(1) + 1) b = larger(1);
    NUMBER c = (NUMBER)5000000003LL;
    await one();
    printf("%lld %lld %lld\n", (long long)a, (long long)b, (long long)c);
    return (int)sizeof a;
}

static async int kept(void)
{
    long long sum = large(2) + await one();
    sum += (larger(1) ? larger(2) : 1) + await one();
    sum += (in_header() + 1) + await one();
    printf("%lld\n", sum);
    return 3;
}

static async int stepped(int n)
{
    await one();
    STEP;
    printf("%s %d %d\n", NAME, COUNT + await one(), (int)sizeof(WIDE));
    return n + COUNT;
}

async int main(void)
{
    printf("%d\n", await inferred());
    printf("%d\n", await kept());
    return await stepped(1);
}
