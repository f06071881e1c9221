/* pitfalls: 20, 59, 62, 67, 68 */
/* switch (await x()), awaits in cases, fall-through, default in the middle, ranges, loops around it. */
#include <asyncc.h>
#include <stdio.h>

static async int value(int v)
{
    await async_yield();
    return v;
}

static async const char *text(const char *t)
{
    await async_yield();
    return t;
}

static async void on_await(int n)
{
    switch (await value(n)) {
    case 0:
        printf("%s ", await text("zero"));
        break;
    case 1:
        printf("%s ", await text("one"));
        /* fall through */
    case 2:
        printf("%s ", await text("two"));
        await async_yield();
        /* fall through */
    default:
        printf("%s ", await text("default"));
        /* fall through */
    case 4:
        printf("%s ", await text("four"));
        break;
    case 10 ... 19:
        printf("range %d ", await value(n) - 10);
        break;
    case -1:;
    }
    printf("\n");
}

static async void declarations(int n)
{
    switch (n) {
        int x;
    case 1:
        x = await value(11);
        printf("%d ", x);
        /* fall through */
    case 2: {
        int y = await value(n);
        x = y * 2;
        printf("%d %d ", x, y);
        break;
    }
    default:
        x = 5;
        await async_yield();
        printf("%d ", x);
    }
    printf("\n");
}

static async void inside_loop(void)
{
    for (int i = 0; i < 6; i++) {
        switch (i) {
        case 0:
            continue;
        case 1:
            await async_yield();
            break;
        case 2:
            if (await value(1))
                continue;
            break;
        case 3:
            for (int j = 0; j < 3; j++) {
                if (await value(j) == 1)
                    break;
                printf("j%d ", j);
            }
            /* fall through */
        default:
            printf("d%d ", await value(i));
        }
        printf("%d ", i);
    }
    printf("\n");
}

static async int returned(int n)
{
    switch (n) {
    case 0:
        return await value(100);
    case 1:
        switch (await value(n + 1)) {
        case 2:
            return await value(200);
        default:
            break;
        }
        break;
    default:
        while (1) {
            switch (n--) {
            case 3:
                return await value(300);
            }
            await async_yield();
        }
    }
    return 0;
}

static async void without_braces(int n)
{
    switch (await value(n))
    case 1:
        printf("%d\n", await value(1));
    switch (n)
    case 0:
    case 1:
    case 2:
        if (await value(n))
            printf("nonzero\n");
        else
            printf("zero\n");
}

static async void duff(int count)
{
    int n = (count + 3) / 4;
    switch (count % 4) {
    case 0:
        do {
            printf("%d", await value(0));
            /* fall through */
        case 3:
            printf("%d", await value(3));
            /* fall through */
        case 2:
            printf("%d", await value(2));
            /* fall through */
        case 1:
            printf("%d", await value(1));
        } while (--n > 0);
    }
    printf("\n");
}

async int main(void)
{
    for (int i = -1; i < 6; i++)
        await on_await(i);
    await on_await(15);
    await on_await(99);
    for (int i = 0; i < 4; i++)
        await declarations(i);
    await inside_loop();
    printf("%d %d %d\n", await returned(0), await returned(1), await returned(5));
    await without_braces(0);
    await without_braces(1);
    for (int i = 1; i < 10; i++)
        await duff(i);
    return 0;
}
