/* pitfalls: 83 */
/* A defer in a loop that awaits, fails inside, and deals with that itself: each round's runs once, with its values. */
#include <asyncc.h>
#include <stdio.h>

static async int give_back(int n)
{
    await async_sleep(0.1);
    return n == 1 ? -5 : 0;
}

static async void close_it(int n, int *failures)
{
    defer printf("closed %d\n", n);
    int status = await give_back(n);
    for (int attempt = 0; status != 0 && attempt < 2; attempt++) {
        defer printf("attempt %d at %d\n", attempt, n);
        ++*failures;
        if (attempt == 1)
            return;
        await async_yield();
        status = await give_back(n);
    }
}

static async int work(int n)
{
    int failures = 0, done = 0;
    for (int i = 0; i < n; i++) {
        int item = i * 10;
        defer {
            await close_it(i, &failures);
            printf("item %d\n", item);
        }
        await async_yield();
        if (i == 2)
            continue;
        if (i == 3)
            break;
        done++;
    }
    return done * 100 + failures;
}

async int main(void)
{
    int result = await work(6);
    printf("%d\n", result);
    return 0;
}
