/* no elision */
/* exit: 5 */
/* Plain functions start tasks; a natural call and create_task work in code without await. */
#include <asyncc.h>
#include <stdio.h>

static async int number(int v)
{
    await async_sleep(v);
    printf("number %d\n", v);
    return v;
}

static task(int) started[2];

static void plain(void)
{
    for (int i = 0; i < 2; i++)
        started[i] = create_task(number(2 - i));
    spawn(number(4));
}

static async int body(void)
{
    plain();
    int sum = await join(started[0]) * 10 + await join(started[1]);
    await async_sleep(3);
    return sum;
}

int main(void)
{
    printf("%d\n", async_run(body()));
    int again = async_run(number(5));
    return again;
}
