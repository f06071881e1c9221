/*
 * Callers that stand in front of a type which their callees' frames mention: the callee is called through the pool, and
 * what that needs (its arguments' calls before it is announced, its unit given back) is known before anything else.
 */
#include <asyncc.h>
#include <stdio.h>
#include <sys/resource.h>

static async int later(int x);

/* Starts the very function that is being announced. */
static int plain(void)
{
    spawn(later(7));
    return 3;
}

static async int argument(void)
{
    return await later(plain());
}

static async int argument_of_timeout(void)
{
    int n = 0;
    int error = await timeout(1, n = later(plain()));
    return error ? error : n;
}

static async int arguments_of_gather(void)
{
    int a, b;
    await gather(a = later(plain()), b = later(plain() + 1), later(plain()));
    return a * 10 + b;
}

static async int never_suspends(int x);

static async int items_that_never_suspend(void)
{
    int a, b;
    await gather(a = never_suspends(plain()), b = never_suspends(4));
    return a * 10 + b;
}

struct late {
    int a;
};

static async int later(int x)
{
    struct late l = { x };
    await async_yield();
    return l.a;
}

static async int never_suspends(int x)
{
    struct late l = { x };
    return l.a;
}

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

/* AddressSanitizer keeps what is freed for a while, and finds itself what is not. */
static long peak(void)
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#endif
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static async void rounds(int count)
{
    for (int i = 0; i < count; i++) {
        await arguments_of_gather();
        await items_that_never_suspend();
    }
}

async int main(void)
{
    for (int i = 0; i < 3; i++) {
        printf("%d", await argument());
        printf(" %d", await argument_of_timeout());
        printf(" %d", await arguments_of_gather());
        printf(" %d\n", await items_that_never_suspend());
        await async_sleep(0.001);
    }
    await rounds(1000);
    long before = peak();
    await rounds(30000);
    printf("%s\n", peak() - before < 4096 ? "given back" : "kept");
    return 0;
}
