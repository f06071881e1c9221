/* options: -fopenmp */
#include <asyncc.h>

static async int one(int *x)
{
    await async_yield();
    return *x;
}

static async int clauses(int n)
{
    int s = 0;
#pragma omp parallel for reduction(+ : s)
    for (int i = 0; i < n; i++)
        s += i;
#pragma omp critical
    s++;
#pragma omp atomic
    s++;
    _Pragma("omp simd") for (int i = 0; i < n; i++) s++;
    return await one(&s);
}

static async int deferred(int n)
{
    defer n++;
#pragma omp parallel
    {
        n++;
    }
    return n;
}

static async int fine(int n)
{
    int s = 0;
#pragma omp parallel for reduction(+ : s)
    for (int i = 0; i < n; i++)
        s += i;
    return s;
}
