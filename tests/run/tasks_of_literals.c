/* Literals with addresses among the operands of create_task, whose type the words ask for. */
#include <asyncc.h>
#include <stdio.h>

struct big {
    int x[9];
};

static async int s(int x)
{
    return x;
}

static async void v(const int *x)
{
    printf("%d\n", *x);
}

static async struct big b(const struct big *x)
{
    return *x;
}

async int main(void)
{
    int x = 3;
    task(int) t = create_task(s(*&(int){ x })), u = create_task(s(await join(create_task(s(*&(int){ x + 1 })))));
    static struct big kept = { { 5 } };
    task(struct big) k = create_task(b(&kept));
    await v(&(int){ x });
    spawn(s(*&(int){ x }));
    int sum = await join(t) + await join(u);
    printf("%d %d\n", sum, (await join(k)).x[0]);
    return 0;
}
