/* pitfalls: 52 */
/* Sizes that no local can keep. */
#include <asyncc.h>

async int f(int v);

async int mixed_types(int n)
{
    int a[n];
    __typeof__(a) b[n];
    b[0][0] = await f(1);
    return b[0][0];
}

async int operand(int n, int *p)
{
    return ((int (*)[n++])p + 1)[await f(n)][0];
}

/* Its sizes would be evaluated where it is declared, which a resumption jumps past. */
async int with_static(int n)
{
    static int (*rows)[n];
    await f(n);
    return rows[0][0];
}

async int by_name(int n)
{
    typedef int row[n];
    __typeof__(row[2]) a;
    a[0][0] = await f(n);
    return a[0][0];
}

async int completed(int n, int m[n][n])
{
    int (*rows[])[n] = { m, m + 1 };
    return await f(n) + **rows[1];
}

/* No jump may lead into the scope of these either. */
async int results(int n, int (*(*get)(void))[3])
{
    int (*(*own)(void))[n] = get;
    typedef int row[n];
    typedef row *getter(void);
    await f(n);
    return **own();
}

async int in_another_block(int n)
{
    {
        static int (*rows)[n];
        rows[0][0] = 1;
    }
    return await f(n);
}
