/* What a defer names is what it named where it stands, whatever its block declares behind it. */
#include <asyncc.h>
#include <stdio.h>

typedef int word;
enum { K = 1, L = 10 };
struct tag {
    char c[3];
};
static int one(void)
{
    return 1;
}
static int two(void)
{
    return 2;
}
static void say(int *n)
{
    printf("say %d\n", *n);
}
static void say_not(int *n)
{
    printf("say not %d\n", *n);
}

static async int show(int x)
{
    await async_yield();
    {
        defer printf("%d\n", x);
        int x = 5;
        (void)x;
    }
    {
        defer printf("%d %d %d %d\n", (int)sizeof(word), K, (int)sizeof(struct tag), one());
        typedef char word;
        enum { K = 2 };
        struct tag {
            char c[7];
        };
        int (*one)(void) = two;
        (void)sizeof(word), (void)sizeof(struct tag), (void)one;
        (void)K;
        await async_yield();
    }
    for (int i = 0; i < 2; i++) {
        defer printf("in %d %d\n", i, x);
        if (i == 0)
            continue;
        double i = 1.5, x = 2.5;
        await async_yield();
        printf("%g %g\n", i, x);
    }
    return x;
}

/* Labels of blocks, functions in blocks, types in casts and sizeof. */
static async int labels(int x)
{
    {
        __label__ out;
        defer {
            __label__ out;
            if (x == 2)
                goto out;
            printf("not 2\n");
        out:
            printf("out\n");
        }
        if (x == 1)
            goto out;
        await async_yield();
        x++;
    out:
        printf("x %d\n", x);
    }
    {
        defer printf("%d %d\n", (int)(word)300, (int)sizeof(struct tag *[sizeof(word)]));
        typedef struct tag {
            word w;
        } word;
        word w = { 3 };
        await async_yield();
        printf("%d %d\n", w.w, (int)sizeof(word) == (int)sizeof(struct tag));
    }
    {
        defer printf("%d\n", _Generic((word)0, word: sizeof(word), default: 0) == sizeof(int));
        double word = 1;
        int (*two)(void) = one;
        await async_yield();
        printf("%g %d\n", word, two());
        int printf(const char *, ...);
        await async_yield();
    }
    return x;
}

/* The functions of cleanup attributes, and types that only the translation writes. */
static async word get(word n)
{
    await async_yield();
    return n;
}

static async int cleanups(int n)
{
    int kept __attribute__((cleanup(say))) = n;
    {
        int other __attribute__((cleanup(say))) = 1;
        void (*say)(int *) = say_not;
        await async_yield();
        say(&other);
        int word = await get(3) + await get(4);
        kept += word;
    }
    return kept;
}

/* Macros that name the outer one, declare the inner one, make strings and words of it. */
#define OUTER (x + L)
#define DECLARE(name, value) int name = value
#define LOCAL int x = 7
#define SHOW(e) printf(#e " = %d\n", e)
#define SHOW_IT(e) SHOW(e)
#define SAME(e) (e)
#define STRING(e) #e
#define PASTE(a, b) a##b
#define EACH(i, n) for (int i = 0; i < (n); i++)
#define SWAP(a, b)                                                                                 \
    do {                                                                                           \
        int temporary = a;                                                                         \
        a = b;                                                                                     \
        b = temporary;                                                                             \
    } while (0)

static async int by_macros(int x)
{
    int temporary = 3, xy = 4, n = 2;
    {
        defer printf("%d\n", OUTER);
        DECLARE(x, 5);
        int L = 100;
        await async_yield();
        SHOW(x + L);
        SHOW_IT(x - L);
        printf("%s\n", SAME(STRING(x)));
        SWAP(x, temporary);
    }
    {
        defer SHOW(x);
        LOCAL;
        await async_yield();
        SHOW(x);
        SHOW(OUTER);
        SWAP(x, n);
    }
    {
        defer printf("%d\n", PASTE(x, y));
        int xy = 50;
        await async_yield();
        printf("%d %d\n", PASTE(x, y), xy);
    }
    EACH (n, 3) {
        defer printf("n %d\n", n);
        EACH (n, 2) {
            if (n == 1)
                break;
            await async_yield();
            printf("inner %d\n", n);
        }
    }
    return x + n + temporary;
}

/* What stands in an operand that a macro has several times is declared as often. */
static async int in_operands(int x)
{
    int y = 1;
    {
        defer printf("%d %d\n", x, y);
        int x = await join(create_task(get(({ int y = 5; enum { L = 2 }; (int)sizeof(word) + y + L; }))));
        y += x + await join(create_task(get(({ extern int printf(const char *, ...); int x = 3; word w = x; w + L; }))));
    }
    return x + y;
}

async int main(void)
{
    printf("= %d\n", await show(1));
    printf("= %d\n", await labels(1));
    printf("= %d\n", await labels(2));
    printf("= %d\n", await cleanups(5));
    printf("= %d\n", await by_macros(20));
    printf("= %d\n", await in_operands(7));
    return 0;
}
