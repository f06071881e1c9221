/* Recursion of all kinds: direct, mutual, through pointers, in loops, with arrays, deep. */
#include <stdio.h>
#include <string.h>

static int even(unsigned n);

static int odd(unsigned n)
{
    return n == 0 ? 0 : even(n - 1);
}

static int even(unsigned n)
{
    return n == 0 ? 1 : odd(n - 1);
}

static int fibonacci(int n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int ackermann(int m, int n)
{
    if (!m)
        return n + 1;
    return ackermann(m - 1, n ? ackermann(m, n - 1) : 1);
}

static void hanoi(int n, char from, char to, char by, int *moves)
{
    if (n == 0)
        return;
    hanoi(n - 1, from, by, to, moves);
    ++*moves;
    hanoi(n - 1, by, to, from, moves);
}

static int queens(int n, int row, unsigned columns, unsigned left, unsigned right)
{
    int found = 0;
    if (row == n)
        return 1;
    for (int i = 0; i < n; i++) {
        unsigned bit = 1u << i;
        if ((columns | left | right) & bit)
            continue;
        found += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return found;
}

static void permute(char *text, int from, int *count)
{
    char last[8];
    int n = (int)strlen(text);
    if (from == n) {
        strcpy(last, text);
        if (++*count % 20 == 0)
            puts(last);
        return;
    }
    for (int i = from; i < n; i++) {
        char c = text[from];
        text[from] = text[i], text[i] = c;
        permute(text, from + 1, count);
        c = text[from];
        text[from] = text[i], text[i] = c;
    }
}

static const char *input;

static long expression(void);

static long factor(void)
{
    long value = 0;
    if (*input == '(') {
        input++;
        value = expression();
        input++;
    } else if (*input == '-') {
        input++;
        return -factor();
    } else {
        while (*input >= '0' && *input <= '9')
            value = value * 10 + *input++ - '0';
    }
    return value;
}

static long term(void)
{
    long value = factor();
    for (;;) {
        switch (*input) {
        case '*':
            input++;
            value *= factor();
            continue;
        case '/':
            input++;
            value /= factor();
            continue;
        }
        return value;
    }
}

static long expression(void)
{
    long value = term();
    while (*input == '+' || *input == '-')
        value = *input++ == '+' ? value + term() : value - term();
    return value;
}

static unsigned depth(unsigned n)
{
    unsigned below = n ? depth(n - 1) : 0;
    return below + 1;
}

static int gcd(int a, int b)
{
    return b ? gcd(b, a % b) : a;
}

int main(void)
{
    int moves = 0, count = 0;
    char text[] = "abcde";
    printf("%d %d\n", even(100), odd(77));
    printf("%d %d\n", fibonacci(15), ackermann(2, 5));
    hanoi(7, 'a', 'b', 'c', &moves);
    permute(text, 0, &count);
    printf("%d %d %d\n", moves, count, queens(6, 0, 0, 0, 0));
    input = "2*(3+4)-10/(7-2)*-(1+1)";
    printf("%ld\n", expression());
    printf("%u\n", depth(5000));
    return gcd(gcd(1071, 462), fibonacci(gcd(15, 10)));
}
