#include "calls.h"

#include <stdio.h>
#include <string.h>

async int add(int a, int b)
{
    if (a < 0)
        await async_yield();
    return a + b;
}

async int never(int a)
{
    return a * 2;
}

async void note(const char *text)
{
    if (*text == '-')
        await async_sleep(1);
    printf("%s ", text);
}

async struct fixed fix(int value)
{
    if (value < 0)
        await async_yield();
    struct fixed result = { value, "" };
    snprintf(result.name, sizeof result.name, "<%d>", value);
    return result;
}

async struct large fill(int from)
{
    struct large result;
    for (int i = 0; i < 400; i++)
        result.numbers[i] = await add(from % 3 - 1, i);
    return result;
}

async int with_large_frame(int x)
{
    char text[2000];
    memset(text, x, sizeof text);
    await note(x == '-' ? "-" : "+");
    int sum = 0;
    for (int i = 0; i < 2000; i++)
        sum += text[i];
    return sum;
}

async int depth(int n)
{
    if (n == 0)
        await async_yield();
    return n <= 0 ? 0 : 1 + await depth_of_main(n - 1);
}
