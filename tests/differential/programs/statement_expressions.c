/* Blocks as expressions, everywhere, with jumps, loops and declarations in them. */
#include <stdio.h>

static int f(int n)
{
    return n + 1;
}

static int first_over(const int *values, int n, int limit)
{
    return ({
        int found = -1;
        for (int i = 0; i < n; i++) {
            if (f(values[i]) <= limit)
                continue;
            found = f(i);
            break;
        }
        found;
    });
}

static int leaves(int n)
{
    int total = 1 + ({
        if (f(n) > 10)
            return -1;
        f(n) * 2;
    });
    for (int i = 0; i < 4; i++) {
        total += ({
            if (i == 1)
                continue;
            if (i == n)
                break;
            f(i);
        }) * 10;
    }
    return total;
}

static int in_conditions(int n)
{
    int rounds = 0;
    while (({ int left = n - rounds; f(left) > 1; }))
        rounds = f(rounds);
    if (({ f(rounds) == 4 && ({ int x = f(1); x == 2; }); }))
        rounds += 100;
    for (int i = ({ f(0); }); ({ f(i) < 5; }); ({ i = f(i); }))
        rounds += ({ int square = f(i) * f(i); square; });
    switch (({ f(rounds); })) {
    case 0:
        return 0;
    default:
        return rounds;
    }
}

struct pair {
    int a, b;
};

static struct pair pair(int n)
{
    return ({ struct pair p = { f(n), f(n + 1) }; p.a += f(p.b); p; });
}

static int in_arguments(int n)
{
    int values[3] = { ({ int t = f(n); t; }), f(({ f(n); })), [2] = ({ n++; f(n); }) };
    return first_over(values, ({ int count = f(2); count; }), ({ f(n); f(n) + 1; })) + pair(({ n; })).a +
           (({ struct pair p = pair(n); p; })).b + ({ pair(1); }).a;
}

static int deep(int n)
{
    return ({ int a = f(n); ({ int b = f(a); ({ int a = f(b); a + b; }) + ({ f(a); }); }) + a; });
}

static void nothing(int *p)
{
    ({ *p = f(*p); (void)0; });
    ({ ; });
    (void)({ if (f(*p) > 0) *p = -*p; });
    ({ while (f(*p) < 0) ++*p; });
}

int main(void)
{
    static const int values[] = { 1, 5, 3, 9 };
    int n = 7;
    printf("%d %d\n", first_over(values, 4, 5), first_over(values, 4, 50));
    printf("%d %d %d\n", leaves(2), leaves(10), leaves(5));
    printf("%d %d\n", in_conditions(3), in_conditions(0));
    printf("%d\n", in_arguments(2));
    printf("%d\n", deep(1));
    nothing(&n);
    printf("%d\n", n);
    return ({ int status = f(-1); status; });
}
