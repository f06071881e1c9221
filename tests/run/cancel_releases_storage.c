/* no elision */
/* Cancellation ends arrays of variable length and cleanup variables, innermost first. */
#include <asyncc.h>
#include <stdio.h>

static void note(const int *n)
{
    printf("note %d\n", *n);
}

static async void inner(int n)
{
    int list[n];
    __attribute__((cleanup(note))) int kept = n;
    defer printf("defer %d\n", list[n - 1]);
    for (list[n - 1] = 0;; list[n - 1]++) {
        char text[n][2];
        __attribute__((cleanup(note))) int loop = 100 + list[n - 1];
        text[n - 1][0] = 'x';
        await async_sleep(1);
    }
}

static async void outer(int n)
{
    __attribute__((cleanup(note))) int kept = -n;
    double list[n * 1000];
    list[n] = n;
    defer {
        await async_sleep(1);
        printf("list %g\n", list[n]);
    }
    await inner(n);
}

async int main(void)
{
    for (int n = 1; n < 4; n++) {
        task(void) t = create_task(outer(n));
        await async_sleep(n - 0.5);
        task_cancel(t);
        await async_wait(&t, 1, ASYNC_ALL_COMPLETED);
    }
    return 0;
}
