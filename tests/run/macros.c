/* pitfalls: 31, 113 */
/* Awaits in macro arguments and in macro bodies; return, break and declarations from macros. */
#include <asyncc.h>
#include <assert.h>
#include <stdio.h>

static int error;

static async int f(int v)
{
    await async_yield();
    return v;
}

#define TRY(e)                                                                                                         \
    do {                                                                                                               \
        int status_ = (e);                                                                                             \
        if (status_ < 0)                                                                                               \
            return status_;                                                                                            \
    } while (0)
#define VALUE(e)                                                                                                       \
    ({                                                                                                                 \
        int value_ = (e);                                                                                              \
        if (value_ < 0)                                                                                                \
            return value_ * 10;                                                                                        \
        value_;                                                                                                        \
    })
#define CHECK(e)                                                                                                       \
    do {                                                                                                               \
        if (!(e)) {                                                                                                    \
            error++;                                                                                                   \
            printf("check failed: %s\n", #e);                                                                          \
            goto fail;                                                                                                 \
        }                                                                                                              \
    } while (0)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define GET(x) await f(x)
#define TWICE(x) (GET(x) + GET(x))
#define AWAIT await
#define LOOP(i, n) for (int i = 0; i < (n); i++)
#define FOREVER while (1)
#define NAME(a, b) a##b
#define SHOW(...) printf(__VA_ARGS__)
#define PAUSE() await async_yield()
#define DECLARE(type, name, value) type name = value
#define BLOCK(body) { body }
#define SUM3(a, b, c) ((a) + (b) + (c))

static async int tries(int v)
{
    TRY(await f(1));
    TRY(await f(v));
    TRY(v + 1);
    return 0;
}

static async int values(int v)
{
    int a = VALUE(await f(v)) + VALUE(await f(2));
    return a + VALUE(v);
}

static async int checks(int v)
{
    CHECK(await f(v) > 0);
    CHECK(v < 10);
    CHECK(await f(v) + await f(1) < 5);
    return 1;
fail:
    return -error;
}

static async int arguments(int v)
{
    int m = MAX(await f(v), 3);
    m += MAX(v, 2);
    SHOW("%d %d ", await f(m), MAX(m, await f(1)));
    int s = SUM3(await f(1), v, await f(100));
    return TWICE(m) + GET(1) + s;
}

static async int statements(int n)
{
    DECLARE(int, sum, GET(0));
    LOOP(i, n)
        sum += AWAIT f(i);
    LOOP(i, GET(n)) {
        PAUSE();
        if (i == 1)
            continue;
        sum += 100;
    }
    FOREVER {
        PAUSE();
        if (sum++ > 300)
            break;
    }
    DECLARE(int, NAME(su, m2), sum);
    BLOCK(sum2 += await f(1000); PAUSE();)
    return sum2;
}

#define ASYNC_FUNCTION(name, factor)                                                                                   \
    static async int name(int v)                                                                                       \
    {                                                                                                                  \
        int r = await f(v);                                                                                            \
        return r * factor;                                                                                             \
    }
ASYNC_FUNCTION(doubled, 2)
ASYNC_FUNCTION(tripled, 3)

static async void names(void)
{
    assert(__LINE__ > 0);
    await async_yield();
    printf("%s %s ", __func__, __FUNCTION__);
    assert(await f(1) == 1);
    int line = __LINE__ + await f(0);
    printf("%d\n", line == __LINE__ - 1);
}

async int main(void)
{
    printf("%d %d %d\n", await tries(1), await tries(-5), await tries(0));
    printf("%d %d\n", await values(3), await values(-3));
    printf("%d ", await checks(1));
    printf("%d ", await checks(0));
    printf("%d\n", await checks(50));
    printf("%d\n", await arguments(5));
    printf("%d\n", await statements(3));
    printf("%d %d\n", await doubled(7), await tripled(7));
    await names();
    return 0;
}
