/* Arrays whose size is known when they are reached, and types made of them, across calls. */
#include <stdio.h>
#include <string.h>

static int size(int n)
{
    return n + 1;
}

static int sum(int n, const int a[n])
{
    int total = 0;
    for (int i = 0; i < n; i++)
        total += a[i];
    return total;
}

static int trace(int rows, int columns, int m[rows][columns])
{
    int total = 0;
    for (int i = 0; i < rows && i < columns; i++)
        total += m[i][i] * size(0);
    return total;
}

static void fill(int n, int a[static n], int from)
{
    while (n-- > 0)
        a[n] = from + n;
}

static int in_a_loop(int rounds)
{
    int total = 0;
    for (int i = 1; i <= rounds; i++) {
        int a[size(i)];
        fill(size(i), a, i);
        total += sum(size(i), a) + (int)(sizeof a / sizeof *a);
        if (i == 3)
            continue;
        char text[size(i) * 4];
        snprintf(text, sizeof text, "%d", size(total));
        total += (int)strlen(text);
    }
    return total;
}

static int matrix(int rows, int columns)
{
    int m[rows][columns], (*row)[columns] = m;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            m[i][j] = size(i * j);
    row += size(0);
    return trace(rows, columns, m) + (*row)[columns - 1] + (int)sizeof *row + (int)sizeof m;
}

static int changed_bound(int n)
{
    int a[n];
    n += size(5);
    a[0] = size(n);
    return (int)sizeof a + a[0];
}

static int evaluated_sizeof(int n)
{
    int calls = 0;
    size_t bytes = sizeof(int[(calls++, size(n))]);
    return calls * 100 + (int)(bytes / sizeof(int));
}

static int typedefs(int n)
{
    typedef int row[size(n)];
    n = 0;
    row a, b;
    fill((int)(sizeof(row) / sizeof(int)), a, 1);
    memcpy(b, a, sizeof a);
    return sum((int)(sizeof b / sizeof *b), b) + size(n);
}

static int left_by_goto(int n)
{
    int rounds = 0;
again:;
    int a[size(rounds)];
    a[rounds] = size(rounds);
    if (++rounds < n)
        goto again;
    return a[rounds - 1] + (int)sizeof a;
}

static int recursive(int n)
{
    int a[n + 1];
    fill(n + 1, a, n);
    return n == 0 ? a[0] : a[n] + recursive(n - 1) + a[0];
}

int main(void)
{
    printf("%d\n", in_a_loop(6));
    printf("%d\n", matrix(3, 4));
    printf("%d\n", changed_bound(3));
    printf("%d\n", evaluated_sizeof(6));
    printf("%d\n", typedefs(4));
    printf("%d\n", left_by_goto(5));
    printf("%d\n", recursive(7));
    return 0;
}
