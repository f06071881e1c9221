/* What stands behind a block that the translation closes is in one of the output's lines. */
#include <asyncc.h>

int note(int line);

async int add(int n)
{
    await async_yield();
    return n;
}

async int sum(int n)
{
    int all = 0;
    for (int i = 0; i < n; i++) all += await add(i); note(__LINE__); /* law: lines */
    return all;
}
