/* Variables with a cleanup function, left in every way. */
#include <stdio.h>

static void leave(int *p)
{
    printf("leave %d\n", *p);
}

static void leave_text(const char **p)
{
    printf("leave %s\n", *p);
}

static int step(int n)
{
    printf("step %d\n", n);
    return n;
}

static int by_return(int n)
{
    __attribute__((cleanup(leave))) int a = step(n);
    if (n > 1) {
        int b __attribute__((cleanup(leave))) = step(a + 10);
        return step(b) + a;
    }
    a++;
    return step(a);
}

static int by_loop(void)
{
    int total = 0;
    for (int i = 0; i < 4; i++) {
        __attribute__((cleanup(leave))) int a = step(i);
        if (i == 1)
            continue;
        if (i == 3)
            break;
        total += step(a * 100);
    }
    return total;
}

static int by_goto(int n)
{
    const char *text __attribute__((cleanup(leave_text))) = "outer";
again: {
    const char *inner __attribute__((cleanup(leave_text))) = "inner";
    if (step(n--) > 0)
        goto again;
}
    return step(n);
}

static int result_before_cleanup(void)
{
    int value = 5;
    {
        __attribute__((cleanup(leave))) int a = 1;
        value += step(a);
    }
    return value;
}

int main(void)
{
    printf("%d\n", by_return(1));
    printf("%d\n", by_return(2));
    printf("%d\n", by_loop());
    printf("%d\n", by_goto(2));
    printf("%d\n", result_before_cleanup());
    return 0;
}
