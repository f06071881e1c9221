/* pitfalls: 94 */
/* Direct and mutual recursion, twice in one expression, with structs and through pointers. */
#include <asyncc.h>
#include <stdio.h>

static async int factorial(int n)
{
    await async_yield();
    return n < 2 ? 1 : n * await factorial(n - 1);
}

static async int fibonacci(int n)
{
    return n < 2 ? n : await fibonacci(n - 1) + await fibonacci(n - 2);
}

static async int odd(int n);

static async int even(int n)
{
    if (n == 0)
        return 1;
    await async_yield();
    return await odd(n - 1);
}

static async int odd(int n)
{
    return n == 0 ? 0 : await even(n - 1);
}

struct tree { struct tree *left, *right; int value; };

static async int sum(const struct tree *t)
{
    if (!t)
        return 0;
    int left = await sum(t->left);
    await async_yield();
    printf("%d ", t->value);
    return left + t->value + await sum(t->right);
}

static async int ackermann(int m, int n)
{
    if (m == 0)
        return n + 1;
    if (n == 0)
        return await ackermann(m - 1, 1);
    return await ackermann(m - 1, await ackermann(m, n - 1));
}

static async void hanoi(int n, char from, char to, char by, int *moves)
{
    if (n == 0)
        return;
    await hanoi(n - 1, from, by, to, moves);
    await async_yield();
    ++*moves;
    await hanoi(n - 1, by, to, from, moves);
}

static async long deep(long n)
{
    if (n == 0) {
        await async_yield();
        return 0;
    }
    return 1 + await deep(n - 1);
}

static async int three_a(int n);
static async int three_c(int n);

static async int three_b(int n)
{
    return n ? 1 + await three_c(n - 1) : 0;
}

static async int three_a(int n)
{
    return n ? 1 + await three_b(n - 1) : 0;
}

static async int three_c(int n)
{
    await async_yield();
    return n ? 1 + await three_a(n - 1) : 0;
}

async int main(void)
{
    printf("%d %d\n", await factorial(10), await fibonacci(12));
    printf("%d %d\n", await even(10), await odd(10));
    struct tree leaves[] = {{0, 0, 1}, {0, 0, 3}}, root = {&leaves[0], &leaves[1], 2};
    printf("%d\n", await sum(&root));
    printf("%d\n", await ackermann(2, 3));
    int moves = 0;
    await hanoi(5, 'a', 'b', 'c', &moves);
    printf("%d\n", moves);
    printf("%ld\n", await deep(10000));
    printf("%d\n", await three_a(10));
    return 0;
}
