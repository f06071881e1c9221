/* Calls that come from macros: nested ones, pasted names, lists, whole functions, conditions inside expressions. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#define NAME(prefix, name) prefix##_##name
#define DEFINE(name, type, operator)                                                               \
    static type NAME(apply, name)(type a, type b)                                                  \
    {                                                                                              \
        return a operator b;                                                                       \
    }
DEFINE(add, int, +)
DEFINE(multiply, int, *)
DEFINE(divide, double, /)

#define OPERATIONS(X) X(add, 10, 4) X(multiply, 10, 4) X(divide, 10, 4)

#define CALL(name, a, b) NAME(apply, name)(a, b)
#define TWICE(x) CALL(add, x, x)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            printf("failed: %s\n", #condition);                                                    \
            return 1;                                                                              \
        }                                                                                          \
    } while (0)
#define TRY(call)                                                                                  \
    ({                                                                                             \
        int status_ = (call);                                                                      \
        if (status_ < 0)                                                                           \
            return status_;                                                                        \
        status_;                                                                                   \
    })
#define FOR_EACH(variable, array)                                                                  \
    for (size_t at_ = 0; at_ < sizeof(array) / sizeof *(array); at_++)                             \
        for (int once_ = 1, variable = (array)[at_]; once_; once_ = 0)
#define SWAP(a, b)                                                                                 \
    do {                                                                                           \
        __typeof__(a) swap_ = (a);                                                                 \
        (a) = (b);                                                                                 \
        (b) = swap_;                                                                               \
    } while (0)

static int calls;

static int counted(int n)
{
    calls++;
    return n;
}

static int attempt(int n)
{
    return n > 5 ? -n : counted(n);
}

static int attempts(int n)
{
    int total = TRY(attempt(n)) + TRY(attempt(n + 1));
    return total + TRY(attempt(total));
}

static int checks(int n)
{
    CHECK(counted(n) == n);
    CHECK(apply_add(n, 1) > n || counted(0));
    CHECK(n < 3);
    return 0;
}

static int conditional(int n)
{
    int total = counted(n)
#if defined(NEVER)
        + undeclared(n)
#else
        + counted(n) * 2
#endif
        ;
#if 1
    total += counted(100);
#endif
#ifdef NEVER
    total += undeclared(n) + counted(;
#endif
    return total;
}

static int values[] = { 3, 1, 4, 1, 5 };

int main(void)
{
#define PRINT(name, a, b) printf("%s %g\n", #name, (double)CALL(name, a, b));
    OPERATIONS(PRINT)
    printf("%d\n", TWICE(TWICE(counted(3))));
    printf("%d %d\n", MAX(counted(3), counted(4)), calls);
    printf("%d %d %d\n", attempts(1), attempts(2), attempts(5));
    printf("%d %d\n", checks(1), checks(3));
    printf("%d\n", conditional(2));
    int total = 0;
    FOR_EACH(value, values)
        total += counted(value) * CALL(add, value, 1);
    printf("%d\n", total);
    int a = counted(1), *p = values + counted(2);
    SWAP(a, p[counted(0)]);
    printf("%d %d\n", a, *p);
    assert(counted(1) == 1 && "counted(1) is 1");
    printf("%d %d\n", __LINE__ > counted(100), calls);
    return counted(EXIT_SUCCESS);
}
