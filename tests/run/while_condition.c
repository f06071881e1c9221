/* pitfalls: 17, 60, 66 */
/* An await in the condition of while is evaluated before every turn; break, continue, empty bodies. */
#include <asyncc.h>
#include <stdio.h>

static int left;

static async int more(void)
{
    printf("?");
    await async_yield();
    return left-- > 0;
}

static async int value(int v)
{
    await async_yield();
    return v;
}

static async void plain(void)
{
    left = 3;
    while (await more())
        printf("body ");
    printf("end\n");
}

static async void with_continue_and_break(void)
{
    left = 10;
    int turn = 0;
    while (await more() && turn < 8) {
        turn++;
        if (turn % 2)
            continue;
        if (await value(turn) == 6)
            break;
        printf("%d ", turn);
    }
    printf("end %d\n", turn);
}

static async void empty(void)
{
    left = 3;
    while (await more());
    left = 2;
    while (await more()) {
    }
    left = 2;
    while (await more())
        continue;
    printf("end\n");
}

static async void forever(void)
{
    int n = 0;
    while (1) {
        if (await value(n++) == 3)
            break;
        printf("%d ", n);
    }
    while ((n += await value(2)) < 12)
        printf("%d ", n);
    while (!(n = await value(0)) && left++ < 0)
        printf("%d ", n);
    printf("end\n");
}

static async void inner_loops(void)
{
    left = 3;
    while (await more()) {
        int i = 0;
        while (i < 10) {
            if (++i == 2)
                continue;
            if (i == 4)
                break;
            printf("%d ", i);
        }
        while (await value(i++) < 6)
            if (i == 5)
                continue;
        printf("(%d) ", i);
    }
    printf("end\n");
}

async int main(void)
{
    await plain();
    await with_continue_and_break();
    await empty();
    await forever();
    await inner_loops();
    return 0;
}
