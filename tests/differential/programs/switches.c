/* switch: ranges, Duff's device, cases in nested blocks, declarations before the first case. */
#include <stdio.h>

static int counted;

static int count(int n)
{
    counted++;
    return n;
}

static const char *range(int n)
{
    switch (count(n)) {
    case -1000000 ... -1:
        return "negative";
    case 0:
        return "none";
    case 1 ... 9:
        counted += 10;
        /* fall through */
    case 10 ... 0x7ffffffe:
        return count(n) > 9 ? "many" : "some";
    default:
        return "most";
    }
}

static void duff(char *to, const char *from, int n)
{
    int rounds = (n + 3) / 4;
    switch (n % 4) {
    case 0:
        do {
            *to++ = (char)count(*from++);
    case 3:
            *to++ = (char)count(*from++);
    case 2:
            *to++ = *from++;
    case 1:
            *to++ = (char)count(*from++);
        } while (count(--rounds) > 0);
    }
}

static int nested(int n)
{
    int result = 0;
    switch (n) {
        int before_first;
    case 0:
        before_first = count(5);
        result += before_first;
        if (count(result) > 100) {
    case 1:
            result += count(10);
        } else {
    case 2:
            result += count(20);
            for (int i = 0; i < 2; i++) {
    case 3:
                result += count(30);
                if (n == 3)
                    break;
                switch (count(i)) {
                case 0:
                    continue;
                default:
                    result++;
                }
            }
        }
        break;
    default:
        result = -1;
        {
            enum { LAST = 7 };
    case LAST:
            result -= count(LAST);
        }
    }
    return result;
}

static int no_case(int n)
{
    switch (count(n))
        ;
    switch (count(n))
        return count(1);
    switch (count(n)) {
        n = count(100);
    }
    switch (count(n))
    default:
        n += count(3);
    switch (n)
    case 8:
        n = count(80);
    return n;
}

static int wide(unsigned long long n)
{
    switch (n << count(32)) {
    case 1ULL << 32:
        return count(1);
    case 2ULL << 32:
        return count(2);
    case 0:
        return 0;
    }
    return -1;
}

static int small(signed char c)
{
    switch (c + count(0)) {
    case 'a' ... 'f':
        return c - 'a' + 10;
    case '0':
    case '1':
        return c - '0';
    case -1:
        return count(-1);
    }
    return 99;
}

int main(void)
{
    static const int values[] = { -7, 0, 1, 9, 10, 0x7fffffff };
    for (unsigned i = 0; i < sizeof values / sizeof *values; i++)
        printf("%s\n", range(values[i]));
    for (int n = 1; n <= 9; n++) {
        char text[16] = "";
        duff(text, "abcdefghij", n);
        printf("%s\n", text);
    }
    for (int n = 0; n < 8; n++)
        printf("%d ", nested(n));
    for (int n = 0; n < 8; n++)
        printf("%d ", no_case(n));
    for (unsigned n = 0; n < 4; n++)
        printf("%d ", wide(n));
    printf("%d %d %d %d\n", small('c'), small('1'), small(-1), small('z'));
    printf("%d\n", counted);
    return 0;
}
