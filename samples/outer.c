/*
 * Phases that follow one another: outer awaits phase1, and phase2 with the result of phase1. Results of
 * async functions are values like any other: pointers here, and structs.
 * Takes no time.
 */
#include <asyncc.h>
#include <stdio.h>

struct text {
    char chars[64];
};

struct results {
    const char *first;
    struct text second;
};

static async const char *phase1(void)
{
    puts("in phase1");
    return "phase1 result";
}

static async struct text phase2(const char *arg)
{
    struct text result;
    puts("in phase2");
    snprintf(result.chars, sizeof result.chars, "result2 derived from %s", arg);
    return result;
}

static async struct results outer(void)
{
    struct results results;
    puts("in outer");
    puts("waiting for result 1");
    results.first = await phase1();
    puts("waiting for result 2");
    results.second = await phase2(results.first);
    return results;
}

async int main(void)
{
    await outer();
    return 0;
}
